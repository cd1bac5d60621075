"""A project in numbers."""

from annotator.model.layers import Layer
from annotator.model.schemas import Schema
from annotator.project.values import LayerSummary, Overview
from annotator.storage.reader import Reader


def overview(reader: Reader, schema: Schema) -> Overview:
    """Return how much is in the project, and whose."""
    documents = {source.document for source in reader.sources()}
    lengths = reader.document_lengths()
    names = {label.id: label.name for label in schema.labels}
    return Overview(
        schema.name,
        tuple(label.name for label in schema.labels if not label.gone),
        len(documents),
        sum(lengths[document] for document in documents),
        reader.newest(),
        tuple(_summary(reader, layer, names) for layer in sorted(reader.layers(), key=lambda layer: (layer.kind, layer.name))),
    )


def _summary(reader: Reader, layer: Layer, names: dict[bytes, str]) -> LayerSummary:
    counts = reader.label_counts(layer.id)
    finished = sum(state.finished for state in reader.states(layer.id))
    return LayerSummary(layer.kind, layer.name, tuple(sorted((names[label], n) for label, n in counts.items())), finished)
