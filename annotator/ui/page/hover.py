"""What lies under the pointer, told beside it: spans, innermost first, with their notes, or what the line there relates."""

from PySide6.QtCore import QPointF

from annotator.model.spans import Span
from annotator.ui.factories import arrowed, isolated
from annotator.ui.page.reader import Reader
from annotator.ui.page.related import Link

MOST, LONGEST = 6, 80


def told(page: Reader, point: QPointF) -> str:
    """Return a line for each span at *point* of the viewport, and its notes, or what a title there joins; else ""."""
    link = page.links.title_at(point)
    if link:
        return _joined(page, link)
    found = page.hidden_at(point) or page.named_at(point)
    spans = [span for span in map(page.spans.get, found) if span]
    lines = [line for span in spans[:MOST] for line in (_line(page, span), *page.remarks.told(span.id))]
    return "\n".join([*lines, isolated(f"+{len(spans) - MOST}")] if len(spans) > MOST else lines)


def _line(page: Reader, span: Span) -> str:
    return f"{page.looks.of(span.label).title}: {_quoted(page, span)}"


def _joined(page: Reader, link: Link) -> str:
    head, tail = (_quoted(page, span) if span else "" for span in map(page.spans.get, (link.head, link.tail)))
    ends = arrowed(head, tail, is_symmetric=link.is_symmetric)
    return f"{link.title}: {ends}"


def _quoted(page: Reader, span: Span) -> str:
    quote, half = span.covered(page.text), LONGEST // 2
    shown = quote if len(quote) <= LONGEST else f"{quote[:half]} … {quote[-half:]}"
    return isolated(" ".join(shown.split()))
