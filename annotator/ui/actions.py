"""Every command, once, as data: menus, the context menu, the key sheet and the key filter all read it."""

from typing import NamedTuple

MENUS = {
    "file": "File",
    "edit": "Edit",
    "mark": "Mark",
    "document": "Document",
    "go": "Go",
    "view": "View",
    "help": "Help",
}

MENU_CHORDS = {
    "file": "Alt+F",
    "edit": "Alt+E",
    "mark": "Alt+M",
    "document": "Alt+D",
    "go": "Alt+G",
    "view": "Alt+V",
    "help": "Alt+H",
}


class Action(NamedTuple):
    """A command: ``text`` in English, ``chord`` by the legends of a US keyboard, the ``menu`` it stands in ("" for none).

    ``needs`` is what must be there: "" nothing, "project", "writable", "document", "written" (a document that takes edits),
    "selection", "markable" (a selection that can be marked), "span" (that can be changed), "stretch" (a selection or such a
    span) or "edges" (being moved). ``repeats`` while the key is held; ``group`` parts a menu with lines; ``others`` are more
    chords; of the commands with the same ``one_of`` one is on.
    """

    id: str
    text: str
    chord: str = ""
    menu: str = ""
    needs: str = ""
    group: int = 0
    is_checkable: bool = False
    repeats: bool = False
    others: tuple[str, ...] = ()
    in_context: bool = False
    one_of: str = ""

    @property
    def is_passing(self) -> bool:
        """Whether it can be run for a while only, and its key is another command's before and after."""
        return self.needs in PASSING


# What is there for a while only, and ended by the key of a command: that one goes before another with the same key.
PASSING = {"edges"}

