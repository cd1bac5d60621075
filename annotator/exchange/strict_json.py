"""JSON from strangers: what the standard library lets through is refused here, in plain words."""

import json
import math
from collections import Counter
from typing import NoReturn

import regex

from annotator.model.errors import AnnotatorError
from annotator.text.shown import shown

_SURROGATE = regex.compile(r"\p{Cs}")


class NotJson(AnnotatorError):
    """What is wrong with a piece of JSON, as a sentence."""


def loads(data: bytes) -> object:
    """Return the value in *data*, UTF-8; raises NotJson for anything but one well-formed value.

    Refused too: a key twice, NaN and infinity, lone surrogates, numbers and nesting beyond reason.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise NotJson("byte {byte} is not UTF-8", byte=error.start) from error
    try:
        value = json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
    except json.JSONDecodeError as error:
        raise NotJson("not JSON: {why} at character {place}", why=error.msg, place=error.pos) from error
    except RecursionError as error:
        raise NotJson("nested too deeply") from error
    except ValueError as error:
        raise NotJson("a number has too many digits") from error
    if "\\ud" in text.lower():
        _check_surrogates(value)
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)
        raise NotJson("the key {key} stands there twice", key=shown(repr(twice)))
    return found


def _constant(name: str) -> NoReturn:
    raise NotJson("{number} is not a number that JSON knows", number=name)


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotJson("{number} is too large a number", number=shown(digits))
    return number


def _check_surrogates(value: object) -> None:
    """Refuse half a pair in any string; walked with a list, for the parser may nest deeper than Python calls."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += (*one, *one.values())
        elif isinstance(one, list):
            waiting += one
        elif isinstance(one, str) and _SURROGATE.search(one):
            raise NotJson("half of a surrogate pair stands alone in a string")
