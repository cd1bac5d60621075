"""The fonts the program brings along, and the order in which a character is looked for in them."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator import resources

FAMILIES = ("Noto Naskh Arabic", "Noto Sans", "Noto Sans Hebrew")
INTERFACE_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew")


@cache
def load() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; return the families found in them."""
    families: list[str] = []
    for path in sorted(resources.path("fonts").glob("*.ttf")):
        families.extend(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    return tuple(dict.fromkeys(families))


def font(families: tuple[str, ...], size_px: int) -> QFont:
    """Return the font of *size_px* pixels that takes each character from the first of *families* that has it."""
    load()
    chosen = QFont()
    chosen.setFamilies(list(families))
    chosen.setPixelSize(size_px)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen
