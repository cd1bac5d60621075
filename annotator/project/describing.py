"""Edits of what is known about a document beside its text: title, address, language, the fields of the schema, free facts."""

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from annotator.model.attributes import CHOICES, COUNT, DATE, FLAG, NUMBER, Attribute, Value
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError
from annotator.model.schema_facts import is_text
from annotator.project.marking import change_source, source_of
from annotator.storage.reader import Reader
from annotator.text.shown import shown

TITLE, URL, LANGUAGE = OWN = ("title", "url", "language")
TAKEN = {*OWN, "taken", "direction", "directions"}  # what an export calls facts of its own
TRUTHS = {"true": True, "false": False}
LONGEST = 10_000
_LANGUAGE = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
Fact = tuple[str, str]


def describe(reader: Reader, fields: tuple[Attribute, ...], document: bytes, facts: Iterable[Fact]) -> Edit:
    """Return the edit that lets *facts*, (name, value) pairs, be known of a document; "" takes a value away.

    Raises AnnotatorError as `check` does, Stale when the document was removed.
    """
    before = source_of(reader, document)
    given = dict(facts)
    for name, value in given.items():
        check(fields, name, value)
    own = {name: given.pop(name) for name in OWN if name in given}
    metadata = dict(before.metadata) | given
    kept = tuple(sorted((name, value) for name, value in metadata.items() if given.get(name) != ""))
    return change_source("facts", before, replace(before, **own, metadata=kept))  # type: ignore[arg-type]


def check(fields: tuple[Attribute, ...], name: str, value: str) -> None:
    """Raise AnnotatorError for a fact that no document can have: a value that is none of its field's, a name that is taken."""
    if not is_text(value) or len(value) > LONGEST:
        message = "a fact about a document has no control characters and at most {most} others: shorten it"
        raise AnnotatorError(message, most=LONGEST)
    field = next((field for field in fields if field.name == name and not field.is_gone), None)
    if name == TITLE and not value.strip():
        raise AnnotatorError("a document needs a title: give it one")
    if name == LANGUAGE and value and not _LANGUAGE.fullmatch(value):
        raise AnnotatorError("{value} is no language tag: write one like ar, fa or zh-Hant", value=shown(value))
    if field and value:
        _check_value(field, value)
    if not field and name not in OWN:
        check_name(name)


def check_name(name: str) -> None:
    """Raise AnnotatorError for what a free fact cannot be called."""
    if name.startswith("_"):
        raise AnnotatorError("names that begin with _ are the program's own: choose another name")
    if name in TAKEN:
        raise AnnotatorError("{name} means something already: choose another name", name=shown(name))
    if not name.strip() or not is_text(name) or "\n" in name or "\t" in name:
        raise AnnotatorError("a fact needs a name of one line without control characters: give it one")


def _check_value(field: Attribute, value: str) -> None:
    if field.fits(_valued(field, value)):
        return
    if field.kind == DATE:
        raise AnnotatorError("{value} is no date: write it like 2024, 2024-05 or 2024-05-31", value=shown(value))
    raise AnnotatorError("{name} cannot be {value}: choose another value", name=shown(field.name), value=shown(value))


def _valued(field: Attribute, text: str) -> Value:
    """Return the value that *text* stands for, text where it stands for nothing else."""
    return _VALUES[field.kind](text) if field.kind in _VALUES else text


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


_VALUES: dict[str, Callable[[str], Value]] = {
    CHOICES: lambda text: tuple(part.strip() for part in text.split(",")),
    COUNT: lambda text: int(text) if text.isascii() and text.isdecimal() else -1,
    FLAG: lambda text: TRUTHS.get(text, text),
    NUMBER: _number,
}
