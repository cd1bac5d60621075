"""The HTML holds the text to the character, each span as what is marked, and nothing a stranger's text could start."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from annotator import resources
from annotator.model.documents import Document, Source
from annotator.model.schema_files import read_schema
from annotator.model.spans import Span
from annotator.ui.html import html
from annotator.ui.page.leaves import Sheet
from annotator.ui.page.looks import looks_of

SCHEMA = read_schema(resources.path("schemas", "conflict-ar.toml"))
LABELS = {label.id: look.title("en") for label, look in zip(SCHEMA.labels, SCHEMA.looks, strict=True)}
HOSTILE = '<script>alert("1")</script>&amp;<img src=x onerror=y> قره باغ </p></main>'
ANY_TEXT = st.text(st.sampled_from("اب😀 <>&\"'\n\u200f2A"), min_size=1, max_size=40)


class Read(HTMLParser):
    """What a browser sees: the paragraphs, and each marked piece with its title, style and words."""

    def __init__(self, page: bytes) -> None:
        """Read *page*."""
        super().__init__()
        self.tags: list[str] = []
        self.paragraphs: list[tuple[str, str]] = []
        self.pieces: list[tuple[str, str, str]] = []
        self._is_in_paragraph = self._is_in_piece = False
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        if tag == "p":
            self._is_in_paragraph = True
            self.paragraphs.append((found["dir"], ""))
        if tag == "mark":
            self._is_in_piece = True
            self.pieces.append((found["title"], found["style"], ""))

    def handle_endtag(self, tag: str) -> None:
        self._is_in_paragraph &= tag != "p"
        self._is_in_piece &= tag != "mark"

    def handle_data(self, data: str) -> None:
        if self._is_in_paragraph:
            side, before = self.paragraphs[-1]
            self.paragraphs[-1] = side, before + data
        if self._is_in_piece:
            title, style, before = self.pieces[-1]
            self.pieces[-1] = title, style, before + data


def sheet(text: str, *places: tuple[int, int, str], source: Source | None = None, title: str = "") -> Sheet:
    """Return *text* with spans at *places*."""
    document = Document.of(text)
    spans = tuple(
        Span.over(document, start, end, label=SCHEMA.named(label).id, layer=b"l" * 16, by_character=True)
        for start, end, label in places
    )
    return Sheet(document, spans, looks_of(SCHEMA), title, source)


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Have Qt's colours."""
    assert qapp


def test_the_seed_is_there_paragraph_by_paragraph() -> None:
    text = resources.seeds()[0].read_bytes().decode()
    read = Read(html(sheet(text, (0, 30, "actor"), (10, 40, "claim")), 1))
    assert [words for _, words in read.paragraphs] == text.split("\n")
    assert {side for side, words in read.paragraphs if words} == {"rtl"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(list(LABELS)))))
def test_what_is_marked_with_a_label_is_what_its_spans_cover(text: str, drawn: list[tuple[int, int, bytes]]) -> None:
    names = {label.id: label.name for label in SCHEMA.labels}
    places = [(min(a, b), max(a, b), names[label]) for a, b, label in drawn if a != b and max(a, b) <= len(text)]
    read = Read(html(sheet(text, *places), 1))
    assert "\n".join(words for _, words in read.paragraphs) == text
    for label, title in LABELS.items():
        covered = {at for start, end, name in places if name == names[label] for at in range(start, end) if text[at] != "\n"}
        marked = "".join(words for titles, _, words in read.pieces if title in titles.split(" · "))
        assert marked == "".join(text[at] for at in sorted(covered))


def test_the_directions_are_those_of_the_page() -> None:
    source = Source(b"d" * 16, b"s" * 16, "t", directions=((4, "rtl"),))
    read = Read(html(sheet("قره\nBaku\n12", source=source), 1))
    assert [side for side, _ in read.paragraphs] == ["rtl", "rtl", "rtl"]


def test_a_hostile_text_stays_text() -> None:
    page = html(sheet(HOSTILE, (0, 12, "actor"), title=HOSTILE), 1)
    read = Read(page)
    assert read.paragraphs[0][1] == HOSTILE
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert b"default-src 'none'" in page


def test_tracks_that_are_taken_show_as_bars_below_one_another() -> None:
    read = Read(html(sheet("abcdef", (0, 6, "actor"), (2, 4, "location")), 1))
    assert [words for _, _, words in read.pieces] == ["ab", "cd", "ef"]
    assert [style.count("px #") for _, style, _ in read.pieces] == [2, 4, 2]


def test_every_link_of_the_list_leads_to_the_place_of_its_span() -> None:
    page = html(sheet("abcdef\nghi", (0, 6, "actor"), (2, 4, "location"), (5, 9, "claim")), 1).decode()
    targets = re.findall(r'href="#([^"]+)"', page)
    assert len(targets) == 3
    assert set(targets) <= set(re.findall(r'id="([^"]+)"', page))
