"""A recorded session: the seed article is marked, and each mark described, from first to last without a mouse."""

from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Value
from annotator.project.project import Project
from annotator.ui.desk import Desk
from tests.demo import RELATIONS, places
from tests.ui.acts import ARTICLE, CTRL, NONE, SHIFT, press, saved
from tests.ui.conftest import Open

FAR, LABEL_KEYS = 400, {"actor": Qt.Key.Key_1, "casualty": Qt.Key.Key_2, "location": Qt.Key.Key_3, "claim": Qt.Key.Key_4}

# How far down its first answer stands, the digit that gives it, and what the file has then.
ANSWERS = {
    "actor": (1, Qt.Key.Key_2, ("actor_type", "organisation")),
    "casualty": (0, Qt.Key.Key_1, ("kind", "killed")),
    "location": (2, Qt.Key.Key_4, ("level", "populated_place")),
    "claim": (1, Qt.Key.Key_2, ("mode", "indirect")),
}


def go(desk: Desk, target: int, held: Qt.KeyboardModifier) -> None:
    """Take the caret to *target*, which is ahead of it: word by word, then back or on by characters."""
    caret = desk.panels.page.caret
    for _ in range(FAR):
        if caret.offset >= target:
            break
        press(desk, Qt.Key.Key_Left, held | CTRL)
    for _ in range(FAR):
        if caret.offset == target:
            break
        press(desk, Qt.Key.Key_Right if caret.offset > target else Qt.Key.Key_Left, held)
    assert caret.offset == target


def begin(desk: Desk, start: int) -> None:
    """Take the caret to *start* from the top: by paragraphs as far as they go, then by words and characters."""
    press(desk, Qt.Key.Key_Escape)
    press(desk, Qt.Key.Key_Home, CTRL)
    for _ in range(ARTICLE.text.count("\n", 0, start)):
        press(desk, Qt.Key.Key_Down, CTRL)
    go(desk, start, NONE)


def answer(desk: Desk, label: str) -> None:
    """Answer one question about the span in focus, and go back to the text."""
    caret, (down, digit, _) = desk.panels.page.caret.offset, ANSWERS[label]
    press(desk, Qt.Key.Key_Return)
    for _ in range(down):
        press(desk, Qt.Key.Key_Down)
    press(desk, digit)
    press(desk, Qt.Key.Key_Escape)
    assert desk.panels.page.hasFocus()
    assert desk.panels.page.caret.offset == caret


def answers(path: Path) -> set[tuple[str, tuple[str, Value]]]:
    """Return the values that each label has everywhere in the project file at *path*."""
    with closing(Project.open(path)) as project:
        spans = project.document(ARTICLE.id).result().spans
        everywhere = {
            label.id: set.intersection(*(set(span.attributes) for span in spans if span.label == label.id))
            for label in project.schema.labels
        }
        return {(project.schema.label(label).name, pair) for label, pairs in everywhere.items() for pair in pairs}


def counts(path: Path) -> dict[str, dict[str, Value]]:
    """Return what is said of each casualty, by its text."""
    with closing(Project.open(path)) as project:
        spans, label = project.document(ARTICLE.id).result().spans, project.schema.named("casualty").id
    return {span.covered(ARTICLE.text): dict(span.attributes) for span in spans if span.label == label}


def test_the_seed_article_is_marked_and_described_without_a_mouse_and_is_so_in_the_file(
    qtbot: QtBot, open_desk: Open, project_path: Path
) -> None:
    desk = open_desk()
    desk.following.read(ARTICLE.id)
    qtbot.waitUntil(lambda: desk.panels.page.document == ARTICLE)
    wanted = places(ARTICLE.text)
    for start, end, label in wanted:
        begin(desk, start)
        go(desk, end, SHIFT)
        assert desk.panels.page.selection == (start, end)
        press(desk, LABEL_KEYS[label])
        answer(desk, label)
    qtbot.waitUntil(lambda: not desk.session.saving.waiting)
    desk.close()
    assert sorted(saved(project_path)) == sorted(wanted)
    assert answers(project_path) >= {(label, pair) for label, (*_, pair) in ANSWERS.items()}
    assert counts(project_path)["أكثر من ألفي مدني"] == {"kind": "killed", "min": 2000, "qualifier": "more_than"}


def test_the_marks_of_the_seed_article_are_related_without_a_mouse_and_are_so_in_the_file(
    qtbot: QtBot, open_desk: Open, project_path: Path
) -> None:
    with closing(Project.open(project_path)) as project:
        for start, end, label in places(ARTICLE.text):
            project.mark(ARTICLE, start, end, project.schema.named(label)).result()
    desk = open_desk()
    desk.following.read(ARTICLE.id)
    marks = places(ARTICLE.text)
    qtbot.waitUntil(lambda: len(desk.panels.page.spans) == len(marks))
    for head, kind, tail in RELATIONS:
        relate(desk, marks[head][:2], kind, marks[tail][:2])
        qtbot.waitUntil(lambda: not desk.session.saving.waiting)
    desk.close()
    with closing(Project.open(project_path)) as project:
        opened = project.document(ARTICLE.id).result()
        found = {span.id: (span.start, span.end) for span in opened.spans}
        kinds = {one.id: one.name for one in project.schema.relations}
        made = {(found[one.head], kinds[one.label], found[one.tail]) for one in opened.relations}
    assert made == {(marks[head][:2], kind, marks[tail][:2]) for head, kind, tail in RELATIONS}


def relate(desk: Desk, head: tuple[int, int], kind: str, tail: tuple[int, int]) -> None:
    """Relate the span over *head* to the one over *tail*: Tab to the one, R, Tab to the other, Enter, the kind."""
    page, kinds = desk.panels.page, desk.joining.kinds
    press(desk, Qt.Key.Key_Escape)
    press(desk, Qt.Key.Key_Home, CTRL)
    for _ in range(FAR):
        span = page.focused_span
        if span and (span.start, span.end) == head:
            break
        press(desk, Qt.Key.Key_Tab)
    press(desk, Qt.Key.Key_R)
    for _ in range(FAR):
        proposed = page.links._offer.proposed
        other = proposed and page.spans.get(proposed.other(page.focused or b""))
        if other and (other.start, other.end) == tail:
            break
        press(desk, Qt.Key.Key_Tab)
    press(desk, Qt.Key.Key_Return)
    if kinds.isVisible():
        wanted = next(one for one in page.links.related.kinds.values() if one.name == kind).title("en")
        model = kinds.list.model()
        titles = [str(model.index(row, 0, QModelIndex()).data()) for row in range(model.rowCount())]
        press(desk, Qt.Key(Qt.Key.Key_1 + next(row for row, title in enumerate(titles) if title.endswith(f"  {wanted}"))))
