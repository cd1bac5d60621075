"""How the window looks and speaks: theme, language, size of the text, what is shown beside it."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotator.model.schemas import Schema
from annotator.ui import fonts, theme
from annotator.ui.commands import Run
from annotator.ui.factories import isolated
from annotator.ui.page.looks import Looks, looks_of
from annotator.ui.page.parts import ALL, CHIPS
from annotator.ui.page.typography import LIMITS, USUAL, Typesetting
from annotator.ui.panels import Panels
from annotator.ui.settings import Settings
from annotator.ui.translations import Language, tr

ZOOM_STEP, USUAL_ZOOM = 10, 100
MISSED = "The font {wanted} is not on this computer, so texts are shown in {used}. Choose another in the preferences."


class Viewing(QObject):
    """Turns looks on and off, and remembers them.

    Signals:
        looks_changed: labels look or are called differently now.
        turned(command id, bool): a command that can be checked is on or off.
    """

    looks_changed = Signal()
    turned = Signal(str, bool)

    def __init__(self, panels: Panels, settings: Settings, language: Language, parent: QObject) -> None:
        """Begin with the theme that was used last."""
        super().__init__(parent)
        self._panels, self._settings, self.language = panels, settings, language
        self.theme = theme.named(settings.text("theme"))
        self._schema: Schema | None = None
        self.looks = Looks(self.theme)
        panels.page.zoom_changed.connect(lambda zoom: settings.set({"zoom": zoom}))

    def runs(self) -> dict[str, Run]:
        """Return what the commands of looking do."""
        page, panels = self._panels.page, self._panels
        themes = {look.name: partial(self.use_theme, look) for look in theme.THEMES}
        return themes | {
            "zoom_in": lambda: page.set_zoom(page.zoom + ZOOM_STEP),
            "zoom_out": lambda: page.set_zoom(page.zoom - ZOOM_STEP),
            "zoom_usual": lambda: page.set_zoom(USUAL_ZOOM),
            "chips": self.turn_chips,
            "signs": self.turn_signs,
            "relations": self.turn_relations,
            "left_panels": partial(self._turn_panel, "left_panels", panels.left),
            "right_panels": self.turn_right,
            "next_theme": lambda: self.use_theme(theme.following(self.theme)),
            "arabic": self.turn_language,
        }

    def restore(self) -> None:
        """Look as the last time."""
        self._restore_typesetting()
        self._panels.page.set_zoom(self._settings.number("zoom", USUAL_ZOOM))
        for name, panel in (("left_panels", self._panels.left), ("right_panels", self._panels.right)):
            panel.setVisible(bool(self._settings.number(name, 1)))
            self.turned.emit(name, not panel.isHidden())
        chips_of = self._settings.text("chips")
        self._panels.page.set_chips(chips_of if chips_of in CHIPS else ALL)
        if self._settings.number("signs", 0):
            self.turn_signs()
        self._panels.page.links.set_all(is_all=bool(self._settings.number("relations", 0)))
        self._tell()

    def show_schema(self, schema: Schema | None) -> None:
        """Show the labels of another project."""
        self._schema = schema
        self._renew()

    def show_beside(self) -> None:
        """Show the panels beside the text, where the span in focus is described, if they are hidden."""
        if self._panels.right.isHidden():
            self._turn_panel("right_panels", self._panels.right)

    def turn_chips(self) -> None:
        """Name all spans in the text, then the one in focus only, then none."""
        page = self._panels.page
        page.set_chips(CHIPS[(CHIPS.index(page.chips_of) + 1) % len(CHIPS)])
        self._settings.set({"chips": page.chips_of})

    def turn_signs(self) -> None:
        """Show what cannot be seen in the text, or no longer."""
        page = self._panels.page
        page.set_signs(shown=not page.has_signs)
        self._settings.set({"signs": int(page.has_signs)})
        self._tell()

    def turn_right(self) -> None:
        """Show what is beside the text, or hide it."""
        self._turn_panel("right_panels", self._panels.right)

    def turn_relations(self) -> None:
        """Show the relations of all spans in the text, or of those in focus and pointed at only."""
        links = self._panels.page.links
        links.set_all(is_all=not links.is_all)
        self._settings.set({"relations": int(links.is_all)})
        self._tell()

    def use_theme(self, look: theme.Theme) -> None:
        """Dress window and page in another theme."""
        self.theme = look
        self._settings.set({"theme": self.theme.name})
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, self.theme)
        self._renew()

    def set_text(self, setting: Typesetting) -> None:
        """Set texts so from now on; a font that is missed here is remembered until another is chosen."""
        page = self._panels.page
        before = page.typesetting
        page.set_typesetting(setting)
        changed = {name: value for name, value in setting._asdict().items() if value != getattr(before, name)}
        self._settings.set({f"text_{name}": value for name, value in changed.items()})

    def tell_of_font(self) -> None:
        """Tell that the font chosen for texts is missed here, if it is."""
        wanted, used = self._settings.text("text_family"), self._panels.page.typesetting.family
        if wanted and not fonts.is_there(wanted):
            names = {"wanted": isolated(wanted), "used": isolated(used)}
            self._panels.notice.tell(partial(tr, MISSED, **names))

    def turn_language(self) -> None:
        """Go from English to Arabic, or back."""
        self.language.use("en" if self.language.code == "ar" else "ar")
        self._settings.set({"language": self.language.code})
        self._renew()

    def _turn_panel(self, name: str, panel: QWidget) -> None:
        here = panel.window().focusWidget()
        if here and panel.isAncestorOf(here):
            self._panels.page.setFocus()
        panel.setVisible(panel.isHidden())
        self._settings.set({name: int(not panel.isHidden())})
        self.turned.emit(name, not panel.isHidden())

    def _restore_typesetting(self) -> None:
        numbers = {name: self._settings.number(f"text_{name}", getattr(USUAL, name)) for name in LIMITS}
        family = self._settings.text("text_family", USUAL.family)
        setting = USUAL._replace(family=family if fonts.is_there(family) else USUAL.family, **numbers)
        self._panels.page.set_typesetting(setting.within_limits())
        self.tell_of_font()

    def _renew(self) -> None:
        self.looks = looks_of(self._schema, self.theme, self.language.code) if self._schema else Looks(self.theme)
        self._panels.page.set_looks(self.looks)
        self._panels.labels.show_labels(self._schema, self.looks)
        self.looks_changed.emit()
        self._tell()

    def _tell(self) -> None:
        self.turned.emit("signs", self._panels.page.has_signs)
        self.turned.emit("relations", self._panels.page.links.is_all)
        for look in theme.THEMES:
            self.turned.emit(look.name, look is self.theme)
        self.turned.emit("arabic", self.language.code == "ar")
