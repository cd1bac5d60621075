from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model import schema_changes as changes
from annotator.model import shipped
from annotator.model.attributes import Attribute, Choice
from annotator.model.errors import AnnotatorError, Stale
from annotator.model.ids import NO_ID, new_id
from annotator.model.relations import RelationKind, relation_id
from annotator.model.schema_changes import Change
from annotator.model.schema_facts import MOST_ATTRIBUTES, MOST_LABELS
from annotator.model.schemas import Label, Look, Schema, label_id
from tests.schemas import schemas

PLAIN = Look("fill", "solid", (("en", "Weapon"),), ())
ACTOR, CASUALTY, LOCATION, CLAIM = map(label_id, ("actor", "casualty", "location", "claim"))


def weapon(**facts: object) -> Label:
    """Return a label that no shipped schema has."""
    return replace(Label(label_id("weapon"), "weapon", "#000000", "5", "names"), **facts)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def ours() -> Schema:
    """Return the schema of news of armed conflict."""
    return shipped.shipped(shipped.USUAL)


def test_a_label_is_added_at_the_end(ours: Schema) -> None:
    after = changes.added(ours, weapon(), PLAIN)
    assert (after.labels[:-1], after.labels[-1], after.looks[-1]) == (ours.labels, weapon(), PLAIN)


def test_a_renamed_label_keeps_its_id_and_place(ours: Schema) -> None:
    after = changes.changed(ours, CASUALTY, name="victims", titles=(("ar", "قتلى"),), color="#000000")
    assert [label.id for label in after.labels] == [label.id for label in ours.labels]
    assert (after.label(CASUALTY).name, after.label(CASUALTY).color) == ("victims", "#000000")
    assert after.look(CASUALTY) == replace(ours.look(CASUALTY), titles=(("ar", "قتلى"),), former=("casualty",))


def test_a_label_is_known_by_the_names_it_had_unless_another_has_one_now(ours: Schema) -> None:
    after = changes.changed(changes.changed(ours, CASUALTY, name="victims"), CASUALTY, name="harmed")
    assert [after.known_names[name] for name in ("casualty", "victims", "harmed")] == [CASUALTY] * 3
    taken = changes.added(after, weapon(name="casualty"), PLAIN)
    assert taken.known_names["casualty"] == label_id("weapon")
    back = changes.changed(after, CASUALTY, name="casualty")
    assert back.look(CASUALTY).former == ("victims", "harmed")
    assert changes.brought(after, ours).look(CASUALTY).former == ("victims", "harmed")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"name": "actor"}, "'actor' is there already"),
        ({"name": ""}, "needs a name"),
        ({"name": "a\n"}, "needs a name"),
        ({"key": "1"}, "'1' is there already"),
        ({"key": "12"}, "'12' cannot be a key"),
        ({"key": "A"}, "'A' cannot be a key"),
        ({"color": "red"}, "its colour or its lane is none"),
        ({"lane": ""}, "its colour or its lane is none"),
    ],
)
def test_a_fact_that_is_none_or_another_labels_is_refused(ours: Schema, facts: dict[str, str], said: str) -> None:
    with pytest.raises(AnnotatorError, match=said):
        changes.added(ours, weapon(**facts), PLAIN)
    with pytest.raises(AnnotatorError, match=said):
        changes.changed(ours, CLAIM, **facts)


def test_a_label_that_is_gone_meanwhile_is_not_changed(ours: Schema) -> None:
    every: list[Change] = [
        lambda schema: changes.changed(schema, bytes(16), key="7"),
        lambda schema: changes.moved(schema, bytes(16), 1),
        lambda schema: changes.merged(schema, ACTOR, bytes(16)),
        lambda schema: changes.restored(schema, bytes(16)),
        lambda schema: changes.with_attributes(schema, bytes(16), ()),
    ]
    for change in every:
        with pytest.raises(Stale):
            change(ours)


@pytest.mark.parametrize(
    ("label", "step", "order"),
    [(ACTOR, 1, "2134"), (ACTOR, 9, "2341"), (CLAIM, -1, "1243"), (CLAIM, -9, "4123"), (ACTOR, -1, "1234")],
)
def test_a_label_moves_with_its_look(ours: Schema, label: bytes, step: int, order: str) -> None:
    after = changes.moved(ours, label, step)
    assert "".join(known.key for known in after.labels) == order
    assert all(after.look(known.id) == ours.look(known.id) for known in ours.labels)


