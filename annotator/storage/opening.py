"""Looking at a file before SQLite does: only a project, whole and of a known version, is opened; nothing is changed."""

import os
import sqlite3
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from annotator.model import archives
from annotator.model.errors import AnnotatorError, Damaged, InvalidFile
from annotator.model.ids import ID_BYTES
from annotator.model.versions import HLC_MAX
from annotator.storage import migrations
from annotator.storage.connection import code_of
from annotator.storage.mounts import is_shared
from annotator.text.shown import shown

HEADER_BYTES = 100
QUICK_CHECK_BELOW = 50 << 20
SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
SQLITE_MAGIC = b"SQLite format 3\x00"
REMEDY = "open a backup, or rescue what is left: annotator check --rescue"
_IS_ANOTHER = "is {kind}, not a project"
_PAGE_SIZE, _WRITE_VERSION, _PAGE_COUNT, _SCHEMA_FORMAT, _ENCODING = 16, 18, 28, 44, 56
_USER_VERSION, _APPLICATION_ID = 60, 68
_ROLLBACK, _WAL = 1, 2
_SCHEMA_FORMATS, _UTF_8 = range(1, 5), 1
_SOUND = "ok"
_LARGEST_PAGE_CODE, _SMALLEST_PAGE = 1, 512
_KINDS = (
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"%pdf", "a PDF"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"{\\rtf", "a text document of a word processor"),
    (b"{", "a JSON file"),
)
_IRREGULAR = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)


Identity = tuple[int, int]
_HELD: Counter[Identity] = Counter()


class Inspected(NamedTuple):
    """A file that may be opened: its path with links resolved, its version, and why it can only be read, or "".

    ``is_wal`` says that another tool switched it to a mode in which it is not one file.
    """

    path: Path
    version: int
    read_only: str
    is_wal: bool = False


def inspect(path: Path) -> Inspected:
    """Look at the bytes of *path* and beside it; raises InvalidFile with what it is instead of a project."""
    name = shown(path.name)
    with _readable(name):
        real = _regular(path, name)
        if identity(real) in _HELD:
            return Inspected(real, migrations.newest(), _why_read_only(real))
        with real.open("rb") as stream:
            header = stream.read(archives.HEAD_BYTES)
            size = stream.seek(0, os.SEEK_END)
        journal, wal = (_beside(real, ending, name) for ending in ("-journal", "-wal"))
    _refuse_archive(header, name)
    _refuse_foreign(header, name)
    _refuse_damaged(header, size, name, has_journal=bool(journal or wal))
    _refuse_super_journal(journal, name)
    return Inspected(real, _number(header, _USER_VERSION), _why_read_only(real), is_wal=_WAL in header[_WRITE_VERSION:][:2])


def readable(path: Path) -> Path:
    """Return the file at *path*, links resolved, whose bytes may be read whatever they are; raises InvalidFile.

    It is not open in this process, and nothing beside it leads anywhere.
    """
    name = shown(path.name)
    with _readable(name):
        real = _regular(path, name)
        if is_held(real):
            raise _refused(name, "is open in this window", "close it first")
        for ending in ("-journal", "-wal"):
            _refuse_super_journal(_beside(real, ending, name), name)
        real.open("rb").close()
    return real


def identity(path: Path) -> Identity:
    """Return what tells a file from all others, whatever it is called."""
    found = path.stat()
    return found.st_dev, found.st_ino


def hold(file: Identity) -> None:
    """Remember that this process has a project open: reading its bytes then would drop SQLite's locks on it (POSIX)."""
    _HELD[file] += 1


def let_go(file: Identity) -> None:
    """Forget one holding of a project."""
    _HELD[file] -= 1
    if not _HELD[file]:
        del _HELD[file]


def is_held(path: Path) -> bool:
    """Whether this process has a project open: then its bytes must not be read."""
    return _HELD[identity(path)] > 0


def is_held_twice(path: Path) -> bool:
    """Whether this process has a project open more than once."""
    return _HELD[identity(path)] > 1


