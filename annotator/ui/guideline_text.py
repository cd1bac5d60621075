"""Guidelines as Markdown: those that come with the program, and which texts can be shown without harm."""

import re

from PySide6.QtCore import QLocale

from annotator import resources
from annotator.ui.translations import LANGUAGES, tr

MOST_BYTES, MOST_LINES, LONGEST_PARAGRAPH, DEEPEST = 1_000_000, 5_000, 10_000, 12
# A nested list or quotation is a block for each level, also on one line.
_MARK = r"[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])"
_DEEP = re.compile(rf"^(?:{_MARK}){{{DEEPEST + 1}}}|^[ \t]{{{4 * DEEPEST + 1}}}", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_NAME = re.compile(r"[a-z0-9-]+")


def shipped(schema: str) -> str:
    """Return what comes with the program for *schema* ("conflict-ar/1") in the language of the interface, or ""."""
    name = schema.partition("/")[0]
    if not _NAME.fullmatch(name):  # a stranger's project names its schema as it likes
        return ""
    spoken = QLocale().name()[:2]
    path = resources.path("guidelines", f"{name}.{spoken if spoken in LANGUAGES else 'en'}.md")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def refusal(text: str) -> str:
    """Return why *text* is not shown, "" if it can be: a hostile one would keep the window busy for minutes."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        return tr("These guidelines are larger than 1 MB and are not shown. Shorten them.")
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if lines.count("\n") >= MOST_LINES:
        return tr("These guidelines have more than {count} lines and are not shown. Shorten them.", count=MOST_LINES)
    if any(len(paragraph) > LONGEST_PARAGRAPH for paragraph in _BLANK_LINE.split(lines)):
        return tr(
            "A paragraph of these guidelines has more than {count} characters; they are not shown. Divide it by empty lines.",
            count=LONGEST_PARAGRAPH,
        )
    if _DEEP.search(lines):
        return tr("Lists or quotations in these guidelines are nested too deeply, so they are not shown. Make them flatter.")
    return ""


def without_pictures(text: str) -> str:
    """Return the Markdown *text* with its pictures as they are written: Qt would open the files they name."""
    return text.replace("![", "!\\[")
