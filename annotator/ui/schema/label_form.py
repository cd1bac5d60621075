"""What is known about one label, each fact changed in place."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from annotator.model.schema_changes import changed
from annotator.model.schema_facts import PATTERNS, SHAPES
from annotator.model.schemas import Label, Look
from annotator.ui.page.looks import Looks
from annotator.ui.schema.changing import Changing
from annotator.ui.schema.colors import Colors
from annotator.ui.schema.fields import Form, Line, Pick, told
from annotator.ui.translations import tr

NAMES = {"fill": "Fill", "bracket": "Bracket", "solid": "Solid", "dashed": "Dashed", "dotted": "Dotted", "double": "Double"}
FACTS = ("Name in files", "Key", "Lane", "Drawn as", "Line", "Colour")
LANES = {"names": "Names", "claims": "Claims"}
OF_NAMES = {"name", "titles"}


class LabelForm(Form):
    """The facts of a label."""

    def __init__(self, changing: Changing, parent: QWidget) -> None:
        """Show no label yet."""
        super().__init__("label_form", parent)
        self._changing = changing
        self._label: Label | None = None
        self._look: Look | None = None
        self.lines = self.put_titles("label", self._keep_title)
        self.name, self.key = Line("label_name", self), Line("label_key", self)
        self.key.setMaxLength(1)
        self.lane, self.shape, self.pattern = (Pick(f"label_{fact}", self) for fact in ("lane", "shape", "pattern"))
        self.colors = Colors(self)
        fields = (self.name, self.key, self.lane, self.shape, self.pattern, self.colors)
        for title, field in zip(FACTS, fields, strict=True):
            self.put(title, field)
        self.name.kept.connect(lambda name: self._keep(name=name))
        self.key.kept.connect(lambda key: self._keep(key=key.lower()))
        self.colors.kept.connect(lambda color: self._keep(color=color))
        for fact, pick in (("lane", self.lane), ("shape", self.shape), ("pattern", self.pattern)):
            pick.kept.connect(lambda value, fact=fact: self._keep(**{fact: value}))

    def show_label(self, label: Label, look: Look, looks: Looks) -> None:
        """Show what the file says of *label*; colours as they are in the theme of *looks*."""
        self._label, self._look = label, look
        for (which, language), line in self.lines.items():
            line.show_text(dict(getattr(look, which)).get(language, ""))
        self.name.show_text(label.name)
        self.key.show_text(label.key)
        known = self._changing.schema
        lanes = dict.fromkeys((*LANES, *(row.lane for row in known.labels)) if known else LANES)
        self.lane.show_value({lane: tr(LANES[lane]) if lane in LANES else lane for lane in lanes}, label.lane)
        self.shape.show_value({shape: tr(NAMES[shape]) for shape in SHAPES}, look.shape)
        self.pattern.show_value({pattern: tr(NAMES[pattern]) for pattern in PATTERNS}, look.pattern)
        self.colors.show_color(label.color, looks.theme)

    def _keep_title(self, which: str, language: str, text: str) -> None:
        if self._look:
            self._keep(**{which: told(getattr(self._look, which), language, text)})

    def _keep(self, **facts: Any) -> None:
        """Have the label say something else; where that cannot be, show again what it says."""
        label, look = self._label, self._look
        if label is None or look is None:
            return
        title = "rename label" if facts.keys() & OF_NAMES else "change label"
        if not self._changing.ask(partial(changed, label=label.id, **facts), title):
            self.restore()
