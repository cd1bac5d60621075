"""A file that was taken away is written again once it is back in its place, and nothing else is ever taken for it."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.model.edits import Edit
from annotator.model.errors import Damaged, InvalidFile, Moved, NotSaved
from annotator.model.ids import derived_id, new_id
from annotator.storage import connection, mounts, opening
from annotator.storage.lineage import Lineage
from annotator.storage.reader import Reader
from annotator.storage.store import Store


@pytest.fixture
def away(project: Any) -> Path:
    """Return where the file is taken to."""
    return Path(project.path).with_name("away.annotator")


@pytest.fixture
def lost(store: Store, project: Any, away: Path) -> Store:
    """Return a store that has met that its file was moved away."""
    project.mark(store, 2, 5)
    project.path.rename(away)
    with pytest.raises(Moved, match="renamed, deleted or replaced"):
        project.mark(store, 6, 7)
    assert store.read_only
    return store


def starts(store: Store, project: Any) -> list[int]:
    return [span.start for span in store.ask(lambda reader: reader.spans(project.document.id)).result()]


def test_a_file_that_is_back_in_its_place_is_written_again(lost: Store, project: Any, away: Path) -> None:
    with pytest.raises(Moved, match="renamed, deleted or replaced"):
        project.mark(lost, 6, 7)
    away.rename(project.path)
    project.mark(lost, 6, 7)
    assert (lost.read_only, starts(lost, project)) == ("", [2, 6])
    lost.undo().result()
    assert starts(project.open(), project) == starts(lost, project) == [2]
    project.check(lost)


def test_a_file_whose_folder_was_moved_is_lost_and_back_with_it(store: Store, project: Any) -> None:
    folder = project.path.parent
    moved = folder.rename(folder.with_name(f"{folder.name} moved"))
    for _ in range(2):
        with pytest.raises(Moved, match="renamed, deleted or replaced"):
            project.mark(store, 6, 7)
    store.lineage().result().look_at(moved / project.path.name)
    moved.rename(folder)
    project.mark(store, 6, 7)
    assert starts(project.open(), project) == [6]


def test_a_whole_copy_in_its_place_is_gone_on_from(lost: Store, project: Any, away: Path) -> None:
    shutil.copyfile(away, project.path)
    project.mark(lost, 6, 7)
    assert starts(project.open(), project) == [2, 6]
    with contextlib.closing(Store.open(away, b"device of tests.")) as left:
        assert starts(left, project) == [2]


def test_what_another_window_wrote_while_it_was_away_is_told_when_it_is_back(lost: Store, project: Any, away: Path) -> None:
    with contextlib.closing(Store.open(away, b"another device..")) as other:
        project.mark(other, 8, 9)
    away.rename(project.path)
    heard: list[int] = []
    lost.listen(lambda applied: heard.append(applied.seq))
    project.mark(lost, 6, 7)
    assert (heard, starts(lost, project)) == ([3, 4], [2, 6, 8])


def other_with_the_same_numbers(project: Any, _: Path) -> None:
    """Put another project with as many actions there."""
    layer = replace(project.layer, id=derived_id("somebody else"))
    with contextlib.closing(Store.create(project.path, b"another device..", (*project.rows[:-2], layer))) as other:
        project.add(other, project.document, project.source)
        other.act(lambda _: Edit("mark", after=(replace(project.span(2, 5), layer=layer.id),))).result()


def went_on_otherwise(project: Any, _: Path) -> None:
    """Put the project there as it was once, with other actions since."""
    with contextlib.closing(Store.create(project.path, b"another device..", project.rows)) as other:
        project.add(other, project.document, project.source)
        project.mark(other, 8, 9)


def is_shorter(project: Any, _: Path) -> None:
    """Put the project there as it was before its last action."""
    with contextlib.closing(Store.create(project.path, b"another device..", project.rows)):
        """It holds no action at all."""


@pytest.mark.parametrize(
    ("put", "sentence"),
    [
        (other_with_the_same_numbers, "news.annotator: this is another project"),
        (went_on_otherwise, "news.annotator: this project went on in another way there"),
        (is_shorter, "without what was done last here"),
        (lambda project, _: project.path.write_text("no project " * 50), "renamed, deleted or replaced"),
    ],
)
def test_what_lies_there_instead_is_told_and_not_written(
    lost: Store, project: Any, away: Path, put: Callable[[Any, Path], object], sentence: str
) -> None:
    put(project, away)
    before = project.path.read_bytes()
    with pytest.raises(Moved, match=sentence):
        project.mark(lost, 6, 7)
    assert project.path.read_bytes() == before
    assert (starts(lost, project), bool(lost.read_only)) == ([2], True)
    project.path.unlink()
    away.rename(project.path)
    project.mark(lost, 6, 7)
    assert starts(lost, project) == [2, 6]


def test_a_damaged_file_in_its_place_does_not_make_the_project_damaged(lost: Store, project: Any, away: Path) -> None:
    content = bytearray(away.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    content[100:4096] = b"\xff" * 3996
    project.path.write_bytes(content)
    with pytest.raises(Moved, match="renamed, deleted or replaced"):
        project.mark(lost, 6, 7)
    away.rename(project.path)
    project.mark(lost, 6, 7)


def test_a_file_that_came_back_where_it_may_only_be_read_says_so(
    lost: Store, project: Any, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away.rename(project.path)
    with monkeypatch.context() as patch:
        patch.setattr(opening, "is_shared", lambda _: True)
        with pytest.raises(NotSaved, match="network share"):
            project.mark(lost, 6, 7)
    project.mark(lost, 6, 7)
    assert mounts.is_shared(project.path) is False


def test_a_file_that_came_back_while_another_window_writes_is_waited_for(
    store: Store, project: Any, away: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.close()
    monkeypatch.setattr(connection, "PATIENCE_S", 0.05)
    impatient = project.open()
    project.path.rename(away)
    with pytest.raises(Moved):
        project.mark(impatient, 2, 5)
    away.rename(project.path)
    with contextlib.closing(sqlite3.connect(project.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="another window or program"):
            project.mark(impatient, 2, 5)
    project.mark(impatient, 2, 5)


def test_a_file_found_damaged_is_never_written_again(store: Store, project: Any) -> None:
    store._file.bar(Damaged("damaged"))
    with pytest.raises(NotSaved, match="damaged"):
        project.mark(store, 2, 5)


class TestAFileFoundElsewhere:
    """What makes sure that it is the project changes nothing in it."""

    def test_is_the_same_project(self, lost: Store, away: Path) -> None:
        before = away.read_bytes()
        lost.lineage().result().look_at(away)
        assert away.read_bytes() == before

    def test_is_the_same_project_before_its_first_action(self, project: Any, tmp_path: Path) -> None:
        project.stores.append(Store.create(project.path, b"device of tests.", project.rows))
        known = project.stores[-1].lineage().result()
        known.look_at(project.path)
        layer = replace(project.layer, id=new_id())
        Store.create(tmp_path / "other.annotator", b"device of tests.", (*project.rows[:-2], layer)).close()
        with pytest.raises(Moved, match="another project"):
            known.look_at(tmp_path / "other.annotator")

    def test_is_another_one(self, lost: Store, project: Any, away: Path) -> None:
        other_with_the_same_numbers(project, away)
        with pytest.raises(Moved, match="another project"):
            lost.lineage().result().look_at(project.path)

    def test_is_none_at_all(self, lost: Store, project: Any) -> None:
        project.path.write_text("no project " * 50)
        with pytest.raises(InvalidFile, match="not a project"):
            lost.lineage().result().look_at(project.path)

    def test_knows_what_other_windows_did(self, store: Store, again: Store, project: Any, away: Path) -> None:
        shutil.copyfile(project.path, away)
        project.mark(again, 2, 5)
        assert store.ask(Reader.newest).result() == 2
        with pytest.raises(Moved, match="went on in another way"):
            store.lineage().result().look_at(away)


def test_a_project_goes_on_in_itself(store: Store) -> None:
    here = store.ask(lambda reader: Lineage.of(reader.con)).result()
    assert store.lineage().result() == here
    assert here.seq == 1
