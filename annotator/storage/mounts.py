"""What kind of disk a file lies on: on a network share SQLite's locks cannot be trusted (sqlite.org, howtocorrupt 2.1)."""

import re
from contextlib import suppress
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")
SHARED = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "ncpfs", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone"}
_OCTAL = re.compile(r"\\([0-7]{3})")


def is_shared(path: Path) -> bool:
    """Whether *path*, with all links resolved, is on a share of the network; False where the system does not tell."""
    with suppress(OSError):
        return type_of(path, MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")) in SHARED
    return False


def type_of(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds *path*, by the lines of *mounts* (proc(5)); "" if none does."""
    found, best = "", -1
    for _, point, kind, *_ in (line.split() for line in mounts.splitlines() if line.count(" ") > 1):
        folder = Path(_OCTAL.sub(lambda match: chr(int(match[1], 8)), point))
        if len(folder.parts) >= best and path.is_relative_to(folder):
            found, best = kind, len(folder.parts)
    return found
