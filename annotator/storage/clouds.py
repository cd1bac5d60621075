"""Whether a file lies in a folder that a service keeps the same on several computers, and what it left beside the file."""

import os
import re
from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from annotator.storage.opening import identity, is_project

SYNCTHING, NEXTCLOUD, GOOGLE = "Syncthing", "Nextcloud / ownCloud", "Google Drive"
# Names of the folders that the services make, below the user's own folder, that of macOS for services, or a drive of Windows.
ROOTS = (
    ("dropbox", "Dropbox"),
    ("dropbox[ -]*", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("onedrive[ -]*", "OneDrive"),
    ("google drive*", GOOGLE),
    ("googledrive*", GOOGLE),
    ("my drive", GOOGLE),
    ("icloud drive", "iCloud Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("nextcloud*", NEXTCLOUD),
    ("owncloud*", NEXTCLOUD),
    ("syncthing", SYNCTHING),
    ("sync", "Sync.com"),
    ("sync.com*", "Sync.com"),
    ("pcloud*", "pCloud"),
    ("yandex.disk*", "Yandex Disk"),
    ("yandexdisk*", "Yandex Disk"),
    ("mega", "MEGA"),
    ("megasync*", "MEGA"),
    ("box sync", "Box"),
    ("box-box", "Box"),
    ("proton drive*", "Proton Drive"),
    ("protondrive*", "Proton Drive"),
    ("tresorit*", "Tresorit"),
)
MARKING_FOLDERS = (
    (".dropbox.cache", "Dropbox"),
    (".stfolder", SYNCTHING),
    (".tmp.drivedownload", GOOGLE),
    (".tmp.driveupload", GOOGLE),
)
# A folder called .dropbox holds that program's settings, and lies in every user's own folder.
MARKING_FILES = (
    (".dropbox", "Dropbox"),
    (".sync_*.db", NEXTCLOUD),
    ("._sync_*.db", NEXTCLOUD),
    (".owncloudsync.log", NEXTCLOUD),
    (".nextcloudsync.log", NEXTCLOUD),
)
_MACOS = (("Library", "CloudStorage"), ("Library", "Mobile Documents"))
# What is put behind a name: Dropbox and Nextcloud, in any language with the date; Syncthing; older ownCloud; pCloud.
_CONFLICTED = (
    r" \(.*[Cc]onflicted copy.*\)",
    r" \(.*\d{4}-\d\d-\d\d.*\)",
    r"\.sync-conflict-\d{8}-\d{6}.*",
    r"_conflict-\d{8}-\d{6}",
    r" ?[\[(]conflicted\d*[\])]",
)
# Names that anybody might give, so that they count only where the service does.
_CONFLICTED_BY = {
    "OneDrive": (r"-(?=[0-9-]*[A-Z])[A-Z0-9-]{1,15}",),
    GOOGLE: (r" \(\d+\)",),
    "Yandex Disk": (r" \(\d+\)",),
    "iCloud Drive": (r" \d+",),
}


class Cloud(NamedTuple):
    """The service that keeps a project's folder the same elsewhere, or "", and other copies of the project that it left."""

    service: str
    copies: tuple[Path, ...]


def look_at(path: Path) -> Cloud:
    """Return what is known of the folder of the project at *path*, with all links resolved; nothing is changed."""
    service = service_of(path)
    return Cloud(service, _other_copies(path, service))


def service_of(path: Path) -> str:
    """Return the service whose folder holds *path*, by names and marks of the folders above it; "" if none does."""
    home = _home()
    return next(filter(None, (_marked(folder) or _named(folder, home) for folder in path.parents)), "")


def _home() -> Path | None:
    """Return the user's own folder; None where the system does not tell."""
    with suppress(OSError, RuntimeError):
        return Path.home().resolve()
    return None


def _marked(folder: Path) -> str:
    names = [name for name in _names(folder) if name.startswith(".")]
    for marks, is_kind in ((MARKING_FOLDERS, os.path.isdir), (MARKING_FILES, os.path.isfile)):
        for pattern, service in marks:
            if any(fnmatchcase(name, pattern) and is_kind(folder / name) for name in names):
                return service
    return ""


def _named(folder: Path, home: Path | None) -> str:
    above = folder.parent
    if home and above == home.joinpath(*_MACOS[1]):
        return "iCloud Drive"
    if home and above == home.joinpath(*_MACOS[0]):
        return _root(folder.name) or folder.name.partition("-")[0]
    return _root(folder.name) if above in {home, Path(folder.anchor)} else ""


def _root(name: str) -> str:
    return next((service for pattern, service in ROOTS if fnmatchcase(name.casefold(), pattern)), "")


def _other_copies(path: Path, service: str) -> tuple[Path, ...]:
    """Return the projects beside *path* whose names, without what a service put behind them, are the same."""
    patterns = "|".join((*_CONFLICTED, *_CONFLICTED_BY.get(service, ())))
    put_behind = re.compile(rf"(?:{patterns})$")
    original = put_behind.sub("", path.stem)
    named = (path.with_name(name) for name in sorted(_names(path.parent)) if name.endswith(path.suffix) and name != path.name)
    return tuple(other for other in named if put_behind.sub("", other.stem) == original and _is_another(other, path))


def _is_another(other: Path, path: Path) -> bool:
    """Whether a file is a project, by its header, and not *path* by another name."""
    with suppress(OSError):
        return identity(other) != identity(path) and is_project(other)
    return False


def _names(folder: Path) -> list[str]:
    with suppress(OSError):
        return [entry.name for entry in folder.iterdir()]
    return []