def test_a_merged_label_is_spoken_for_and_can_be_had_back(ours: Schema) -> None:
    after = changes.merged(ours, ACTOR, LOCATION)
    assert after.representative(ACTOR) == after.representative(LOCATION) == LOCATION
    assert (after.label(ACTOR).gone, after.label(ACTOR).key) == (True, "1")
    back = changes.restored(after, ACTOR)
    assert back == ours


def test_a_label_is_merged_only_into_another_that_is_offered(ours: Schema) -> None:
    after = changes.merged(ours, ACTOR, LOCATION)
    for label, into in ((ACTOR, ACTOR), (LOCATION, ACTOR), (CLAIM, ACTOR)):
        with pytest.raises(AnnotatorError, match="only be merged into another one"):
            changes.merged(after, label, into)


def test_a_restored_label_whose_key_was_given_away_has_none(ours: Schema) -> None:
    given_away = changes.added(changes.retired(ours, ACTOR), weapon(key="1"), PLAIN)
    back = changes.restored(given_away, ACTOR)
    assert (back.label(ACTOR).gone, back.label(ACTOR).key) == (False, "")


def test_the_last_label_is_not_retired(ours: Schema) -> None:
    left = ours
    for label in (ACTOR, CASUALTY, CLAIM):
        left = changes.retired(left, label)
    with pytest.raises(AnnotatorError, match="add another one first"):
        changes.retired(left, LOCATION)


def test_an_attribute_that_is_left_out_is_retired_and_so_is_a_value(ours: Schema) -> None:
    kind, qualifier, *_ = ours.look(CASUALTY).attributes
    fewer = replace(kind, choices=(Choice("hurt"), *kind.choices[:2]), titles=(("en", "Harm"),))
    after = changes.with_attributes(ours, CASUALTY, (qualifier, fewer)).look(CASUALTY).attributes
    assert after[0] == qualifier
    assert [(choice.name, choice.is_gone) for choice in after[1].choices[:4]] == [
        ("hurt", False),
        ("killed", False),
        ("injured", False),
        ("killed_or_injured", True),
    ]
    assert after[1].fits("abducted")
    assert {attribute.name for attribute in after[2:]} == {"min", "best", "max", "victims", "harm_cue"}
    assert all(attribute.is_gone for attribute in after[2:])


@pytest.mark.parametrize(
    ("attribute", "said"),
    [
        (Attribute("kind", "text"), "'kind' is a choice here"),
        (Attribute("_kind", "text"), "does not begin with _"),
        (Attribute("", "text"), "does not begin with _"),
        (Attribute("x", "choice", choices=(Choice(""),)), "does not begin with _"),
        (Attribute("x", "choice", choices=(Choice("a"), Choice("a"))), "'a' is there already"),
        (Attribute("x", "choice"), "values are for a choice"),
        (Attribute("x", "text", choices=(Choice("a"),)), "values are for a choice"),
        (Attribute("harm_cue_start", "text"), "'harm_cue_start' is there already"),
    ],
)
def test_an_attribute_that_spans_could_not_keep_is_refused(ours: Schema, attribute: Attribute, said: str) -> None:
    with pytest.raises(AnnotatorError, match=said):
        changes.with_attributes(ours, CASUALTY, (attribute,))


def test_the_fields_of_documents_change_like_attributes(ours: Schema) -> None:
    after = changes.with_attributes(ours, None, (Attribute("place", "text"),))
    assert [(field.name, field.is_gone) for field in after.fields] == [
        ("place", False),
        ("published", True),
        ("publisher", True),
        ("event_type", True),
    ]
    with pytest.raises(AnnotatorError, match="does not begin with _"):
        changes.with_attributes(ours, None, (Attribute("_", "text"),))


def test_relations_are_added_changed_and_moved(ours: Schema) -> None:
    kind = RelationKind(relation_id("near"), "near", ((LOCATION, LOCATION),), key="r")
    after = changes.with_relation(ours, kind)
    assert after.relations == (*ours.relations, kind)
    assert changes.with_relation(after, replace(kind, is_gone=True)).relations[-1].is_gone
    assert changes.relation_moved(after, kind.id, -1).relations[-2] == kind
    for facts, said in (({"name": "source"}, "'source' is there already"), ({"key": "1"}, "'1' is there already")):
        with pytest.raises(AnnotatorError, match=said):
            changes.with_relation(ours, replace(kind, **facts))  # type: ignore[arg-type]


