"""JSON from strangers: what the standard library lets through is refused here, in plain words."""

import json
import math
from typing import NoReturn

import regex

from annotator.model.errors import AnnotatorError

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
        twice = next(key for place, (key, _) in enumerate(pairs) if key in dict(pairs[:place]))
        raise NotJson("the key {key} stands there twice", key=repr(twice))
    return found


def _constant(name: str) -> NoReturn:
    raise NotJson("{number} is not a number that JSON knows", number=name)


def _float(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise NotJson("{number} is too large a number", number=digits)
    return number


def _check_surrogates(value: object) -> None:
    if isinstance(value, str):
        if _SURROGATE.search(value):
            raise NotJson("half of a surrogate pair stands alone in a string")
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check_surrogates(key)
            _check_surrogates(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_surrogates(inner)
