"""The keys of ``annotator.doc/1``: which must be there, and what each value must be."""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from annotator.model.notes import KINDS
from annotator.text.names import is_name

_KINDS = ("gold", "annotator", "merged", "model", "import")
_STATUSES = ("complete", "partial", "untouched", "skipped")
_SPLITS = ("train", "dev", "test")
_ORIGINS = ("manual", "model", "rule", "import", "merge")
_TIME = regex.compile(r"[0-9]{8}T[0-9]{6}Z")
_SHA256 = regex.compile(r"[0-9a-f]{64}")
# Beyond it, readers in other languages take one number for another.
_LAST_OFFSET = (1 << 53) - 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an object: whether it must be there, what its value must be, in words and as a test."""

    is_needed: bool
    words: str
    fits: Callable[[object], bool]


def needed(words: str, fits: Callable[[object], bool]) -> Key:
    """Return a key that must be there."""
    return Key(is_needed=True, words=words, fits=fits)


def optional(words: str, fits: Callable[[object], bool]) -> Key:
    """Return a key that may be left out."""
    return Key(is_needed=False, words=words, fits=fits)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and is_name(value)


def _is_offset(value: object) -> bool:
    return type(value) is int and 0 <= value <= _LAST_OFFSET


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _like(pattern: "regex.Pattern[str]") -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_pairs(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(pair, list) and len(pair) == 2 and all(map(_is_offset, pair)) and pair[0] <= pair[1]  # noqa: PLR2004 - a pair
        for pair in value
    )


def _is_parts(value: object) -> bool:
    return isinstance(value, list) and len(value) > 1 and _is_pairs(value)


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_name, value))


def _is_flat(*kinds: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, dict) and all(v is None or type(v) in kinds for v in value.values())


def _is_attributes(value: object) -> bool:
    def fits(inner: object) -> bool:
        return (
            inner is None or type(inner) in {str, int, float, bool} or (isinstance(inner, list) and all(map(_is_text, inner)))
        )

    return isinstance(value, dict) and all(map(fits, value.values()))


OURS = {"_created", "_origin", "_updated", "_provenance"}  # where a project keeps what has keys of its own in a line
NOT_KEPT = {"tokens", "confidence", "annotators"}
LINE = {
    "schema": needed("annotator.doc/1", _is_text),
    "id": needed("a name without control characters", _is_name),
    "text": needed("a string", _is_text),
    "text_sha256": optional("64 hex digits", _like(_SHA256)),
    "unit": needed('"codepoint"', _one_of("codepoint")),
    "lang": optional("a language tag", _is_name),
    "meta": optional("an object of strings", _is_flat(str)),
    "split": optional("train, dev or test", _one_of(*_SPLITS)),
    "split_key": optional("a string", _is_name),
    "layer": needed("an object", lambda value: isinstance(value, dict)),
    "status": needed(", ".join(_STATUSES), _one_of(*_STATUSES)),
    "reviewed": optional("an object", lambda value: isinstance(value, dict)),
    "spans": needed("a list", _is_list),
    "relations": needed("a list", _is_list),
    "provenance": optional("an object of strings and whole numbers", _is_flat(str, int)),
}
LAYER = {
    "kind": needed(", ".join(_KINDS), _one_of(*_KINDS)),
    "annotator": optional("a name or null", lambda value: value is None or _is_name(value)),
    "method": optional("a name or null", lambda value: value is None or _is_name(value)),
}
REVIEWED = {
    "labels": needed("a list of label names", _is_names),
    "ranges": needed("a list of [start, end]", _is_pairs),
}
SPAN = {
    "id": needed("a name", _is_name),
    "start": needed("a whole number of code points, 0 or more", _is_offset),
    "end": needed("a whole number of code points, 0 or more", _is_offset),
    "label": needed("a label name", _is_name),
    "text": needed("a string", _is_text),
    "segments": optional("a list of [start, end]", _is_parts),
    "attrs": optional("an object of strings, numbers, truths or lists of strings", _is_attributes),
    "note": optional("a string", _is_text),
    "origin": optional(", ".join(_ORIGINS), _one_of(*_ORIGINS)),
    "created": optional("a time like 20260131T235959Z", _like(_TIME)),
    "updated": optional("a time like 20260131T235959Z", _like(_TIME)),
}
RELATION = {
    "id": needed("a name", _is_name),
    "head": needed("a name", _is_name),
    "tail": needed("a name", _is_name),
    "label": needed("a label name", _is_name),
    "attrs": optional("an object of strings, numbers, truths or lists of strings", _is_attributes),
}
NOTE = {
    "id": needed("a name", _is_name),
    "kind": needed("comment, question or flag", _one_of(*KINDS)),
    "text": needed("a string", _is_text),
    "about": optional("a name", _is_name),
    "resolved": optional("true", lambda value: value is True),
}
