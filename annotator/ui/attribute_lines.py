"""The lines of the form of attributes: one an attribute, under the open one what can be chosen, last what nobody asks for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, islice
from textwrap import wrap
from typing import NamedTuple

from annotator.model.attributes import CHOICE, CHOICES, PART, SPAN, TEXT, Attribute, Value, titled
from annotator.model.spans import Span
from annotator.text import folding
from annotator.ui.attribute_values import TYPED, raw, told
from annotator.ui.factories import isolated
from annotator.ui.translations import tr

ASKED, OPTION, REASON, HEAD, OTHER = "asked", "option", "reason", "head", "other"
KEYS = "1234567890"
Place = tuple[str, str, Value]
MOST_WORDS, MOST_SPANS, MOST_FOLDED, LONGEST = 6, 40, 20_000, 80
NOTE_WIDTH = 34  # characters


class Line(NamedTuple):
    """A line: ``name`` is the attribute's, ``choice`` what an option stands for and ``key`` the digit that takes it."""

    kind: str
    name: str
    title: str
    value: str = ""
    key: str = ""
    choice: Value = None
    is_missing: bool = False
    is_odd: bool = False
    is_on: bool = False
    meaning: str = ""

    @property
    def is_reached(self) -> bool:
        """Whether keys go to it."""
        return self.kind in {ASKED, OPTION, OTHER}

    @property
    def place(self) -> Place:
        """What it is known by when the lines are others."""
        return self.kind, self.name, self.choice


@dataclass(frozen=True, slots=True)
class Described:
    """A span and what its label asks about it, the attributes that are gone too; offsets are code points of *text*.

    ``spans`` gives the spans of the document in reading order, ``span_of`` one by its id, ``label_title`` the name of a label.
    """

    span: Span
    attributes: tuple[Attribute, ...]
    text: str
    language: str
    is_writable: bool
    spans: Callable[[], Iterable[Span]] = field(compare=False)
    span_of: Callable[[bytes], Span | None] = field(compare=False)
    label_title: Callable[[bytes], str] = field(compare=False)

    @property
    def asked(self) -> tuple[Attribute, ...]:
        """The attributes that the label asks for."""
        return tuple(attribute for attribute in self.attributes if not attribute.is_gone)

    @property
    def values(self) -> dict[str, Value]:
        """The values that the span has, by name."""
        return dict(self.span.attributes)

    def is_missing(self, attribute: Attribute) -> bool:
        """Whether an attribute that must be there is not."""
        return attribute.is_required and not any(name in self.values for name in attribute.names)

    def quote(self, span: Span) -> str:
        """Return the text of a span, in one line."""
        return isolated(" ".join(span.covered(self.text)[:LONGEST].split()))


@dataclass(frozen=True, slots=True)
class Opening:
    """The attribute that is open: what was ``typed`` to narrow its choices and which keys that were, why it was refused.

    ``words`` are texts that it has elsewhere.
    """

    name: str
    typed: str = ""
    keys: str = ""
    reason: str = ""
    words: tuple[str, ...] = ()


def lines_of(described: Described, opening: Opening | None) -> list[Line]:
    """Return all lines, those under the attribute that is open among them."""
    found = []
    for attribute in described.asked:
        found.append(_asked(described, attribute))
        if opening and opening.name == attribute.name:
            note = opening.reason or (_meaning(described, attribute) if attribute.kind in TYPED else "")
            found += [Line(REASON, attribute.name, part) for part in wrap(note, NOTE_WIDTH)]
            found += options(described, attribute, opening)
    return found + list(_others(described))