def test_a_schema_does_not_grow_for_ever(ours: Schema) -> None:
    for number in range(MOST_LABELS - len(ours.labels)):
        ours = changes.added(ours, weapon(id=new_id(), name=f"w{number}", key=""), PLAIN)
    with pytest.raises(AnnotatorError, match="room for 200 labels"):
        changes.added(ours, weapon(key=""), PLAIN)
    texts = (Attribute(f"a{number}", "text") for number in range(MOST_ATTRIBUTES + 1))
    with pytest.raises(AnnotatorError, match="room for 100 attributes"):
        changes.with_attributes(ours, None, texts)


def test_a_file_that_lacks_something_retires_it(ours: Schema) -> None:
    named = shipped.shipped("named-entities/1")
    after = changes.brought(ours, replace(named, guidelines="# Rules"))
    assert [(label.name, label.gone) for label in after.labels[4:]] == [
        ("misc", False),
        ("actor", True),
        ("casualty", True),
        ("location", True),
        ("claim", True),
    ]
    assert after.look(ACTOR) == ours.look(ACTOR)
    assert [kind.name for kind in after.relations if not kind.is_gone] == ["same_as"]
    assert {kind.name for kind in after.relations} == {kind.name for kind in ours.relations}
    assert all(field.is_gone for field in after.fields)
    assert (after.name, after.guidelines, after.flat) == (ours.name, "# Rules", named.flat)
    assert changes.brought(after, ours).guidelines == "# Rules"


def test_a_file_knows_a_label_by_its_id_else_by_its_name(ours: Schema) -> None:
    own = new_id()
    here = changes.added(changes.changed(ours, ACTOR, name="agent"), weapon(id=own), PLAIN)
    file = replace(ours, labels=(*ours.labels[:3], weapon(color="#111111", key="4")), relations=())
    after = changes.brought(here, file)
    assert [(label.id, label.name) for label in after.labels[:4:3]] == [(ACTOR, "actor"), (own, "weapon")]
    assert after.label(own).color == "#111111"
    assert (after.label(CLAIM).gone, after.look(own)) == (True, ours.look(CLAIM))


def test_what_was_merged_in_a_file_is_merged_here_under_our_ids(ours: Schema) -> None:
    own = new_id()
    here = changes.added(ours, weapon(id=own), PLAIN)
    file = changes.merged(changes.added(ours, weapon(), PLAIN), ACTOR, label_id("weapon"))
    after = changes.brought(here, file)
    assert (after.label(ACTOR).same_as, after.representative(ACTOR)) == (own, own)
    assert after.label(CLAIM).same_as == NO_ID


@settings(max_examples=100)
@given(schemas(), schemas())
def test_bringing_a_file_in_loses_no_label_no_attribute_and_no_value(one: Schema, other: Schema) -> None:
    try:
        after = changes.brought(one, other)
    except AnnotatorError:
        return
    looks = {label.id: look for label, look in zip(after.labels, after.looks, strict=True)}
    for label, look in zip(one.labels, one.looks, strict=True):
        left = {attribute.name: attribute for attribute in looks[label.id].attributes}
        for attribute in look.attributes:
            assert {choice.name for choice in attribute.choices} <= {choice.name for choice in left[attribute.name].choices}
    assert {kind.id for kind in one.relations} <= {kind.id for kind in after.relations}
    assert {field.name for field in one.fields} <= {field.name for field in after.fields}
    assert [label.name for label in after.labels if not label.gone] == [label.name for label in other.labels if not label.gone]


@settings(max_examples=100)
@given(schemas(), st.data())
def test_restoring_what_was_retired_gives_the_same_schema_but_for_circles_and_keys(schema: Schema, data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(schema.labels))
    takes = [partial(changes.retired, label=label.id)]
    takes += [partial(changes.merged, label=label.id, into=other.id) for other in schema.labels]
    take: Change = data.draw(st.sampled_from(takes))
    if label.gone:
        return
    try:
        after = take(schema)
    except AnnotatorError:
        return
    assert changes.restored(after, label.id) == schema
