"""Two windows, or two programs, on one file lose nothing and see what the other did."""

import queue
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from annotator.model.edits import Edit
from annotator.model.errors import Busy, Stale
from annotator.storage import connection
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store

PROGRAM = """
import sys
from pathlib import Path
from annotator.model.edits import Edit
from annotator.model.spans import Span
from annotator.storage.store import Store

store = Store.open(Path(sys.argv[1]), b"another process.")
document, layer, label = map(bytes.fromhex, sys.argv[2:5])
text = store.ask(lambda reader: reader.document(document)).result()
for place in range(int(sys.argv[5])):
    span = Span.over(text, place, place + 1, label=label, layer=layer, by_character=True)
    store.act(lambda reader: Edit("mark", after=(span,))).result()
store.close()
"""


def process(project: Any, count: int) -> subprocess.Popen[bytes]:
    """Start a program that marks *count* spans in the layer of the other analyst."""
    names = (project.document.id, project.other_layer.id, project.labels[0].id)
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(project.path), *(name.hex() for name in names), str(count)])


def test_two_processes_with_150_actions_each_lose_none(store: Store, project: Any) -> None:
    def starts(layer: bytes) -> list[int]:
        return [span.start for span in store.ask(lambda reader: reader.spans(project.document.id, layer)).result()]

    with process(project, 150) as other:
        for place in range(150):
            project.mark(store, place, place + 1)
        assert other.wait(60) == 0
    for layer in (project.layer, project.other_layer):
        assert starts(layer.id) == list(range(150))
    assert len(store.ask(Reader.history).result()) == 301
    project.check(store)


def test_two_windows_of_one_process_lose_none(store: Store, again: Store, project: Any) -> None:
    def work(window: Store, layer: Any) -> None:
        for place in range(150):
            project.mark(window, place, place + 1, layer=layer)

    threads = [threading.Thread(target=work, args=pair) for pair in ((store, project.layer), (again, project.other_layer))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 300
    project.check(again)


def test_a_window_hears_of_the_other_within_two_seconds(store: Store, again: Store, project: Any) -> None:
    heard: queue.Queue[Applied] = queue.Queue()
    store.listen(heard.put)
    span = project.mark(again, 2, 5)
    told = heard.get(timeout=2)
    assert (told.elsewhere, told.edit) == (True, Edit("mark", after=(span,)))
    assert told.edit.after[0].version == span.version


def test_a_window_hears_everything_once_in_order_and_its_own_last(store: Store, again: Store, project: Any) -> None:
    heard: list[Applied] = []
    store.listen(heard.append)
    project.mark(again, 2, 5)
    project.mark(again, 6, 7)
    project.mark(store, 8, 9)
    again.undo().result()
    store.ask(Reader.layers).result()
    assert [(told.seq, told.undoes, told.elsewhere) for told in heard] == [
        (2, 0, True),
        (3, 0, True),
        (4, 0, False),
        (5, 4, True),
    ]


def test_a_question_is_answered_after_the_listener_heard_what_is_in_the_answer(
    store: Store, again: Store, project: Any
) -> None:
    heard: list[Applied] = []
    store.listen(heard.append)
    project.mark(again, 2, 5)
    spans, known = store.ask(lambda reader: (reader.spans(project.document.id), len(heard))).result()
    assert (len(spans), known) == (1, 1)


def test_who_changes_what_the_other_window_changed_is_told_and_hears_of_it(store: Store, again: Store, project: Any) -> None:
    heard: list[Applied] = []
    span = project.mark(store, 2, 5)
    store.listen(heard.append)
    project.erase(again, span)
    with pytest.raises(Stale):
        project.erase(store, span)
    assert [told.edit.title for told in heard] == ["erase"]


def test_undo_takes_back_the_newest_edit_whichever_window_made_it(store: Store, again: Store, project: Any) -> None:
    project.mark(store, 2, 5)
    project.mark(again, 6, 7)
    undone = store.undo().result()
    assert undone is not None
    assert undone.undoes == 3
    assert again.redo().result() is not None
    assert len(store.ask(lambda reader: reader.spans(project.document.id)).result()) == 2


def test_a_listener_that_comes_later_hears_nothing_old(store: Store, again: Store, project: Any) -> None:
    project.mark(again, 2, 5)
    store.ask(Reader.layers).result()
    heard: list[Applied] = []
    store.listen(heard.append)
    store.ask(Reader.layers).result()
    assert heard == []


def test_looking_around_again_tells_nothing_again(store: Store, again: Store, project: Any) -> None:
    heard: list[Applied] = []
    store.listen(heard.append)
    project.mark(again, 2, 5)
    for _ in range(3):
        store._worker.submit(store._look_around).result()
    assert [told.seq for told in heard] == [2]


def test_a_file_that_cannot_be_read_for_a_second_is_looked_at_again(store: Store, again: Store, project: Any) -> None:
    heard: queue.Queue[Applied] = queue.Queue()
    store.listen(heard.put)
    away = Path(f"{project.path}.away")
    store._worker.submit(store._file.disconnect).result()
    project.path.rename(away)
    threading.Event().wait(1.2)
    away.rename(project.path)
    project.mark(again, 2, 5)
    assert heard.get(timeout=3).elsewhere


@contextmanager
def held(path: Path, how: str) -> Iterator[Callable[[], object]]:
    """Hold a project as another window that writes: so that nobody else may write, or even read, until it lets go."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        yield lambda: other.execute("ROLLBACK")


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_who_is_kept_waiting_to_write_hears_of_it_and_of_its_end(store: Store, project: Any, how: str) -> None:
    heard: queue.Queue[bool] = queue.Queue()
    store.watch(heard.put)
    with held(project.path, how) as let_go:
        applied = store.act(lambda _: Edit("mark", after=(project.span(2, 5),)))
        assert heard.get(timeout=5) is True
        let_go()
        assert applied.result().seq == 2
        assert heard.get_nowait() is False


def test_who_is_kept_waiting_to_read_hears_of_it_and_then_has_the_answer(store: Store, project: Any) -> None:
    heard: queue.Queue[bool] = queue.Queue()
    store.watch(heard.put)
    with held(project.path, "EXCLUSIVE") as let_go:
        newest = store.ask(Reader.newest)
        assert heard.get(timeout=5) is True
        let_go()
        assert newest.result() == 1
        assert heard.get_nowait() is False


def test_who_only_looks_on_hears_that_the_other_lets_nobody_in(store: Store, project: Any) -> None:
    heard: queue.Queue[bool] = queue.Queue()
    store.watch(heard.put)
    with held(project.path, "EXCLUSIVE") as let_go:
        assert heard.get(timeout=5) is True
        let_go()
        assert heard.get(timeout=5) is False
    with held(project.path, "IMMEDIATE"):
        assert store.ask(Reader.newest).result() == 1
    assert heard.empty()


def test_what_is_refused_for_another_reason_than_another_window_keeps_nobody_waiting(store: Store, project: Any) -> None:
    heard: list[bool] = []
    store.watch(heard.append)
    with pytest.raises(sqlite3.OperationalError, match="within a transaction"):
        store.act(lambda _: Edit(str(store._file.begin()))).result()
    project.mark(store, 2, 5)
    assert heard == []


def test_an_answer_refused_after_waiting_leaves_no_transaction_open(
    store: Store, project: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_S", 0.05)
    with held(project.path, "EXCLUSIVE"), pytest.raises(Busy, match="try again when it has finished"):
        store.ask(Reader.newest).result()
    project.mark(store, 2, 5)
    assert store.ask(Reader.newest).result() == 2
