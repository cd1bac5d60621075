"""An edit is in the file whole or not at all, and whoever asked is told which."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.model.documents import Document, Source
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError, InvalidFile, InvalidSpan, NotSaved, Stale
from annotator.model.ids import derived_id, new_id
from annotator.storage import connection, journal, opening, projectfile
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store
from annotator.storage.writing import Writing
from tests.edits import as_it_is


def damage(path: Path, table: str) -> None:
    """Overwrite the page at which a table begins."""
    with contextlib.closing(sqlite3.connect(path)) as con:
        page = con.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)


def test_a_mark_is_there_after_reopening(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    store.close()
    again = project.open()
    assert again.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)
    assert again.ask(lambda reader: reader.document(project.document.id)).result() == project.document
    project.check(again)


def test_what_is_written_carries_a_version_on_both_sides(store: Store, project: Any) -> None:
    first = project.mark(store, 2, 5, "it")
    moved = project.span(2, 6, "it")
    applied = store.act(lambda _: Edit("move", before=(first,), after=(moved,))).result()
    (gone,), (came,) = applied.edit.before, applied.edit.after
    assert gone.version == first.version
    assert came.version is not None
    assert first.version is not None
    assert came.version.hlc > first.version.hlc
    assert came.version.unix_ms == applied.at_ms
    assert (applied.seq, applied.undoes, applied.elsewhere, applied.warning) == (3, 0, False, "")


def test_an_edit_with_nothing_in_it_writes_nothing(store: Store, project: Any) -> None:
    before = project.path.read_bytes()
    assert store.act(lambda _: Edit("tag all")).result() == Applied(0, Edit("tag all"), 0, 0, elsewhere=False)
    assert project.path.read_bytes() == before


def test_an_erased_span_stays_in_the_file_as_deleted(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    project.erase(store, span)
    assert store.ask(lambda reader: reader.span(span.layer, span.document, span.id)).result() is None
    assert store.ask(lambda reader: reader.con.execute("SELECT dead, start FROM span").fetchall()).result() == [(1, 2)]
    project.check(store)


def test_a_deleted_span_can_be_made_again(store: Store, project: Any) -> None:
    span = project.mark(store, 2, 5)
    project.erase(store, span)
    project.mark(store, 2, 5, name="x")
    again = store.act(lambda _: Edit("mark", after=(replace(span, version=None),))).result().edit.after[0]
    assert store.ask(lambda reader: reader.span(span.layer, span.document, span.id)).result() == again
    project.check(store)


@pytest.mark.parametrize("what", ["changed", "erased", "made", "never there"])
def test_an_edit_of_what_changed_meanwhile_is_stale_and_writes_nothing(store: Store, project: Any, what: str) -> None:
    span = project.mark(store, 2, 5)
    if what == "changed":
        store.act(lambda _: Edit("relabel", before=(span,), after=(replace(span, label=project.labels[2].id),))).result()
    if what == "erased":
        project.erase(store, span)
    stale = {
        "made": Edit("mark", before=(), after=(project.span(8, 9), span)),
        "never there": Edit("erase", before=(project.span(8, 9),)),
    }.get(what, Edit("relabel", before=(span,), after=(project.span(8, 9), replace(span, label=project.labels[1].id))))
    before = project.content(store)
    with pytest.raises(Stale, match="changed meanwhile") as refused:
        store.act(lambda _: stale).result()
    met = project.span(8, 9).document if what == "never there" else span.id
    assert refused.value.span
    assert met in refused.value.span
    assert project.content(store) == before
    project.check(store)


def test_an_edit_of_another_row_that_changed_meanwhile_names_no_span(store: Store, project: Any) -> None:
    with pytest.raises(Stale, match="changed meanwhile") as refused:
        store.act(lambda _: Edit("rename", before=(project.source,), after=(replace(project.source, title="b"),))).result()
    assert refused.value.span is None


def test_a_span_that_ends_after_its_text_is_refused(store: Store, project: Any) -> None:
    length = len(project.document.text)
    span = replace(project.span(2, 5), end=length + 1)
    with pytest.raises(InvalidSpan, match=f"the text has {length} characters"):
        store.act(lambda _: Edit("mark", after=(project.span(0, length), span))).result()
    with pytest.raises(InvalidSpan, match="the text has 0 characters"):
        store.act(lambda _: Edit("mark", after=(replace(span, document=new_id()),))).result()
    assert store.ask(lambda reader: reader.spans(project.document.id)).result() == ()


def test_a_bug_while_an_edit_is_built_leaves_no_transaction_open(store: Store, project: Any) -> None:
    with pytest.raises(ZeroDivisionError):
        store.act(lambda _: Edit(str(1 // 0))).result()
    project.mark(store, 2, 5)
    project.check(store)


def test_a_bug_in_a_statement_is_not_told_as_if_the_disk_failed(store: Store) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.ask(lambda reader: reader.con.execute("SELECT * FROM missing")).result()
    assert store.read_only == ""


def test_a_document_is_stored_once(store: Store, project: Any) -> None:
    again = Source(project.document.id, new_id(), "the same text under another title")
    project.add(store, project.document, again)
    assert store.ask(Reader.document_lengths).result() == {project.document.id: len(project.document.text)}
    assert {source.title for source in store.ask(Reader.sources).result()} == {project.source.title, again.title}


def test_quotes_are_true_in_the_database_with_astral_characters_before_the_span(store: Store, project: Any) -> None:
    start = project.document.text.index("ثم")
    span = project.mark(store, start, start + 2)
    text, begin, end = store.ask(
        lambda reader: reader.con.execute(
            'SELECT text, start, "end" FROM span JOIN document ON document = document.id'
        ).fetchone()
    ).result()
    assert text[begin:end] == "ثم"
    assert span.is_true_to(text)


def test_a_text_with_nul_and_every_kind_of_line_end_is_kept_whole(store: Store, project: Any) -> None:
    document = Document.of("a\x00b\u2028c\x85\x0b\x0c\ud7ff\U0010ffff")
    project.add(store, document, Source(document.id, new_id(), "odd"))
    assert store.ask(lambda reader: reader.document(document.id)).result() == document
    assert store.ask(Reader.document_lengths).result()[document.id] == len(document.text)


def test_edits_and_questions_are_done_in_the_order_they_came(store: Store, project: Any) -> None:
    counts: list[Future[int]] = []
    for place in range(10):
        store.act(as_it_is(Edit("mark", after=(project.span(place, place + 1),))))
        counts.append(store.ask(lambda reader: len(reader.spans(project.document.id))))
    assert [count.result() for count in counts] == list(range(1, 11))


def test_closing_waits_for_everything_queued(store: Store, project: Any) -> None:
    spans = [project.span(place, place + 1) for place in range(20)]
    waiting = [store.act(as_it_is(Edit("mark", after=(span,)))) for span in spans]
    assert store.pending > 0
    store.close()
    assert all(future.done() for future in waiting)
    assert store.pending == 0
    again = project.open()
    assert {span.id for span in again.ask(lambda reader: reader.spans(project.document.id)).result()} == {s.id for s in spans}


def test_a_project_at_rest_is_one_private_file(store: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    store.close()
    assert [path.name for path in project.path.parent.iterdir()] == [project.path.name]
    assert project.path.stat().st_mode & 0o777 == 0o600


def test_the_device_of_who_writes_is_kept_in_the_file(store: Store, project: Any) -> None:
    store.close()
    other = project.open(device=b"another device..")
    span = project.mark(other, 2, 5)
    assert span.version.device == b"another device.."
    assert other.ask(lambda reader: reader.con.execute("SELECT device FROM local").fetchone()).result() == (
        b"another device..",
    )


def test_clocks_in_the_file_only_go_forward_when_the_computer_is_set_back(
    store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = project.mark(store, 2, 5)
    monkeypatch.setattr(time, "time_ns", lambda: 86_400_000_000_000)
    second = project.mark(store, 6, 7)
    assert second.version.hlc == first.version.hlc + 1


@pytest.mark.parametrize("content", [None, b"no project at all" * 100])
def test_what_cannot_be_opened_leaves_no_thread_behind(project: Any, content: bytes | None) -> None:
    if content is not None:
        project.path.write_bytes(content)
    threads = threading.active_count()
    with pytest.raises(AnnotatorError):
        project.open()
    assert threading.active_count() == threads


class TestReadOnly:
    """A project that may not be written says why, and can be read."""

    def test_when_asked_for(self, store: Store, project: Any) -> None:
        span = project.mark(store, 2, 5)
        store.close()
        reading = Store.open(project.path, b"device of tests.", read_only=True)
        assert "for reading only" in reading.read_only
        assert reading.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)
        with pytest.raises(NotSaved, match="for reading only"):
            reading.act(lambda _: Edit("erase", before=(span,))).result()
        with pytest.raises(NotSaved, match="for reading only"):
            reading.undo().result()
        reading.close()

    @pytest.mark.parametrize("place", ["file", "folder"])
    def test_when_the_disk_allows_no_more(
        self, store: Store, project: Any, place: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.close()
        closed = project.path if place == "file" else project.path.parent
        access = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed and access(path, mode))  # root may all
        reading = project.open()
        assert "may only be read" in reading.read_only
        assert reading.ask(Reader.layers).result()


class TestFaults:
    """What the disk refuses is told in one sentence, and nothing is half-written."""

    def test_a_full_disk_leaves_everything_as_it_was(self, store: Store, project: Any) -> None:
        span = project.mark(store, 2, 5)
        before = project.content(store)
        pages = store.ask(lambda reader: reader.con.execute("PRAGMA page_count").fetchone()[0]).result()
        store.ask(lambda reader: reader.con.execute(f"PRAGMA max_page_count = {pages}").fetchone()).result()
        document = Document.of("قال " * 10_000)
        with pytest.raises(NotSaved, match="disk is full: make room"):
            project.add(store, document, Source(document.id, new_id(), "too long"))
        assert project.content(store) == before
        project.erase(store, span)
        store.ask(lambda reader: reader.con.execute("PRAGMA max_page_count = 1000000").fetchone()).result()
        project.add(store, document, Source(document.id, new_id(), "fits now"))
        project.check(store)

    def test_a_moved_file_is_not_written_any_more(self, store: Store, project: Any) -> None:
        span = project.mark(store, 2, 5)
        project.path.rename(project.path.with_name("elsewhere.annotator"))
        with pytest.raises(NotSaved, match="renamed, deleted or replaced"):
            project.mark(store, 6, 7)
        assert store.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)
        with pytest.raises(NotSaved, match="renamed, deleted or replaced"):
            project.mark(store, 6, 7)

    def test_a_damaged_file_is_not_written_any_more(self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(opening, "QUICK_CHECK_BELOW", 0)
        span = project.mark(store, 2, 5)
        store.close()
        damage(project.path, "span")
        damaged = project.open()
        with pytest.raises(InvalidFile, match="damaged"):
            damaged.ask(lambda reader: reader.spans(project.document.id)).result()
        with pytest.raises(NotSaved, match="damaged"):
            project.erase(damaged, span)
        assert len(damaged.ask(Reader.layers).result()) == 2

    def test_a_busy_file_is_told_and_the_next_action_works(
        self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.close()
        monkeypatch.setattr(connection, "PATIENCE_S", 0.05)
        impatient = project.open()
        with contextlib.closing(sqlite3.connect(project.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(NotSaved, match="try again when it has finished"):
                project.mark(impatient, 2, 5)
            other.execute("ROLLBACK")
        project.mark(impatient, 2, 5)

    def test_a_commit_waits_for_a_reader_and_is_tried_again(
        self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.close()
        monkeypatch.setattr(connection, "PATIENCE_S", 0.2)
        impatient = project.open()
        with contextlib.closing(sqlite3.connect(project.path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM local").fetchall()
            monkeypatch.setattr(connection, "PATIENCE_S", 10.0)
            timer = threading.Timer(0.4, lambda: other.execute("ROLLBACK"))
            timer.start()
            span = project.mark(impatient, 2, 5)
            timer.join()
        assert impatient.ask(lambda reader: reader.spans(project.document.id)).result() == (span,)

    def test_a_commit_that_never_gets_through_is_taken_back(
        self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.close()
        monkeypatch.setattr(connection, "PATIENCE_S", 0.05)
        impatient = project.open()
        with contextlib.closing(sqlite3.connect(project.path, isolation_level=None)) as other:
            other.execute("BEGIN")
            other.execute("SELECT * FROM local").fetchall()
            with pytest.raises(NotSaved, match="try again when it has finished"):
                project.mark(impatient, 2, 5)
        assert impatient.ask(lambda reader: reader.spans(project.document.id)).result() == ()
        project.mark(impatient, 2, 5)
        project.check(impatient)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from annotator.model.edits import Edit
from annotator.model.errors import NotSaved
from annotator.model.spans import Span
from annotator.storage.store import Store

store = Store.open(Path(sys.argv[1]), b"device of tests.")
document, layer, label = map(bytes.fromhex, sys.argv[2:5])
text = store.ask(lambda reader: reader.document(document)).result()

def mark(place):
    span = Span.over(text, place, place + 1, label=label, layer=layer, by_character=True)
    store.act(lambda _: Edit("mark", after=(span,))).result()

mark(0)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
refused = 0
for limit in range(0, 180_000, 2_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, unlimited[1]))
    try:
        mark(1 + limit)
    except NotSaved as error:
        refused += "the disk reported a fault" in str(error) or "disk is full" in str(error) or sys.exit(str(error))
    resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    spans = store.ask(lambda reader: reader.spans(document)).result()
    assert len(spans) == 1 + limit // 2_000 + 1 - refused, (limit, refused)
mark(1)
store.close()
print(refused)
"""


