"""What the stanzas of a schema file must say, and what they may: key by key, in words and as a test."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from annotator.model.attributes import KINDS
from annotator.model.errors import AnnotatorError
from annotator.text.shown import shown
from annotator.text.toml_lines import Path

Stanza = dict[str, Any]
MOST_LABELS, MOST_ATTRIBUTES, MOST_VALUES, MOST_RELATIONS = 200, 100, 200, 100


class Refused(AnnotatorError):
    """What is wrong with a stanza, and where: a path of keys and places, as `text.toml_lines` takes it."""

    def __init__(self, path: Path, message: str, /, **values: object) -> None:
        """Say *message*, its places filled with *values*, of what is at *path*."""
        super().__init__(message, **values)
        self.path = path


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stanza stands: its ``path``, and what it is called in messages."""

    path: Path
    words: AnnotatorError


@dataclass(frozen=True, slots=True)
class Fact:
    """What a value of a stanza must be, in words and as a test; whether it must be there."""

    words: str
    fits: Callable[[object], bool]
    is_needed: bool = False


def checked(stanza: object, place: Place, facts: Mapping[str, Fact]) -> Stanza:
    """Return *stanza*, which has nothing but these *facts*; raises Refused."""
    if not isinstance(stanza, dict):
        raise Refused(place.path, "{where} is no stanza", where=place.words)
    unknown = next((key for key in stanza if key not in facts), None)
    if unknown is not None:
        raise Refused((*place.path, unknown), "{where}: unknown key {key}", where=place.words, key=shown(repr(unknown)))
    for key, fact in facts.items():
        if (fact.is_needed or key in stanza) and not fact.fits(stanza.get(key)):
            path = (*place.path, key) if key in stanza else place.path
            raise Refused(path, "{where}: {key} must be {words}", where=place.words, key=key, words=AnnotatorError(fact.words))
    return stanza


def listed(stanza: Stanza, key: str, most: int, place: Place) -> list[Any]:
    """Return the list at *key*, none if there is none; raises Refused for more than *most*."""
    found: list[Any] = stanza.get(key, [])
    if len(found) > most:
        message = "{where}: {key} stands there {count} times, and {most} are the most"
        raise Refused((*place.path, key, most), message, where=place.words, key=key, count=len(found), most=most)
    return found


def refuse_twice(facts: "list[tuple[str, Path]]") -> None:
    """Raise Refused if one of these *facts* stands there twice; each comes with its path."""
    seen: set[str] = set()
    for fact, path in facts:
        if fact in seen:
            raise Refused(path, "{fact} stands there twice", fact=shown(repr(fact)))
        seen.add(fact)


def _matching(pattern: "regex.Pattern[str]") -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_titles(value: object) -> bool:
    return isinstance(value, dict) and all(map(is_name, (*value, *value.values())))


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _is_names(value: object) -> bool:
    return isinstance(value, list) and all(map(is_name, value))


def _is_ends(value: object) -> bool:
    return isinstance(value, list) and all(_is_names(pair) and len(pair) == 2 for pair in value)  # noqa: PLR2004 - a pair


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


is_name = _matching(regex.compile(r"[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]+"))
is_key = _matching(regex.compile("[0-9a-z]?"))
is_color = _matching(regex.compile("#[0-9A-Fa-f]{6}"))
is_attribute_name = _matching(regex.compile(r"(?!_)[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]+"))
is_text = _matching(regex.compile(r"(?:[\n\t]|[^\p{Cc}\p{Cs}])*"))
SHAPES, PATTERNS = ("fill", "bracket"), ("solid", "dashed", "dotted", "double")
_TITLES = {"title": Fact("a text for each language", _is_titles), "meaning": Fact("a text for each language", _is_titles)}
_NAME = Fact("a name", is_name, is_needed=True)
_STANZAS = Fact("a list of stanzas", _is_list)
_KEY = Fact("a digit, a small Latin letter or nothing", is_key)
_TRUTH = Fact("true or false", _is_truth)
_ID = Fact("32 digits from 0 to f", _matching(regex.compile("[0-9a-f]{32}")))
SCHEMA = {
    "name": _NAME,
    "flat": Fact("a list of lanes", _is_names),
    "guidelines": Fact("a text", is_text),
    "label": _STANZAS,
    "relation": _STANZAS,
    "field": _STANZAS,
}
LABEL = {
    "name": _NAME,
    "key": Fact(_KEY.words, _KEY.fits, is_needed=True),
    "lane": _NAME,
    "color": Fact("a colour like #0072B2", is_color, is_needed=True),
    "shape": Fact("fill or bracket", _one_of(*SHAPES)),
    "pattern": Fact("solid, dashed, dotted or double", _one_of(*PATTERNS)),
    "attribute": _STANZAS,
    "formerly": Fact("a list of names", _is_names),
    "id": _ID,
    "retired": _TRUTH,
    "merged_into": Fact("the name of a label", is_name),
} | _TITLES
ATTRIBUTE = {
    "name": Fact("a name that does not begin with _", is_attribute_name, is_needed=True),
    "type": Fact(", ".join(KINDS), _one_of(*KINDS), is_needed=True),
    "values": _STANZAS,
    "required": _TRUTH,
    "retired": _TRUTH,
} | _TITLES
VALUE = {"name": _NAME, "title": _TITLES["title"], "retired": _TRUTH}
RELATION = {
    "name": _NAME,
    "ends": Fact("a list of [label, label]", _is_ends, is_needed=True),
    "key": _KEY,
    "required": _TRUTH,
    "symmetric": _TRUTH,
    "derived": _TRUTH,
    "retired": _TRUTH,
    "id": _ID,
} | _TITLES
