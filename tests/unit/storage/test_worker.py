"""The store's thread does one thing after another and never loses one."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest

from annotator.model.errors import NotSaved
from annotator.storage.worker import Worker


@pytest.fixture
def idled() -> threading.Event:
    """Give an event that is set when the worker had nothing to do."""
    return threading.Event()


@pytest.fixture
def ended() -> threading.Event:
    """Give an event that is set when the worker has ended."""
    return threading.Event()


@pytest.fixture
def rested() -> threading.Event:
    """Give an event that is set when the worker had done everything."""
    return threading.Event()


@pytest.fixture
def worker(rested: threading.Event, idled: threading.Event, ended: threading.Event) -> Iterator[Worker]:
    """Give a worker that idles quickly."""
    made = Worker("test", rest=rested.set, idle=idled.set, last=ended.set, idle_s=0.01)
    yield made
    made.close()


def test_work_is_done_on_one_other_thread_in_order(worker: Worker) -> None:
    order: list[int] = []

    def note(number: int) -> int:
        order.append(number)
        return threading.get_ident()

    threads = [worker.submit(partial(note, number)) for number in range(50)]
    assert len({future.result() for future in threads} | {threading.get_ident()}) == 2
    assert order == list(range(50))


def test_what_goes_wrong_reaches_whoever_waits(worker: Worker) -> None:
    with pytest.raises(ZeroDivisionError):
        worker.submit(lambda: 1 // 0).result()
    assert worker.submit(lambda: 2).result() == 2


def test_only_work_that_counts_is_pending(worker: Worker) -> None:
    gate = threading.Event()
    first = worker.submit(gate.wait, counts=True)
    second = worker.submit(lambda: worker.pending, counts=True)
    worker.submit(lambda: None)
    assert worker.pending == 2
    gate.set()
    assert (first.result(), second.result()) == (True, 1)
    assert worker.pending == 0


def test_work_that_is_cancelled_is_not_done_and_not_pending(worker: Worker) -> None:
    gate = threading.Event()
    worker.submit(gate.wait)
    cancelled = worker.submit(lambda: pytest.fail("was done"), counts=True)
    assert cancelled.cancel()
    gate.set()
    assert worker.submit(lambda: worker.pending).result() == 0


def test_it_rests_when_everything_is_done_not_before(worker: Worker, rested: threading.Event) -> None:
    gate = threading.Event()
    worker.submit(gate.wait)
    second = worker.submit(rested.is_set)
    gate.set()
    assert not second.result()
    assert rested.wait(5)


def test_it_looks_around_when_it_has_nothing_to_do(worker: Worker, idled: threading.Event) -> None:
    assert idled.wait(5)
    assert worker.submit(lambda: 1).result() == 1


def test_a_bug_while_it_looks_around_is_reported_and_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[threading.ExceptHookArgs] = []
    seen = threading.Event()

    def report(bug: threading.ExceptHookArgs) -> None:
        reported.append(bug)
        seen.set()

    monkeypatch.setattr(threading, "excepthook", report)
    worker = Worker("test", rest=lambda: None, idle=[].pop, last=lambda: None, idle_s=0.01)
    assert seen.wait(5)
    assert reported[0].exc_type is IndexError
    assert worker.submit(lambda: 1).result() == 1
    worker.close()


def test_closing_empties_the_queue_and_ends_the_thread(worker: Worker, ended: threading.Event) -> None:
    futures = [worker.submit(partial(int, n)) for n in range(50)]
    worker.close()
    assert [future.result(0) for future in futures] == list(range(50))
    assert ended.is_set()
    worker.close()
    refused = worker.submit(lambda: None, counts=True)
    with pytest.raises(NotSaved, match="closed"):
        refused.result(0)
    assert worker.pending == 0
