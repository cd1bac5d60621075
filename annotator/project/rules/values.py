"""Rules about what a span says of itself: its label, and values that are missing or none of their attribute's."""

from annotator.model.breaches import PROBLEM
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.known import Facts, fits
from annotator.project.rules.rule import ValueRule, Verdict, with_values
from annotator.project.rules.sheet import Sheet, Values
from annotator.text.shown import shown

OWN, LONGEST = "_", 40  # attributes of the program's own begin with a line below
_UNKNOWN = Verdict(Phrase("its label is not in the schema"))
_AWAY = Phrase("take the value away")


def unknown(facts: Facts | None, _: Values) -> Verdict | None:
    """Judge whether the label is in the schema."""
    return None if facts else _UNKNOWN


def missing(facts: Facts | None, values: Values) -> Verdict | None:
    """Judge whether every value is there that spans under this label must have."""
    found = [name for name in facts.required if values.get(name) is None] if facts else []
    if not found:
        return None
    if len(found) == 1:
        return Verdict(Phrase("{attribute} is missing", attribute=found[0]))
    return Verdict(Phrase("{attribute} and {other} are missing", attribute=found[0], other=found[1]))


def unfit(facts: Facts | None, values: Values) -> Verdict | None:
    """Judge whether every value is one of an attribute that the label has."""
    found = _unfit(facts, values)
    if facts is None or not found:
        return None
    name = found[0]
    if name not in facts.attributes:
        return Verdict(Phrase("{name} is no attribute of this label", name=shown(name, LONGEST)), _AWAY)
    return Verdict(Phrase("{attribute} cannot be {value}", attribute=name, value=shown(str(values[name]), LONGEST)), _AWAY)


def without_unfit(span: Span, sheet: Sheet) -> Span:
    """Return *span* without such values."""
    found = _unfit(sheet.known.labels.get(span.label), dict(span.attributes))
    return with_values(span, **dict.fromkeys(found))


def _unfit(facts: Facts | None, values: Values) -> list[str]:
    if facts is None:
        return []
    own = (name for name in values if not name.startswith(OWN))
    return [name for name in own if name not in facts.attributes or not fits(facts.attributes[name], name, values[name])]


RULES = (
    ValueRule("label", PROBLEM, Phrase("Unknown labels"), (1,), unknown),
    ValueRule("required", PROBLEM, Phrase("Missing values"), (8, 9), missing),
    ValueRule("value", PROBLEM, Phrase("Values that do not fit"), (), unfit, without_unfit),
)
