"""What takes long is answered from a copy: neither the window that asks nor another waits for it."""

import resource
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import NotSaved
from annotator.storage import check
from annotator.storage.check import Finding
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from tests.edits import as_it_is

PATIENCE_S = 30


def test_marks_of_this_window_and_of_another_are_saved_while_a_check_runs(
    store: Store, again: Store, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def long_part(con: sqlite3.Connection) -> Iterator[Finding]:
        rows = con.execute("SELECT id FROM document")
        rows.fetchone()  # a cursor that stays open, as those of a long check do
        begun.set()
        may_end.wait()
        yield from ()

    monkeypatch.setattr(check, "PARTS", (*check.PARTS, long_part))
    checked = store.check()
    try:
        assert begun.wait(PATIENCE_S)
        for window, start in ((store, 2), (again, 8)):
            span = project.span(start, start + 3)
            window.act(as_it_is(Edit("mark", after=(span,)))).result(PATIENCE_S)
        assert not checked.done()
    finally:
        may_end.set()
    assert checked.result() == ()


def test_the_answer_knows_what_was_asked_for_before(store: Store, project: Any) -> None:
    store.act(lambda _: Edit("mark", after=(project.span(2, 5),)))
    assert store.ask_aside(Reader.span_count).result() == 1


def test_what_is_being_answered_is_answered_before_the_project_is_closed(store: Store) -> None:
    answers = [store.ask_aside(Reader.newest) for _ in range(3)]
    store.close()
    assert [answer.done() for answer in answers] == [True] * 3
    with pytest.raises(NotSaved, match="closed meanwhile"):
        store.ask_aside(Reader.newest).result()


def test_what_goes_wrong_reaches_who_asked(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        store.ask_aside(lambda _: 1 // 0).result()


def test_a_file_that_is_gone_is_told_in_a_sentence(store: Store, project: Any) -> None:
    project.path.unlink()
    with pytest.raises(NotSaved, match="cannot be written"):
        store.check().result()


def test_without_room_for_a_copy_the_file_itself_is_looked_at(store: Store, project: Any) -> None:
    long = Document.of("نص طويل جدا. " * 400_000)
    project.add(store, long, replace(project.source, document=long.id))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, before[1]))
    try:
        assert store.check().result() == ()
        assert store.ask_aside(_file).result() == str(project.path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert store.ask_aside(_file).result() == ""


def _file(reader: Reader) -> object:
    return reader.con.execute("PRAGMA database_list").fetchone()[2]
