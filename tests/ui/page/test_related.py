"""What joins a span to others, and what could: kinds are offered where they are legal and say something new."""

from dataclasses import replace

import pytest

from annotator.model.relations import RelationKind
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.related import Link, Related
from tests.joined import Joined, relations_of, spans_over
from tests.ui.acts import ARTICLE

CLAIM, ACTOR, CASUALTY, PLACE, OTHER, SECOND = range(6)


@pytest.fixture
def spans(schema: Schema) -> list[Span]:
    """Return a claim, and in it an actor and a casualty, a place, another claim, another actor."""
    marks = (0, 60, "claim"), (6, 36, "actor"), (40, 50, "casualty"), (62, 69, "location"), (80, 90, "claim"), (92, 99, "actor")
    return spans_over(ARTICLE, schema, *marks)


def related(schema: Schema, spans: list[Span], *joined: Joined) -> Related:
    """Return how *spans* are related when they are joined so."""
    return Related(schema.relations, relations_of(schema, spans, *joined))


def offered(of: Related, begun: Span, other: Span) -> list[tuple[str, bool]]:
    """Return (name, whether the other way round) of the kinds offered."""
    return [(option.kind.name, option.is_back) for option in of.options(begun, other)]


def retired(schema: Schema, name: str) -> list[RelationKind]:
    """Return the kinds of the schema, the one called *name* retired."""
    return [replace(kind, is_gone=True) if kind.name == name else kind for kind in schema.relations]


def test_kinds_are_offered_from_either_end(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans)
    assert offered(of, spans[CLAIM], spans[ACTOR]) == [("source", False), ("target", False), ("relayed_by", False)]
    assert offered(of, spans[ACTOR], spans[CLAIM]) == [("source", True), ("target", True), ("relayed_by", True)]
    assert offered(of, spans[CASUALTY], spans[PLACE]) == [("place", False)]
    assert offered(of, spans[CLAIM], spans[OTHER]) == [("contradicts", False), ("supports", False), ("supports", True)]


@pytest.mark.parametrize(("begun", "other"), [(ACTOR, PLACE), (PLACE, CLAIM), (CLAIM, CLAIM)])
def test_what_no_kind_may_join_is_offered_nothing(schema: Schema, spans: list[Span], begun: int, other: int) -> None:
    of = related(schema, spans)
    assert offered(of, spans[begun], spans[other]) == []
    assert of.proposed(spans[begun], spans[other]) is None


def test_what_is_said_is_not_offered_again_nor_turned_round_where_that_says_the_same(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans, (OTHER, "contradicts", CLAIM), (CLAIM, "supports", OTHER))
    assert offered(of, spans[CLAIM], spans[OTHER]) == [("supports", True)]
    assert offered(of, spans[OTHER], spans[CLAIM]) == [("supports", False)]
    of = related(schema, spans, (ACTOR, "same_as", SECOND))
    assert offered(of, spans[SECOND], spans[ACTOR]) == []
    assert spans[ACTOR] not in of.partners(spans[SECOND], spans)


def test_partners_are_those_that_something_may_join(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans)
    assert of.partners(spans[PLACE], spans) == [spans[CASUALTY]]
    assert of.partners(spans[CASUALTY], spans) == [spans[at] for at in (CLAIM, ACTOR, PLACE, OTHER, SECOND)]
    of = Related(schema.relations, is_writable=False)
    assert of.partners(spans[CASUALTY], spans) == []
    assert of.options(spans[CASUALTY], spans[PLACE]) == ()
    assert Related(retired(schema, "place")).partners(spans[PLACE], spans) == []


def test_what_was_related_by_a_kind_that_is_retired_is_shown_still(schema: Schema, spans: list[Span]) -> None:
    made = relations_of(schema, spans, (CASUALTY, "place", PLACE))
    of = Related(retired(schema, "place"), made)
    assert [link.title for link in of.of(spans[PLACE], lambda _: ())] == ["Place"]
    assert Related((), made).links() == []


def test_of_several_kinds_the_first_is_proposed_and_that_there_are_more(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans)
    ends = spans[CLAIM].id, spans[ACTOR].id
    assert of.proposed(spans[ACTOR], spans[CLAIM]) == Link(b"", "Source …", *ends, is_pending=True)
    assert of.proposed(spans[CASUALTY], spans[PLACE]) == Link(
        b"", "Place", spans[CASUALTY].id, spans[PLACE].id, is_pending=True
    )


def test_a_casualty_is_in_its_claim_as_both_tell_and_as_all_tell_together(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans)
    (link,) = of.of(spans[CASUALTY], lambda _: spans)
    assert (link.head, link.tail, link.is_derived, link.id) == (spans[CASUALTY].id, spans[CLAIM].id, True, b"")
    assert of.of(spans[CLAIM], lambda _: spans) == [link] == of.among(spans)
    assert of.of(spans[PLACE], lambda _: pytest.fail("asked")) == []


def test_a_link_is_known_from_either_end_and_once_among_all(schema: Schema, spans: list[Span]) -> None:
    of = related(schema, spans, (CLAIM, "source", ACTOR))
    (link,) = of.of(spans[ACTOR], lambda _: spans)
    assert link.other(spans[ACTOR].id) == spans[CLAIM].id
    assert link.other(spans[CLAIM].id) == spans[ACTOR].id
    assert [one.title for one in of.among(spans)] == ["Source", "Claimed in"]
