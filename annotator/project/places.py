"""The user's own folders: data, settings; ANNOTATOR_HOME, if set, stands for all of them."""

import hashlib
import os
from pathlib import Path

import platformdirs

from annotator.storage.backup import as_file_name
from annotator.storage.files import make_folder

SUFFIX = ".annotator"
_MARK_BYTES = 4


def data_folder() -> Path:
    """Return the folder for the user's data, made when missing, closed to others."""
    return _made(_data())


def sample_path() -> Path:
    """Return where the user's sample project is, or will be."""
    return data_folder() / f"sample{SUFFIX}"


def folder_for(project: Path) -> Path:
    """Return where a file made of the project that lies at this path is likely wanted: beside it, but not beside the sample."""
    return Path.home() if project == sample_path() else project.parent


def backup_folder(project: Path) -> Path:
    """Return the folder for the backups of the project that lies at this path; it is made with the first of them."""
    real = os.path.realpath(project)
    mark = hashlib.blake2b(os.fsencode(real), digest_size=_MARK_BYTES).hexdigest()
    return _data() / "backups" / f"{as_file_name(Path(real).stem)}-{mark}"


def config_folder() -> Path:
    """Return the folder for the user's settings, made when missing, closed to others."""
    return _made(_place("config", platformdirs.user_config_dir("annotator", appauthor=False)))


def _data() -> Path:
    return _place("data", platformdirs.user_data_dir("annotator", appauthor=False))


def _place(name: str, usual: str) -> Path:
    home = os.environ.get("ANNOTATOR_HOME")
    return Path(home) / name if home else Path(usual)


def _made(folder: Path) -> Path:
    make_folder(folder)
    return folder
