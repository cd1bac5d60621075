"""What a rescue brings to safety, what it leaves out and says so; the damaged file is never changed."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from annotator.model.documents import Document, State
from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile, NotSaved
from annotator.model.ids import derived_id
from annotator.model.schemas import Label, SchemaBody
from annotator.storage.backup import Backup, found
from annotator.storage.check import ERROR, WARNING
from annotator.storage.journal import Line
from annotator.storage.mentions import MANY
from annotator.storage.opening import SUPER_JOURNAL
from annotator.storage.rescue import Aids, Rescued, rescue
from annotator.storage.store import Store
from annotator.storage.tables import TABLES
from tests.damage import PAGE, tamper

DEVICE = b"device of tests."
SCHEMA = (
    SchemaBody(derived_id("new"), "new", '{"looks":{},"order":[]}'),
    Label(derived_id("label:new"), "new", "#112233", "1", "name"),
)
Content = dict[str, list[tuple[object, ...]]]


def versions(path: Path) -> Content:
    """Return every version of every row, present and past, and the texts."""
    with closing(sqlite3.connect(path)) as con:
        rows = {name: con.execute(f"SELECT * FROM {name}").fetchall() for table in TABLES for name in (table.name, table.was)}
        return rows | {"document": con.execute("SELECT * FROM document ORDER BY id").fetchall()}


def rescued(path: Path, *, backups: tuple[Backup, ...] = ()) -> tuple[Rescued, Path]:
    """Rescue a project, and see that what comes out is whole and that it was not changed itself."""
    before, new = path.read_bytes(), path.with_name("rescued.annotator")
    answer = rescue(path, new, Aids(DEVICE, SCHEMA, backups), lambda _done, _total: None)
    assert path.read_bytes() == before
    assert sorted(file.name for file in path.parent.iterdir() if file.is_file()) == sorted([path.name, new.name])
    with closing(Store.open(new, DEVICE)) as store:
        assert [finding for finding in store.check().result() if finding.level == ERROR] == []
    return answer, new


def told(answer: Rescued, level: str = ERROR) -> list[str]:
    """Return what was said about the rest."""
    return [f"{finding.where}: {finding.what}" for finding in answer.rest if finding.level == level]


def zero(path: Path, table: str) -> None:
    """Lose the page on which a small table begins."""
    with closing(sqlite3.connect(path)) as con:
        (page,) = con.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    path.write_bytes(content)


@pytest.fixture
def marked(project: Any) -> Path:
    """Return a closed project with spans that were marked, changed, erased and put back, and a finished document."""
    store = project.create()
    spans = [project.mark(store, start, start + 6) for start in (2, 8, 20, 40, 70)]
    project.erase(store, spans[1])
    project.erase(store, spans[2])
    store.undo().result()
    store.act(lambda _: Edit("finish", after=(State(project.layer.id, project.document.id, finished=True),))).result()
    project.close()
    return Path(project.path)


def test_of_a_whole_project_every_version_is_rescued(marked: Path) -> None:
    answer, new = rescued(marked)
    assert versions(new) == versions(marked)
    assert (answer.documents, answer.spans, answer.backup, answer.rest) == (1, 4, None, ())


def test_without_the_directory_of_its_tables_every_row_is_found(marked: Path) -> None:
    before = versions(marked)
    content = bytearray(marked.read_bytes())
    content[:PAGE] = random.Random(1).randbytes(PAGE)
    marked.write_bytes(content)
    answer, new = rescued(marked)
    assert versions(new) == before
    assert answer.rest == ()


def test_a_lost_page_takes_its_own_rows_only_and_they_are_counted(marked: Path) -> None:
    zero(marked, "span")
    answer, new = rescued(marked)
    assert answer.documents == 1
    assert told(answer) == ["span of خبر: 5 of 8 rows cannot be read"]
    assert versions(new)["source"] == versions(new)["source"] != []


def test_seals_that_cannot_be_are_not_believed(marked: Path) -> None:
    tamper(marked, "INSERT INTO seal VALUES (x'', 3, 0), (x'7f', 3, 0), (x'05ff', -1, 0)")
    assert rescued(marked)[0].rest == ()


def test_where_the_seals_are_lost_too_it_says_how_many_rows_cannot_be_read(marked: Path) -> None:
    with closing(sqlite3.connect(marked)) as con:
        (page,) = con.execute("SELECT rootpage FROM sqlite_master WHERE name = 'span'").fetchone()
    zero(marked, "seal")
    content = bytearray(marked.read_bytes())
    end = page * PAGE
    content[end - 40 : end] = b"\xff" * 40  # the row written first stands at the end
    marked.write_bytes(content)
    answer, _ = rescued(marked)
    assert told(answer) == ["file: 1 rows cannot be read, nobody knows of what"]
    assert answer.spans == 3


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE span SET label = zeroblob(16) WHERE start = 2", "is not what was written there"),
        ("UPDATE span SET start = start + 1 WHERE start = 2", "is not what was written there"),
        ("UPDATE span SET id = zeroblob(16) WHERE start = 2", "is not what was written there"),
        ("UPDATE span SET segments = '[[' WHERE start = 2", "cannot be read"),
        ("UPDATE span SET segments = '7' WHERE start = 2", "cannot be read"),
    ],
)
def test_a_row_that_the_journal_knows_otherwise_is_left_out(marked: Path, statement: str, what: str) -> None:
    tamper(marked, statement)
    answer, _ = rescued(marked)
    assert answer.spans == 3
    assert [line.partition(": ")[2] for line in told(answer)] == [what]


@pytest.fixture
def many(project: Any) -> Path:
    """Return a closed project with spans of which the journal keeps no more than how many they are."""
    spans = tuple(project.span(place % 900, place % 900 + 1, f"{place}") for place in range(MANY + 1))
    project.create().act(lambda _: Edit("tag all", after=spans)).result()
    project.close()
    return Path(project.path)


class TestWithoutTheJournal:
    """Where the journal does not tell of rows one by one, they must fit."""

    def test_a_span_over_other_characters_is_left_out(self, many: Path) -> None:
        tamper(many, "UPDATE span SET quote = zeroblob(8) WHERE start = 5")
        answer, _ = rescued(many)
        assert "characters 5 to 6 are not those marked" in told(answer)[0]
        assert answer.spans + len(told(answer)) == MANY + 1

    def test_a_row_of_the_far_future_is_left_out(self, many: Path) -> None:
        tamper(many, "UPDATE span SET hlc = 4611686018427387903 WHERE start = 5")
        answer, _ = rescued(many)
        assert all("is dated a day ahead or more" in line for line in told(answer))
        assert answer.spans < MANY + 1

    def test_a_row_that_no_table_takes_is_left_out(self, many: Path) -> None:
        tamper(many, "PRAGMA ignore_check_constraints = ON", "UPDATE span SET dead = 7 WHERE start = 5")
        answer, _ = rescued(many)
        assert all("cannot be read" in line for line in told(answer))

    def test_two_rows_of_one_version_are_told_of(self, many: Path) -> None:
        columns = "layer, document, id, hlc, device, dead, label, start, end, segments, attributes, quote"
        other = columns.replace("attributes", '\'{"kind":"a"}\'')
        tamper(many, f"INSERT INTO span_was ({columns}) SELECT {other} FROM span WHERE start = 5")
        answer, _ = rescued(many)
        assert any("differs from another of the same version" in line for line in told(answer))

    def test_of_very_many_the_first_hundred_are_told(self, many: Path) -> None:
        tamper(many, "UPDATE span SET quote = zeroblob(8)")
        assert len(told(rescued(many)[0])) == 100


def test_what_another_program_changed_and_somebody_accepted_is_rescued(marked: Path, tmp_path: Path) -> None:
    tamper(marked, "UPDATE source SET title = 'other'")
    with closing(Store.open(marked, DEVICE, backups=tmp_path / "backups")) as store:
        assert store.reseal().result().seq
    before = versions(marked)
    answer, new = rescued(marked)
    assert answer.rest == ()
    assert versions(new) == before


@pytest.mark.parametrize("rows", [b"\xff" * 5, b"\x05abc", b"\x05" + bytes(48) + b"\x01abc"])
def test_a_made_up_line_of_the_journal_tells_of_nothing(marked: Path, rows: bytes) -> None:
    before = versions(marked)
    with closing(sqlite3.connect(marked, isolation_level=None)) as con:
        seq, last = con.execute("SELECT seq, hash FROM edit ORDER BY seq DESC LIMIT 1").fetchone()
        line = Line(seq + 1, 1, DEVICE, b"", "mark", 0, rows, b"")
        values = (line.seq, line.hlc, line.device, line.layer, line.verb, line.undoes, line.rows, line.hash_after(last))
        con.execute("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    answer, new = rescued(marked)
    assert answer.rest == ()
    assert versions(new) == before


class TestBySeals:
    """The seals of the damaged file tell of what no journal does."""

    def test_a_row_that_is_another_now_is_told_of(self, many: Path) -> None:
        tamper(many, "UPDATE span SET label = randomblob(16) WHERE id = (SELECT min(id) FROM span)", "DELETE FROM span_was")
        answer, _ = rescued(many)
        assert answer.spans == MANY + 1
        assert told(answer) == [f"span of خبر: not all of the {MANY + 1} rows are as they were written"]

    def test_rows_that_stand_there_twice_are_counted_once(self, marked: Path) -> None:
        marked.write_bytes(marked.read_bytes() + marked.read_bytes()[PAGE:])
        answer, _ = rescued(marked)
        assert answer.rest == ()

    def test_where_they_are_lost_nobody_knows_what_else_is(self, marked: Path) -> None:
        zero(marked, "seal")
        zero(marked, "span")
        answer, _ = rescued(marked)
        what = "how many rows there were is lost for some of them: nobody knows whether all were found"
        assert told(answer) == [f"file: {what}"]

    def test_what_is_made_anew_was_lost_all_the_same(self, marked: Path) -> None:
        zero(marked, "schema")
        zero(marked, "label")
        assert told(rescued(marked)[0]) == ["label: 4 of 4 rows cannot be read", "schema: 1 of 1 rows cannot be read"]


class TestMadeAnew:
    """What rows need and is lost is made anew, and told."""

    def test_the_schema_and_its_labels(self, marked: Path) -> None:
        zero(marked, "schema")
        answer, new = rescued(marked)
        assert [line for line in told(answer, WARNING) if "schema" in line]
        assert [row[3:] for row in versions(new)["label"]] == [row[3:] for row in versions(new)["label"] if row[6] != "new"]

    def test_labels_that_spans_have(self, marked: Path, project: Any) -> None:
        zero(marked, "label")
        answer, new = rescued(marked)
        assert answer.spans == 4
        names = {row[4]: row[0] for row in versions(new)["label"]}
        assert set(names) == {"new", "rescued 2"}
        assert names["rescued 2"] == project.labels[0].id

    def test_analysts_who_have_spans(self, marked: Path, project: Any) -> None:
        zero(marked, "layer")
        answer, new = rescued(marked)
        assert [(row[0], row[5]) for row in versions(new)["layer"]] == [(project.layer.id, "rescued 1")]
        assert answer.spans == 4

    def test_under_names_that_nothing_else_has(self, marked: Path, project: Any) -> None:
        lost = ("UPDATE {} SET name = 'rescued 1'", "UPDATE {} SET id = randomblob(16) WHERE id = x'{}'")
        for table, identifier in (("label", project.labels[0].id), ("layer", project.layer.id)):
            tamper(marked, *(statement.format(table, identifier.hex()) for statement in lost))
        _, new = rescued(marked)
        names = {table: [row[place] for row in versions(new)[table]] for table, place in (("label", 4), ("layer", 5))}
        assert {table: found.count("rescued 2") for table, found in names.items()} == {"label": 1, "layer": 1}

    def test_an_analyst_where_nobody_has_any(self, project: Any) -> None:
        project.create()
        project.close()
        zero(project.path, "layer")
        assert len(versions(rescued(project.path)[1])["layer"]) == 1

    def test_the_title_of_a_document(self, marked: Path) -> None:
        zero(marked, "source")
        answer, new = rescued(marked)
        (title,) = [row[5] for row in versions(new)["source"]]
        assert isinstance(title, str)
        assert title.startswith("😀 قال المتحدث")
        assert "its title was lost" in told(answer, WARNING)[0]

    def test_a_schema_that_cannot_be_read(self, marked: Path) -> None:
        tamper(marked, "UPDATE schema SET body = '[]'", "DELETE FROM edit")
        answer, new = rescued(marked)
        assert [row[4] for row in versions(new)["schema"]] == ["new"]
        assert "cannot be read" in told(answer)[0]


class TestTornTexts:
    """Of a text of which a part is lost the rest goes on as another document, with the spans that are still true there."""

    @staticmethod
    def hurt(path: Path, change: Callable[[bytes], bytes]) -> None:
        """Change bytes of the text in the file."""
        content = path.read_bytes()
        path.write_bytes(change(content))

    def test_spans_stay_where_their_characters_are(self, marked: Path, project: Any) -> None:
        self.hurt(marked, lambda content: content.replace(b"2020", b"20\xff0", 1))
        answer, new = rescued(marked)
        assert told(answer) == [
            "document خبر: a part of its text is lost: what is left of it is another document now, with 4 of its spans",
            "document خبر: 1 rows of state are lost with its text",
        ]
        assert [row[5] for row in versions(new)["source"]] == ["خبر"]
        (text,) = [row[3] for row in versions(new)["document"]]
        assert text == project.document.text.replace("2020", "20\ufffd0", 1)

    def test_spans_after_the_damage_are_found_where_they_moved(self, marked: Path, project: Any) -> None:
        self.hurt(marked, lambda content: content.replace("قال".encode(), "ق".encode() + b"xxxx", 1))
        answer, new = rescued(marked)
        with closing(Store.open(new, DEVICE)) as store:
            (document,) = store.ask(lambda reader: [reader.document(key) for key in reader.document_lengths()]).result()
            spans = store.ask(lambda reader: reader.spans(document.id)).result()
        assert answer.spans == len(spans) == 3
        moved = [span.covered(document.text) for span in spans]
        assert moved == [project.document.text[start : start + 6] for start in (20, 40, 70)]

    def test_rescued_again_it_is_the_same(self, marked: Path) -> None:
        self.hurt(marked, lambda content: content.replace(b"2020", b"20x0", 1))
        _, new = rescued(marked)
        first = versions(new)
        new.unlink()
        assert versions(rescued(marked)[1])["span"] == first["span"]

    def test_a_span_whose_characters_are_gone_is_left_out(self, project: Any) -> None:
        store = project.create()
        start = project.document.text.index("2020")
        project.mark(store, start, start + 4)
        project.mark(store, start, start + 2)
        project.close()
        tail = project.document.text[start + 5 :].replace("2020", "2121")
        other = Document.of(project.document.text[: start + 5] + tail)
        self.hurt(project.path, lambda content: content.replace(project.document.text.encode(), other.text.encode()))
        self.hurt(project.path, lambda content: content.replace(b"2020", b"2x20"))
        answer, _ = rescued(project.path)
        assert answer.spans == 0
        assert "2 rows of span are lost with its text" in " ".join(told(answer))

    def test_a_text_of_which_nothing_is_left_is_named(self, marked: Path, project: Any) -> None:
        tamper(marked, "UPDATE document SET text = ''")
        store_other = Document.of("نص آخر")
        with pytest.raises(InvalidFile, match="nothing of a project is left"):
            rescued(marked)
        with closing(Store.open(marked, DEVICE)) as store:
            project.add(store, store_other, replace(project.source, document=store_other.id))
        answer, _ = rescued(marked)
        assert "document خبر: its text cannot be read" in told(answer)


class TestOntoABackup:
    """With a backup of the same project, its rows and its history are kept, and only what is newer comes along."""

    @pytest.fixture
    def kept(self, project: Any, tmp_path: Path) -> tuple[Path, Path]:
        """Return a project with work done since its backup, and the folder of backups."""
        folder = tmp_path / "backups"
        project.create()
        project.close()
        with closing(Store.open(project.path, DEVICE, backups=folder)) as store:
            project.mark(store, 2, 8)
            store.back_up("by hand").result()
            project.mark(store, 20, 26)
        for daily in folder.glob("* daily.annotator"):
            daily.unlink()
        return project.path, folder

    def test_what_was_lost_comes_from_the_backup_and_what_is_newer_from_the_file(self, kept: tuple[Path, Path]) -> None:
        path, folder = kept
        zero(path, "source")
        zero(path, "document")
        answer, new = rescued(path, backups=found(folder))
        assert (answer.documents, answer.spans, answer.rest) == (1, 2, ())
        assert answer.backup == found(folder)[0].path
        with closing(Store.open(new, DEVICE)) as store:
            history = store.ask(lambda reader: reader.history()).result()
            assert [entry.title for entry in history][:2] == ["rescue", "mark"]
            assert store.ask(lambda reader: reader.can_undo()).result() is None
            assert store.undo().result() is None
            assert store.redo().result() is None

    def test_a_text_that_is_torn_comes_whole_from_the_backup(self, kept: tuple[Path, Path]) -> None:
        path, folder = kept
        path.write_bytes(path.read_bytes().replace(b"2020", b"20x0"))
        answer, new = rescued(path, backups=found(folder))
        assert (answer.documents, answer.spans, answer.rest) == (1, 2, ())
        assert len(versions(new)["document"]) == 1

    def test_after_a_rescue_undo_goes_back_to_it_and_no_further(self, kept: tuple[Path, Path], project: Any) -> None:
        path, folder = kept
        _, new = rescued(path, backups=found(folder))
        with closing(Store.open(new, DEVICE)) as store:
            project.mark(store, 40, 46)
            assert store.undo().result()
            assert store.undo().result() is None
            assert store.redo().result()
            assert store.redo().result() is None

    def test_a_line_after_the_backup_proves_it_where_its_own_is_lost(self, kept: tuple[Path, Path]) -> None:
        path, folder = kept
        with closing(sqlite3.connect(found(folder)[0].path)) as con:
            (seq,) = con.execute("SELECT max(seq) FROM edit").fetchone()
        tamper(path, f"DELETE FROM edit WHERE seq = {seq}")
        assert rescued(path, backups=found(folder))[0].backup

    def test_a_damaged_backup_and_one_of_another_project_are_passed_over(
        self, kept: tuple[Path, Path], new_project: Callable[[], Any], tmp_path: Path
    ) -> None:
        path, folder = kept
        (good,) = found(folder)
        shutil.copy(good.path, tmp_path / "torn")
        tamper(tmp_path / "torn", "UPDATE label SET name = 'other'")
        other = new_project()
        other.create()
        other.close()
        (tmp_path / "text").write_text("no project")
        bad = tuple(good._replace(path=path) for path in (tmp_path / "torn", other.path, tmp_path / "text"))
        assert rescued(path, backups=(*bad, good))[0].backup == good.path
        path.with_name("rescued.annotator").unlink()
        assert rescued(path, backups=bad)[0].backup is None


class TestWhatIsRefused:
    """Refused in a sentence, and nothing is made."""

    @staticmethod
    def refused(path: Path, new: Path) -> str:
        with pytest.raises((InvalidFile, NotSaved)) as error:
            rescue(path, new, Aids(DEVICE, SCHEMA), lambda _done, _total: None)
        return str(error.value)

    @pytest.mark.parametrize("content", [b"", b"text", bytes(9000)])
    def test_what_holds_nothing(self, tmp_path: Path, content: bytes) -> None:
        path, new = tmp_path / "bad.annotator", tmp_path / "new.annotator"
        path.write_bytes(content)
        assert "nothing of a project is left" in self.refused(path, new)
        assert list(tmp_path.iterdir()) == [path]

    def test_a_name_that_is_taken(self, marked: Path, tmp_path: Path) -> None:
        taken = tmp_path / "taken"
        taken.write_text("x")
        assert "is there already" in self.refused(marked, taken)
        assert taken.read_text() == "x"

    def test_a_project_that_is_open_here(self, project: Any, tmp_path: Path) -> None:
        project.create()
        assert "is open in this window" in self.refused(project.path, tmp_path / "new")

    def test_a_pipe_and_a_folder(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert "is a pipe" in self.refused(tmp_path / "pipe", tmp_path / "new")
        assert "is a folder" in self.refused(tmp_path, tmp_path / "new")

    def test_a_journal_that_names_another_file(self, marked: Path, tmp_path: Path) -> None:
        marked.with_name(f"{marked.name}-journal").write_bytes(b"victim" + SUPER_JOURNAL)
        assert "names another file" in self.refused(marked, tmp_path / "new")

    def test_cancelled_it_leaves_nothing(self, marked: Path, tmp_path: Path, temporary: Path) -> None:
        def cancel(_done: int, _total: int) -> None:
            raise NotSaved("cancelled")

        with pytest.raises(NotSaved, match="cancelled"):
            rescue(marked, tmp_path / "new", Aids(DEVICE, SCHEMA), cancel)
        assert not (tmp_path / "new").exists()
        assert list(temporary.iterdir()) == []


def test_a_crash_that_left_a_journal_is_played_back_first(marked: Path) -> None:
    before = versions(marked)
    con = sqlite3.connect(marked, isolation_level=None)
    con.execute("PRAGMA cache_size = 1")
    con.execute("PRAGMA cache_spill = 1")
    con.execute("BEGIN IMMEDIATE")
    con.execute("UPDATE local SET last = 1")
    con.executemany("INSERT INTO arrival VALUES (?, 't', x'', 1, zeroblob(16))", [(n,) for n in range(2000)])
    crashed = marked.with_name("crashed.annotator")
    for ending in ("", "-journal"):
        shutil.copy(f"{marked}{ending}", f"{crashed}{ending}")
    con.execute("ROLLBACK")
    con.close()
    new = marked.with_name("new.annotator")
    answer = rescue(crashed, new, Aids(DEVICE, SCHEMA), lambda _done, _total: None)
    assert (answer.spans, answer.rest) == (4, ())
    assert versions(new) == before
    Path(f"{crashed}-journal").write_bytes(b"no journal")
    new.unlink()
    assert rescue(crashed, new, Aids(DEVICE, SCHEMA), lambda _done, _total: None).spans == 4
