"""Rules that only all documents together can break: one label for the same words, one country for the same name."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from operator import itemgetter

from annotator.model.breaches import NO_FIX, WARNING, Breach
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.known import Known
from annotator.project.rules.places import COUNTRY
from annotator.project.rules.rule import LONGEST, LayerRule, Told, Verdict, with_values
from annotator.project.rules.sheet import Sheet
from annotator.storage.rows import NO_PAIRS
from annotator.text import folding

CANONICAL = "canonical"
Value = bytes | str
Group = Callable[[str, Value], Hashable]
Say = Callable[[str, Value, int], Verdict]


def words(sheet: Sheet) -> list[Told]:
    """Return the words under labels of flat lanes, and the label; those of spans of several parts are no words of a text."""
    lanes, text, document = sheet.known.lanes, sheet.document.text, sheet.document.id
    return [
        ((key := text[start:end]), label, key, document, identifier, label, start, end)
        for identifier, label, start, end, segments, _ in sheet.marks
        if label in lanes and segments == NO_PAIRS
    ]


def labelled_otherwise(told: Iterable[Told], known: Known) -> Iterator[Breach]:
    """Yield the spans whose words are mostly under another label of the lane, however they are spelt."""

    def say(_: str, label: Value, count: int) -> Verdict:
        name = known.labels[label].name if isinstance(label, bytes) else ""
        message = Phrase("the same words are {label} elsewhere: {count} times", label=name, count=count)
        return Verdict(message, Phrase("put it under {label}", label=name))

    lanes = known.lanes
    return _others("same", told, lambda key, label: (lanes[label], folding.key(key)), say)  # type: ignore[index] # of words


def relabelled(span: Span, found: Breach) -> Span:
    """Return *span* under the label that most of its words have."""
    return replace(span, label=found.to) if isinstance(found.to, bytes) else span


def countries(sheet: Sheet) -> list[Told]:
    """Return the names under which mentions are counted, and their countries."""
    text, document, placed = sheet.document.text, sheet.document.id, dict[str, tuple[str, str]]()
    for cell in {mark[5] for mark in sheet.marks}:
        name, country = (sheet.values[cell].get(key) for key in (CANONICAL, COUNTRY))
        if isinstance(name, str) and isinstance(country, str):
            placed[cell] = name, country
    return [
        (*placed[cell], text[start : min(end, start + LONGEST)], document, identifier, label, start, end)
        for identifier, label, start, end, _, cell in sheet.marks
        if cell in placed
    ]


def elsewhere_otherwise(told: Iterable[Told], _: Known) -> Iterator[Breach]:
    """Yield the spans whose country is another than that of most with the same name."""

    def say(name: str, country: Value, count: int) -> Verdict:
        message = Phrase("{name} is in {country} elsewhere: {count} times", name=name, country=str(country), count=count)
        return Verdict(message, Phrase("set the country to {country}", country=str(country)))

    return _others("country", told, lambda name, _: folding.key(name), say)


def moved(span: Span, found: Breach) -> Span:
    """Return *span* in the country in which most with its name are."""
    return with_values(span, country=str(found.to))


def _others(rule: str, told: Iterable[Told], group: Group, say: Say) -> Iterator[Breach]:
    """Yield of each *group* with several values those that have not the one of most; where no value is that, all of them."""
    told = list(told)
    counts = Counter(map(itemgetter(0, 1), told))
    mixed = _mixed(counts, group)
    keys = {key for key, value in counts if group(key, value) in mixed} if mixed else set()
    for key, value, quoted, document, identifier, label, start, end in told:
        values = mixed.get(group(key, value)) if key in keys else None
        if values is None:
            continue
        (first, most), (second, next_most) = values.most_common(2)
        if value == first and most > next_most:
            continue
        other, count = (second, next_most) if value == first else (first, most)
        message, fix = say(key, other, count)
        is_sure = most > next_most
        right = (fix, other) if is_sure else (NO_FIX, "")
        yield Breach(rule, document, identifier, label, start, end, quoted[:LONGEST], message, *right)


def _mixed(counts: Counter[tuple[str, Value]], group: Group) -> dict[Hashable, Counter[Value]]:
    """Return how often each value is there, of the groups with more than one."""
    first: dict[Hashable, Value] = {}
    found: dict[Hashable, Counter[Value]] = {}
    for key, value in counts:
        one = group(key, value)
        if first.setdefault(one, value) != value:
            found[one] = Counter()
    for (key, value), count in counts.items() if found else ():
        one = group(key, value)
        if one in found:
            found[one][value] += count
    return found


RULES = (
    LayerRule("same", WARNING, Phrase("The same words under other labels"), (1, 5), words, labelled_otherwise, relabelled),
    LayerRule("country", WARNING, Phrase("The same name in other countries"), (5, 6), countries, elsewhere_otherwise, moved),
)
