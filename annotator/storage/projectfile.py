"""The file of an open project: connected to, made ready and let go in the store's thread."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any

from annotator.model.errors import AnnotatorError, Damaged, InvalidFile, Moved, NotSaved
from annotator.storage import journal, migrations
from annotator.storage.connection import at_once, code_of, commit, connect
from annotator.storage.files import LONGEST, sync_folder
from annotator.storage.journal import Line
from annotator.storage.keeping import Backups
from annotator.storage.lineage import Lineage
from annotator.storage.opening import Inspected, hold, identity, inspect, legible, let_go, verify
from annotator.storage.private import PrivateCopy, private_copy
from annotator.storage.refusals import MOVED, is_lasting
from annotator.storage.upgrading import upgrade
from annotator.text.shown import shown

SWITCHED_BACK = "another program had switched the project to a mode of several files (WAL): it was switched back"
SAVED_WITH_FAULT = "saved, but the disk reported a fault: make a backup"
UNKNOWN = (
    "the disk reported a fault and the project cannot be read now: whether the last action was saved will show when it can"
)
UPGRADED = "another window brought the project to a newer format: close this one, and open it with that Annotator"


class ProjectFile:
    """A project file that was inspected: ``path`` is where it lies, ``read_only`` says why it must not be written, or "".

    ``notice`` says what was done to make it ready, or "". ``here`` is the file that is read: where the project may not be
    written but must be, because a crash, another tool or an older Annotator left it so, that is a private copy. ``is_lost``
    says that it could be written until the disk or another program took it away, and may be had again. ``kept_waiting`` is
    called whenever another window begins to keep this one waiting, or no longer does.
    """

    def __init__(self, inspected: Inspected, read_only: str, backups: Backups | None) -> None:
        """Hold the file; *backups* takes one before it is brought to another version."""
        self.path = self.here = inspected.path
        self.read_only = read_only
        self.is_lost = False
        self.notice = ""
        self.kept_waiting: Callable[[bool], object] = bool
        self._is_waiting = False
        self._inspected, self._backups = inspected, backups
        self._con: sqlite3.Connection | None = None
        self._connections = 0
        self._private: PrivateCopy | None = None
        self._holding = identity(self.path)
        hold(self._holding)

    def prepare(self) -> None:
        """Connect for the first time: verify it, and bring it up to date; raises InvalidFile, NotSaved, sqlite3.Error."""
        is_old, is_wal = self._inspected.version < migrations.newest(), self._inspected.is_wal
        if self.read_only and (is_old or is_wal):
            self._go_private()
        try:
            self._verify()
        except sqlite3.OperationalError as error:
            if not self.read_only or getattr(error, "sqlite_errorcode", 0) != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
            self._go_private()
            self._verify()
        if is_wal and not self.read_only:
            self.notice = SWITCHED_BACK
        if migrations.version_of(self.connected()) < migrations.newest():
            self._upgrade()

    def connected(self) -> sqlite3.Connection:
        """Return the connection, made anew after `disconnect`; raises InvalidFile, sqlite3.Error."""
        if self._con is None:
            self._con = connect(self.here, read_only=bool(self.read_only) and not self._private)
        return self._con

    def disconnect(self) -> None:
        """Close the connection, if there is one."""
        if self._con:
            self._con.close()
            self._con = None
            self._connections += 1

    def mark_of_change(self) -> tuple[int, int]:
        """Return what is another pair after another window wrote; also after connecting anew, for SQLite counts anew then.

        Nobody waits for that: raises sqlite3.Error while another window lets nobody in.
        """
        version = self._lock_at_once("PRAGMA data_version")[0]
        return self._connections, version

    def begin_reading(self) -> sqlite3.Connection:
        """Begin to read one picture of the file, waiting for a window that lets nobody in."""
        self.connected().execute("BEGIN")
        self._lock("PRAGMA user_version")  # the first page is read, whatever the others are like
        return self.connected()

    def begin(self) -> sqlite3.Connection:
        """Begin to write, waiting for other windows; raises NotSaved if one of them brought the file to another version.

        Raises Moved if it is no longer in its place, before anybody takes for it what lies there now.
        """
        if not self._is_in_place():
            moved = Moved(MOVED)
            self.bar(moved)
            raise moved
        self._lock("BEGIN IMMEDIATE")
        con = self.connected()
        if migrations.version_of(con) != migrations.newest():
            raise NotSaved(UPGRADED)
        return con

    def commit(self, line: Line) -> str:
        """Put the edit of *line* on the disk; returns a warning if it is there although the disk reported a fault."""
        try:
            commit(self.connected())
        except sqlite3.OperationalError as error:
            if code_of(error) == sqlite3.SQLITE_IOERR and self._has(line):
                with suppress(OSError):
                    sync_folder(self.path.parent)
                return SAVED_WITH_FAULT
            raise
        return ""

    def bar(self, reason: AnnotatorError) -> None:
        """Write nothing more, for a *reason*; a file that is not damaged may be had again."""
        self.read_only = str(reason)
        self.is_lost = not isinstance(reason, Damaged)

    def regain(self, lineage: Lineage) -> None:
        """Write again, into what lies in the project's place now; raises Moved if that is not the project, NotSaved.

        Until that is proved the connection stays: what it reads may be nowhere else any more. Raises sqlite3.Error.
        """
        try:
            self._connect_anew(lineage)
        except InvalidFile as error:
            raise Moved(MOVED) from error
        except sqlite3.Error as error:
            if is_lasting(error):
                raise Moved(MOVED) from error
            raise

    def end(self) -> None:
        """Leave the transaction if SQLite has not left it: after a full disk it has, after a busy file not."""
        if self._con and self._con.in_transaction:
            self._con.execute("ROLLBACK")

    def let_go(self) -> None:
        """Close the connection for good, and delete the private copy."""
        self.disconnect()
        let_go(self._holding)
        if self._private:
            self._private.delete()

    def _is_in_place(self) -> bool:
        try:
            return identity(self.path) == self._holding
        except OSError:
            return False

    def _lock(self, statement: str) -> None:
        """Execute a statement that takes a lock, waiting for another window that has it; raises sqlite3.Error."""
        try:
            self._lock_at_once(statement)
        except sqlite3.OperationalError as error:
            if code_of(error) != sqlite3.SQLITE_BUSY:
                raise
            self.connected().execute(statement).fetchone()
            self._tell_waiting(is_waiting=False)

    def _lock_at_once(self, statement: str) -> Any:
        """Return the first row of a statement that takes a lock, and tell whether another window has that."""
        try:
            found = at_once(self.connected(), statement)
        except sqlite3.OperationalError as error:
            if code_of(error) == sqlite3.SQLITE_BUSY:
                self._tell_waiting(is_waiting=True)
            raise
        self._tell_waiting(is_waiting=False)
        return found

    def _tell_waiting(self, *, is_waiting: bool) -> None:
        if is_waiting != self._is_waiting:
            self._is_waiting = is_waiting
            self.kept_waiting(is_waiting)

    def _connect_anew(self, lineage: Lineage) -> None:
        inspected = inspect(self.path)
        if inspected.read_only:
            raise NotSaved(inspected.read_only)
        with ExitStack() as until_proved:
            holding = identity(self.path)
            hold(holding)
            until_proved.callback(let_go, holding)
            con = connect(self.path)
            until_proved.callback(con.close)
            with legible(self.path):
                verify(con, self.path)
            lineage.prove(con, self.path)
            until_proved.pop_all()
        self.disconnect()
        let_go(self._holding)
        self._con, self._holding = con, holding
        self.read_only, self.is_lost = "", False

    def _has(self, line: Line) -> bool:
        """Whether an edit is in the file after the disk reported a fault: only opening it anew can tell.

        Another window may have written after it.
        """
        self.disconnect()
        try:
            found = journal.after(self.connected(), line.seq - 1)
        except sqlite3.Error as error:
            raise NotSaved(UNKNOWN) from error
        return bool(found) and found[0].hash == line.hash

    def _verify(self) -> None:
        with legible(self.path):
            verify(self.connected(), self.here)

    def _go_private(self) -> None:
        self.disconnect()
        self._private = private_copy(self.path)
        self.here = self._private.path
        let_go(self._holding)
        self._holding = identity(self.here)
        hold(self._holding)

    def _upgrade(self) -> None:
        """Bring the file to the present version, if it is the project's own after a backup."""
        version = migrations.newest()
        if self._backups and not self._private:
            made = self._backups.make_before(self.here, f"bringing it to format {version}")
            where = shown(str(made.path), LONGEST)
            self.notice = f"the project was brought to format {version}; as it was it is kept in {where}"
        upgrade(self.connected(), self.here)
