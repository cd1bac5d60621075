"""Rules about claims: whose they are, and what they do."""

from collections.abc import Iterator
from functools import lru_cache

import regex

from annotator.model.breaches import NO_FIX, PROBLEM, WARNING, Breach
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.known import UNATTRIBUTED, Facts
from annotator.project.rules.rule import Rule, ValueRule, Verdict, breach, with_values
from annotator.project.rules.sheet import Sheet, Values
from annotator.text.folding import fold

CUE, ACT, DENY = "cue_text", "act", "deny"
_UNATTRIBUTED = Phrase("mark it as unattributed")
_ATTRIBUTED = Phrase("take “unattributed” away")
# Folded: نفى ينفي نفت تنفي نافيا، أنكر ينكر منكرا، كذّب يكذب، فنّد يفند، and their feminines and plurals.
_DENIES = regex.compile(
    r"[وف]?(?:نفي|نفت|نفوا|[يت]نفي|ينفون|نافي[اه]?|نافين|انكر(?:ت|وا)?|[يت]نكر|ينكرون|منكر[اه]?"
    r"|كذب(?:ت|وا)?|[يت]كذب|فند(?:ت|وا)?|[يت]فند|den(?:y|ies|ied|ying))"
)
_WORD = regex.compile(r"[\p{L}\p{M}]+")


def unsourced(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that lack a relation which every one of them begins, and are not marked as unattributed."""
    needing, kinds, labels = sheet.known.needing, sheet.known.kinds, sheet.known.labels
    if not needing:
        return
    begun = {(relation.head, relation.label) for relation in sheet.relations}
    for mark in sheet.marks:
        identifier, label, _, _, _, cell = mark
        if label not in needing or sheet.values[cell].get(UNATTRIBUTED):
            continue
        lacking = next((kind for kind in needing[label] if (identifier, kind) not in begun), None)
        if lacking:
            yield breach("source", sheet, mark, _lacks(kinds[lacking], may_lack=labels[label].may_lack_source))


def unattributed(span: Span, _: Sheet) -> Span:
    """Return *span* marked as unattributed."""
    return with_values(span, **{UNATTRIBUTED: True})


def both(sheet: Sheet) -> Iterator[Breach]:
    """Yield the spans that have a source and are marked as unattributed all the same."""
    needing, kinds = sheet.known.needing, sheet.known.kinds
    begun = {(relation.head, relation.label) for relation in sheet.relations}
    for mark in sheet.marks if begun else ():
        identifier, label, _, _, _, cell = mark
        found = [kind for kind in needing.get(label, ()) if (identifier, kind) in begun]
        if found and sheet.values[cell].get(UNATTRIBUTED):
            message = Phrase("it has a {relation} and is marked as unattributed", relation=kinds[found[0]])
            yield breach("both", sheet, mark, Verdict(message, _ATTRIBUTED))


def attributed(span: Span, _: Sheet) -> Span:
    """Return *span* no longer marked as unattributed."""
    return with_values(span, **{UNATTRIBUTED: None})


@lru_cache
def _lacks(relation: str, *, may_lack: bool) -> Verdict:
    return Verdict(Phrase("it has no {relation}", relation=relation), _UNATTRIBUTED if may_lack else NO_FIX)


def denied(facts: Facts | None, values: Values) -> Verdict | None:
    """Judge whether a claim whose speech verb denies is said to deny."""
    cue = values.get(CUE)
    is_other = facts is not None and ACT in facts.attributes and values.get(ACT) not in {None, DENY}
    if not is_other or not isinstance(cue, str) or not any(map(_DENIES.fullmatch, _WORD.findall(fold(cue).text))):
        return None
    message = Phrase("{cue} denies, and the act is another", cue=cue)
    return Verdict(message, Phrase("set the act to “denies”"))


def denying(span: Span, _: Sheet) -> Span:
    """Return *span* as a claim that denies."""
    return with_values(span, **{ACT: DENY})


RULES = (
    Rule("source", PROBLEM, Phrase("Claims without a source"), (12,), unsourced, unattributed),
    Rule("both", PROBLEM, Phrase("Claims with a source, marked as unattributed"), (12,), both, attributed),
    ValueRule("act", WARNING, Phrase("Claims that deny"), (14,), denied, denying),
)