def is_project(path: Path) -> bool:
    """Whether a file says that it is a project; one that this process has open is known to be, and not read. Raises OSError."""
    if is_held(path):
        return True
    if not stat.S_ISREG(path.stat().st_mode):
        return False
    with path.open("rb") as stream:
        header = stream.read(HEADER_BYTES)
    is_whole = len(header) == HEADER_BYTES and header.startswith(SQLITE_MAGIC)
    return is_whole and _number(header, _APPLICATION_ID) == migrations.APPLICATION_ID


def verify(con: sqlite3.Connection, path: Path, *, at_any_size: bool = False) -> None:
    """Refuse a file whose tables are not exactly ours, or whose pages are damaged; raises InvalidFile, sqlite3.Error.

    The pages of a big file are looked at only if it is to be checked *at_any_size*.
    """
    name = shown(path.name)
    foreign = _damaged(name, "has other tables than a project", REMEDY)
    if not migrations.has_our_tables(con):
        raise foreign
    if at_any_size or not is_big(path):
        found = _found_in_pages(con)
        if found != _SOUND:
            what = AnnotatorError("is damaged ({why})", why=shown(found.rpartition("\n")[2]))
            raise _damaged(name, what, REMEDY)
    if not migrations.has_our_steps(con):
        raise foreign
    if not _knows_itself(con):
        raise _damaged(name, "has lost what it knows of itself", REMEDY)


def _knows_itself(con: sqlite3.Connection) -> bool:
    """Whether the one row of the file's own clock and device is there and can be gone on from."""
    rows = con.execute("SELECT last, length(device), undoing FROM local").fetchall()
    return len(rows) == 1 and 0 <= rows[0][0] < HLC_MAX and rows[0][1:] == (ID_BYTES, 0)


def is_big(path: Path) -> bool:
    """Whether looking at all pages of a file takes so long that opening it does not wait for that."""
    return path.stat().st_size >= QUICK_CHECK_BELOW


def has_sound_pages(con: sqlite3.Connection) -> bool:
    """Whether no page of a file is damaged, looking at all; raises sqlite3.Error."""
    return _found_in_pages(con) == _SOUND


def _found_in_pages(con: sqlite3.Connection) -> str:
    return str(con.execute("PRAGMA quick_check(1)").fetchone()[0])


@contextmanager
def legible(path: Path) -> Iterator[None]:
    """Say of a file that SQLite cannot make out that it is damaged; raises InvalidFile, sqlite3.Error."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if code_of(error) != sqlite3.SQLITE_ERROR:
            raise
        raise _damaged(shown(path.name), "is damaged", REMEDY) from error


def page_bytes(header: bytes) -> int:
    """Return the size of a page by the first bytes of a file, 0 if they say none that SQLite takes."""
    said = int.from_bytes(header[_PAGE_SIZE:][:2])
    page = 1 << 16 if said == _LARGEST_PAGE_CODE else said
    return page if page >= _SMALLEST_PAGE and not page & (page - 1) else 0


def _refused(name: str, what: str | AnnotatorError, remedy: str) -> InvalidFile:
    phrase = AnnotatorError(what) if isinstance(what, str) else what
    return InvalidFile("{name}: {what}; {remedy}", name=name, what=phrase, remedy=AnnotatorError(remedy))


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Say of what cannot be read why; raises InvalidFile."""
    try:
        yield
    except FileNotFoundError as error:
        raise _damaged(name, "there is no such project", "check the path, or make one with annotator new") from error
    except PermissionError as error:
        raise _refused(name, "may not be read", "change its permissions, or ask for a copy") from error
    except OSError as error:
        what = AnnotatorError("cannot be read ({why})", why=error.strerror)
        raise _refused(name, what, "copy it to this computer and open the copy") from error


def _regular(path: Path, name: str) -> Path:
    """Return *path* with links resolved; raises InvalidFile if that is no regular file, OSError."""
    real = Path(os.path.realpath(path, strict=True))  # resolve() raises RuntimeError at a loop
    _refuse_irregular(real.stat().st_mode, name)
    return real


