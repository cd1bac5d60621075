"""What a rule is, and what it finds: values that every family of rules shares. Offsets are code points."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from annotator.model.attributes import Value
from annotator.model.breaches import NO_FIX, Breach
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.known import Facts, Known
from annotator.project.rules.sheet import Sheet, Values
from annotator.storage.reader import Mark

LONGEST = 120


class Verdict(NamedTuple):
    """What is wrong, and what its fix does, "" if there is none."""

    message: Phrase
    fix: Phrase = NO_FIX


Mend = Callable[[Span, Sheet], Span | None]
Told = tuple[str, bytes | str, str, bytes, bytes, bytes, int, int]
"""What one span tells a rule about all: a key, a value, then words, document, id, label, start and end of the span."""


@dataclass(frozen=True, slots=True)
class ValueRule:
    """A rule about what a span says of itself: ``judge`` is given what is known of its label, if anything, and its values.

    ``title`` names what breaks it; ``numbers`` are the rules of the guidelines that it stands for. ``mend`` returns the span of
    a breach as it is right.
    """

    name: str
    level: str
    title: Phrase
    numbers: tuple[int, ...]
    judge: Callable[[Facts | None, Values], Verdict | None]
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about a document: ``check`` yields what breaks it. Where ``mend`` returns no span, that one is to be erased.

    A relation that breaks a rule is always to be erased.
    """

    name: str
    level: str
    title: Phrase
    numbers: tuple[int, ...]
    check: Callable[[Sheet], Iterable[Breach]]
    mend: Mend | None = None


@dataclass(frozen=True, slots=True)
class LayerRule:
    """A rule about all documents of a layer together: ``gather`` takes from each what ``check`` compares.

    ``mend`` returns the span of a breach with what the breach says is right.
    """

    name: str
    level: str
    title: Phrase
    numbers: tuple[int, ...]
    gather: Callable[[Sheet], Iterable[Told]]
    check: Callable[[Iterable[Told], Known], Iterable[Breach]]
    mend: Callable[[Span, Breach], Span]


AnyRule = ValueRule | Rule | LayerRule


def breach(rule: str, sheet: Sheet, mark: Mark, verdict: Verdict) -> Breach:
    """Return that the span *mark* breaks a *rule*."""
    identifier, label, start, end, _, _ = mark
    words = sheet.document.text[start : min(end, start + LONGEST)]
    return Breach(rule, sheet.document.id, identifier, label, start, end, words, *verdict)


def with_values(span: Span, **values: Value) -> Span:
    """Return *span* with other *values* of attributes; None takes a value away."""
    kept = {name: value for name, value in (dict(span.attributes) | values).items() if name not in values or value is not None}
    return replace(span, attributes=tuple(sorted(kept.items())))
