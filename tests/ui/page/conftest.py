"""Texts that are hard to paint, both fonts, and paragraphs laid out in them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator import resources
from annotator.model.documents import Document
from annotator.model.schema_files import read_schema
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.text import direction
from annotator.ui import theme
from annotator.ui.page.looks import LabelLook, Looks, looks_of
from annotator.ui.page.page import Page
from annotator.ui.page.paragraph import Paragraph
from annotator.ui.page.typography import USUAL, Typesetting, Typography
from tests.typefaces import FONTS
from tests.ui.acts import ARTICLE

CASES = {
    "arabic with a year": "عام 2020 في باكو وفي 9 تشرين الثاني",
    "arabic-indic digits": "قتل ١٢٣ شخصا في ٢٠٢٠ هناك",
    "digits with signs": "زادت 12.5% إلى 1,200 (من 3-4) بين 10:30 و2020/11/09",
    "a latin name": "قال Ilham Aliyev يوم أمس",
    "latin name with a number": "طائرة F-16 و Su-25 أصيبت",
    "latin at the start": "Interfax نقلت عن المتحدث",
    "latin at the end": "نقلت ذلك وكالة Interfax",
    "quotes": 'قال «لن نوقف النار» ثم "صمت" و“عاد”',
    "brackets": "ناغورني (قره باغ) [إقليم] {نزاع} <حدود>",
    "brackets around latin": "الوكالة (Interfax-RU) الروسية",
    "harakat": "كَتَبَ الطَّالِبُ دَرْسًا مُهِمًّا جِدًّا",
    "lam-alef": "لأذربيجان ولإيران والآن إلا لا بلا",
    "allah": "الله لله عبدالله والله",
    "emoji": "خبر 😀 عاجل 👩‍👩‍👧 هنا 🇦🇿 نعم",
    "emoji in latin": "Breaking 👍🏽 news 🇦🇲 here",
    "arabic in latin": "The city of باكو and ناغورني قره باغ were named",
    "arabic number in latin": "The year ٢٠٢٠ in باكو 2020 and more",
    "arabic number after a latin letter": "Cafe٢باكو and e\u0301٢با",
    "a mark astray before a number": "لله \u200f\u064b۵٫۲ لا",
    "hebrew in latin": "Reports from ירושלים today (תל אביב) said",
    "tabs": "اسم\tعدد\tمكان",
    "tabs among directions": "اسم\tname\tعدد 12",
    "tabs beside numbers": "\t\t٢ با 12\t \tكو\t",
    "tabs in latin": ".\t12٢با\t\tname ٢\t",
    "zwnj and zwj": "می‌خواهم خانه‌ها ه‍ نمی‌شود",
    "tatweel": "قـــال الرئيـــس",
    "combining latin": "Cafe\u0301 A\u030angstro\u0308m e\u0301e",
    "comma and waw": "وأذربيجان، وأرمينيا، والأردن؛ ولبنان؟",
    "wraps": "وذكرت وكالة إنترفاكس للأنباء أن 32 شخصا قتلوا وأكثر من 200 جرحوا في Nagorno-Karabakh خلال العملية العسكرية " * 2,
}
OPAQUE = ("#e00000", "#00b000", "#0000e0", "#b0b000")
LayOut = Callable[..., Paragraph]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a test that asks for a ``case`` with every text, one that asks for a ``family`` with both fonts."""
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", CASES.values(), ids=CASES.keys())
    if "family" in metafunc.fixturenames:
        metafunc.parametrize("family", FONTS.values(), ids=FONTS.keys())


@pytest.fixture(scope="session")
def lay_out(qapp: QApplication) -> LayOut:
    """Return a function that lays out a text as one paragraph."""
    assert qapp is not None

    def make(text: str, family: str = USUAL.family, width: float = 500.0, base: str = "", zoom: int = 100) -> Paragraph:
        is_rtl = (base or direction.base(text, "rtl")) == "rtl"
        return Paragraph(text, 0, is_rtl=is_rtl, typography=Typography.of(zoom, Typesetting(family)), width=width)

    return make


@pytest.fixture(scope="session")
def schema() -> Schema:
    """Return the built-in labels."""
    return read_schema(resources.path("schemas", "conflict-ar.toml"))


@pytest.fixture(scope="session")
def plain_looks() -> Looks:
    """Return four labels that fill with opaque colours and draw no bars: what is seen is what is filled."""
    nothing = QColor(0, 0, 0, 0)
    looks = {}
    for number, color in enumerate(OPAQUE):
        colors = theme.LabelColors(QColor(color), nothing, nothing, nothing)
        looks[bytes([number])] = LabelLook(str(number), str(number), "fill", "solid", colors)
    return Looks(theme.LIGHT, looks)


@pytest.fixture(scope="session")
def mark() -> Callable[[Document, int, int, int], Span]:
    """Return a function that makes a span with one of the opaque labels."""

    def make(document: Document, start: int, end: int, label: int = 0) -> Span:
        return Span.over(document, start, end, label=bytes([label]), layer=bytes(16), by_character=True)

    return make


@pytest.fixture
def page(qtbot: QtBot, schema: Schema) -> Iterator[Page]:
    """Return a page that shows the seed article and has the focus."""
    shown = Page()
    qtbot.addWidget(shown)
    shown.resize(800, 600)
    shown.set_looks(looks_of(schema))
    shown.show_document(ARTICLE, ())
    shown.show()
    qtbot.waitExposed(shown)
    shown.setFocus()
    yield shown
    shown.hide()
