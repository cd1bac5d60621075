"""Breaches: what in a project breaks a rule of the guidelines."""

from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.edits import Edit
from annotator.model.phrases import Phrase
from annotator.model.relations import Relation
from annotator.model.spans import Span

PROBLEM, WARNING = LEVELS = "problem", "warning"
NO_FIX = Phrase("")


class Head(NamedTuple):
    """A rule as lists show it: ``title`` names what breaks it, ``numbers`` are the rules of the guidelines that it stands for.

    ``level`` is one of `LEVELS`.
    """

    name: str
    level: str
    title: Phrase
    numbers: tuple[int, ...]


class Breach(NamedTuple):
    """What breaks a rule: the span with this ``id``, or the relation where ``is_relation``; ``label`` is the id of its label.

    It stands at ``words``, from ``start`` to ``end`` (code points): those of a relation are those of the span that it begins.

    ``fix`` says what the fix does, "" if there is none; ``to`` is what that sets where only all documents together tell: a
    label, or a country.
    """

    rule: str
    document: bytes
    id: bytes
    label: bytes
    start: int
    end: int
    words: str
    message: Phrase
    fix: Phrase = NO_FIX
    to: bytes | str = ""
    is_relation: bool = False


def passed_over(breaches: Iterable[Breach], edit: Edit) -> int:
    """Return how many of the *breaches* that were to be put right by an *edit* were not."""
    changed = {row.id for row in edit.before if isinstance(row, Span | Relation)}
    return sum(found.id not in changed for found in breaches)
