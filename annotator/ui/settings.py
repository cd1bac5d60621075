"""What the program remembers between two starts: a small JSON file in the user's folder for settings."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from annotator.project.places import config_folder

RECENT = 10
MOST_TOLD = 100
MOST_PLACES = 200


class Settings:
    """Values by name; one that was never set, or is of another kind, is the default asked for."""

    def __init__(self, path: Path | None = None) -> None:
        """Read *path*, by default the user's own file; one that cannot be read counts as empty."""
        self.path = path or config_folder() / "settings.json"
        try:
            read = json.loads(self.path.read_bytes())
        except (OSError, ValueError, RecursionError):
            read = {}
        self._values: dict[str, Any] = read if isinstance(read, dict) else {}

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number."""
        value = self._values.get(name)
        return value if type(value) is int else default

    def set(self, values: Mapping[str, str | int]) -> None:
        """Remember *values* by name."""
        self._values |= values
        self._write()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The projects opened last that are still there, newest first."""
        found = self._values.get("recent")
        paths = [Path(entry) for entry in found if isinstance(entry, str)] if isinstance(found, list) else []
        return tuple(path for path in paths if path.is_file())

    def add_recent(self, path: Path) -> None:
        """Put a project first among the recent ones."""
        others = [str(other) for other in self.recent if other != path]
        self._values["recent"] = [str(path), *others][:RECENT]
        self._write()

    def place(self, project: Path) -> tuple[str, int]:
        """Return the document (hex id) read last in *project*, and the offset in code points there."""
        places = self.places(project)
        return next(reversed(places.items()), ("", 0))

    def places(self, project: Path) -> dict[str, int]:
        """Return where each document (hex id) of *project* was left, in code points; the one read last is last."""
        projects = self._values.get("places")
        found = projects.get(str(project)) if isinstance(projects, dict) else None
        match found:
            case [str(document), offset]:  # as versions wrote it that kept one place a project
                found = {document: offset}
        kept = found.items() if isinstance(found, dict) else ()
        return {document: offset for document, offset in kept if type(offset) is int and offset >= 0}

    def set_place(self, project: Path, document: str, offset: int) -> None:
        """Remember where reading stands in *project*."""
        others = {other: left for other, left in self.places(project).items() if other != document}
        self._set_places(project, others | {document: offset})

    def copy_places(self, project: Path, copy: Path) -> None:
        """Have reading go on in the *copy* of a project where it stands in *project*."""
        self._set_places(copy, self.places(project))

    def _set_places(self, project: Path, places: Mapping[str, int]) -> None:
        projects = self._values.get("places")
        kept = {key: value for key, value in projects.items() if key != str(project)} if isinstance(projects, dict) else {}
        latest = dict([*places.items()][-MOST_PLACES:])
        self._values["places"] = dict([*kept.items(), (str(project), latest)][-RECENT:])
        self._write()

    def told(self, project: Path) -> tuple[str, ...]:
        """Return what was told of the folder of *project*, not to be told again."""
        told = self._values.get("told")
        found = told.get(str(project)) if isinstance(told, dict) else None
        return tuple(entry for entry in found if isinstance(entry, str)) if isinstance(found, list) else ()

    def add_told(self, project: Path, *words: str) -> None:
        """Remember what was told of the folder of *project*."""
        told = self._values.get("told")
        kept = {key: value for key, value in told.items() if key != str(project)} if isinstance(told, dict) else {}
        self._values["told"] = dict([*kept.items(), (str(project), sorted({*self.told(project), *words}))][-MOST_TOLD:])
        self._write()

    def _write(self) -> None:
        """Replace the file; settings that cannot be written are lost, which no analyst needs to be stopped for."""
        temporary = self.path.with_name(f".settings.{os.getpid()}.tmp")
        try:
            temporary.write_text(json.dumps(self._values, indent=1), encoding="utf-8")
            temporary.chmod(0o600)
            temporary.replace(self.path)
        except OSError:
            temporary.unlink(missing_ok=True)
