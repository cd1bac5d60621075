import sys
import threading
from concurrent.futures import Future

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from annotator.model.errors import NotSaved
from annotator.ui.work import Cancelled, Task, Work


def on_window_thread() -> bool:
    app = QCoreApplication.instance()
    return app is not None and QThread.currentThread() == app.thread()


def test_a_slow_function_runs_elsewhere_and_its_answer_comes_back_on_the_windows_thread(qtbot: QtBot, work: Work) -> None:
    got: list[tuple[bool, bool]] = []
    work.run(on_window_thread, lambda was_here: got.append((was_here, on_window_thread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(False, True)]


def test_what_is_wrong_with_the_world_goes_to_whoever_asked(qtbot: QtBot, work: Work) -> None:
    future: Future[int] = Future()
    errors: list[str] = []
    work.then(future, lambda _: None, lambda error: errors.append(str(error)))
    future.set_exception(NotSaved("the disk is full: make room"))
    qtbot.waitUntil(lambda: bool(errors))
    assert errors == ["the disk is full: make room"]


def test_a_bug_goes_to_the_crash_report(qtbot: QtBot, work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    work.run(lambda: 1 // 0, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]


def test_a_cancelled_task_stops_at_its_next_report(qtbot: QtBot, work: Work) -> None:
    task, has_begun, goes_on = Task(), threading.Event(), threading.Event()
    errors: list[Exception] = []

    def count() -> None:
        task.report(1, 3)
        has_begun.set()
        goes_on.wait(5)
        task.report(2, 3)

    with qtbot.waitSignal(task.progressed) as told:
        work.run(count, lambda _: None, errors.append)
    assert told.args == [1, 3]
    assert has_begun.wait(5)
    task.cancel()
    goes_on.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
