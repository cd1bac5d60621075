"""A project file in use: questions and edits go in, answers and confirmations come out as futures."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

from annotator.model.edits import Edit, Row
from annotator.model.errors import AnnotatorError, Damaged, NotSaved, Stale
from annotator.storage import creating, history, journal
from annotator.storage.aside import Aside
from annotator.storage.backup import Backup
from annotator.storage.check import ERROR, Finding, check
from annotator.storage.history import History
from annotator.storage.journal import Line
from annotator.storage.keeping import Backups
from annotator.storage.lineage import Lineage
from annotator.storage.looking import Looking
from annotator.storage.opening import inspect, is_big
from annotator.storage.projectfile import ProjectFile
from annotator.storage.reader import Reader
from annotator.storage.refusals import DAMAGED, is_lasting, refusal
from annotator.storage.replaying import edit_of, reverse_of
from annotator.storage.resealing import accepting
from annotator.storage.worker import Worker
from annotator.storage.writing import Writing, write

T = TypeVar("T")
NS_PER_MS = 1_000_000
ASKED = "the project was opened for reading only: open it again to change it"
NO_BACKUPS = "the project was opened without a folder for its backups: open it again with one"


class Applied(NamedTuple):
    """An edit that is in the file: its number (0 if there was nothing to do), with versions on both sides.

    ``undoes`` is the number of the edit it took back, or 0; ``elsewhere`` says that another window wrote it; ``warning`` is a
    sentence for the analyst when it was saved although the disk complained.
    """

    seq: int
    edit: Edit
    undoes: int
    at_ms: int
    elsewhere: bool
    warning: str = ""


class Store:
    """One project file, used on one thread of its own; every method may be called from any thread."""

    def __init__(self, file: ProjectFile, device: bytes, backups: Backups | None) -> None:
        """Do not call this: `create` or `open`."""
        self.path = file.path
        self._file, self._device, self._backups = file, device, backups
        self._listeners: list[Callable[[Applied], None]] = []
        self._history = History()
        self._lineage = Lineage(frozenset(), None)
        self._mark_of_change = (0, 0)
        self._is_changed = False
        self._aside = Aside()
        self._looking: Looking | None = None
        self._is_found_damaged = False
        self._worker = Worker(f"store {file.path.name}", rest=self._back_up_daily, idle=self._look_around, last=self._leave)

    @classmethod
    def create(cls, path: Path, device: bytes, rows: Sequence[Row], *, backups: Path | None = None) -> "Store":
        """Make a new project file that holds *rows* and open it; raises InvalidFile if it is there, NotSaved."""
        creating.create(path, device, rows)
        return cls.open(path, device, backups=backups)

    @classmethod
    def open(cls, path: Path, device: bytes, *, read_only: bool = False, backups: Path | None = None) -> "Store":
        """Open a project file; raises InvalidFile, NotSaved. The result's ``read_only`` says why it is not writable, or "".

        Backups go into the folder *backups*; without one, none are made.
        """
        inspected = inspect(path)
        kept = Backups(backups, inspected.path.stem) if backups else None
        store = cls(ProjectFile(inspected, ASKED if read_only else inspected.read_only, kept), device, kept)
        try:
            store._worker.submit(lambda: store._told(store._start)).result()
        except BaseException:
            store._worker.close()
            raise
        return store

    @property
    def read_only(self) -> str:
        """Why the project cannot be changed, or ""."""
        return self._file.read_only

    @property
    def notice(self) -> str:
        """What had to be done to open the project, to be told once, or ""."""
        return self._file.notice

    @property
    def pending(self) -> int:
        """How many edits are not in the file yet."""
        return self._worker.pending

    def ask(self, question: Callable[[Reader], T]) -> Future[T]:
        """Answer *question* from one picture of the file, after everything asked before."""
        return self._worker.submit(lambda: self._told(lambda: self._answer(question)))

    def ask_aside(self, question: Callable[[Reader], T]) -> Future[T]:
        """Answer *question*, which takes long, from a copy of the file as it is after everything asked before.

        That is done on a thread of its own, so that nothing waits for it, here or in other windows, but the end of `close`.
        """
        future: Future[T] = Future()

        def refuse(turn: Future[None]) -> None:
            error = turn.exception()
            if error:
                future.set_exception(error)

        self._worker.submit(lambda: self._aside.start(self._file.here, question, future)).add_done_callback(refuse)
        return future

    def act(self, build: Callable[[Reader], Edit | Writing]) -> Future[Applied]:
        """Write what *build* makes of the project as it then is, in one transaction; the future may fail: Stale, NotSaved.

        What changes much is backed up before; where that fails the future fails with NoBackup, unless the Writing insists.
        """
        return self._worker.submit(lambda: self._told(lambda: self._act(build)), counts=True)

    def undo(self, *, without_backup: bool = False) -> Future[Applied | None]:
        """Take back the newest edit that is not undone, as a new edit; None when there is none."""
        return self._take_back(history.newest_to_undo, without_backup=without_backup)

    def redo(self, *, without_backup: bool = False) -> Future[Applied | None]:
        """Take back the newest undo, unless something was done since; None when there is none."""
        return self._take_back(history.newest_to_redo, without_backup=without_backup)

    def lineage(self) -> Future[Lineage]:
        """Return what the project can be known by elsewhere, after everything asked before."""
        return self._worker.submit(lambda: self._lineage)

    def check(self) -> Future[tuple[Finding, ...]]:
        """Check the file to the last row."""
        return self.ask_aside(lambda reader: check(reader.con, self.path))

    def reseal(self) -> Future[Applied]:
        """Accept what something else than this program changed, after a backup, as an edit that undo steps over.

        Where all seals are right there is nothing to do. Raises InvalidFile if more than seals is wrong, NotSaved.
        """

        def work() -> Applied:
            if self._backups is None:
                raise NotSaved(NO_BACKUPS)
            return self._act(lambda reader: accepting(reader.con, self.path))

        return self._worker.submit(lambda: self._told(work), counts=True)

    def back_up(self, reason: str) -> Future[Backup]:
        """Make a backup now; raises NotSaved."""
        return self._worker.submit(lambda: self._back_up(reason))

    def listen(self, callback: Callable[[Applied], None]) -> None:
        """Call *callback* after every edit, of this window and of others (within a second).

        It is called on the store's thread, so it must not wait for the store; also with nothing but a ``warning``, when
        today's backup could not be made, or a big project was found to be damaged since it was opened.
        """
        self._listeners.append(callback)
        if self._is_found_damaged:
            self._worker.submit(lambda: callback(_warning(DAMAGED)))

    def watch(self, callback: Callable[[bool], object]) -> None:
        """Call *callback* whenever another window begins to keep this one waiting (true), or no longer does (false).

        It is called on the store's thread, so it must not wait for the store.
        """
        self._file.kept_waiting = callback

    def close(self) -> None:
        """Wait until everything asked for is done, then let the file go; does nothing the second time."""
        self._worker.close()

    def _back_up(self, reason: str) -> Backup:
        if self._backups is None:
            raise NotSaved(NO_BACKUPS)
        return self._backups.make(self._file.here, reason)

    def _take_back(
        self, newest: Callable[[sqlite3.Connection, History], Line | None], *, without_backup: bool
    ) -> Future[Applied | None]:
        def build(reader: Reader) -> Edit | Writing:
            line = newest(reader.con, self._history)
            if line is None:
                return Edit("")
            return Writing(reverse_of(reader.con, line), undoes=line.seq, without_backup=without_backup)

        def work() -> Applied | None:
            applied = self._act(build)
            return applied if applied.seq else None

        return self._worker.submit(lambda: self._told(work), counts=True)

    def _start(self) -> None:
        self._file.prepare()
        self._lineage = Lineage.of(self._file.connected())
        if is_big(self._file.here):
            self._looking = Looking(self._file.here, lambda: self._worker.submit(self._stop_writing))

    def _stop_writing(self) -> None:
        """Write nothing more to a file that was found to be damaged."""
        self._file.bar(Damaged(DAMAGED))
        self._is_found_damaged = True
        self._call(_warning(DAMAGED))

    def _leave(self) -> None:
        try:
            self._back_up_daily()
        finally:
            if self._looking:
                self._looking.end()
            self._aside.wait()
            self._file.let_go()

    def _answer(self, question: Callable[[Reader], T]) -> T:
        try:
            con = self._file.begin_reading()
            self._tell_of_others(con)
            return question(Reader(con, self._history))
        finally:
            self._file.end()

    def _act(self, build: Callable[[Reader], Edit | Writing]) -> Applied:
        if self._file.is_lost:
            self._file.regain(self._lineage)
        self._refuse_unwritable()
        try:
            con = self._file.begin()
            self._tell_of_others(con)
            applied = self._write(con, build)
        finally:
            self._file.end()
        if applied.seq:
            self._is_changed = True
            self._call(applied)
        return applied

    def _refuse_unwritable(self) -> None:
        """Raise NotSaved if the file must not be written; of a big one that is known once its pages were looked at.

        To wait for that costs nothing: until then the look itself keeps every commit waiting.
        """
        if not self.read_only and self._looking and self._looking.finds_damage():
            self._file.read_only = DAMAGED
        if self.read_only:
            raise NotSaved(self.read_only)

    def _write(self, con: sqlite3.Connection, build: Callable[[Reader], Edit | Writing]) -> Applied:
        made = build(Reader(con, self._history))
        writing = made if isinstance(made, Writing) else Writing(made)
        if writing.is_empty:
            return Applied(0, writing.edit, 0, 0, elsewhere=False)
        if self._backups and writing.needs_backup:
            self._backups.make_before(self._file.here, writing.edit.title)
        written = write(con, writing, self._device, time.time_ns() // NS_PER_MS)
        line = journal.append(con, written, self._device, writing.undoes)
        warning = self._file.commit(line)
        self._lineage = self._lineage.going_on(line)
        return Applied(line.seq, written.edit, line.undoes, line.at_ms, elsewhere=False, warning=warning)

    def _told(self, work: Callable[[], T]) -> T:
        """Do *work*; what SQLite refuses becomes a sentence for the analyst, and what cannot pass stops all writing."""
        try:
            return work()
        except sqlite3.Error as error:
            reason = refusal(error)
            if reason is None:
                raise
            if is_lasting(error):
                self._file.bar(reason)
            raise reason from error
        except AnnotatorError:
            raise
        except Exception as error:
            if self._is_damaged():
                raise Damaged(DAMAGED) from error
            raise  # a bug of ours

    def _is_damaged(self) -> bool:
        """Whether the file is, so that what nobody expected is no bug of ours: damaged rows can raise anything."""
        try:
            return any(finding.level == ERROR for finding in check(self._file.connected(), self._file.here))
        except Exception:  # noqa: BLE001 - what cannot even be checked is damaged
            return True

    def _look_around(self) -> None:
        """Tell the listeners what other windows wrote; a file that cannot be read just now is looked at a second later."""
        with suppress(sqlite3.Error, AnnotatorError):
            mark = self._file.mark_of_change()
            if mark != self._mark_of_change:
                self._answer(lambda _: None)
                self._mark_of_change = mark

    def _back_up_daily(self) -> None:
        """Make today's backup if something was changed: it keeps nobody waiting who asked before."""
        if self._is_changed and self._backups:
            self._is_changed = False
            try:
                self._backups.make_daily(self._file.here)
            except AnnotatorError as error:
                self._call(_warning(str(error)))

    def _tell_of_others(self, con: sqlite3.Connection) -> None:
        for line in journal.after(con, self._lineage.seq):
            self._lineage = self._lineage.going_on(line)
            self._call(Applied(line.seq, _edit_elsewhere(con, line), line.undoes, line.at_ms, elsewhere=True))

    def _call(self, applied: Applied) -> None:
        for callback in self._listeners:
            callback(applied)


def _warning(text: str) -> Applied:
    return Applied(0, Edit(""), 0, 0, elsewhere=False, warning=text)


def _edit_elsewhere(con: sqlite3.Connection, line: Line) -> Edit:
    """Return what another window did; nothing is left to show of what was taken out of the file since."""
    try:
        return edit_of(con, line)
    except Stale:
        return Edit(line.verb)
