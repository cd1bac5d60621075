import errno
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.exchange import sources
from annotator.exchange.sources import MAX_BYTES, MAX_LINE_BYTES, lines, opened
from annotator.model.errors import InvalidFile


def read(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def test_a_regular_file_is_opened_and_closed(file: Callable[..., Path]) -> None:
    with opened(file(b"abc")) as stream:
        assert stream.read() == b"abc"
    assert stream.closed


def test_a_link_to_a_file_is_followed(file: Callable[..., Path], tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(file(b"abc"))
    assert read(tmp_path / "link") == b"abc"


def fifo(path: Path) -> None:
    os.mkfifo(path)


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (Path.mkdir, "is a folder"),
        (fifo, "is a pipe, not a regular file"),
        (unix_socket, "is a socket, not a regular file"),
        (lambda path: path.symlink_to("/dev/zero"), "is a device, not a regular file"),
        (lambda path: path.symlink_to("."), "is a folder"),
    ],
)
def test_what_is_no_regular_file_is_named_and_not_waited_for(tmp_path: Path, make: Callable[[Path], None], kind: str) -> None:
    make(tmp_path / "a.txt")
    with pytest.raises(InvalidFile, match=f"^a.txt: {kind}; give a text or JSONL file$"):
        read(tmp_path / "a.txt")


def test_a_file_that_is_not_there_is_named_without_what_could_turn_the_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match=r"^a\\u202e\\u001b.txt: there is no such file; check the path$"):
        read(tmp_path / "a\u202e\x1b.txt")


def test_a_link_to_nothing_and_a_loop_are_refused(tmp_path: Path) -> None:
    (tmp_path / "nothing").symlink_to("gone")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(InvalidFile, match=r"^nothing: there is no such file"):
        read(tmp_path / "nothing")
    with pytest.raises(InvalidFile, match=r"^loop: cannot be read \(.*\); copy it to this computer and try again$"):
        read(tmp_path / "loop")


def test_a_file_that_vanishes_while_it_is_read_is_said_to(file: Callable[..., Path]) -> None:
    def reading() -> None:
        with opened(path):
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    path = file(b"abc")
    with pytest.raises(InvalidFile, match=r"^خبر.txt: cannot be read \(Stale file handle\); copy it to this computer"):
        reading()


def test_a_file_closed_to_us_is_said_to_be(file: Callable[..., Path]) -> None:
    path = file(b"abc")
    path.chmod(0)
    may_read_all = os.geteuid() == 0
    if may_read_all:
        os.seteuid(65534)
    try:
        with pytest.raises(InvalidFile, match=r"^خبر.txt: may not be read; change its permissions or choose another file$"):
            read(path)
    finally:
        if may_read_all:
            os.seteuid(0)


def test_a_file_of_one_gigabyte_is_the_longest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    with opened(path):
        os.truncate(path, MAX_BYTES + 1)
    with pytest.raises(InvalidFile, match=r"^a.txt: is larger than 1 GB; split it$"):
        read(path)


def test_lines_end_at_lf_or_crlf_and_nowhere_else() -> None:
    data = "a\r\nb\rc\u2028d\x0be\x0cf\x85g\x1ch\n\n\r\nlast".encode()
    assert list(lines(io.BytesIO(data), "a")) == [b"a", "b\rc\u2028d\x0be\x0cf\x85g\x1ch".encode(), b"", b"", b"last"]
    assert list(lines(io.BytesIO(b"a\n"), "a")) == [b"a"]
    assert list(lines(io.BytesIO(b""), "a")) == []


def test_a_line_of_256_mebibytes_is_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_LINE_BYTES == 256 << 20
    monkeypatch.setattr(sources, "MAX_LINE_BYTES", 8)
    assert list(lines(io.BytesIO(b"1234567\n12345678"), "a")) == [b"1234567", b"12345678"]
    found = lines(io.BytesIO(b"ab\n123456789"), "a")
    assert next(found) == b"ab"
    with pytest.raises(InvalidFile, match=r"^a: a line is longer than 256 MiB; split the file$"):
        next(found)