def test_a_disk_that_takes_no_more_bytes_loses_nothing_and_halves_nothing(store: Store, project: Any) -> None:
    document = Document.of("قال المتحدث. " * 20_000)
    project.add(store, document, Source(document.id, new_id(), "long"))
    store.close()
    names = (document.id, project.layer.id, project.labels[0].id)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(project.path), *(name.hex() for name in names)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 5
    again = project.open()
    assert len(again.ask(lambda reader: reader.spans(document.id)).result()) == 2 + 90 - int(done.stdout)
    project.check(again)


class TestAFaultAtCommit:
    """After a fault of the disk only the file knows whether an edit is in it; so it is asked."""

    FAULT = sqlite3.OperationalError("disk I/O error")
    FAULT.sqlite_errorcode = sqlite3.SQLITE_IOERR_DIR_FSYNC

    def test_an_edit_that_is_there_is_confirmed_with_a_warning(
        self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def commit(con: sqlite3.Connection) -> None:
            con.execute("COMMIT")
            raise self.FAULT

        monkeypatch.setattr(projectfile, "commit", commit)
        applied = store.act(lambda _: Edit("mark", after=(project.span(2, 5),))).result()
        assert applied.warning == "saved, but the disk reported a fault: make a backup"
        assert store.ask(lambda reader: reader.spans(project.document.id)).result() == applied.edit.after

    def test_an_edit_that_is_there_is_confirmed_though_another_window_wrote_since(
        self, store: Store, again: Store, project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def commit(con: sqlite3.Connection) -> None:
            con.execute("COMMIT")
            patch.undo()
            project.mark(again, 6, 7)
            raise self.FAULT

        with monkeypatch.context() as patch:
            patch.setattr(projectfile, "commit", commit)
            applied = store.act(lambda _: Edit("mark", after=(project.span(2, 5),))).result()
        assert applied.warning == "saved, but the disk reported a fault: make a backup"
        assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 2

    def test_an_edit_that_is_not_there_is_refused(self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        def commit(_: sqlite3.Connection) -> None:
            raise self.FAULT

        with monkeypatch.context() as patch:
            patch.setattr(projectfile, "commit", commit)
            with pytest.raises(NotSaved, match="disk reported a fault"):
                project.mark(store, 2, 5)
        assert store.ask(lambda reader: reader.spans(project.document.id)).result() == ()
        project.mark(store, 2, 5)
        project.check(store)

    def test_when_nobody_can_tell_that_is_said(self, store: Store, project: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        away = project.path.with_name("away")

        def commit(con: sqlite3.Connection) -> None:
            con.execute("COMMIT")
            project.path.rename(away)
            raise self.FAULT

        with monkeypatch.context() as patch:
            patch.setattr(projectfile, "commit", commit)
            with pytest.raises(NotSaved, match="will show when it can"):
                project.mark(store, 2, 5)
        away.rename(project.path)
        assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 1
        project.mark(store, 6, 7)
        project.check(store)


class TestManyRows:
    """One edit may hold very many rows; the journal then keeps only how many."""

    def test_an_import_of_many_spans_is_undone_and_redone_whole(self, store: Store, project: Any) -> None:
        many = tuple(project.span(place % 900, place % 900 + 1, f"span {place}") for place in range(1_200))
        first = project.mark(store, 2, 5, "span 3")
        before = project.content(store)
        applied = store.act(lambda _: Edit("tag all", (first,), many)).result()
        after = project.content(store)
        (entry, *_) = store.ask(lambda reader: reader.history(1)).result()
        assert (entry.rows, entry.table, entry.id) == (1_200, "", bytes(16))
        undone = store.undo().result()
        assert undone is not None
        assert undone.edit.after == (first,)
        assert project.content(store) == before
        redone = store.redo().result()
        assert redone is not None
        assert set(redone.edit.after) == set(applied.edit.after)
        assert project.content(store) == after
        project.check(store)

    def test_a_version_that_a_merge_took_away_cannot_be_taken_back(self, store: Store, project: Any) -> None:
        heard: list[Applied] = []
        span = project.mark(store, 2, 5)
        other = project.open()
        other.listen(heard.append)
        project.erase(store, span)

        def purge(reader: Reader) -> None:
            reader.con.execute("COMMIT")
            reader.con.execute("BEGIN IMMEDIATE")
            reader.con.execute("UPDATE local SET undoing = 1")
            reader.con.execute("DELETE FROM span_was")
            reader.con.execute("UPDATE local SET undoing = 0")
            reader.con.execute("COMMIT")
            reader.con.execute("BEGIN")

        store.ask(purge).result()
        with pytest.raises(Stale, match="cannot be taken back"):
            store.undo().result()
        other.ask(Reader.layers).result()
        assert [(applied.seq, applied.edit) for applied in heard] == [(3, Edit("erase"))]


def test_a_span_with_an_id_of_another_document_or_layer_is_another_span(store: Store, project: Any) -> None:
    here = project.mark(store, 2, 5, "same id")
    there = project.mark(store, 2, 5, "same id", layer=project.other_layer)
    assert here.id == there.id
    assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 2
    project.erase(store, there)
    assert store.ask(lambda reader: reader.spans(project.document.id)).result() == (here,)


def test_a_writing_with_documents_but_no_rows_writes_nothing(store: Store) -> None:
    document = Document.of("nobody knows this text")
    applied = store.act(lambda _: Writing(Edit("import"), (document,))).result()
    assert applied.seq == 0
    assert document.id not in store.ask(Reader.document_lengths).result()


def test_the_journal_names_the_layer_that_was_changed(store: Store, project: Any) -> None:
    project.mark(store, 2, 5, layer=project.other_layer)
    layers = store.ask(lambda reader: [line.layer for line in journal.after(reader.con, 0)]).result()
    assert layers == [bytes(16), derived_id("omar")]


def test_a_closed_store_takes_nothing_more(store: Store) -> None:
    store.close()
    refused = store.ask(Reader.layers)
    with pytest.raises(NotSaved, match="closed"):
        refused.result(0)
