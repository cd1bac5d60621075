"""Kinds of relations: what they may join, what they are called, and their way into a schema row and back."""

from dataclasses import replace

from hypothesis import given

from annotator.model.ids import NO_ID
from annotator.model.relations import Relation, RelationKind, kind_of, relation_id
from annotator.model.schemas import Schema, label_id
from tests.schemas import schemas

CLAIM, ACTOR = label_id("claim"), label_id("actor")
SOURCE = RelationKind(relation_id("source"), "source", ((CLAIM, ACTOR),), (("ar", "المصدر"), ("en", "Source")))


def test_a_kind_joins_only_its_pairs_and_only_that_way_round() -> None:
    pairs = ((CLAIM, ACTOR), (ACTOR, CLAIM), (CLAIM, CLAIM), (ACTOR, ACTOR))
    assert [SOURCE.joins(*pair) for pair in pairs] == [True, False, False, False]


def test_a_title_is_that_of_the_language_else_the_english_one_else_the_name() -> None:
    assert [SOURCE.title(language) for language in ("ar", "en", "he")] == ["المصدر", "Source", "Source"]
    assert replace(SOURCE, titles=()).title("ar") == "source"


def test_the_ends_of_a_relation_are_head_and_tail() -> None:
    assert Relation(NO_ID, NO_ID, NO_ID, SOURCE.id, b"head", b"tail").ends == (b"head", b"tail")


def test_built_in_kinds_have_ids_of_their_own_that_no_label_has() -> None:
    names = ("source", "target", "actor", "claim")
    assert len({*map(relation_id, names), *map(label_id, names)}) == 2 * len(names)


@given(schemas())
def test_a_kind_is_the_same_after_its_way_through_a_schema_row_but_for_what_its_label_row_holds(schema: Schema) -> None:
    for kind in schema.relations:
        back = kind_of(kind.id.hex(), kind.stanza)
        assert replace(back, name=kind.name, key=kind.key, is_gone=kind.is_gone) == kind
