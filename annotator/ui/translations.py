"""The interface in English and Arabic: translations are read from the .ts files themselves, without a compile step."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import resources

LANGUAGES = {"en": "English", "ar": "العربية"}
RIGHT_TO_LEFT = {"ar"}
# Arabic as the world writes it: with the digits that offsets, counts and the key caps have too.
LOCALES = {"en": "en", "ar": "ar_001"}
_SPOKEN: dict[str, str] = {}


def tr(text: str, /, **values: object) -> str:
    """Return *text* in the language of the interface, with its ``{named}`` places filled by *values*.

    No QTranslator of ours: Qt holds a lock while it asks one, and waits for ever if Python then deletes another.
    """
    translated = _SPOKEN.get(text, text)
    return translated.format(**values) if values else translated


@cache
def read(path: Path) -> dict[str, str]:
    """Return translations by source text; those marked unfinished are left out."""
    from xml.etree import ElementTree as ET  # noqa: PLC0415 - English needs none

    messages = ET.parse(path).getroot().iter("message")  # noqa: S314 - our own file, no stranger's
    found = {}
    for message in messages:
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.text and translation.get("type") != "unfinished":
            found[source] = translation.text
    return found


class Language:
    """The language of the interface, switched while the program runs; widgets hear of it by LanguageChange."""

    def __init__(self, app: QApplication) -> None:
        """Begin in English."""
        self._app = app
        self._installed: list[QTranslator] = []
        self.code = "en"

    def use(self, code: str) -> None:
        """Speak the language with this *code* from now on, and mirror the layout where it is read from the right."""
        code = code if code in LANGUAGES else "en"
        for translator in self._installed:
            self._app.removeTranslator(translator)
        _SPOKEN.clear()
        _SPOKEN.update(_texts(code))
        self._installed = _of_qt(code)
        QLocale.setDefault(QLocale(LOCALES[code]))
        self.code = code
        is_rtl = code in RIGHT_TO_LEFT
        self._app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        for translator in self._installed:
            self._app.installTranslator(translator)
        QCoreApplication.sendEvent(self._app, QEvent(QEvent.Type.LanguageChange))


def system_language() -> str:
    """Return the language of the user's system, if the interface speaks it, else English."""
    code = QLocale.system().name()[:2]
    return code if code in LANGUAGES else "en"


def _texts(code: str) -> dict[str, str]:
    path = resources.path("translations", f"annotator_{code}.ts")
    return read(path) if path.is_file() else {}


def _of_qt(code: str) -> list[QTranslator]:
    """Return the translator of Qt's own texts, if there is one."""
    found = QTranslator()
    return [found] if found.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) else []
