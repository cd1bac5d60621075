"""Schema files: labels as TOML, checked fact by fact."""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.model.schemas import Label, Schema, label_id, look_of
from annotator.text.shown import shown


@dataclass(frozen=True, slots=True)
class Fact:
    """What a value of a stanza must be, in words and as a test."""

    words: str
    fits: Callable[[object], bool]


def read_schema(path: Path) -> Schema:
    """Read a schema from a TOML file; raises InvalidFile."""
    name = shown(path.name)
    try:
        return _schema(tomllib.loads(path.read_bytes().decode()))
    except OSError as error:
        raise InvalidFile("{name}: cannot be read ({why}); choose another file", name=name, why=error.strerror) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, AnnotatorError) as error:
        raise InvalidFile("{name}: not a schema file: {why}; correct it", name=name, why=error) from error


def _schema(content: dict[str, Any]) -> Schema:
    stanzas = content.get("label")
    if not _is_name(content.get("name")) or not isinstance(stanzas, list) or not stanzas:
        raise AnnotatorError("it needs a name and at least one [[label]]")
    for number, stanza in enumerate(stanzas, start=1):
        _check(stanza, number)
    labels = tuple(
        Label(label_id(stanza["name"]), stanza["name"], stanza["color"], stanza["key"], stanza["lane"]) for stanza in stanzas
    )
    _refuse_twice(label.name for label in labels)
    _refuse_twice(label.key for label in labels if label.key)
    return Schema(content["name"], labels, tuple(map(look_of, stanzas)))


def _check(stanza: object, number: int) -> None:
    if not isinstance(stanza, dict):
        raise AnnotatorError("label {number} is no stanza", number=number)
    unknown = sorted(stanza.keys() - _FACTS.keys() - _LOOKS.keys())
    if unknown:
        raise AnnotatorError("label {number}: unknown key {key}", number=number, key=shown(repr(unknown[0])))
    for key, fact in (_FACTS | _LOOKS).items():
        if (key in _FACTS or key in stanza) and not fact.fits(stanza.get(key)):
            message = "label {number}: {key} must be {words}"
            raise AnnotatorError(message, number=number, key=key, words=AnnotatorError(fact.words))


def _refuse_twice(facts: Iterable[str]) -> None:
    seen: set[str] = set()
    for fact in facts:
        if fact in seen:
            raise AnnotatorError("{fact} stands there twice", fact=shown(repr(fact)))
        seen.add(fact)


def _matching(pattern: "regex.Pattern[str]") -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _is_titles(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_name, value.values()))


_is_name = _matching(regex.compile(r"[^\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]+"))
_FACTS = {
    "name": Fact("a name", _is_name),
    "key": Fact("a digit, a small Latin letter or nothing", _matching(regex.compile("[0-9a-z]?"))),
    "lane": Fact("a name", _is_name),
    "color": Fact("a colour like #0072B2", _matching(regex.compile("#[0-9A-Fa-f]{6}"))),
}
_LOOKS = {
    "shape": Fact("fill or bracket", _one_of("fill", "bracket")),
    "pattern": Fact("solid, dashed, dotted or double", _one_of("solid", "dashed", "dotted", "double")),
    "title": Fact("a text for each language", _is_titles),
    "meaning": Fact("a text for each language", _is_titles),
}