def _refuse_super_journal(journal: bytes, name: str) -> None:
    if journal.endswith(SUPER_JOURNAL):
        raise _refused(name, "has a journal beside it that names another file", "do not open it; ask where it came from")


def _damaged(name: str, what: str | AnnotatorError, remedy: str) -> Damaged:
    refused = _refused(name, what, remedy)
    return Damaged(refused.message, **refused.values)


def _refuse_irregular(mode: int, name: str) -> None:
    for is_kind, what in _IRREGULAR:
        if is_kind(mode):
            kind = AnnotatorError("{what}, not a project", what=AnnotatorError(what))
            raise _refused(name, kind, "choose a file that ends in .annotator")


def _beside(path: Path, ending: str, name: str) -> bytes:
    """Return the last bytes of a journal beside *path*, empty if there is none.

    A pipe would make SQLite wait for ever, and through a link it would write into any file of the user.
    """
    journal = path.with_name(path.name + ending)
    if not os.path.lexists(journal):
        return b""
    if not stat.S_ISREG(journal.lstat().st_mode):
        what = AnnotatorError("has a {kind} beside it that is no file", kind=ending[1:])
        raise _refused(name, what, "do not open it; ask where it came from")
    with journal.open("rb") as stream:
        stream.seek(max(stream.seek(0, os.SEEK_END) - len(SUPER_JOURNAL), 0))
        return stream.read()


def _refuse_archive(header: bytes, name: str) -> None:
    kind = archives.archive(header)
    if kind:
        what = AnnotatorError(_IS_ANOTHER, kind=AnnotatorError(kind))
        raise _damaged(name, what, "unpack it and open the project in it; texts are brought in with annotator import")


def _refuse_foreign(header: bytes, name: str) -> None:
    if not header:
        raise _damaged(name, "is empty, not a project", "open a backup, or make a project with annotator new")
    if not header.startswith(SQLITE_MAGIC):
        start = header.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        kind = next((kind for magic, kind in _KINDS if start.startswith(magic)), _text_or_unknown(header))
        what = AnnotatorError(_IS_ANOTHER, kind=AnnotatorError(kind))
        raise _damaged(name, what, "texts are brought in with annotator import")
    if len(header) < HEADER_BYTES:
        raise _damaged(name, "is cut off", REMEDY)
    if _number(header, _APPLICATION_ID) != migrations.APPLICATION_ID:
        raise _refused(name, "is a database of another program", "choose a file that ends in .annotator")


def _text_or_unknown(header: bytes) -> str:
    try:
        header[: -4 or None].decode()
    except UnicodeDecodeError:
        return "no file that Annotator knows"
    return "a text"


def _refuse_damaged(header: bytes, size: int, name: str, *, has_journal: bool) -> None:
    version = _number(header, _USER_VERSION)
    if version > migrations.newest():
        made = "was made by a newer Annotator (format {version}, this one knows {known})"
        what = AnnotatorError(made, version=version, known=migrations.newest())
        raise _refused(name, what, "update this one, or ask for an export")
    page = page_bytes(header)
    is_ours = _number(header, _SCHEMA_FORMAT) in _SCHEMA_FORMATS and _number(header, _ENCODING) == _UTF_8
    is_odd = version < 1 or not page or not is_ours or header[_WRITE_VERSION] not in {_ROLLBACK, _WAL}
    # After a crash the file may lawfully be shorter or longer than it says, until its journal is played back.
    is_cut = not has_journal and size < page * _number(header, _PAGE_COUNT)
    if is_odd or is_cut:
        raise _damaged(name, "is cut off" if is_cut and not is_odd else "is damaged", REMEDY)


def _number(header: bytes, place: int) -> int:
    return int(unpack_from(">i", header, place)[0])


def _why_read_only(path: Path) -> str:
    if not os.access(path, os.W_OK):
        return "this project may only be read: work on a copy"
    if not os.access(path.parent, os.W_OK):
        return "the folder of this project may only be read: work on a copy elsewhere"
    if is_shared(path):
        return "this project is on a network share, where two windows could spoil it: work on a copy on this computer"
    return ""
