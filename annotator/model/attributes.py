"""What a span carries beside its label: attributes as a schema declares them, and whether a value is one of theirs."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

Value = str | int | float | bool | tuple[str, ...] | None
Attributes = tuple[tuple[str, Value], ...]
Titles = tuple[tuple[str, str], ...]

CHOICE, CHOICES, COUNT, NUMBER, TEXT, FLAG, DATE, SPAN, PART = KINDS = (
    "choice",
    "choices",
    "count",
    "number",
    "text",
    "flag",
    "date",
    "span",
    "part",
)
PART_KEYS = ("start", "end", "text")
_ID = re.compile("[0-9a-f]{32}")
_DATE = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")


def titled(titles: Titles, language: str) -> str:
    """Return the text for *language*, else the English one, else ""."""
    known = dict(titles)
    return known.get(language) or known.get("en", "")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen: ``name`` is stored and exported; one that ``is_gone`` is kept for old spans."""

    name: str
    titles: Titles = ()
    is_gone: bool = False

    def title(self, language: str) -> str:
        """Return what the value is called in *language*."""
        return titled(self.titles, language) or self.name

    @property
    def stanza(self) -> dict[str, Any]:
        """The choice as a schema file has it."""
        return {"name": self.name, "title": dict(self.titles)} | ({"retired": True} if self.is_gone else {})


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of a label, or a field of a document; ``kind`` is one of `KINDS`.

    ``choices`` are those of a "choice" or "choices"; one that ``is_gone`` is kept for old spans and no longer asked for. A
    "count" is a whole number, 0 or more; a "date" may lack its day, or month too; a "span" is the id of another span, 32 hex
    digits; a "part" is a range of the document, in three attributes that end in ``_start``, ``_end`` (code points) and
    ``_text``.
    """

    name: str
    kind: str
    titles: Titles = ()
    meanings: Titles = ()
    choices: tuple[Choice, ...] = ()
    is_required: bool = False
    is_gone: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which a span keeps it: one, of a part three."""
        return tuple(f"{self.name}_{key}" for key in PART_KEYS) if self.kind == PART else (self.name,)

    def title(self, language: str) -> str:
        """Return what the attribute is called in *language*."""
        return titled(self.titles, language) or self.name

    def fits(self, value: Value) -> bool:
        """Whether *value* is one of this attribute's; None, which says nothing, always is. A part is not asked about whole."""
        return value is None or _FITS[self.kind](self, value)

    @property
    def stanza(self) -> dict[str, Any]:
        """The attribute as a schema file has it."""
        more: dict[str, Any] = {"values": [choice.stanza for choice in self.choices]} if self.choices else {}
        flags = {"required": self.is_required, "retired": self.is_gone}
        more |= {key: True for key, is_on in flags.items() if is_on}
        more |= {"meaning": dict(self.meanings)} if self.meanings else {}
        return {"name": self.name, "type": self.kind, "title": dict(self.titles)} | more


def attribute_of(stanza: dict[str, Any]) -> Attribute:
    """Return the attribute in a stanza of a schema file, or of a schema row."""
    return Attribute(
        stanza["name"],
        stanza["type"],
        pairs(stanza.get("title", {})),
        pairs(stanza.get("meaning", {})),
        tuple(map(_choice_of, stanza.get("values", ()))),
        is_required=stanza.get("required", False),
        is_gone=stanza.get("retired", False),
    )


def _choice_of(stanza: dict[str, Any]) -> Choice:
    return Choice(stanza["name"], pairs(stanza.get("title", {})), is_gone=stanza.get("retired", False))


def changed(held: Attributes, changes: Attributes) -> Attributes:
    """Return the values *held* after *changes*, of which None takes a value away, sorted by name."""
    taken = {name for name, value in changes if value is None}
    values = dict(held) | dict(changes)
    return tuple(sorted((name, value) for name, value in values.items() if name not in taken))


def pairs(titles: dict[str, str]) -> Titles:
    """Return *titles* by language as sorted pairs."""
    return tuple(sorted(titles.items()))


def _is_choice(attribute: Attribute, value: Value) -> bool:
    return any(value == choice.name for choice in attribute.choices)


def _are_choices(attribute: Attribute, value: Value) -> bool:
    names = {choice.name for choice in attribute.choices}
    return isinstance(value, tuple) and len(set(value)) == len(value) and set(value) <= names


def _is_number(_: Attribute, value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_date(_: Attribute, value: Value) -> bool:
    found = _DATE.fullmatch(value) if isinstance(value, str) else None
    try:
        return bool(found and date(*(int(part or 1) for part in found.group("year", "month", "day"))))
    except ValueError:
        return False


_FITS: dict[str, Callable[[Attribute, Value], bool]] = {
    CHOICE: _is_choice,
    CHOICES: _are_choices,
    COUNT: lambda _, value: type(value) is int and value >= 0,
    NUMBER: _is_number,
    TEXT: lambda _, value: isinstance(value, str) and bool(value),
    FLAG: lambda _, value: isinstance(value, bool),
    DATE: _is_date,
    SPAN: lambda _, value: isinstance(value, str) and bool(_ID.fullmatch(value)),
    PART: lambda *_: False,
}
