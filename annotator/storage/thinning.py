"""Which backups stay: all of the last days, then one a day, a week, a month; by their order, never by today's date."""

from collections.abc import Callable, Sequence
from itertools import groupby

from annotator.storage.backup import Backup

WHOLE_DAYS, DAYS, WEEKS, MONTHS = 2, 12, 10, 9
BEFORE, LAST_BEFORE = "before ", 3

Period = Callable[[Backup], object]


def kept(newest_first: Sequence[Backup]) -> set[Backup]:
    """Return those to keep, after Anki's scheme: the newest always, and more of the last days than of earlier ones."""
    days = [list(run) for _, run in groupby(newest_first, key=_day)]
    keep = {backup for run in days[:WHOLE_DAYS] for backup in run}
    keep |= set([backup for backup in newest_first if backup.reason.startswith(BEFORE)][:LAST_BEFORE])
    rest = [backup for run in days[WHOLE_DAYS:] for backup in run]
    last: list[Backup] = []
    for period, count in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        chosen = _one_of_each(period, rest, last)[:count]
        keep |= set(chosen)
        last = chosen[-1:] or last
        rest = rest[rest.index(chosen[-1]) + 1 :] if chosen else rest
    return keep


def _one_of_each(period: Period, newest_first: Sequence[Backup], last: Sequence[Backup]) -> list[Backup]:
    """Return the newest of each day, week or month; none for that of the *last* one kept."""
    runs = [(key, next(run)) for key, run in groupby(newest_first, key=period)]
    return [first for key, first in runs if not last or key != period(last[0])]


def _day(backup: Backup) -> object:
    return backup.day


def _week(backup: Backup) -> object:
    return backup.day.isocalendar()[:2]


def _month(backup: Backup) -> object:
    return backup.day.year, backup.day.month
