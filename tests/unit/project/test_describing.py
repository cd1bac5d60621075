"""Facts about a document: filled in, checked, taken away, undone, exported and brought in again."""

import pytest

from annotator.model.attributes import KINDS, Attribute, Choice
from annotator.model.documents import Document, Source
from annotator.model.errors import AnnotatorError, Stale
from annotator.project.describing import LONGEST, OWN, check
from annotator.project.project import Project

CHOICES = (Choice("battle"), Choice("riot"))
FIELDS = tuple(Attribute(f"a {kind}", kind, choices=CHOICES if "choice" in kind else ()) for kind in KINDS)
FIT = {
    "choice": ("battle", "war"),
    "choices": ("riot, battle", "riot, war"),
    "count": ("32", "-1"),
    "number": ("40.18", "forty"),
    "text": ("نص", ""),
    "flag": ("true", "yes"),
    "date": ("2023-09-20", "2023-13"),
    "span": ("0" * 32, "span"),
    "part": ("", "part"),
}


def source(project: Project, document: Document) -> Source:
    """Return what the file knows about the document."""
    return project.document(document.id).result().source


def test_facts_are_one_edit_that_undo_takes_back(project: Project, document: Document) -> None:
    before = source(project, document)
    facts = (
        ("title", "عنوان"),
        ("url", "https://example.org/1"),
        ("language", "ar"),
        ("published", "2023-09-20"),
        ("مراسل", "ليلى"),
    )
    project.set_facts(document.id, facts).result()
    after = source(project, document)
    assert (after.title, after.url, after.language) == ("عنوان", "https://example.org/1", "ar")
    assert dict(after.metadata) == {**dict(before.metadata), "published": "2023-09-20", "مراسل": "ليلى"}
    assert after.metadata == tuple(sorted(after.metadata))
    assert project.history().result()[0].title == "facts"
    project.undo().result()
    assert source(project, document) == before
    project.redo().result()
    assert source(project, document) == after


def test_an_empty_value_takes_a_fact_away_and_the_same_again_is_no_edit(project: Project, document: Document) -> None:
    before = source(project, document)
    project.set_facts(document.id, (("url", "u"), ("key", "value"))).result()
    assert project.set_facts(document.id, (("key", "value"),)).result().seq == 0
    project.set_facts(document.id, (("url", ""), ("key", ""))).result()
    assert source(project, document) == before


def test_what_is_refused_changes_nothing(project: Project, document: Document) -> None:
    before = source(project, document)
    with pytest.raises(AnnotatorError, match="is no date: write it like 2024"):
        project.set_facts(document.id, (("url", "u"), ("published", "yesterday"))).result()
    assert source(project, document) == before


def test_a_document_that_was_removed_has_no_facts(project: Project, document: Document) -> None:
    project.remove_document(document.id).result()
    with pytest.raises(Stale, match="no longer in the project"):
        project.set_facts(document.id, (("url", "u"),)).result()


def test_facts_travel_with_an_export(project: Project, document: Document) -> None:
    project.set_facts(document.id, (("url", "u"), ("event_type", "battle"), ("مراسل", "ليلى"))).result()
    (record,) = project.records(untouched=True)
    assert {"url": "u", "event_type": "battle", "مراسل": "ليلى"}.items() <= dict(record.meta).items()


@pytest.mark.parametrize("kind", KINDS)
def test_a_value_must_be_one_of_its_field(kind: str) -> None:
    good, bad = FIT[kind]
    check(FIELDS, f"a {kind}", good)
    if bad:
        with pytest.raises(AnnotatorError, match=r"cannot be|is no date"):
            check(FIELDS, f"a {kind}", bad)


def test_a_count_is_written_in_the_digits_that_are_exported() -> None:
    with pytest.raises(AnnotatorError, match="a count cannot be ٣٢"):
        check(FIELDS, "a count", "٣٢")


def test_a_field_that_was_retired_is_free_to_say_anything() -> None:
    check((Attribute("old", "count", is_gone=True),), "old", "many")


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a\tb", "\x07", "_provenance", "taken", "direction", "directions"])
def test_some_names_cannot_be_given(name: str) -> None:
    with pytest.raises(AnnotatorError, match=r"needs a name|program's own|means something already"):
        check(FIELDS, name, "value")


def test_a_title_is_needed() -> None:
    with pytest.raises(AnnotatorError, match="needs a title"):
        check(FIELDS, "title", " ")


@pytest.mark.parametrize("tag", ["", "ar", "zh-Hant", "ckb-Arab-IQ"])
def test_a_language_is_told_by_its_tag(tag: str) -> None:
    check(FIELDS, "language", tag)


@pytest.mark.parametrize("tag", ["عربي", "Arabic, mostly", "a", "ar_EG"])
def test_a_language_that_is_no_tag_is_refused(tag: str) -> None:
    with pytest.raises(AnnotatorError, match="is no language tag"):
        check(FIELDS, "language", tag)


@pytest.mark.parametrize("name", [*OWN, "a text", "free"])
@pytest.mark.parametrize("value", ["\x00", "م" * (LONGEST + 1)])
def test_a_value_is_text_of_some_length(name: str, value: str) -> None:
    with pytest.raises(AnnotatorError, match="no control characters and at most 10000"):
        check(FIELDS, name, value)
