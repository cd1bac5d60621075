"""Figures of marking: from the key to a mark that is in the file and on the screen, by the clock on the wall."""

from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.storage.connection import commit, connect
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.window import big_text, mark_by_key, opened_desk, seed_text

ROUNDS = 30
BIG_SPANS = 10_000


def big_and_small() -> Pair:
    """Mark in a document of 1 MB that holds 10,000 spans, and in the seed with ten."""
    with ExitStack() as stack:
        big, small = big_text(), seed_text()
        big_desk = stack.enter_context(opened_desk(big, BIG_SPANS))
        small_desk = stack.enter_context(opened_desk(small, 10))
        big_places = iter(range(15, len(big), len(big) // (BIG_SPANS + 1)))
        small_places = iter(range(15, len(small), 40))
        return paired(
            lambda: mark_by_key(big_desk, next(big_places)),
            lambda: mark_by_key(small_desk, next(small_places)),
            ROUNDS,
        )


def key_to_disk() -> Pair:
    """Mark in the seed by a key, and commit one bare row under the same PRAGMAs."""
    with opened_desk(seed_text(), 10) as desk, TemporaryDirectory() as folder:
        path = Path(folder) / "floor.sqlite"
        path.touch()
        with closing(connect(path)) as con:
            con.execute("CREATE TABLE row (n INTEGER PRIMARY KEY, text TEXT) STRICT")

            def bare() -> None:
                con.execute("BEGIN IMMEDIATE")
                con.execute("INSERT INTO row (text) VALUES (?)", ("x" * 100,))
                commit(con)

            places = iter(range(15, 5000, 40))
            return paired(lambda: mark_by_key(desk, next(places)), lambda: seconds(bare), ROUNDS)


ROWS = (
    Row("mark in 1 MB with 10,000 spans", "the same in the seed with ten", 2, big_and_small),
    Row("mark: key to committed and painted", "one-row commit, same PRAGMAs", 5, key_to_disk),
)
