"""The user's own folders: data, settings; ANNOTATOR_HOME, if set, stands for all of them."""

import os
from pathlib import Path

import platformdirs

_PRIVATE = 0o700


def data_folder() -> Path:
    """Return the folder for the user's data, made when missing, closed to others."""
    return _made("data", Path(platformdirs.user_data_dir("annotator", appauthor=False)))


def config_folder() -> Path:
    """Return the folder for the user's settings, made when missing, closed to others."""
    return _made("config", Path(platformdirs.user_config_dir("annotator", appauthor=False)))


def _made(name: str, usual: Path) -> Path:
    home = os.environ.get("ANNOTATOR_HOME")
    folder = Path(home) / name if home else usual
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    return folder
