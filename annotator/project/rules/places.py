"""Rules about places: codes, coordinates and keys that exist."""

import regex

from annotator.model.attributes import NUMBER, TEXT, Value
from annotator.model.breaches import NO_FIX, PROBLEM
from annotator.model.phrases import Phrase
from annotator.model.spans import Span
from annotator.project.rules.countries import ALPHA_3
from annotator.project.rules.known import Facts
from annotator.project.rules.rule import ValueRule, Verdict, with_values
from annotator.project.rules.sheet import Sheet, Values
from annotator.text.shown import shown

COUNTRY, GAZETTEER, LONGEST = "country", "gazetteer", 40
_LIMITS = {"lat": 90, "lon": 180}
_KEY = regex.compile(r"geonames:[1-9][0-9]*|iso:[A-Z]{2}|project:\S+")


def misplaced(facts: Facts | None, values: Values) -> Verdict | None:
    """Judge the code of the country, the coordinates and the key in the gazetteer, where the label has such attributes."""
    if facts is None:
        return None
    return _country(values.get(COUNTRY), facts) or _coordinates(values, facts) or _gazetteer(values.get(GAZETTEER), facts)


def written_right(span: Span, _: Sheet) -> Span:
    """Return *span* with the code of its country in capitals."""
    country = dict(span.attributes).get(COUNTRY)
    right = country.strip().upper() if isinstance(country, str) else ""
    return with_values(span, country=right) if right in ALPHA_3 else span


def _country(country: Value, facts: Facts) -> Verdict | None:
    if not _is_asked(facts, COUNTRY, TEXT) or not isinstance(country, str) or country in ALPHA_3:
        return None
    right = country.strip().upper()
    fix = Phrase("write it {value}", value=right) if right in ALPHA_3 else NO_FIX
    return Verdict(Phrase("{value} is no code of a country in ISO 3166, as SYR is", value=shown(country, LONGEST)), fix)


def _coordinates(values: Values, facts: Facts) -> Verdict | None:
    for name, limit in _LIMITS.items():
        value = values.get(name)
        if _is_asked(facts, name, NUMBER) and isinstance(value, int | float) and abs(value) > limit:
            return Verdict(Phrase("{attribute} cannot be {value}", attribute=name, value=str(value)))
    return None


def _gazetteer(key: Value, facts: Facts) -> Verdict | None:
    if not _is_asked(facts, GAZETTEER, TEXT) or not isinstance(key, str) or _KEY.fullmatch(key):
        return None
    message = Phrase("{value} is no key of a gazetteer, as geonames:292223 is", value=shown(key, LONGEST))
    return Verdict(message)


def _is_asked(facts: Facts, name: str, kind: str) -> bool:
    return name in facts.attributes and facts.attributes[name].kind == kind


RULES = (
    ValueRule("place", PROBLEM, Phrase("Countries, coordinates and keys that do not exist"), (5, 6), misplaced, written_right),
)
