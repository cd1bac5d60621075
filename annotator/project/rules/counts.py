"""Rules about counts: numbers that fit their qualifier and one another, and say what the text says."""

from collections.abc import Callable, Iterator

from annotator.model.attributes import Value
from annotator.model.breaches import NO_FIX, PROBLEM, WARNING, Breach
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.known import COUNTS, QUALIFIER
from annotator.project.rules.rule import Rule, Verdict, breach, with_values
from annotator.project.rules.sheet import Sheet, Values
from annotator.text.numbers import Quantity, stated

FROM_TEXT = Phrase("take the count from the text")
_SIGNS = {"about": "≈ ", "at_least": "≥ ", "more_than": "> ", "up_to": "≤ ", "less_than": "< "}
UNQUANTIFIED, NOTHING = "unquantified", "–"
Number = int | None
Numbers = tuple[Number, Number, Number]


def misshapen(words: str, values: Values) -> Verdict | None:
    """Judge whether the numbers are in order, and are those that their qualifier has."""
    message = _wrong(_numbers(values), values.get(QUALIFIER))
    if message is None:
        return None
    right = _shaped(words, values)
    fix = NO_FIX if right is None else FROM_TEXT if len(right) > 1 else _named(right)
    return Verdict(message, fix)


def shaped(span: Span, sheet: Sheet) -> Span:
    """Return *span* with the numbers that its text states; where that states none, with the qualifier of its numbers."""
    values = _shaped(span.covered(sheet.document.text), dict(span.attributes))
    return with_values(span, **values) if values else span


def other_than_text(words: str, values: Values) -> Verdict | None:
    """Judge whether the numbers are those that the *words* state, if they do."""
    said = stated(words)
    if said is None or not _differs(values, said):
        return None
    here = _told(_numbers(values), str(values.get(QUALIFIER) or ""))
    message = Phrase("the text says {said}, here it is {here}", said=_told(said[2:5], said.qualifier), here=here)
    return Verdict(message, FROM_TEXT)


def as_in_text(span: Span, sheet: Sheet) -> Span:
    """Return *span* with the numbers that its text states."""
    said = stated(span.covered(sheet.document.text))
    return with_values(span, **_stored(said)) if said else span


def counted(rule: str, judge: Callable[[str, Values], Verdict | None]) -> Callable[[Sheet], Iterator[Breach]]:
    """Return what yields the spans that count and that *judge* finds to break a *rule*; it is asked once of the same words."""

    def check(sheet: Sheet) -> Iterator[Breach]:
        counting, judged = sheet.known.counting, sheet.known.judged
        for mark in sheet.marks:
            if mark[1] not in counting:
                continue
            words, cell = sheet.covered(mark), mark[5]
            key = rule, words, cell
            if key not in judged:
                judged[key] = judge(words, sheet.values[cell])
            verdict = judged[key]
            if verdict:
                yield breach(rule, sheet, mark, verdict)

    return check


def _numbers(values: Values) -> Numbers:
    low, best, high = (values.get(name) for name in COUNTS)
    return _count(low), _count(best), _count(high)


def _count(value: Value) -> Number:
    return value if type(value) is int else None


def _stored(said: Quantity) -> dict[str, Value]:
    return {"min": said.min, "best": said.best, "max": said.max, QUALIFIER: said.qualifier}


def _differs(values: Values, said: Quantity) -> bool:
    if values.get(QUALIFIER) == UNQUANTIFIED or not any(name in values for name in (*COUNTS, QUALIFIER)):
        return True
    return any(here is not None and here != there for here, there in zip(_numbers(values), said[2:5], strict=True))


def _shaped(words: str, values: Values) -> dict[str, Value] | None:
    """Return what makes the numbers right: all that the text states, or the qualifier alone; None if nobody can tell."""
    said = stated(words)
    if said:
        return _stored(said)
    fitting = [name for name in _SHAPES if not _wrong(_numbers(values), name)]
    return {QUALIFIER: fitting[0]} if fitting else None


def _named(values: dict[str, Value]) -> Phrase:
    return Phrase("set the qualifier to {qualifier}", qualifier=values[QUALIFIER])


def _wrong(numbers: Numbers, qualifier: Value) -> Phrase | None:
    """Return what is wrong with *numbers* under a *qualifier*; nothing is known of a qualifier of the team's own."""
    given = [number for number in numbers if number is not None]
    if given != sorted(given):
        return Phrase("the least, the stated and the most are out of order")
    shape = _SHAPES.get(qualifier) if isinstance(qualifier, str) else None
    if shape is None or shape(*numbers):
        return None
    return Phrase("{here} is not what {qualifier} has", here=_told(numbers, ""), qualifier=qualifier)


def _is_range(low: Number, best: Number, high: Number) -> bool:
    return low is not None and high is not None and low < high and (best is None or low <= best <= high)


# Bounds that share a shape stand in the order in which one is proposed.
_SHAPES: dict[str, Callable[[Number, Number, Number], bool]] = {
    "exact": lambda low, best, high: low is not None and low == best == high,
    "range": _is_range,
    "about": lambda low, best, high: low is None and best is not None and high is None,
    "at_least": lambda low, best, high: low is not None and best is None and high is None,
    "more_than": lambda low, best, high: low is not None and best is None and high is None,
    "up_to": lambda low, best, high: low is None and best is None and high is not None,
    "less_than": lambda low, best, high: low is None and best is None and high is not None,
    "vague": lambda low, best, _high: low is not None and best is None,
    UNQUANTIFIED: lambda low, best, high: low is None and best is None and high is None,
}


def _told(numbers: Numbers, qualifier: str) -> str:
    """Return *numbers* in signs that every language reads; those of the *qualifier* if it has such numbers."""
    fitting = [name for name, shape in _SHAPES.items() if shape(*numbers)]
    shape = qualifier if qualifier in fitting else fitting[0] if fitting else ""
    given = [str(number) for number in numbers if number is not None]
    if shape in {"exact", *_SIGNS}:
        return _SIGNS.get(shape, "") + given[0]
    if shape == "vague" and len(given) == 1:
        return f"{given[0]}…"
    return "–".join(given) if len(given) > 1 else given[0] if given else NOTHING


RULES = (
    Rule("numbers", PROBLEM, Phrase("Numbers that do not fit one another"), (9,), counted("numbers", misshapen), shaped),
    Rule("text", WARNING, Phrase("Counts other than in the text"), (9,), counted("text", other_than_text), as_in_text),
)
