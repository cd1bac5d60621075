"""An annotated document as one HTML file that needs nothing else: the text, its spans as tints and bars, a list of them."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from PySide6.QtGui import QColor

from annotator.model.spans import Span
from annotator.text import direction
from annotator.ui.page.leaves import Report, Sheet, unheard, used_labels
from annotator.ui.page.looks import Looks
from annotator.ui.page.spans import SpanIndex
from annotator.ui.page.stretches import Stretch, Stretches
from annotator.ui.page.tracks import Placed, place

TRACKS, BAR_PX, GAP_PX, EDGE_PX = 4, 3, 1, 2
# Neither padding, border nor margin on a piece: Arabic letters stay joined across its edges only without them.
STYLE = """
body {{ margin: 0; background: {page}; color: {text}; }}
body {{ font: {size}px/2.3 "Noto Naskh Arabic", "Noto Sans", "Geeza Pro", serif; }}
main {{ max-width: {width}px; margin: 0 auto; padding: 48px; }}
p {{ margin: 0 0 .4em; white-space: pre-wrap; }}
mark {{ color: inherit; background: none; }}
nav, ol {{ font-size: .8em; line-height: 1.8; }}
.chip {{ border-radius: 4px; padding: 1px 7px; }}
.place {{ color: {muted}; }}
"""


def html(sheet: Sheet, _scale: float, report: Report = unheard) -> bytes:
    """Return *sheet* as HTML in UTF-8; offsets in its list are code points."""
    text, source = sheet.document.text, sheet.source
    pieces = _joined(Stretches(text, dict(source.directions) if source else {}, source.direction if source else ""))
    index = SpanIndex([stretch.start for stretch in pieces], sheet.spans)
    side = "rtl" if pieces[0].is_rtl else "ltr"
    body = [f'<h1 dir="auto">{_safe(sheet.title)}</h1>'] if sheet.title else []
    body += [f'<nav dir="{side}">{"　".join(_legend(sheet))}</nav>'] if sheet.spans else []
    for number, stretch in enumerate(pieces):
        report(number, len(pieces))
        body.append(_paragraph(text, stretch, index.touching(number), sheet.looks))
    body += [f'<ol dir="{side}">', *(_item(span, text, sheet.looks) for span in sheet.spans), "</ol>"] if sheet.spans else []
    return _page(sheet, side, "\n".join(body)).encode()


def _joined(pieces: Sequence[Stretch]) -> list[Stretch]:
    """Return whole paragraphs: *pieces* with those that follow one another without a separator made one."""
    found: list[Stretch] = []
    for piece in pieces:
        if found and found[-1].end == piece.start:
            found[-1] = found[-1]._replace(end=piece.end)
        else:
            found.append(piece)
    return found


def _page(sheet: Sheet, side: str, body: str) -> str:
    theme = sheet.looks.theme
    style = STYLE.format(
        page=theme.page.name(),
        text=theme.text.name(),
        muted=theme.muted.name(),
        width=round(sheet.width),
        size=round(20 * sheet.zoom / 100),
    )
    language = f' lang="{_safe(sheet.source.language)}"' if sheet.source and sheet.source.language else ""
    return (
        f'<!DOCTYPE html>\n<html dir="{side}"{language}>\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_safe(sheet.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _paragraph(text: str, stretch: Stretch, spans: Sequence[Span], looks: Looks) -> str:
    """Return a paragraph, cut wherever a part of a span begins or ends."""
    placed = place(spans, TRACKS, lambda span: not looks.of(span.label).is_fill)
    edges = {stretch.start, stretch.end}.union(*(part for span in spans for part in span.parts))
    cuts = sorted(edge for edge in edges if stretch.start <= edge <= stretch.end)
    inner = "".join(_piece(text, start, end, placed, looks) for start, end in pairwise(cuts))
    return f'<p dir="{"rtl" if stretch.is_rtl else "ltr"}">{inner or "<br>"}</p>'


def _piece(text: str, start: int, end: int, placed: Sequence[Placed], looks: Looks) -> str:
    """Return ``text[start:end]`` as it is marked: it lies inside or outside each part as a whole."""
    held = [one for one in placed if any(a <= start and end <= b for a, b in one.span.parts)]
    words = _safe(text[start:end])
    if not held:
        return words
    title = " · ".join(looks.of(one.span.label).title for one in held)
    edge = any(start in (a for a, _ in one.span.parts) for one in held)
    style = ";".join(filter(None, (_background(text[start:end], held, looks, has_edge=edge), _bars(held, looks))))
    return f'<mark id="c{start}" title="{_safe(title)}" style="{style}">{words}</mark>'


def _background(words: str, held: Sequence[Placed], looks: Looks, *, has_edge: bool) -> str:
    """Return the tint of the innermost filled label, and a line where a span begins, on the side its text begins."""
    filled = [looks.of(one.span.label).colors.fill for one in held if looks.of(one.span.label).is_fill]
    tint = filled[-1].name() if filled else ""
    if not has_edge:
        return f"background:{tint}" if tint else ""
    side = "right" if direction.base(words, "ltr") == direction.RTL else "left"
    line = looks.of(held[-1].span.label).colors.bar.name()
    return f"background:linear-gradient({line},{line}) {side}/{EDGE_PX}px 100% no-repeat{f',{tint}' if tint else ''}"


def _bars(held: Sequence[Placed], looks: Looks) -> str:
    """Return the bars under a piece as shadows, the nearest first; a track that is free here shows the page."""
    bars = {one.track: looks.of(one.span.label).colors.bar for one in held if one.track >= 0}
    shadows = list(_shadows(bars, looks.theme.page))
    return f"box-shadow:{','.join(shadows)}" if shadows else ""


def _shadows(bars: dict[int, QColor], page: QColor) -> Iterator[str]:
    below = 0
    for track in range(max(bars, default=-1) + 1):
        for color, height in ((page, GAP_PX), (bars.get(track, page), BAR_PX)):
            below += height
            yield f"0 {below}px {color.name()}"


def _legend(sheet: Sheet) -> Iterator[str]:
    for look, count in used_labels(sheet):
        yield f"{_chip(look.title, look.colors.chip, look.colors.chip_text)} {count}"


def _item(span: Span, text: str, looks: Looks) -> str:
    look = looks.of(span.label)
    chip = _chip(look.title, look.colors.chip, look.colors.chip_text)
    place = f'<bdi class="place">{span.start}–{span.end}</bdi>'
    return f'<li>{chip} <a href="#c{span.start}" style="color:inherit"><bdi>{_safe(span.covered(text))}</bdi></a> {place}</li>'


def _chip(words: str, color: QColor, text: QColor) -> str:
    return f'<span class="chip" style="background:{color.name()};color:{text.name()}">{_safe(words)}</span>'


def _safe(words: str) -> str:
    """Return *words* as HTML text; NUL, which HTML cannot hold, becomes the replacement character."""
    return escape(words).replace("\0", "\ufffd")
