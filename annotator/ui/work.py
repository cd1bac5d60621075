"""What the store or a slow function answers comes back on the window's thread, with progress and cancel on the way."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from annotator.model.errors import AnnotatorError
from annotator.ui.guard import guarded

T = TypeVar("T")


class Cancelled(AnnotatorError):
    """The analyst cancelled; nothing was changed."""


class Task(QObject):
    """A slow function at work: it calls `report`, which raises Cancelled once somebody called `cancel`.

    Signals:
        progressed(done, total): how far it is; total is 0 where nobody knows.
    """

    progressed = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin."""
        super().__init__(parent)
        self._is_cancelled = Event()

    def cancel(self) -> None:
        """Ask the function to stop at its next report."""
        self._is_cancelled.set()

    def report(self, done: int, total: int = 0) -> None:
        """Tell how far it is; called by the function, on its thread."""
        if self._is_cancelled.is_set():
            raise Cancelled("cancelled: nothing was changed")
        self.progressed.emit(done, total)


class Work(QObject):
    """Hands futures to methods on the window's thread; errors nobody asked for go to ``sys.excepthook``."""

    _arrived = Signal(object, object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Have two threads ready for slow functions."""
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="work")
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def then(
        self,
        future: "Future[T]",
        done: Callable[[T], object],
        failed: Callable[[AnnotatorError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Call *done* with the answer of *future*, or *failed* with what was wrong in the world; and *ended* in any case."""
        future.add_done_callback(lambda finished: self._pass_on(finished, done, failed, ended))

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[AnnotatorError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> None:
        """Run a slow *function* off the window's thread, then call *done* or *failed* on it, and *ended*."""
        self.then(self._pool.submit(function), done, failed, ended)

    def close(self) -> None:
        """Begin no further function, and wait for none."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _pass_on(self, future: "Future[Any]", done: object, failed: object, ended: object) -> None:
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._arrived.emit(future, done, failed, ended)

    @guarded(None)
    def _deliver(
        self,
        future: "Future[Any]",
        done: Callable[[Any], object],
        failed: Callable[[AnnotatorError], object] | None,
        ended: Callable[[], object] | None,
    ) -> None:
        if future.cancelled():
            return
        error = future.exception()
        try:
            if error is None:
                done(future.result())
            elif failed and isinstance(error, AnnotatorError):
                failed(error)
            else:
                raise error
        finally:
            if ended:
                ended()
