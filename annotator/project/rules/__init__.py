"""The rules of consistency, one family a file; a rule counts once it is listed here, in the order in which they are shown."""

from annotator.project.rules import claims, counts, ends, overlaps, places, proclitics, relations, same, values
from annotator.project.rules.rule import AnyRule, LayerRule, Rule, ValueRule

RULES: tuple[AnyRule, ...] = (
    *values.RULES,
    *claims.RULES,
    *counts.RULES,
    *overlaps.RULES,
    *relations.RULES,
    *ends.RULES,
    *proclitics.RULES,
    *places.RULES,
    *same.RULES,
)
BY_NAME = {rule.name: rule for rule in RULES}
VALUE_RULES = tuple(rule for rule in RULES if isinstance(rule, ValueRule))
DOCUMENT_RULES = tuple(rule for rule in RULES if isinstance(rule, Rule))
LAYER_RULES = tuple(rule for rule in RULES if isinstance(rule, LayerRule))
