"""Whether what the file says about a document is what this program wrote there."""

from annotator.model.documents import Document, Source
from annotator.model.errors import InvalidFile
from annotator.model.spans import Span
from annotator.storage.reader import Reader
from annotator.text.shown import shown


def doubt(  # noqa: PLR0913 - a document, and what of it is asked about
    reader: Reader, document: Document, source: Source, layer: bytes, spans: tuple[Span, ...], *, are_all: bool = True
) -> InvalidFile | None:
    """Return why the *spans* of a layer on a document are not to be trusted, or None.

    Where they *are all*, what is related and noted there is asked about too: of those, seals tell.
    """
    are_true = all(span.is_true_to(document.text) for span in spans)
    if are_true and (not are_all or reader.are_sealed(document.id, layer)):
        return None
    message = "document {title}: what was marked or noted was changed by something else than Annotator; run annotator check"
    return InvalidFile(message, title=shown(source.title))
