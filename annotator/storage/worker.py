"""The one thread that uses a project file: work goes in by a queue and comes out as futures, in order."""

import atexit
import queue
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from annotator.model.errors import NotSaved

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Task:
    work: Callable[[], Any]
    future: Future[Any]
    counts: bool


class Worker:
    """A thread that does one thing after another, *rest* when none is left, and *last* at its end.

    *idle* is called whenever it had nothing to do for *idle_s* seconds. It is a daemon, so a crash elsewhere cannot hang the
    program; at a regular exit the queue is still emptied first.
    """

    def __init__(
        self,
        name: str,
        *,
        rest: Callable[[], None],
        idle: Callable[[], None],
        last: Callable[[], None],
        idle_s: float = 1.0,
    ) -> None:
        """Start the thread."""
        self._rest, self._idle, self._idle_s, self._last = rest, idle, idle_s, last
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False
        self._pending = 0
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()
        atexit.register(self.close)

    @property
    def pending(self) -> int:
        """How many of the tasks that count are not finished."""
        return self._pending

    def submit(self, work: Callable[[], T], *, counts: bool = False) -> Future[T]:
        """Queue *work*; once closed, its future fails with NotSaved, as with all that can be wrong."""
        future: Future[T] = Future()
        with self._lock:
            if self._is_closed:
                future.set_exception(NotSaved("the project was closed meanwhile: open it again"))
                return future
            self._pending += counts
            self._queue.put(_Task(work, future, counts))
        return future

    def close(self) -> None:
        """Wait until the queue is empty and end the thread; does nothing the second time."""
        with self._lock:
            was_closed, self._is_closed = self._is_closed, True
        if not was_closed:
            self._queue.put(None)
            atexit.unregister(self.close)
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                task = self._queue.get(timeout=self._idle_s)
            except queue.Empty:
                self._reporting(self._idle)
                continue
            if task is None:
                break
            self._do(task)
            if self._queue.empty():
                self._reporting(self._rest)
        self._last()

    def _reporting(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception:  # noqa: BLE001 - a bug is reported as in any thread, and the queue goes on
            threading.excepthook(threading.ExceptHookArgs([*sys.exc_info(), threading.current_thread()]))

    def _do(self, task: _Task) -> None:
        if not task.future.set_running_or_notify_cancel():
            self._count_off(task)
            return
        try:
            result = task.work()
        except BaseException as error:  # noqa: BLE001 - whoever waits for the future gets it, bugs included
            self._count_off(task)
            task.future.set_exception(error)
        else:
            self._count_off(task)
            task.future.set_result(result)

    def _count_off(self, task: _Task) -> None:
        with self._lock:
            self._pending -= task.counts
