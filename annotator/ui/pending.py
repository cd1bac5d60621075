"""What the page shows of edits that are not in the file yet, over what the file says."""

from annotator.model.spans import Span


class Pending:
    """Spans as they will be once the file has them, oldest change first; an erased one as it was until it is gone."""

    def __init__(self) -> None:
        """Begin with none."""
        self._spans: list[Span] = []

    def add(self, span: Span) -> None:
        """Show *span* so from now on."""
        self._spans.append(span)

    def drop(self, span: Span) -> None:
        """Forget a change that is in the file, or never will be."""
        self._spans.remove(span)

    def of(self, document: bytes) -> frozenset[bytes]:
        """Return the ids of the spans of *document* that are on their way."""
        return frozenset(span.id for span in self._spans if span.document == document)

    def shown(self, identifier: bytes, in_file: Span | None) -> Span | None:
        """Return what to show of a span that the file holds as *in_file*, or does not hold."""
        return next((span for span in reversed(self._spans) if span.id == identifier), in_file)
