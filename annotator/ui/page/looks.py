"""How the labels of a project look in a theme."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from annotator.model.attributes import Attributes
from annotator.model.schemas import Schema, representatives
from annotator.ui.theme import LIGHT, LabelColors, Theme

UNKNOWN_HUE = "#808080"


class LabelLook(NamedTuple):
    """A label as it is drawn: ``shape`` is "fill" or "bracket", ``pattern`` "solid", "dashed", "dotted" or "double".

    ``required`` are the names of each attribute that must be there.
    """

    title: str
    key: str
    shape: str
    pattern: str
    colors: LabelColors
    required: tuple[tuple[str, ...], ...] = ()

    @property
    def is_fill(self) -> bool:
        """Whether the text is coloured; a bracket is drawn around it instead."""
        return self.shape != "bracket"

    def is_missed_by(self, attributes: Attributes) -> bool:
        """Whether a span with these *attributes* lacks one that must be there."""
        held = {name for name, _ in attributes}
        return any(held.isdisjoint(names) for names in self.required)


class Looks(NamedTuple):
    """The looks of labels by id, and the theme they were made for."""

    theme: Theme
    labels: Mapping[bytes, LabelLook] = MappingProxyType({})

    def of(self, label: bytes) -> LabelLook:
        """Return the look of the label with this id; one that nobody knows is grey."""
        return self.labels.get(label) or LabelLook("?", "", "fill", "solid", self.theme.label_colors(UNKNOWN_HUE))


def looks_of(schema: Schema, theme: Theme = LIGHT, language: str = "en") -> Looks:
    """Return the looks of all labels of *schema*, titled in *language*; a merged one looks like the one that speaks for it."""
    own = {
        label.id: LabelLook(
            look.title(language) or label.name,
            label.key,
            look.shape,
            look.pattern,
            theme.label_colors(label.color),
            tuple(attribute.names for attribute in schema.attributes_of(label.id) if attribute.is_required),
        )
        for label, look in zip(schema.labels, schema.looks, strict=True)
    }
    speaks = representatives(schema.labels)
    return Looks(theme, {label.id: own[speaks[label.id].id] for label in schema.labels})
