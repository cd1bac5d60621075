"""The count that a casualty's text states is its own when it is marked, and follows its edges until a person says otherwise."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.attributes import Attributes, Value
from annotator.model.documents import Document
from annotator.model.records import Record
from annotator.model.spans import Span
from annotator.project.project import Project
from annotator.project.stated import KINDS, followed, stated_counts

TEXT = "قُتل 47 شخصا أو ما لا يقل عن تسعة مسعفين، بين 60 و70 معتقلا، والقتلى كثيرون."
EXACT: Attributes = (("best", 47), ("max", 47), ("min", 47), ("qualifier", "exact"))
AT_LEAST: Attributes = (("min", 9), ("qualifier", "at_least"))
NONE: Attributes = (("qualifier", "unquantified"),)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Make a project with a text that counts people."""
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        made.import_records([Record(Document.of(TEXT), "a")]).result()
        yield made


def mark(project: Project, words: str, label: str = "casualty") -> Span:
    start = TEXT.index(words)
    project.mark(Document.of(TEXT), start, start + len(words), project.schema.named(label)).result()
    return only(project)


def only(project: Project) -> Span:
    (span,) = project.document(Document.of(TEXT).id).result().spans
    return span


def move(project: Project, words: str) -> Attributes:
    """Move the edges of the one span to *words*, and return its attributes."""
    start = TEXT.index(words)
    project.move(Document.of(TEXT), only(project), start, start + len(words)).result()
    return only(project).attributes


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("47 شخصا", EXACT),
        ("ما لا يقل عن تسعة مسعفين", AT_LEAST),
        ("بين 60 و70 معتقلا", (("max", 70), ("min", 60), ("qualifier", "range"))),
        ("القتلى", NONE),
    ],
)
def test_a_casualty_is_marked_with_the_count_its_text_states(project: Project, words: str, counts: Attributes) -> None:
    assert stated_counts(words) == counts
    assert mark(project, words).attributes == counts
    assert project.history().result()[0].title == "mark"
    project.undo().result()
    assert project.document(Document.of(TEXT).id).result().spans == ()
    project.redo().result()
    assert only(project).attributes == counts


def test_nobody_else_is_asked_how_many(project: Project) -> None:
    assert mark(project, "47 شخصا", "actor").attributes == ()


def test_a_span_that_comes_with_its_own_count_keeps_it(project: Project) -> None:
    document, label = Document.of(TEXT), project.schema.named("casualty")
    own = Span.over(document, 5, 12, label=label.id, layer=project.layer.id, attributes=(("best", 46),))
    project.add(own).result()
    assert only(project).attributes == (("best", 46),)
    assert move(project, "ما لا يقل عن تسعة مسعفين") == (("best", 46),)


def test_the_count_follows_the_edges_in_the_same_edit(project: Project) -> None:
    mark(project, "47 شخصا")
    assert move(project, "ما لا يقل عن تسعة مسعفين") == AT_LEAST
    assert move(project, "القتلى") == NONE
    assert move(project, "47 شخصا") == EXACT
    for expected in (NONE, AT_LEAST, EXACT):
        project.undo().result()
        assert only(project).attributes == expected


def test_what_a_person_set_or_took_away_stays_and_the_rest_follows(project: Project) -> None:
    span = mark(project, "47 شخصا")
    project.set_attributes(span, (("qualifier", "about"), ("kind", "killed"), ("min", None))).result()
    assert move(project, "بين 60 و70 معتقلا") == (("kind", "killed"), ("max", 70), ("qualifier", "about"))


def test_a_span_whose_count_was_never_read_is_not_counted_when_its_edges_move(project: Project) -> None:
    document, label, start = Document.of(TEXT), project.schema.named("casualty"), TEXT.index("القتلى")
    project.add(Span.over(document, start, start + 6, label=label.id, layer=project.layer.id)).result()
    assert move(project, "47 شخصا") == ()


def test_a_part_added_or_taken_out_is_read_too(project: Project) -> None:
    span = mark(project, "القتلى")
    place = TEXT.index("47 شخصا")
    project.reshape(Document.of(TEXT), span, ((place, place + 7), *span.parts)).result()
    assert only(project).attributes == EXACT


def test_the_count_comes_and_goes_with_the_label(project: Project) -> None:
    mark(project, "47 شخصا", "actor")
    project.relabel(only(project), project.schema.named("casualty")).result()
    assert only(project).attributes == EXACT
    project.set_attributes(only(project), (("best", 50),)).result()
    project.relabel(only(project), project.schema.named("claim")).result()
    assert only(project).attributes == (("best", 50),)
    project.relabel(only(project), project.schema.named("casualty")).result()
    assert only(project).attributes == (("best", 50),)
    project.relabel(only(project), project.schema.named("casualty")).result()
    assert project.history().result()[0].title == "relabel"


VALUES: st.SearchStrategy[Value] = st.sampled_from((1, 2, 3))
COUNTS = st.dictionaries(st.sampled_from(sorted(KINDS)), VALUES).map(lambda held: tuple(sorted(held.items())))


@given(COUNTS, COUNTS)
def test_what_nobody_touched_is_what_the_text_states_now(before: Attributes, after: Attributes) -> None:
    assert followed(before, before, after) == after


@given(COUNTS, COUNTS, COUNTS)
def test_nothing_a_person_set_is_ever_written_over(held: Attributes, before: Attributes, after: Attributes) -> None:
    now = dict(followed(held, before, after))
    assert all(now[name] == value for name, value in held if dict(before).get(name) != value)
    assert all(name in dict(held) or name not in dict(before) for name in now)
