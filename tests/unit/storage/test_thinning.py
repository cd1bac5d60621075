"""Backups are thinned by their order: old ones go, the newest never, whatever the clock says."""

from datetime import UTC, datetime
from itertools import groupby, pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.storage.backup import Backup
from annotator.storage.thinning import DAYS, LAST_BEFORE, MONTHS, WEEKS, kept

BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
HOUR_MS, DAY_MS = 3_600_000, 86_400_000
MOST = DAYS + WEEKS + MONTHS + LAST_BEFORE
REASONS = st.sampled_from(("daily", "before tag all", "asked for"))


def backup(seq: int, at_ms: int, reason: str = "daily") -> Backup:
    return Backup(Path(str(seq)), seq, int(BEGIN.timestamp() * 1000) + at_ms, reason)


def thinned(backups: list[Backup]) -> list[Backup]:
    """Return what is left, in order, the newest first."""
    newest_first = sorted(backups, key=lambda one: one.seq, reverse=True)
    keep = kept(newest_first)
    return [one for one in newest_first if one in keep]


def lived_through(backups: list[Backup]) -> list[Backup]:
    """Return what is left when after each backup the older ones are thinned."""
    left: list[Backup] = []
    for one in backups:
        left = thinned([*left, one])
    return left


def days_before_the_newest(backups: list[Backup]) -> list[int]:
    return [(backups[0].day - one.day).days for one in backups]


@st.composite
def histories(draw: st.DrawFn, *, gaps: st.SearchStrategy[int]) -> list[Backup]:
    """Draw backups of one project, oldest first; *gaps* are the milliseconds between them."""
    at_ms, made = 0, []
    for seq, (gap, reason) in enumerate(draw(st.lists(st.tuples(gaps, REASONS), max_size=120))):
        at_ms += gap
        made.append(backup(seq, at_ms, reason))
    return made


FORWARD = st.integers(1, 40 * DAY_MS)
ANY_WAY = st.integers(-400 * DAY_MS, 40 * DAY_MS)


def test_two_days_are_kept_whole_then_twelve_days_ten_weeks_and_nine_months() -> None:
    three_a_day = [backup(turn, turn * 8 * HOUR_MS) for turn in range(3 * 600)]
    ages = days_before_the_newest(lived_through(three_a_day))
    assert ages[:18] == [0, 0, 0, 1, 1, 1, *range(2, 14)]
    weeks, months = ages[18:28], ages[28:]
    assert [later - earlier for earlier, later in pairwise(weeks)] == [7] * 9
    assert len(months) == MONTHS
    assert {later - earlier for earlier, later in pairwise(months)} == {28, 35}  # the last Sunday of each


def test_who_works_once_a_month_keeps_two_and_a_half_years() -> None:
    monthly = [backup(month, month * 31 * DAY_MS) for month in range(60)]
    assert len(lived_through(monthly)) == 2 + DAYS + WEEKS + MONTHS


def test_the_last_three_before_something_are_kept_however_old() -> None:
    before = [backup(seq, 0, "before tag all") for seq in range(5)]
    daily = [backup(10 + day, day * DAY_MS) for day in range(1000)]
    assert [one.seq for one in lived_through([*before, *daily]) if one.reason != "daily"] == [4, 3, 2]


@given(histories(gaps=ANY_WAY))
def test_the_last_two_days_are_kept_whole_and_few_others_whatever_the_clock_does(backups: list[Backup]) -> None:
    left = lived_through(backups)
    runs = [list(run) for _, run in groupby(reversed(backups), key=lambda one: one.day)]
    last_days = [one for run in runs[:2] for one in run]
    assert left[: len(last_days)] == last_days
    assert len(left) - len(last_days) <= MOST


@given(histories(gaps=FORWARD))
def test_thinning_again_takes_nothing_more(backups: list[Backup]) -> None:
    once = thinned(backups)
    assert thinned(once) == once


@settings(max_examples=25)
@given(histories(gaps=FORWARD), st.integers(0, 40))
def test_nobody_loses_the_older_half_of_a_year_by_working_daily(backups: list[Backup], more: int) -> None:
    newest = max((one.at_ms for one in backups), default=backup(0, 0).at_ms)
    daily = [Backup(Path(f"daily {day}"), 1000 + day, newest + day * DAY_MS, "daily") for day in range(240 + more)]
    assert days_before_the_newest(lived_through([*backups, *daily]))[-1] >= 180
