"""What every object in ``annotator.doc/1`` is checked for, and how a line is refused that does not pass."""

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from annotator.exchange.native_keys import NOT_KEPT, OURS, Key
from annotator.model.attributes import Attributes
from annotator.model.errors import AnnotatorError
from annotator.text.shown import shown

_KEEP = "correct the line, or leave it out with --skip-failed"
Object = dict[str, object]


class Refused(Exception):
    """A line that cannot be taken: what is wrong, and what to do."""

    def __init__(self, what: str, remedy: str = _KEEP, /, **values: object) -> None:
        """Say *what* is wrong, its places filled with *values*, and the *remedy*."""
        super().__init__(what)
        self.what, self.remedy = AnnotatorError(what, **values), AnnotatorError(remedy)


def check(found: Object, keys: dict[str, Key], where: AnnotatorError) -> None:
    """Raise Refused for a key of *found* that is not among *keys*, is missing, or has a value that does not fit."""
    for name in found:
        if name in NOT_KEPT:
            remedy = "take it out of the line, or update Annotator"
            raise Refused("{where}holds {key}, which this version cannot keep", remedy, where=where, key=name)
        if name not in keys:
            raise Refused("{where}unknown key {key}", where=where, key=shown(repr(name)))
    for name, key in keys.items():
        if key.is_needed and name not in found:
            raise Refused("{where}the key {key} is missing", where=where, key=repr(name))
        if name in found and not key.fits(found[name]):
            given, wanted = shown(repr(found[name]), 60), AnnotatorError(key.words)
            raise Refused("{where}{key} is {given}, not {wanted}", where=where, key=name, given=given, wanted=wanted)


def objects(
    values: Iterable[object], keys: dict[str, Key], where: Callable[[int], AnnotatorError]
) -> Iterator[tuple[AnnotatorError, Object]]:
    """Yield *values* that are objects with these *keys*, each with where it stands; raises Refused, also for an id twice."""
    seen: set[object] = set()
    for number, value in enumerate(values, start=1):
        place = where(number)
        if not isinstance(value, dict):
            raise Refused("{where}not an object", where=place)
        check(value, keys, place)
        if value["id"] in seen:
            raise Refused("{where}the id {id} stands there twice", where=place, id=shown(repr(value["id"])))
        seen.add(value["id"])
        yield place, value


def refuse_ours(names: object, where: AnnotatorError) -> None:
    """Raise Refused for a name under which a project keeps what has a key of its own in a line."""
    for name in sorted(cast("Object", names).keys() & OURS):
        raise Refused("{where}the key {key} is the program's own", where=where, key=repr(name))


def attributes(found: Object) -> Attributes:
    """Return the attributes in an object, sorted by name."""
    pairs = ((name, tuple(value) if isinstance(value, list) else value) for name, value in sorted(found.items()))
    return cast("Attributes", tuple(pairs))
