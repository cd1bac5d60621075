import gc
import threading
from collections.abc import Iterator
from weakref import finalize

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.garbage import Garbage


class Ring:
    """An object that only the collector can free."""

    def __init__(self) -> None:
        """Hold on to itself."""
        self.own = self


@pytest.fixture
def garbage(qtbot: QtBot) -> Iterator[Garbage]:
    assert qtbot
    made = Garbage()
    yield made
    made.stop()


def test_what_another_thread_does_collects_nothing_there(qtbot: QtBot, garbage: Garbage) -> None:
    threads: list[int] = []

    def make_much() -> None:
        for _ in range(20_000):
            Ring()

    finalize(Ring(), lambda: threads.append(threading.get_ident()))
    worker = threading.Thread(target=make_much)
    worker.start()
    worker.join()
    assert threads == []
    garbage.collect()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_python_collects_again_once_it_is_handed_back(qtbot: QtBot) -> None:
    made = Garbage()
    assert not gc.isenabled()
    made.stop()
    qtbot.wait(0)
    assert gc.isenabled()


def test_all_objects_are_looked_through_only_when_they_are_a_quarter_more(garbage: Garbage) -> None:
    full, thresholds = list[int](), gc.get_threshold()

    def count(phase: str, about: dict[str, int]) -> None:
        full.extend([1] if phase == "start" and about["generation"] == len(thresholds) - 1 else [])

    def work() -> None:
        for _ in range(40):
            _ = [Ring() for _ in range(200)]
            garbage.collect()

    gc.callbacks.append(count)
    gc.set_threshold(100, 1, 1)
    try:
        work()
        assert full
        full.clear()
        work()
        assert not full
        held = [Ring() for _ in range(len(gc.get_objects()))]
        work()
        assert full
        assert held
    finally:
        gc.set_threshold(*thresholds)
        gc.callbacks.remove(count)
