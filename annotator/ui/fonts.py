"""The fonts the program brings along, and the order in which a character is looked for in them."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from annotator import resources

FAMILIES = ("Noto Naskh Arabic", "Noto Sans", "Noto Sans Hebrew")
ARABIC = ("Noto Naskh Arabic", "Noto Sans Arabic")
INTERFACE_FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew")


@cache
def load() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt, once; return the families found in them."""
    families: list[str] = []
    for path in sorted(resources.path("fonts").glob("*.ttf")):
        families.extend(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))))
    return tuple(dict.fromkeys(families))


def families_after(first: str) -> tuple[str, ...]:
    """Return the family *first* and those in which a text set in it finds what it lacks; ours lack no Arabic sign."""
    return (first, *FAMILIES[1:]) if first in ARABIC else (first, *FAMILIES[1:], FAMILIES[0])


def is_there(family: str) -> bool:
    """Whether a text can be set in *family* here."""
    return family in ARABIC or QFontDatabase.hasFamily(family)


def arabic() -> tuple[str, ...]:
    """Return the families that can write Arabic: ours, then those of the system by name."""
    load()
    found = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    others = {name for name in found if QFontDatabase.isSmoothlyScalable(name) and not QFontDatabase.isPrivateFamily(name)}
    return (*ARABIC, *sorted(others - {*ARABIC}, key=str.casefold))


def font(families: tuple[str, ...], size_px: int) -> QFont:
    """Return the font of *size_px* pixels that takes each character from the first of *families* that has it."""
    load()
    chosen = QFont()
    chosen.setFamilies(list(families))
    chosen.setPixelSize(size_px)
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return chosen
