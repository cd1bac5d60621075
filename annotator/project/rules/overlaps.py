"""Rules about spans that lie on one another: no overlap in a flat lane, nothing marked twice."""

from collections.abc import Iterator

from annotator.model.breaches import PROBLEM, Breach
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.rule import Rule, Verdict, breach
from annotator.project.rules.sheet import Sheet, parts_of
from annotator.storage.reader import Mark

_QUOTED = 30
_TWICE = Verdict(Phrase("it is marked twice with this label"), Phrase("erase this one"))


def overlapping(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that begin inside another one, both under labels of a lane that is flat."""
    lanes = sheet.known.lanes
    reach: dict[str, int] = {}
    under: dict[str, list[Mark]] = {}
    for mark in sheet.marks:
        lane = lanes.get(mark[1])
        if lane is None:
            continue
        if mark[2] >= reach.get(lane, 0):
            under[lane] = [mark]
            reach[lane] = mark[3]
            continue
        under[lane] = still = [other for other in under[lane] if other[3] > mark[2]]
        other = next((other for other in still if _share(other, mark)), None)
        if other:
            words = " ".join(sheet.covered(other)[:_QUOTED].split())
            yield breach("overlap", sheet, mark, Verdict(Phrase("it overlaps “{words}”", words=words)))
        still.append(mark)
        reach[lane] = max(reach[lane], mark[3])


def twice(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans with the label and the place of another; of those the one stays that says most, then the oldest."""
    places: dict[tuple[bytes, int, int, str], list[Mark]] = {}
    if len({mark[1:5] for mark in sheet.marks}) < len(sheet.marks):
        for mark in sheet.marks:
            places.setdefault(mark[1:5], []).append(mark)
    joined = [end for relation in sheet.relations for end in relation.ends]
    for marks in places.values():
        kept = min(marks, key=lambda mark: (-joined.count(mark[0]), -len(sheet.values[mark[5]]), mark[0]))
        yield from (breach("duplicate", sheet, mark, _TWICE) for mark in marks if mark is not kept)


def erased(_span: Span, _: Sheet) -> None:
    """Return no span: it is to be erased."""


def _share(one: Mark, other: Mark) -> bool:
    """Whether two spans share a character, and are not the same twice."""
    if one[1:5] == other[1:5]:
        return False
    return any(start < stop and begin < end for start, end in parts_of(one) for begin, stop in parts_of(other))


RULES = (
    Rule("overlap", PROBLEM, Phrase("Overlaps"), (), overlapping),
    Rule("duplicate", PROBLEM, Phrase("Marked twice"), (), twice, erased),
)
