"""The rows of the list of what breaks a rule: a row for each rule, and below it one for each breach while it is open."""

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate, groupby
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from annotator.model.breaches import PROBLEM, Breach, Head
from annotator.model.phrases import Phrase
from annotator.ui.factories import isolated, key_text
from annotator.ui.guard import guarded
from annotator.ui.messages import phrased
from annotator.ui.page.looks import Looks
from annotator.ui.rows import NO_ANSWER, Index, Row, answer
from annotator.ui.theme import LIGHT
from annotator.ui.translations import tr

OPEN, CLOSED, SPACES = "▾", "▸", "␣"
SHORTEST = 12
Names = Mapping[tuple[str, str], str]
Key = tuple[str, bytes]


class Named(NamedTuple):
    """What lists call things: what messages name, by the place in the message and the name there; documents; labels."""

    names: Names = MappingProxyType({})
    titles: Mapping[bytes, str] = MappingProxyType({})
    looks: Looks = Looks(LIGHT)


class Group(NamedTuple):
    """What breaks one rule, in order."""

    head: Head
    breaches: tuple[Breach, ...]

    @property
    def rule(self) -> str:
        """The name of the rule."""
        return self.head.name


class Listed(NamedTuple):
    """What breaks the rules, sorted by them, and the rules by their names."""

    breaches: tuple[Breach, ...] = ()
    heads: Mapping[str, Head] = MappingProxyType({})

    def grouped(self, *, document: bytes | None = None, level: str = "") -> tuple[Group, ...]:
        """Return the breaches rule by rule: those in a *document*, and of a *level*, unless all are wanted."""
        there = (one for one in self.breaches if document is None or one.document == document)
        groups = (Group(self.heads[rule], tuple(found)) for rule, found in groupby(there, attrgetter("rule")))
        return tuple(group for group in groups if level in {"", group.head.level})


class BreachRows(QAbstractListModel):
    """Groups of breaches, each open or closed; what a row shows is worked out when it comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self.groups: tuple[Group, ...] = ()
        self._closed: set[str] = set()
        self._starts: list[int] = [0]
        self._named = Named()
        self._has_titles = False

    def show_groups(self, groups: tuple[Group, ...], named: Named, *, has_titles: bool) -> None:
        """Show *groups*, each breach with the title of its document if it *has_titles*."""
        self.beginResetModel()
        self.groups, self._named, self._has_titles = groups, named, has_titles
        self._count()
        self.endResetModel()

    def turn(self, row: int) -> None:
        """Close the group that a *row* belongs to, or open it."""
        group = self.group_at(row)
        self.beginResetModel()
        self._closed ^= {group.rule} if group else set()
        self._count()
        self.endResetModel()

    def open(self, rule: str) -> None:
        """Open the group of a *rule*."""
        if rule in self._closed:
            self.turn(self.row_of((rule, b"")))

    def group_at(self, row: int) -> Group | None:
        """Return the group that a row belongs to, None if there is no such row."""
        place = bisect_right(self._starts, row) - 1
        return self.groups[place] if row >= 0 and place < len(self.groups) else None

    def breach_at(self, row: int) -> Breach | None:
        """Return the breach in a row, None for the row of a rule."""
        group = self.group_at(row)
        place = row - self._starts[self.groups.index(group)] - 1 if group else -1
        return group.breaches[place] if group and place >= 0 else None

    def key_at(self, row: int) -> Key | None:
        """Return what a row is known by also when others are shown: its rule, and the id of its breach if it has one."""
        group, found = self.group_at(row), self.breach_at(row)
        return (group.rule, found.id if found else b"") if group else None

    def row_of(self, key: Key) -> int:
        """Return the row with this *key*, -1 if it is not shown."""
        rule, identifier = key
        for group, start in zip(self.groups, self._starts, strict=False):
            if group.rule == rule:
                shown = () if rule in self._closed else group.breaches
                places = (start + place for place, one in enumerate(shown, start=1) if one.id == identifier)
                return next(places, -1) if identifier else start
        return -1

    @guarded(0)
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else self._starts[-1]

    @guarded(NO_ANSWER)
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row for the delegate, its texts for whoever reads the screen aloud."""
        found = self.breach_at(index.row())
        group = self.group_at(index.row())
        row = self._breach(found) if found else self._rule(group) if group else Row("")
        return answer(row, role)

    def said(self, phrase: Phrase) -> str:
        """Return a *phrase* of a rule in the language of the interface, with what the schema names by its titles."""
        names = self._named.names
        values = {name: _shown(names.get((name, str(value)), str(value))) for name, value in phrase.values.items()}
        return tr(phrase.message, **values) if phrase else ""

    def title_of(self, found: Breach) -> str:
        """Return the title of the document that a breach is in."""
        return self._named.titles.get(found.document, "")

    def _count(self) -> None:
        lengths = (1 if group.rule in self._closed else 1 + len(group.breaches) for group in self.groups)
        self._starts = list(accumulate(lengths, initial=0))

    def _rule(self, group: Group) -> Row:
        rule = group.head
        sign = CLOSED if group.rule in self._closed else OPEN
        level = tr("Wrong") if rule.level == PROBLEM else tr("To look at")
        numbers = isolated(" ".join(f"R{number}" for number in rule.numbers)) if rule.numbers else ""
        return Row(f"{sign} {phrased(rule.title)}", level, f"{len(group.breaches):,}" + (f" · {numbers}" if numbers else ""))

    def _breach(self, found: Breach) -> Row:
        words = " ".join(found.words.split())
        title = isolated(shortened(self.title_of(found))) if self._has_titles else ""
        color = None if found.is_relation else self._named.looks.of(found.label).colors.bar
        return Row(isolated(words) if words else SPACES, self.said(found.message), title, color)


def shortened(title: str) -> str:
    """Return the beginning of a *title*, which is to leave room for more than itself."""
    return title if len(title) <= SHORTEST else f"{title[: SHORTEST - 1]}…"


def _shown(value: str) -> str:
    """Return a *value* in its own direction; numbers and signs are read from the left."""
    return isolated(value) if any(map(str.isalpha, value)) else key_text(value)
