"""A new file appears whole and closed to others, or not at all."""

from pathlib import Path

import pytest

from annotator.model.errors import NotSaved
from annotator.storage import files


def test_a_system_that_cannot_open_folders_needs_no_sync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "CAN_OPEN_FOLDERS", False)
    files.sync_folder(tmp_path / "missing")


def test_folders_are_made_with_all_above_them_and_closed_to_others(tmp_path: Path) -> None:
    files.make_folder(tmp_path / "a" / "b")
    files.make_folder(tmp_path / "a" / "b")
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b")] == [0o700, 0o700]


def test_a_folder_that_cannot_be_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a\nfile").touch()
    with pytest.raises(NotSaved, match=r"Not a directory.*choose another") as refused:
        files.make_folder(tmp_path / "a\nfile" / "b")
    assert len(str(refused.value).splitlines()) == 1


def test_a_new_file_is_private_and_without_its_name_until_it_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with files.new_file(path) as temporary:
        temporary.write_text("whole")
        assert not path.exists()
        assert temporary.stat().st_mode & 0o777 == 0o600
    assert [(entry.name, entry.read_text()) for entry in tmp_path.iterdir()] == [("x", "whole")]
    assert path.stat().st_nlink == 1
