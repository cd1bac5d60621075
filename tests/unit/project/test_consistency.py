"""What breaks a rule is kept up to date document by document, and put right as far as it still does."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.breaches import PROBLEM, WARNING, Breach, passed_over
from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError
from annotator.model.ids import new_id
from annotator.model.layers import ANALYST, Layer
from annotator.model.notes import Note
from annotator.model.records import Record, RecordSpan
from annotator.model.schema_files import read_schema
from annotator.model.shipped import shipped
from annotator.model.spans import Span
from annotator.project.consistency import A_PART, HEADS, PAGE, Consistency, in_order
from annotator.project.project import Project
from tests.breaches import BAKU, KILLED, OPEN, SAID, TOWNS, Case, Join, Mark, build, found
from tests.damage import tamper
from tests.deeds import TEXTS, VERBS, Verb, record
from tests.edits import as_it_is


class Enough(AnnotatorError):
    """Somebody thought better of it."""


def quietly(_done: int, _total: int) -> None:
    """Tell nobody."""


def stop(_done: int, _total: int) -> None:
    raise Enough("enough")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Make an empty project."""
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        yield made


def only(project: Project, text: str = SAID) -> Span:
    """Return the one span of a document."""
    (span,) = project.document(Document.of(text).id).result().spans
    return span


def fixed(project: Project, breaches: tuple[Breach, ...]) -> int:
    """Put *breaches* right; return how many were passed over."""
    return passed_over(breaches, project.fix(breaches, quietly).result().edit)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 1 << 30)), min_size=1, max_size=12))
def test_checking_again_what_an_edit_touched_is_as_good_as_checking_all(steps: list[tuple[Verb, int]]) -> None:
    with TemporaryDirectory() as folder, closing(Project.create(Path(folder) / "p.annotator")) as project:
        touched: set[bytes] = set()
        project.listen(lambda done: touched.update(done.edit.documents))
        project.import_records([record(text) for text in TEXTS]).result()
        schema, kept = project.schema, Consistency(project)
        for verb, seed in steps:
            with suppress(AnnotatorError, IndexError):  # refused, or nothing there to do it to
                verb(project, random.Random(seed)).result()
            if project.schema != schema:  # what was checked by another schema is checked anew, as the window does
                schema, kept = project.schema, Consistency(project)
                touched.update(entry.id for entry in project.documents().result())
            again = kept.check_again(tuple(touched), quietly)
            touched.clear()
            assert sorted(again) == sorted(found(project))


def test_progress_goes_by_pages_and_whoever_reports_it_can_end_it(project: Project) -> None:
    project.import_records([Record(Document.of(f"{number}"), f"{number}") for number in range(PAGE + 1)]).result()
    told: list[tuple[int, int]] = []
    assert Consistency(project).check(lambda *at: told.append(at)) == ()
    assert told == [(0, PAGE + 1), (PAGE, PAGE + 1), (PAGE + 1, PAGE + 1)]
    with pytest.raises(Enough):
        Consistency(project).check(stop)


def test_very_many_spans_of_a_document_are_read_some_at_a_time(project: Project) -> None:
    spans = tuple(RecordSpan(f"{start:032x}", start, start + 1, "actor") for start in range(A_PART + 1))
    project.import_records([Record(Document.of(" " * len(spans)), "a", status="partial", spans=spans)]).result()
    assert Counter(one.rule for one in found(project)) == {"space": A_PART + 1}


def test_an_empty_project_is_consistent(project: Project) -> None:
    assert found(project) == ()


