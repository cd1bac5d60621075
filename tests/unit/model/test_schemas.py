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