COMMANDS = (
    Action("new", "New project…", "Ctrl+N", "file"),
    Action("open", "Open project…", "Ctrl+O", "file"),
    Action("sample", "Open the sample", "", "file"),
    Action("import", "Import texts…", "Ctrl+I", "file", "writable", 1),
    Action("import_folder", "Import a folder…", "Ctrl+Shift+I", "file", "writable", 1),
    Action("export", "Export for training…", "Ctrl+E", "file", "project", 1),
    Action("picture", "Save as picture…", "Ctrl+Shift+P", "file", "document", 1),
    Action("print", "Print…", "Ctrl+P", "file", "document", 1),
    Action("move", "Save a copy elsewhere…", "Ctrl+Shift+S", "file", "project", 2),
    Action("backups", "Backups…", "Ctrl+B", "file", "project", 2),
    Action("check", "Check the project", "", "file", "project", 2),
    Action("close", "Close project", "Ctrl+W", "file", "project", 2),
    Action("quit", "Quit", "Ctrl+Q", "file", "", 2),
    Action("undo", "Undo", "Ctrl+Z", "edit", "writable", repeats=True),
    Action("redo", "Redo", "Ctrl+Shift+Z", "edit", "writable", others=("Ctrl+Y",), repeats=True),
    Action("copy", "Copy", "Ctrl+C", "edit", "selection", 1, in_context=True),
    Action("select_all", "Select all", "Ctrl+A", "edit", "document", 1),
    Action("search", "Search in the document", "Ctrl+F", "edit", "document", 2),
    Action("next_hit", "Next hit", "F3", "edit", "document", 2, repeats=True),
    Action("previous_hit", "Previous hit", "Shift+F3", "edit", "document", 2, repeats=True),
    Action("schema", "Labels and attributes…", "Ctrl+Shift+L", "edit", "writable", 3),
    Action("repeat", "Mark with the label used last", ".", "mark", "markable", in_context=True),
    Action("widen", "Widen the selection", "W", "mark", "document", 1, in_context=True),
    Action("narrow", "Narrow the selection", "Shift+W", "mark", "selection", 1),
    Action("trim_front", "Prefixed letters in or out", "T", "mark", "stretch", 1, in_context=True),
    Action("trim_tail", "Pronoun at the end in or out", "Shift+T", "mark", "stretch", 1),
    Action("quotes", "Quotes or brackets in or out", "Q", "mark", "stretch", 1, in_context=True),
    Action("part", "Add a part to the span, or take one out", "D", "mark", "span", 1, in_context=True),
    Action("relate", "Relate the span to another", "R", "mark", "span", 1, in_context=True),
    Action("same_as", "Same as…", "=", "mark", "span", 1, in_context=True),
    Action("note", "Note on the span or the document…", "N", "mark", "written", 1, in_context=True),
    Action("question", "Question for the reviewer…", "F", "mark", "written", 1, in_context=True),
    Action("flag", "Flag the span, or take the flag off", "Shift+F", "mark", "span", 1),
    Action("erase", "Erase the span", "Del", "mark", "span", 1, others=("Backspace",), in_context=True),
    Action("move_edges", "Move the edges of the span", "F2", "mark", "span", 1, in_context=True),
    Action("attributes", "Attributes of the span", "Return", "mark", "span", 1, in_context=True),
    Action("keep_edges", "Leave the edges here", "Return", "mark", "edges", 1),
    Action("start_left", "Start edge to the left", "[", "mark", "span", 2, repeats=True),
    Action("start_right", "Start edge to the right", "]", "mark", "span", 2, repeats=True),
    Action("end_left", "End edge to the left", "Shift+[", "mark", "span", 2, repeats=True),
    Action("end_right", "End edge to the right", "Shift+]", "mark", "span", 2, repeats=True),
    Action("start_word_left", "Start edge a word to the left", "Ctrl+[", "mark", "span", 2, repeats=True),
    Action("start_word_right", "Start edge a word to the right", "Ctrl+]", "mark", "span", 2, repeats=True),
    Action("end_word_left", "End edge a word to the left", "Ctrl+Shift+[", "mark", "span", 2, repeats=True),
    Action("end_word_right", "End edge a word to the right", "Ctrl+Shift+]", "mark", "span", 2, repeats=True),
    Action("snap", "Select by characters", "S", "mark", "document", 3, is_checkable=True),
    Action("direction", "Paragraph direction", "Ctrl+L", "mark", "written", 3, in_context=True),
    Action("fix_problem", "Fix the problem", "Ctrl+.", "mark", "writable", 4),
    Action("finish", "Document finished", "Ctrl+Return", "document", "written", is_checkable=True),
    Action("rename", "Rename…", "Ctrl+R", "document", "written", 1),
    Action("document_auto", "Paragraphs without letters: as the text begins", "", "document", "written", 2, one_of="direction"),
    Action("document_rtl", "Paragraphs without letters: from right to left", "", "document", "written", 2, one_of="direction"),
    Action("document_ltr", "Paragraphs without letters: from left to right", "", "document", "written", 2, one_of="direction"),
    Action("remove", "Remove from the project", "", "document", "written", 3),
    Action("next_span", "Next span", "Tab", "go", "document", repeats=True),
    Action("previous_span", "Previous span", "Shift+Tab", "go", "document", repeats=True),
    Action("next_stacked", "Next span at the caret", "O", "go", "document"),
    Action("stack", "Spans at the caret", "Shift+O", "go", "document"),
    Action("next_question", "Next open question", "Shift+N", "go", "project"),
    Action("menu_here", "Menu at the caret", "Shift+F10", "go", "document"),
    Action("go_to", "Paragraph or offset…", "Ctrl+G", "go", "document", 1),
    Action("next_document", "Next document", "Ctrl+PgDown", "go", "project", 1),
    Action("previous_document", "Previous document", "Ctrl+PgUp", "go", "project", 1),
    Action("next_problem", "Next problem", "F4", "go", "project", 2, repeats=True),
    Action("previous_problem", "Previous problem", "Shift+F4", "go", "project", 2, repeats=True),
    Action("next_pane", "Next pane", "F6", "go", "project", 3),
    Action("previous_pane", "Previous pane", "Shift+F6", "go", "project", 3),
    Action("escape", "Let go", "Esc", "go", "project", 3),
    Action("zoom_in", "Larger text", "Ctrl+=", "view", "project", repeats=True, others=("Ctrl+Shift+=",)),
    Action("zoom_out", "Smaller text", "Ctrl+-", "view", "project", repeats=True),
    Action("zoom_usual", "Usual size", "Ctrl+0", "view", "project"),
    Action("chips", "Names in the text: all, of the span in focus, none", "C", "view", "project", 1),
    Action("signs", "Characters that cannot be seen", "I", "view", "project", 1, is_checkable=True),
    Action("relations", "All relations in the text", "L", "view", "project", 1, is_checkable=True),
    Action("side_spans", "Spans beside the text", "Alt+1", "go", "project", 3),
    Action("side_relations", "Relations beside the text", "Alt+2", "go", "project", 3),
    Action("side_notes", "Notes beside the text", "Alt+3", "go", "project", 3),
    Action("side_entities", "Names beside the text", "Alt+4", "go", "project", 3),
    Action("side_rules", "Checks beside the text", "Alt+5", "go", "project", 3),
    Action("side_document", "Facts about the document beside the text", "Alt+6", "go", "project", 3),
    Action("side_guidelines", "Guidelines beside the text", "Alt+7", "go", "project", 3),
    Action("guideline", "What the guidelines say of the label", "H", "go", "project", 3),
    Action("left_panels", "Documents and history", "F7", "view", "project", 1, is_checkable=True),
    Action("right_panels", "Panels beside the text", "F8", "view", "project", 1, is_checkable=True),
    Action("light", "Light", "", "view", "", 2, one_of="theme"),
    Action("dark", "Dark", "", "view", "", 2, one_of="theme"),
    Action("contrast", "High contrast", "", "view", "", 2, one_of="theme"),
    Action("next_theme", "Next colours", "F9", "view", "", 2),
    Action("arabic", "العربية", "F10", "view", "", 3, is_checkable=True),
    Action("preferences", "Preferences…", "Ctrl+,", "view", "", 3),
    Action("palette", "All commands…", "Ctrl+K", "help"),
    Action("keys", "Keys", "F1", "help"),
    Action("about", "About Annotator", "", "help"),
)

STEPS = {
    "left": "Left",
    "right": "Right",
    "word_left": "Ctrl+Left",
    "word_right": "Ctrl+Right",
    "up": "Up",
    "down": "Down",
    "sentence_up": "Alt+Up",
    "sentence_down": "Alt+Down",
    "paragraph_up": "Ctrl+Up",
    "paragraph_down": "Ctrl+Down",
    "home": "Home",
    "end": "End",
    "document_start": "Ctrl+Home",
    "document_end": "Ctrl+End",
    "page_up": "PgUp",
    "page_down": "PgDown",
}


def by_id(identifier: str) -> Action:
    """Return the command with this id; raises KeyError."""
    return {action.id: action for action in COMMANDS}[identifier]


def in_menu(menu: str) -> list[Action]:
    """Return the commands of a menu, in their order."""
    return [action for action in COMMANDS if action.menu == menu]