def options(described: Described, attribute: Attribute, opening: Opening) -> list[Line]:
    """Return what can be chosen for an attribute, as far as it fits what is typed."""
    if attribute.kind in {CHOICE, CHOICES}:
        return _narrowed(described, attribute, opening)
    typed = folding.fold(opening.typed).text
    if attribute.kind == TEXT:
        known = {opening.typed, described.values.get(attribute.name)}
        words = (word for word in opening.words if typed in _folded(word) and word not in known)
        return [Line(OPTION, attribute.name, isolated(word), choice=word) for word in islice(words, MOST_WORDS)]
    return _spans(described, attribute, typed) if attribute.kind == SPAN else []


def _narrowed(described: Described, attribute: Attribute, opening: Opening) -> list[Line]:
    """Return the choices that begin with what is typed, else those that begin in English with the keys that were pressed."""
    held = described.values.get(attribute.name)
    on = held if isinstance(held, tuple) else (held,)
    offered = [choice for choice in attribute.choices if not choice.is_gone]
    keyed = zip(offered, KEYS.ljust(len(offered)), strict=False)
    typed, keys = folding.fold(opening.typed).text, opening.keys.casefold()
    lines = [
        Line(OPTION, attribute.name, choice.title(described.language), "", key, choice.name, is_on=choice.name in on)
        for choice, key in keyed
    ]
    written = [line for line in lines if folding.fold(line.title).text.startswith(typed)]
    by_key = (choice.title("en").casefold().startswith(keys) for choice in offered)
    return written or list(compress(lines, by_key))


@lru_cache(MOST_FOLDED)
def _folded(text: str) -> str:
    """Return a short *text* as it is compared, remembered from one letter typed to the next."""
    return folding.fold(text).text


def _spans(described: Described, attribute: Attribute, typed: str) -> list[Line]:
    held, found = described.values.get(attribute.name), list[Line]()
    for span in described.spans():
        if span.id != described.span.id and typed in _folded(span.covered(described.text)[:LONGEST]):
            name = span.id.hex()
            title = described.label_title(span.label)
            found.append(Line(OPTION, attribute.name, described.quote(span), title, choice=name, is_on=name == held))
            if len(found) == MOST_SPANS:
                break
    return found


def _asked(described: Described, attribute: Attribute) -> Line:
    title, is_missing = attribute.title(described.language), described.is_missing(attribute)
    value, is_odd = (tr("missing"), False) if is_missing else _value(described, attribute)
    meaning = _meaning(described, attribute)
    return Line(ASKED, attribute.name, title, value, is_missing=is_missing, is_odd=is_odd, meaning=meaning)


def _meaning(described: Described, attribute: Attribute) -> str:
    return titled(attribute.meanings, described.language)


def _value(described: Described, attribute: Attribute) -> tuple[str, bool]:
    """Return the value of an attribute in words, and whether it is none that fits."""
    values = described.values
    value = values.get(attribute.name)
    if attribute.kind == PART:
        start, end, text = (values.get(name) for name in attribute.names)
        is_there = isinstance(start, int) and isinstance(end, int) and 0 <= start < end and described.text[start:end] == text
        return raw(text) if text is not None else "", not is_there and any(name in values for name in attribute.names)
    if attribute.kind == SPAN and value is not None and attribute.fits(value):
        span = described.span_of(bytes.fromhex(str(value)))
        return (described.quote(span), False) if span else (tr("a span that is not here"), True)
    return told(attribute, value, described.language), not attribute.fits(value)


def _others(described: Described) -> Iterator[Line]:
    """Yield what the span has and its label does not ask for; names that begin with "_" are the program's own."""
    known = {name: attribute for attribute in described.attributes for name in attribute.names}
    asked = {name for attribute in described.asked for name in attribute.names}
    others = [(name, value) for name, value in described.span.attributes if name not in asked and not name.startswith("_")]
    if others:
        yield Line(HEAD, "", tr("Other"))
    for name, value in others:
        gone = known.get(name)
        is_told = gone is not None and gone.kind not in {PART, SPAN}
        title = gone.title(described.language) if gone and is_told else isolated(name)
        yield Line(OTHER, name, title, told(gone, value, described.language) if gone and is_told else raw(value))