def test_a_document_taken_out_takes_its_breaches_along(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر "),)))
    kept = Consistency(project)
    assert kept.check(quietly)
    document = Document.of(SAID).id
    project.remove_document(document).result()
    assert kept.check_again([document], quietly) == ()


def test_what_others_mark_is_their_affair(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر "),)))
    other = Layer(new_id(), ANALYST, "omar")
    theirs = replace(only(project), layer=other.id, id=new_id(), version=None)
    project._store.act(as_it_is(Edit("import", after=(other, theirs)))).result()
    assert [one.id for one in found(project)] == [only(project).id]


def test_a_span_that_no_text_holds_is_left_to_the_check_of_the_file(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر "),)))
    tamper(project.path, 'UPDATE span SET "end" = 4000')
    assert found(project) == ()


def test_problems_and_warnings_are_told_apart(project: Project) -> None:
    build(project, Case("space", (SAID, BAKU), (Mark("مصر "), Mark("باكو،", "location", {}, 1))))
    levels = {one.rule: HEADS[one.rule].level for one in found(project)}
    assert levels == {"space": PROBLEM, "punctuation": WARNING}


def test_they_are_told_rule_by_rule_then_by_title_and_place(project: Project) -> None:
    build(
        project,
        Case(
            "",
            (SAID, BAKU),
            (Mark("السودان "[:-1]), Mark("مصر "), Mark(" باكو", "location", {}, 1), Mark("قالت "), Mark("إن", "claim")),
        ),
    )
    titles = {Document.of(SAID).id: "b", Document.of(BAKU).id: "a"}
    listed = [(one.rule, titles[one.document], one.start) for one in in_order(found(project), titles)]
    assert listed == [("source", "b", 9), ("space", "a", 7), ("space", "b", 0), ("space", "b", 5)]


def test_many_of_a_kind_are_one_edit(project: Project) -> None:
    build(project, Case("source", (SAID,), (Mark("الهدنة", "claim"), Mark("صامدة", "claim"))))
    assert fixed(project, found(project, "source")) == 0
    assert [entry.title for entry in project.history().result()][:2] == ["fix", "import"]
    project.undo().result()
    assert len(found(project, "source")) == 2


def test_a_fix_that_anybody_ends_changes_nothing(project: Project) -> None:
    build(project, Case("source", (SAID,), (Mark("الهدنة", "claim"),)))
    with pytest.raises(Enough):
        project.fix(found(project), stop).result()
    assert found(project, "source")


def test_what_is_no_breach_any_more_is_passed_over(project: Project) -> None:
    build(project, Case("source", (SAID, BAKU), (Mark("الهدنة", "claim"), Mark("مصر "), Mark("باكو،", "actor", {}, 1))))
    breaches = found(project)
    opened = project.document(Document.of(SAID).id).result()
    claim = next(span for span in opened.spans if span.start > 10)
    project.set_attributes(claim, tuple(OPEN.items())).result()
    project.erase(opened.document.id, [span.id for span in opened.spans if span != claim]).result()
    project.remove_document(Document.of(BAKU).id).result()
    newest = project.history().result()[0].seq
    assert fixed(project, breaches) == len(breaches) == 3
    assert project.history().result()[0].seq == newest


def test_a_span_that_moved_meanwhile_keeps_its_label(project: Project) -> None:
    build(
        project, Case("same", TOWNS, (Mark("باكو", "location"), Mark("باكو", "location", {}, 1), Mark("بَاكُو", "actor", {}, 2)))
    )
    breaches = found(project, "same")
    span = only(project, TOWNS[2])
    project.move(Document.of(TOWNS[2]), span, 0, span.end).result()
    assert fixed(project, breaches) == 1


def test_the_message_of_a_minority_says_what_most_are_and_how_often(project: Project) -> None:
    build(
        project, Case("same", TOWNS, (Mark("باكو", "location"), Mark("باكو", "location", {}, 1), Mark("بَاكُو", "actor", {}, 2)))
    )
    (one,) = found(project, "same")
    assert (one.message, one.fix) == ("the same words are location elsewhere: 2 times", "put it under location")


def test_a_span_is_not_put_where_another_with_its_label_lies(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر "), Mark("مصر"), Mark(" مصر"))))
    breaches = found(project, "space")
    assert fixed(project, breaches) == len(breaches) == 2


def test_of_two_alike_that_one_stays_which_is_joined_and_what_hangs_on_the_other_goes_with_it(project: Project) -> None:
    build(project, Case("duplicate", (SAID,), (Mark("مصر"), Mark("مصر"), Mark("السودان")), (Join("same_as", 1, 2),)))
    (one,) = found(project, "duplicate")
    note = Note(project.layer.id, one.document, new_id(), one.id, "comment", "?")
    project.add_note(note).result()
    assert fixed(project, (one,)) == 0
    opened = project.document(one.document).result()
    assert (len(opened.spans), len(opened.relations), opened.notes) == (2, 1, ())
    project.undo().result()
    assert project.document(one.document).result().notes == (note,)


def test_a_relation_goes_with_what_is_noted_on_it(project: Project) -> None:
    build(project, Case("relation", (SAID,), (Mark("مصر"), Mark("السودان", "location")), (Join("source", 0, 1),)))
    (one,) = found(project, "relation")
    project.add_note(Note(project.layer.id, one.document, new_id(), one.id, "comment", "?")).result()
    assert fixed(project, (one,)) == 0
    opened = project.document(one.document).result()
    assert (len(opened.spans), opened.relations, opened.notes) == (2, (), ())


def test_a_relation_that_another_fix_took_is_passed_over(project: Project) -> None:
    build(project, Case("relation", (SAID,), (Mark("مصر"), Mark("السودان", "location")), (Join("source", 0, 1),)))
    breaches = found(project, "relation")
    assert fixed(project, breaches) == 0
    assert fixed(project, breaches) == 1


def test_two_fixes_of_one_span_are_both_done(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر ", "actor", {"country": "egy"}),)))
    assert fixed(project, found(project)) == 0
    assert (only(project).covered(SAID), only(project).attributes) == ("مصر", (("country", "EGY"),))


def test_when_a_file_said_a_span_was_changed_is_forgotten_with_the_change(project: Project) -> None:
    build(project, Case("space", (SAID,), (Mark("مصر ", "actor", {"_updated": "20260101T000000Z"}),)))
    assert fixed(project, found(project, "space")) == 0
    assert only(project).attributes == ()


@pytest.mark.parametrize(
    ("words", "values", "message"),
    [
        ("سبعة وأربعون مدنيا", (7, 7, 7), "the text says 47, here it is 7"),
        ("نحو 100 شخص", (None, 90, None), "the text says ≈ 100, here it is ≈ 90"),
        ("نحو 100 شخص", (None, None, 90), "the text says ≈ 100, here it is ≤ 90"),
        ("نحو 100 شخص", (90, None, None), "the text says ≈ 100, here it is ≥ 90"),
        ("مئات", (60, None, 70), "the text says 100…, here it is 60–70"),
    ],
)
def test_counts_are_told_in_signs(project: Project, words: str, values: tuple[int | None, ...], message: str) -> None:
    counts = dict(zip(("min", "best", "max"), values, strict=True))
    build(project, Case("text", (KILLED,), (Mark(words, "casualty", {"kind": "killed", **counts}),)))
    (one,) = found(project, "text")
    assert one.message == message


def test_a_required_relation_of_a_team_that_knows_no_unattributed_is_missed(tmp_path: Path) -> None:
    label = '[[label]]\nname = "{name}"\nlane = "{name}"\ncolor = "#112233"\nkey = "{key}"\n'
    relation = '[[relation]]\nname = "source"\nends = [["claim", "actor"]]\nrequired = true\n'
    schema = tmp_path / "s.toml"
    labels = label.format(name="claim", key=1) + label.format(name="actor", key=2)
    schema.write_text(f'name = "s"\n{labels}{relation}', encoding="utf-8")
    with closing(Project.create(tmp_path / "p.annotator", read_schema(schema))) as project:
        build(project, Case("source", (SAID,), (Mark("الهدنة", "claim"),)))
        (one,) = found(project)
        assert (one.message, one.fix) == ("it has no source", "")


def test_a_schema_without_claims_asks_for_no_sources(tmp_path: Path) -> None:
    with closing(Project.create(tmp_path / "p.annotator", shipped("named-entities/1"))) as project:
        build(project, Case("space", (SAID,), (Mark("مصر ", "place"),)))
        assert [one.rule for one in found(project)] == ["space"]
