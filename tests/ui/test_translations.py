import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

import annotator.ui
from annotator import resources
from annotator.ui import (
    actions,
    backups,
    chords,
    fact_lines,
    following,
    history,
    note_signs,
    notes,
    noting,
    preferences,
    sheets,
    sides,
    viewing,
    welcome,
)
from annotator.ui import fields as own_fields
from annotator.ui.page import remarks
from annotator.ui.schema import adding, attributes, colors, editor, fields, label_form, relations, stanzas, values
from annotator.ui.translations import Language, read, tr
from tests.messages import glued, messages

ARABIC = resources.path("translations", "annotator_ar.ts")
TABLES = (
    [action.text for action in actions.COMMANDS]
    + [*actions.MENUS.values(), *history.TITLES.values(), *chords.STEP_TEXTS.values(), *backups.REASONS.values()]
    + [sheets.ABOUT, sheets.LICENCE, welcome.LEAD, following.TRIED_AGAIN, viewing.MISSED]
    + [*sides.TITLES.values(), *preferences.WIDTHS.values(), *preferences.COLORS.values()]
    + [
        *adding.KIND_TITLES.values(),
        *colors.PRESETS.values(),
        *fields.TITLES.values(),
        *stanzas.TEXTS.values(),
        stanzas.RESTORE,
    ]
    + [*label_form.NAMES.values(), *label_form.LANES.values(), *label_form.FACTS, *values.HEADINGS]
    + [*remarks.TITLES.values(), *note_signs.NAMES.values(), *(deed.text for deed in notes.DEEDS), notes.REOPEN]
    + [*fact_lines.LANGUAGES.values(), *own_fields.OWN_TITLES.values()]
    + [text for pair in noting.ABOUT.values() for text in pair]
    + [*attributes.FACTS, *relations.FLAGS.values(), relations.NAME, relations.ENDS, *editor.TABS, editor.HINT]
)


def literals() -> Iterator[str]:
    """Yield every text that the interface gives to ``tr`` as it stands."""
    for path in Path(annotator.ui.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                yield from (str(text.value) for text in node.args if isinstance(text, ast.Constant))


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    used = Language(qapp)
    yield used
    used.use("en")


def test_every_text_of_the_interface_has_an_arabic_translation() -> None:
    assert {*literals(), *TABLES} - read(ARABIC).keys() == set()


def test_every_message_of_the_rooms_below_has_an_arabic_translation() -> None:
    assert messages() - read(ARABIC).keys() == set()


def test_messages_about_texts_and_files_are_whole_until_they_are_translated() -> None:
    assert glued("model", "exchange", "storage", "project") == set()


def test_no_translation_is_left_of_a_text_that_is_gone() -> None:
    assert read(ARABIC).keys() - {*literals(), *TABLES, *messages()} == set()


def test_no_text_is_translated_twice() -> None:
    sources = re.findall("<source>(.*?)</source>", ARABIC.read_text(encoding="utf-8"), re.DOTALL)
    assert len(sources) == len(set(sources))


def test_a_translation_has_the_places_of_its_source() -> None:
    for source, translation in read(ARABIC).items():
        assert sorted(re.findall(r"{\w+}", source)) == sorted(re.findall(r"{\w+}", translation)), source


def test_the_language_is_switched_while_the_program_runs(language: Language, qapp: QApplication) -> None:
    language.use("ar")
    assert (tr("Undo"), tr("{current} of {count}", current=2, count=9)) == ("تراجع", "2 من 9")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    language.use("en")
    assert tr("Undo") == "Undo"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_texts_of_qt_itself_are_left_to_qt(language: Language) -> None:
    language.use("ar")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") not in {"", "Cancel"}
    assert tr("a text that nobody translated") == "a text that nobody translated"
