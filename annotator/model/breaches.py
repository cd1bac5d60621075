"""Breaches: what in a project breaks a rule of the guidelines."""

from typing import NamedTuple

from annotator.model.phrases import Phrase

PROBLEM, WARNING = LEVELS = "problem", "warning"
NO_FIX = Phrase("")


class Breach(NamedTuple):
    """What breaks a rule: the span with this ``id``, or the relation where ``is_relation``; ``words`` are those of the span.

    ``fix`` says what the fix does, "" if there is none; ``to`` is what that sets where only all documents together tell: a
    label, or a country.
    """

    rule: str
    document: bytes
    id: bytes
    start: int
    end: int
    words: str
    message: Phrase
    fix: Phrase = NO_FIX
    to: bytes | str = ""
    is_relation: bool = False
