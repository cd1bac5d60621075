"""Values of attributes as an analyst reads them in a row, and as they are typed."""

import unicodedata
from collections.abc import Callable

from annotator.model.attributes import CHOICE, CHOICES, COUNT, DATE, FLAG, NUMBER, TEXT, Attribute, Value
from annotator.model.errors import AnnotatorError
from annotator.text.shown import shown
from annotator.ui.factories import isolated
from annotator.ui.translations import tr

POINTS, GROUPS = str.maketrans("٫", "."), str.maketrans("", "", "٬,")
TWO, MOST_DIGITS = 2, 15


def told(attribute: Attribute, value: Value, language: str) -> str:
    """Return *value* in the *language* of the interface; one that does not fit as it is, None as nothing."""
    if value is None:
        return ""
    tell = _TOLD.get(attribute.kind)
    return tell(attribute, value, language) if tell and attribute.fits(value) else raw(value)


def raw(value: Value) -> str:
    """Return *value* as it is stored."""
    if isinstance(value, tuple):
        return tr(", ").join(map(raw, value))
    return isolated(shown(str(value)))


def typed(value: Value) -> str:
    """Return what an analyst would type for *value*."""
    return "" if value is None else str(value)


def value_of(attribute: Attribute, text: str) -> Value:
    """Return the value that *text* is for *attribute*, in any digits; None for nothing typed.

    Raises AnnotatorError, which says what would do.
    """
    text = text.strip()
    return _READ[attribute.kind](text) if text else None


def title_of(attribute: Attribute, name: str, language: str) -> str:
    """Return what the choice called *name* is called in *language*."""
    return next((choice.title(language) for choice in attribute.choices if choice.name == name), name)


def _plain(text: str) -> str:
    """Return *text* with the digits of English, without characters that are not seen."""
    digits = (str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text if unicodedata.category(c) != "Cf")
    return "".join(digits)


def _count(text: str) -> int:
    digits = _plain(text).translate(GROUPS).replace(" ", "")
    if not digits.isdecimal() or len(digits) > MOST_DIGITS:
        raise AnnotatorError("type a whole number, like 12")
    return int(digits)


def _number(text: str) -> float:
    try:
        number = float(_plain(text).translate(POINTS).replace("\u2212", "-"))
    except ValueError:
        number = float("nan")
    if number - number:  # neither a number nor within bounds
        raise AnnotatorError("type a number, like 33.5")
    return int(number) if number.is_integer() else number


def _date(text: str) -> str:
    year, *parts = _plain(text).replace("/", "-").split("-")
    date = "-".join([year, *(part.zfill(TWO) for part in parts)])
    if not Attribute("", DATE).fits(date):
        raise AnnotatorError("type a date: a year, a month like 2024-05 or a day like 2024-05-09")
    return date


def _names(attribute: Attribute, value: Value, language: str) -> str:
    names = value if isinstance(value, tuple) else (str(value),)
    return tr(", ").join(title_of(attribute, name, language) for name in names)


def _yes_or_no(_: Attribute, value: Value, _language: str) -> str:
    return tr("Yes") if value else tr("No")


def _figure(_: Attribute, value: Value, _language: str) -> str:
    return str(value)


_TOLD: dict[str, Callable[[Attribute, Value, str], str]] = {
    CHOICE: _names,
    CHOICES: _names,
    FLAG: _yes_or_no,
    COUNT: _figure,
    NUMBER: _figure,
    DATE: _figure,
}
_READ: dict[str, Callable[[str], Value]] = {COUNT: _count, NUMBER: _number, DATE: _date, TEXT: str}
TYPED = frozenset(_READ)
