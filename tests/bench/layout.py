"""Figures of what is worked out for a page: whole cluster tables, decorations, and the memory that a big text takes."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import thread_time

from PySide6.QtGui import QTextLayout

from annotator.ui.page.decoration import Decoration
from annotator.ui.page.page import Page
from annotator.ui.page.paragraph import Paragraph
from tests.bench.big import LENGTH, SPANS, big_page
from tests.bench.measure import Pair, Row, paired, seconds

PER_CHARACTER, PER_SPAN, PER_GB = 25, 400, 1e9
# Run in a process of its own: says how many bytes the page takes over the bare text, and how many are promised.
TAKEN = """
import gc
from pathlib import Path
from tests.bench.big import LENGTH, big, big_document
from tests.bench.page import shown_page
from tests.bench.layout import resident
big_document()
with shown_page() as page:
    gc.collect()
    before = resident()
    page.show_document(*big())
    page.go_to(LENGTH // 2)
    page.viewport().repaint()
    gc.collect()
    print(resident() - before, flush=True)
"""


def resident() -> int:
    """Return how many bytes of memory this process takes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def in_view(page: Page) -> list[Paragraph]:
    """Return the paragraphs in view, laid out anew."""
    shown = [page.flow.paragraph(index) for index, _ in page.flow.visible(page.view_height)]
    return [
        Paragraph(old.text, old.start, is_rtl=old.is_rtl, typography=old.typography, width=page.flow.width) for old in shown
    ]


def laid_out(page: Page) -> float:
    """Return how long it takes to lay out the paragraphs in view, and nothing else."""
    shown = [page.flow.paragraph(index) for index, _ in page.flow.visible(page.view_height)]
    font, width = page.flow.typography.font, page.flow.width

    def lay_out() -> None:
        for paragraph in shown:
            layout = QTextLayout(paragraph.text, font)
            layout.setCacheEnabled(True)
            layout.setTextOption(paragraph.layout.textOption())
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
            layout.endLayout()

    return seconds(lay_out, thread_time)


def over_layout(work: Callable[[Page], Callable[[], object]]) -> Pair:
    """Time what *work* prepares for the page in view, over a raw layout of it."""
    with big_page() as page:
        gc.disable()
        try:
            return paired(lambda: seconds(work(page), thread_time), lambda: laid_out(page), rounds=15)
        finally:
            gc.enable()


def tables(page: Page) -> Callable[[], object]:
    """Prepare to measure every cluster of every line in view."""
    lines = [line for paragraph in in_view(page) for line in paragraph.lines]
    return lambda: [line.geometry.table for line in lines]


def decorations(page: Page) -> Callable[[], object]:
    """Prepare to work out what the spans in view look like."""
    shown = [index for index, _ in page.flow.visible(page.view_height)]
    style = page.decoration(shown[0]).style

    def decorate() -> None:
        for index in shown:
            decoration = Decoration(page.flow.paragraph(index), page.spans.touching(index), style)
            for line in range(len(decoration.paragraph.lines)):
                decoration.line(line)

    return decorate


def memory() -> Pair:
    """Return the bytes that ten million characters under 100,000 spans take on the page, and those promised."""
    told = subprocess.run([sys.executable, "-c", TAKEN], check=True, capture_output=True, text=True).stdout
    return Pair(float(told) / PER_GB, (PER_CHARACTER * LENGTH + PER_SPAN * SPANS) / PER_GB)


LAYOUT = "raw layout of the page"
ROWS = (
    Row("whole cluster tables of a page", LAYOUT, 3, lambda: over_layout(tables)),
    Row("decoration of a page", LAYOUT, 1, lambda: over_layout(decorations)),
    Row("memory of 10 MB under 100,000 spans (MB for ms)", f"{PER_CHARACTER} bytes a character, {PER_SPAN} a span", 1, memory),
)
