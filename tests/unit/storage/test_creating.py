"""A new project appears whole under its name, or not at all."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from annotator.model.errors import InvalidFile, NotSaved
from annotator.storage import creating
from annotator.storage.reader import Reader
from annotator.storage.store import Store

DEVICE = b"device of tests."


def test_a_new_project_holds_its_rows_and_no_history(project: Any) -> None:
    store = Store.create(project.path, DEVICE, project.rows)
    project.stores.append(store)
    schema, labels = store.ask(Reader.schema_rows).result()
    assert schema == project.schema
    assert set(labels) == set(project.labels)
    assert set(store.ask(Reader.layers).result()) == {project.layer, project.other_layer}
    assert store.ask(Reader.history).result() == ()
    project.check(store)


def test_a_file_that_is_there_is_not_touched(project: Any) -> None:
    project.path.write_text("mine")
    with pytest.raises(InvalidFile, match="is there already"):
        Store.create(project.path, DEVICE, project.rows)
    assert project.path.read_text() == "mine"
    assert list(project.path.parent.iterdir()) == [project.path]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_replaced(
    project: Any, monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    fill = creating._fill

    def slow(path: Path, *rest: Any) -> None:
        fill(path, *rest)
        project.path.write_text("mine")

    monkeypatch.setattr(creating, "_fill", slow)
    if not has_links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(InvalidFile, match="is there already"):
        Store.create(project.path, DEVICE, project.rows)
    assert project.path.read_text() == "mine"
    assert list(project.path.parent.iterdir()) == [project.path]


def test_a_disk_without_links_will_do(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    project.create()
    assert [path.name for path in project.path.parent.iterdir()] == [project.path.name]


def test_a_missing_folder_is_told(project: Any) -> None:
    with pytest.raises(NotSaved, match=r"No such file or directory.*choose another folder"):
        Store.create(project.path / "below" / "x.annotator", DEVICE, project.rows)


def test_what_sqlite_refuses_is_told_and_leaves_nothing(project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(creating, "_fill", full)
    with pytest.raises(NotSaved, match="disk is full"):
        Store.create(project.path, DEVICE, project.rows)
    assert list(project.path.parent.iterdir()) == []


def test_a_row_that_cannot_be_is_a_bug_and_leaves_nothing(project: Any) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        Store.create(project.path, b"short", project.rows)
    assert list(project.path.parent.iterdir()) == []


def no_links(*_: Any) -> None:
    """Do what a disk without hard links does."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
