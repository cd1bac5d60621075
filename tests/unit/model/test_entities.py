"""Entities part all mentions into groups: the same in whatever order they come, one where a name or a relation says so."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from annotator.model.entities import Entity, Mention, can_be_named, entities, is_like, likely, mentioning, name_of
from annotator.model.relations import Relation, RelationKind
from annotator.model.schemas import Label, Look, Schema
from annotator.model.shipped import USUAL, shipped
from annotator.model.spans import Span
from annotator.text.canonical import key

SCHEMA = shipped(USUAL)
ACTOR, PLACE, CLAIM = (SCHEMA.named(name).id for name in ("actor", "location", "claim"))
SAME, SOURCE = (next(kind.id for kind in SCHEMA.relations if kind.name == name) for name in ("same_as", "source"))
LAYER = b"l" * 16
WORDS = ("إيران", "ايران", "إِيران", "طهران", "مصر")
NAMES = ("", "", "إيران", "ايران", "مصر")


def mention(number: int, words: str, name: object = "", label: bytes = ACTOR, document: int = 0) -> Mention:
    """Return a mention whose span has the id *number*."""
    attributes = (("canonical", name),) if name else ()
    span = Span(LAYER, bytes([document] * 16), number.to_bytes(16), label, number, number + 1, b"q" * 8, (), attributes)  # type: ignore[arg-type]
    return Mention(span, f"title {document}", words)


def same(one: Mention, other: Mention, kind: bytes = SAME) -> Relation:
    """Return a relation from the span of *one* to that of the *other*."""
    identifier = one.span.id[8:] + other.span.id[8:]
    return Relation(LAYER, one.span.document, identifier, kind, one.span.id, other.span.id)


def groups(found: tuple[Entity, ...]) -> set[frozenset[int]]:
    """Return the ids of the spans of each entity."""
    return {frozenset(int.from_bytes(span.id) for span in entity.spans) for entity in found}


@st.composite
def worlds(draw: DrawFn) -> tuple[list[Mention], list[Relation]]:
    """Return mentions in up to three documents, and relations between some of the same document."""
    count = draw(st.integers(0, 14))
    made = [
        mention(
            number + 1,
            draw(st.sampled_from(WORDS)),
            draw(st.sampled_from(NAMES)),
            draw(st.sampled_from((ACTOR, ACTOR, PLACE))),
            draw(st.integers(0, 2)),
        )
        for number in range(count)
    ]
    pairs = [(one, other) for one in made for other in made if one.span.document == other.span.document]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=6)) if pairs else []
    return made, [same(*pair, draw(st.sampled_from((SAME, SAME, SOURCE)))) for pair in chosen]


def alike(made: list[Mention], relations: list[Relation], one: Mention, other: Mention) -> bool:
    """Whether one look says that two mentions are of the same: the definition, without any cleverness."""
    if one.span.label != other.span.label:
        return False
    labels = {m.place: m.span.label for m in made}
    ties = [
        {(relation.document, relation.head), (relation.document, relation.tail)}
        for relation in relations
        if relation.label == SAME and relation.head != relation.tail
    ]
    ties = [tie for tie in ties if len({labels[place] for place in tie}) == 1]
    if {one.place, other.place} in ties:
        return True
    if one.name and other.name:
        return key(one.name) == key(other.name)
    is_tied = [any(m.place in tie for tie in ties) for m in (one, other)]
    return not one.name and not other.name and not any(is_tied) and key(one.words) == key(other.words)


@given(worlds(), st.data())
def test_the_groups_are_those_of_a_closure_by_hand_in_whatever_order_all_comes(
    world: tuple[list[Mention], list[Relation]], data: st.DataObject
) -> None:
    made, relations = world
    found = entities(data.draw(st.permutations(made)), data.draw(st.permutations(relations)), SCHEMA)
    assert found == entities(made, relations, SCHEMA)
    assert Counter(one.place for entity in found for one in entity.mentions) == Counter(one.place for one in made)
    wanted = [{one.place} for one in made]
    for one in made:
        for other in made:
            if alike(made, relations, one, other):
                both = [group for group in wanted if group & {one.place, other.place}]
                wanted = [group for group in wanted if group not in both] + [set().union(*both)]
    assert {frozenset(m.place for m in entity.mentions) for entity in found} == {frozenset(group) for group in wanted}


@given(worlds(), st.data())
def test_naming_all_mentions_of_two_entities_alike_makes_them_one_and_leaves_the_others(
    world: tuple[list[Mention], list[Relation]], data: st.DataObject
) -> None:
    made, relations = world
    before = [entity for entity in entities(made, relations, SCHEMA) if entity.label == ACTOR]
    if not before:
        return
    chosen = [data.draw(st.sampled_from(before)) for _ in range(2)]
    places = {one.place for entity in chosen for one in entity.mentions}

    def named(one: Mention) -> Mention:
        span = replace(one.span, attributes=(("canonical", "اسم جديد"),)) if one.place in places else one.span
        return replace(one, span=span)

    after = entities(map(named, made), relations, SCHEMA)
    (joined,) = (entity for entity in after if entity.is_named and entity.name == "اسم جديد")
    assert {one.place for one in joined.mentions} == places
    rest = {frozenset(m.place for m in entity.mentions) for entity in after if entity != joined}
    assert rest == {
        frozenset(m.place for m in entity.mentions) for entity in entities(made, relations, SCHEMA) if entity not in chosen
    }


def test_names_that_are_spelt_otherwise_are_one_across_documents_and_the_most_frequent_is_shown() -> None:
    made = [mention(1, "إيران", "ايران"), mention(2, "طهران", "إيران", document=1), mention(3, "هي", "إيران", document=2)]
    (entity,) = entities(made, (), SCHEMA)
    assert (entity.name, entity.is_named, entity.documents, len(entity.mentions)) == ("إيران", True, 3, 3)
    assert [one.title for one in entity.mentions] == ["title 0", "title 1", "title 2"]
    assert entity.place == min(one.place for one in made)


def test_mentions_without_a_name_are_grouped_by_their_words_and_never_with_named_ones() -> None:
    made = [mention(1, "إيران"), mention(2, "إِيران"), mention(3, "إيران", "إيران"), mention(4, "إيران", label=PLACE)]
    found = entities(made, (), SCHEMA)
    assert groups(found) == {frozenset({1, 2}), frozenset({3}), frozenset({4})}
    assert next((entity.name, entity.is_named) for entity in found if entity.label == ACTOR) == ("إيران", False)


def test_one_that_is_said_to_be_the_same_as_another_leaves_those_it_was_grouped_with_by_its_words() -> None:
    made = [mention(1, "الجيش"), mention(2, "الجيش"), mention(3, "القوات المسلحة")]
    (first, second) = entities(made, [same(made[0], made[2])], SCHEMA)
    assert groups((first,)) == {frozenset({1, 3})}
    assert (first.name, first.is_named, second.name) == ("القوات المسلحة", False, "الجيش")


def test_the_same_as_relation_gives_a_mention_the_name_of_the_other_and_joins_no_other_label() -> None:
    made = [mention(1, "الجيش", "الجيش السوداني"), mention(2, "هو"), mention(3, "هناك", label=PLACE)]
    found = entities(made, [same(made[0], made[1]), same(made[1], made[2]), same(made[2], made[2])], SCHEMA)
    assert groups(found) == {frozenset({1, 2}), frozenset({3})}
    assert found[0].name == "الجيش السوداني"


def test_a_name_that_is_no_text_is_none() -> None:
    assert name_of(mention(1, "a", 7).span) == ""


def test_mentions_are_spans_that_can_have_a_name_or_be_the_same_as_another() -> None:
    assert mentioning(SCHEMA) == {ACTOR, PLACE}
    assert can_be_named(SCHEMA, ACTOR)
    assert not can_be_named(SCHEMA, CLAIM)
    thing = Label(b"t" * 16, "thing", "#000000", "", "names")
    kind = RelationKind(b"k" * 16, "same_as", ((thing.id, thing.id),))
    plain = Schema("plain", (thing,), (Look("fill", "solid", (), ()),), (kind,))
    assert mentioning(plain) == {thing.id}
    assert mentioning(replace(plain, relations=())) == frozenset()


@pytest.mark.parametrize(
    ("name", "first"), [("الجيش السودانى", "الجيش السوداني"), ("قوات الجيش", "الجيش السوداني"), ("طهران", "إيران")]
)
def test_those_called_so_are_most_likely_then_those_that_share_words(name: str, first: str) -> None:
    made = [
        mention(1, "مصر", "مصر"),
        mention(2, "طهران", "إيران"),
        mention(3, "هو", "الجيش السوداني"),
        mention(4, "الجيش", label=PLACE),
    ]
    found = likely(entities(made, (), SCHEMA), ACTOR, name)
    assert len(found) == 3
    assert found[0].name == first
    assert [is_like(entity, name) for entity in found] == [True, False, False]
