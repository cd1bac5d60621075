"""Questions that take long, answered from a copy of the project on threads of their own: no window waits for them."""

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from annotator.storage.connection import connect
from annotator.storage.history import History
from annotator.storage.reader import Reader
from annotator.storage.refusals import refusal

T = TypeVar("T")


class Aside:
    """The threads that answer; they end with their questions, and `wait` is called before the file is let go."""

    def __init__(self) -> None:
        """Begin with no thread."""
        self._threads: list[threading.Thread] = []

    def start(self, path: Path, question: Callable[[Reader], T], future: Future[T]) -> None:
        """Answer *question* from the file at *path* as it is now, by *future*."""

        def run() -> None:
            try:
                result = _answer(path, question)
            except sqlite3.Error as error:
                future.set_exception(refusal(error) or error)
            except BaseException as error:  # noqa: BLE001 - whoever waits for the future gets it, bugs included
                future.set_exception(error)
            else:
                future.set_result(result)

        thread = threading.Thread(target=run, name=f"aside {path.name}", daemon=True)
        self._threads = [*filter(threading.Thread.is_alive, self._threads), thread]
        thread.start()

    def wait(self) -> None:
        """Wait until all is answered."""
        for thread in self._threads:
            thread.join()


def _answer(path: Path, question: Callable[[Reader], T]) -> T:
    """Return the answer from a copy, which SQLite keeps without a name; where there is no room for one, from the file."""
    with closing(connect(path, read_only=True)) as con, closing(sqlite3.connect("", isolation_level=None)) as copy:
        try:
            con.backup(copy)
        except sqlite3.Error:
            con.execute("BEGIN")
            return question(Reader(con, History()))
        con.close()
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON"):
            copy.execute(f"PRAGMA {pragma}")
        return question(Reader(copy, History()))
