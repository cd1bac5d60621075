"""The pages of a big project, looked at in the background while it is in use: opening it does not wait for that."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from annotator.model.errors import AnnotatorError, Damaged
from annotator.storage.connection import connect
from annotator.storage.opening import has_sound_pages
from annotator.storage.refusals import refusal

STEPS = 10_000  # of SQLite's, between two looks at whether to stop


class Looking:
    """One look through all pages, on a thread and a connection of its own."""

    def __init__(self, path: Path, tell: Callable[[], object]) -> None:
        """Begin to look; *tell* is called on that thread if the file is damaged."""
        self._path, self._tell = path, tell
        self._has_found_damage = False
        self._is_ended = threading.Event()
        self._thread = threading.Thread(target=self._look, name=f"looking through {path.name}", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop looking, for the file is let go."""
        self._is_ended.set()
        self._thread.join()

    def finds_damage(self) -> bool:
        """Whether a page is damaged, once all were looked at or that was given up."""
        self._thread.join()
        return self._has_found_damage

    def _look(self) -> None:
        self._has_found_damage = self._is_damaged()
        if self._has_found_damage:
            self._tell()

    def _is_damaged(self) -> bool:
        """Whether a page is; what cannot be looked at now is when the project is opened again."""
        try:
            with closing(connect(self._path, read_only=True)) as con:
                con.set_progress_handler(self._is_ended.is_set, STEPS)
                return not has_sound_pages(con)
        except (sqlite3.Error, AnnotatorError) as error:
            return isinstance(error, sqlite3.Error) and isinstance(refusal(error), Damaged)
