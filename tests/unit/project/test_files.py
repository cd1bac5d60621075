"""A file that is written is whole and on the disk, or the old one stays; the device's id is drawn once."""

import os
import stat
import threading
from pathlib import Path

import pytest

from annotator.model.errors import NotSaved
from annotator.project.device import device_id
from annotator.project.files import replacing
from annotator.project.places import config_folder


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def write_and_fail(path: Path) -> None:
    """Begin to replace a file and raise an error."""
    with replacing(path) as stream:
        stream.write(b"new")
        raise ValueError("something is wrong")


def fill(path: Path) -> None:
    """Begin to replace a file whose disk turns out to be full."""
    with replacing(path) as stream:
        os.dup2(os.open("/dev/full", os.O_WRONLY), stream.fileno())
        stream.write(b"new")


def test_the_old_file_stands_until_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


def test_an_error_in_the_block_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    with pytest.raises(ValueError, match="wrong"):
        write_and_fail(path)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_link_leads_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    with replacing(tmp_path / "link") as stream:
        stream.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_new_file_is_closed_to_others_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with replacing(tmp_path / "a") as stream:
            stream.write(b"secret")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.parametrize("path", ["missing/a", "folder", "file/a", "x" * 300])
def test_where_nothing_can_be_written_that_is_said(tmp_path: Path, path: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(NotSaved, match="cannot be written"), replacing(tmp_path / path) as stream:
        stream.write(b"new")
    assert names(tmp_path) == ["file", "folder"]


def test_a_full_disk_is_said_and_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(NotSaved, match="No space left"):
        fill(tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_device_has_one_id_however_many_windows_ask_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.append(device_id())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1
    assert len(found[0]) == 16
    assert names(config_folder()) == ["device"]


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(40)])
def test_a_damaged_device_id_is_drawn_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damaged: bytes) -> None:
    monkeypatch.setenv("ANNOTATOR_HOME", str(tmp_path))
    (config_folder() / "device").write_bytes(damaged)
    drawn = device_id()
    assert len(drawn) == 16
    assert device_id() == drawn
