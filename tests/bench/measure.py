"""Figures as ratios: an act and its floor are timed in turns in one run, so that a noisy machine troubles both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Timer = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """Median seconds of an act and of its floor."""

    act: float
    floor: float

    @property
    def ratio(self) -> float:
        """How many times its floor the act costs."""
        return self.act / self.floor


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what is done, over what floor, the ratio promised (None: told only), and how both are measured."""

    act: str
    floor: str
    target: float | None
    measure: Callable[[], Pair]


def seconds(work: Callable[[], object], clock: Timer = time.perf_counter) -> float:
    """Return how long *work* takes by *clock*, in seconds."""
    start = clock()
    work()
    return clock() - start


def paired(act: Callable[[], float], floor: Callable[[], float], rounds: int) -> Pair:
    """Take both timings in turns, *rounds* times after one to warm up, and return their medians."""
    act()
    floor()
    acts, floors = [], []
    for _ in range(rounds):
        floors.append(floor())
        acts.append(act())
    return Pair(statistics.median(acts), statistics.median(floors))
