"""A project in numbers."""

from collections import Counter

from annotator.model.layers import Layer
from annotator.model.notes import QUESTION
from annotator.model.schemas import Schema, representatives
from annotator.project.values import LayerSummary, Overview
from annotator.storage.reader import Reader


def overview(reader: Reader, schema: Schema) -> Overview:
    """Return how much is in the project, and whose."""
    documents = {source.document for source in reader.sources()}
    lengths = reader.document_lengths()
    names = {key: label.name for key, label in representatives(reader.schema_rows()[1]).items()}
    return Overview(
        schema.name,
        tuple(label.name for label in schema.labels if not label.gone),
        len(documents),
        sum(lengths[document] for document in documents),
        reader.newest(),
        tuple(_summary(reader, layer, names) for layer in sorted(reader.layers(), key=lambda layer: (layer.kind, layer.name))),
    )


def _summary(reader: Reader, layer: Layer, names: dict[bytes, str]) -> LayerSummary:
    notes = reader.note_counts(layer.id)
    return LayerSummary(
        layer.kind,
        layer.name,
        _named(reader.label_counts(layer.id), names),
        sum(state.finished for state in reader.states(layer.id)),
        _named(reader.relation_counts(layer.id), names),
        tuple((kind, notes[kind, False] + notes[kind, True]) for kind in sorted({kind for kind, _ in notes})),
        notes[QUESTION, False],
    )


def _named(counts: dict[bytes, int], names: dict[bytes, str]) -> tuple[tuple[str, int], ...]:
    """Return how many there are of each name, those of labels that were merged added up."""
    found: Counter[str] = Counter()
    for identifier, count in counts.items():
        found[names[identifier]] += count
    return tuple(sorted(found.items()))
