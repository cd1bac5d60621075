from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.model.errors import NotSaved
from annotator.storage import mounts
from annotator.storage.mounts import is_shared, type_of

TABLE = r"""
proc /proc proc rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /home/me/disk ext4 rw 0 0
//nas/a\040b /mnt/a\040b cifs rw 0 0
server:/again /home/me/disk nfs rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/etc/x", "ext4"),
        ("/home/me/p.annotator", "nfs4"),
        ("/homely/p", "ext4"),
        ("/mnt/a b/p", "cifs"),
        ("/home/me/disk/p", "nfs"),
    ],
)
def test_the_deepest_mount_point_counts_and_of_two_the_later(path: str, kind: str) -> None:
    assert type_of(Path(path), TABLE) == kind


def test_what_lies_nowhere_has_no_type() -> None:
    assert type_of(Path("/x"), "") == ""


def test_where_the_system_does_not_tell_nothing_is_shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert not is_shared(tmp_path)
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "missing")
    assert not is_shared(tmp_path)


def test_a_project_on_a_network_share_is_opened_for_reading_only(
    project: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project.create().close()
    table = tmp_path / "mounts"
    table.write_text(f"server:/x {project.path.parent} nfs rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(mounts, "MOUNTS", table)
    with closing(project.open()) as store:
        assert "network share" in store.read_only
        with pytest.raises(NotSaved, match="network share"):
            project.mark(store, 2, 5)
