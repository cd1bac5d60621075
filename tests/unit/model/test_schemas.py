from dataclasses import replace

import pytest

from annotator import resources
from annotator.model.ids import derived_id
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Label, Look, Schema, label_id


@pytest.fixture
def ours() -> Schema:
    """Return the schema of news of armed conflict."""
    return read_schema(resources.path("schemas", "conflict-ar.toml"))


def test_the_schema_of_conflict_news_has_its_labels_in_order_with_looks_and_titles(ours: Schema) -> None:
    assert [(label.name, label.key, label.lane) for label in ours.labels] == [
        ("actor", "1", "names"),
        ("casualty", "2", "names"),
        ("location", "3", "names"),
        ("claim", "4", "claims"),
    ]
    assert [(look.shape, look.pattern) for look in ours.looks] == [
        ("fill", "solid"),
        ("fill", "double"),
        ("fill", "dotted"),
        ("bracket", "solid"),
    ]
    assert [look.title("ar") for look in ours.looks] == ["فاعل", "ضحايا", "مكان", "ادعاء"]
    assert ours.labels[0] == Label(derived_id("label:actor"), "actor", "#116BC8", "1", "names", gone=False)


def test_a_title_falls_back_to_english_and_then_to_nothing() -> None:
    look = Look("fill", "solid", (("ar", "مكان"), ("en", "Place")), ())
    assert [look.title(language) for language in ("ar", "en", "fr")] == ["مكان", "Place", "Place"]
    assert Look("fill", "solid", (("ar", "مكان"),), ()).title("fr") == ""


def test_a_schema_comes_back_from_its_row_and_its_labels_in_any_order(ours: Schema) -> None:
    assert ours.row.id == derived_id("conflict-ar/1")
    assert '"title":{"ar":"ادعاء","en":"Claim"}' in ours.row.body
    assert Schema.joined(ours.row, ours.label_rows[::-1]) == ours


def test_the_same_schema_makes_the_same_row(ours: Schema) -> None:
    looks = tuple(replace(look, titles=look.titles[::-1]) for look in ours.looks)
    assert replace(ours, looks=looks).row == ours.row
    assert replace(ours, labels=ours.labels[::-1], looks=ours.looks[::-1]).row != ours.row


def test_labels_that_the_row_does_not_know_come_last_and_plain(ours: Schema) -> None:
    added = [Label(label_id(name), name, "#000000", "", "names") for name in ("weapon", "event")]
    joined = Schema.joined(ours.row, (*added, *ours.labels))
    assert [label.name for label in joined.labels] == ["actor", "casualty", "location", "claim", "event", "weapon"]
    assert joined.looks[-2:] == (Look("fill", "solid", (), ()),) * 2


def alike(schema: Schema, **same_as: str) -> Schema:
    """Return *schema* with labels merged into others, each by its name."""
    merged = (
        replace(label, gone=True, same_as=label_id(same_as[label.name])) for label in schema.labels if label.name in same_as
    )
    rows = {label.id: label for label in (*schema.labels, *merged)}
    return replace(schema, labels=tuple(rows.values()))


def test_of_labels_that_hang_together_the_smallest_still_offered_speaks(ours: Schema) -> None:
    chain = alike(ours, casualty="location", actor="casualty")
    for name in ("actor", "casualty", "location"):
        assert chain.representative(label_id(name)) == label_id("location")
    assert chain.representative(label_id("claim")) == label_id("claim")
    assert chain.representative(label_id("weapon")) == label_id("weapon")


def test_labels_merged_in_a_circle_have_one_that_speaks(ours: Schema) -> None:
    circle = alike(ours, actor="casualty", casualty="location", location="actor")
    names = ("actor", "casualty", "location")
    assert {circle.representative(label_id(name)) for name in names} == {min(map(label_id, names))}


def test_who_speaks_does_not_hang_on_the_order_of_the_labels(ours: Schema) -> None:
    merged = alike(ours, actor="claim", location="claim")
    back = replace(merged, labels=merged.labels[::-1], looks=merged.looks[::-1])
    assert [back.representative(label.id) for label in ours.labels] == [
        merged.representative(label.id) for label in ours.labels
    ]


def test_a_label_merged_into_one_that_is_not_there_speaks_for_itself(ours: Schema) -> None:
    assert alike(ours, actor="weapon").representative(label_id("actor")) == label_id("actor")


def test_a_merged_label_has_the_attributes_of_both_and_relates_like_the_other(ours: Schema) -> None:
    merged = alike(ours, location="actor")
    names = [attribute.name for attribute in merged.attributes_of(label_id("location"))]
    assert names[:6] == [attribute.name for attribute in ours.attributes_of(label_id("actor"))]
    assert names[6:] == ["gazetteer", "level", "lat", "lon", "where_prec"]
    ends = label_id("claim"), label_id("location")
    assert "source" in {kind.name for kind in merged.kinds_between(*ends)}
    assert "source" not in {kind.name for kind in ours.kinds_between(*ends)}


def test_labels_and_looks_are_found_by_id_and_by_name(ours: Schema) -> None:
    claim = ours.labels[3]
    assert ours.label(claim.id) is ours.named("claim") is claim
    assert ours.look(claim.id) is ours.looks[3]


def test_a_label_that_is_not_there_is_not_found(ours: Schema) -> None:
    for find in (ours.label, ours.look):
        with pytest.raises(KeyError):
            find(derived_id("label:weapon"))
    with pytest.raises(KeyError):
        ours.named("weapon")
