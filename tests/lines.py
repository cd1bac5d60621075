"""A line of ``annotator.doc/1`` with every key the reader keeps, and what strangers make of it."""

import copy
import hashlib
import json
from dataclasses import dataclass
from typing import Any

Line = dict[str, Any]
Path = tuple[str | int, ...]

TEXT = "قال محمد لـBBC إن 😀 اثنين قُتلا."
NOTES = (
    '[{"id":"0198c5f0a1b37c3d8e4f5a6b7c8d9e0f","kind":"flag","text":""},'
    '{"about":"span 2","id":"note 1","kind":"question","text":"كم؟\u2028"},'
    '{"about":"relation 1","id":"note 2","kind":"comment","resolved":true,"text":"😀 \\"ok\\"\\n"},'
    '{"about":"span 2","id":"note 3","kind":"comment","text":"اثنان"}]'
)
LINE: Line = {
    "schema": "annotator.doc/1",
    "id": "خبر/1",
    "text": TEXT,
    "text_sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
    "unit": "codepoint",
    "lang": "ar",
    "meta": {"_notes": NOTES, "title": "خبر\u2028", "url": None},
    "split": "dev",
    "split_key": "وكالة",
    "layer": {"kind": "annotator", "annotator": "سلمى", "method": None},
    "status": "complete",
    "reviewed": {"labels": ["actor", "casualty"], "ranges": [[0, len(TEXT)]]},
    "spans": [
        {
            "id": "0198c5f0a1b27c3d8e4f5a6b7c8d9e0f",
            "start": 4,
            "end": 8,
            "label": "actor",
            "text": "محمد",
            "attrs": {"canonical": "محمد", "certain": True, "max": 2, "roles": ["GOV", "MIL"], "side": None, "weight": 0.5},
            "origin": "manual",
            "created": "20260131T235959Z",
            "updated": "20260201T000000Z",
        },
        {
            "id": "span 2",
            "start": 18,
            "end": 31,
            "label": "casualty",
            "text": "😀 قُتلا",
            "segments": [[18, 19], [26, 31]],
            "note": "كم؟\u2028\nاثنان",
        },
    ],
    "relations": [
        {
            "id": "relation 1",
            "head": "span 2",
            "tail": "0198c5f0a1b27c3d8e4f5a6b7c8d9e0f",
            "label": "victim",
            "attrs": {"sure": True},
        },
        {
            "id": "0198c5f0a1b47c3d8e4f5a6b7c8d9e0f",
            "head": "span 2",
            "tail": "span 2",
            "label": "من",
            "attrs": {"derived": True},
        },
    ],
    "provenance": {"file": "a.txt", "row": 3, "unit": None},
}


class _Gone:
    def __repr__(self) -> str:
        return "gone"


GONE = _Gone()


@dataclass(frozen=True)
class Case:
    """A line changed at one place, ``path``, to ``value`` or without it; ``what`` begins what is said about it."""

    path: Path
    value: object
    what: str

    def __str__(self) -> str:
        """Return a name for the test report."""
        return f"{'.'.join(map(str, self.path))}={str(self.value)[:24]!a}"

    @property
    def line(self) -> Line:
        """The line so changed."""
        return changed(self.path, self.value)


def changed(path: Path, value: object) -> Line:
    """Return the good line with *value* at *path*, or without what is there."""
    line = copy.deepcopy(LINE)
    *parents, key = path
    place: Any = line
    for parent in parents:
        place = place[parent]
    if value is GONE:
        del place[key]
    else:
        place[key] = value
    return line


def encoded(line: object) -> bytes:
    """Return a line as bytes, without its line end."""
    return json.dumps(line, ensure_ascii=False).encode()


SPAN, RELATION = ("spans", 0), ("relations", 0)
CONTROL = "a\u202eb"
OFFSETS: tuple[object, ...] = (True, False, "3", None, -1, 1.5, [3], {}, 1 << 64)
UNFIT_NAMES: tuple[object, ...] = (
    "",
    7,
    None,
    [],
    {},
    True,
    "a\n",
    "a\tb",
    "\0",
    "a\x85",
    "\u2028",
    "\u2029b",
    "\u061c",
    "a\u200f",
    CONTROL,
    "\u2069",
)
NOT_TEXTS: tuple[object, ...] = (None, 7, [], {}, True)
NOT_OBJECTS: tuple[object, ...] = (None, 7, "a", [], True)
NOT_LISTS: tuple[object, ...] = (None, 7, "a", {}, True)
NOT_PAIRS: tuple[object, ...] = (*NOT_LISTS, [[1]], [[0, 1, 2]], [["0", 1]], [[0, True]], [{}], [3, 4], [[-1, 3]], [[0.5, 3]])


def _cases(path: Path, values: tuple[object, ...], where: str = "") -> list[Case]:
    return [Case(path, value, f"{where}{path[-1]} is ") for value in values]


def _missing(where: str, parent: Path, *keys: str) -> list[Case]:
    return [Case((*parent, key), GONE, f"{where}the key '{key}' is missing") for key in keys]


# What a schema of JSON can see.
MISSHAPEN = [
    *_cases(("schema",), ("annotator.doc/2", "annotator.doc/1 ", "annotator.doc", "", None, 1, [], {})),
    Case(("schema",), GONE, "schema is None, not 'annotator.doc/1'"),
    *_missing("", (), "id", "text", "unit", "layer", "status", "spans", "relations"),
    *_cases(("id",), UNFIT_NAMES),
    *_cases(("text",), NOT_TEXTS),
    *_cases(("text_sha256",), ("", "abc", None, 7, LINE["text_sha256"].upper(), LINE["text_sha256"] + "\n", "0" * 65)),
    *_cases(("unit",), ("utf16", "", None, 7, [])),
    *_cases(("lang",), UNFIT_NAMES),
    *_cases(("meta",), (*NOT_OBJECTS, {"a": 7}, {"a": []}, {"a": {}}, {"a": True})),
    *_cases(("split",), ("Train", "", None, 7, [])),
    *_cases(("split_key",), UNFIT_NAMES),
    *_cases(("layer",), NOT_OBJECTS),
    *_missing("layer: ", ("layer",), "kind"),
    *_cases(("layer", "kind"), ("analyst", "", None, 7, []), "layer: "),
    *_cases(("layer", "annotator"), ("", 7, [], True, "a\n", CONTROL), "layer: "),
    *_cases(("layer", "method"), ("", 7, [], True, "a\n", CONTROL), "layer: "),
    *_cases(("status",), ("done", "", None, 7, [])),
    *_cases(("reviewed",), NOT_OBJECTS),
    *_missing("reviewed: ", ("reviewed",), "labels", "ranges"),
    *_cases(("reviewed", "labels"), (*NOT_LISTS, [7], [""], [None], [CONTROL]), "reviewed: "),
    *_cases(("reviewed", "ranges"), NOT_PAIRS, "reviewed: "),
    *_cases(("spans",), NOT_LISTS),
    *(Case(("spans", 1), value, "span 2: not an object") for value in NOT_OBJECTS),
    *_missing("span 1: ", SPAN, "id", "start", "end", "label", "text"),
    *_cases((*SPAN, "id"), UNFIT_NAMES, "span 1: "),
    *_cases((*SPAN, "start"), OFFSETS, "span 1: "),
    *_cases((*SPAN, "end"), OFFSETS, "span 1: "),
    *_cases((*SPAN, "label"), UNFIT_NAMES, "span 1: "),
    *_cases((*SPAN, "text"), NOT_TEXTS, "span 1: "),
    *_cases((*SPAN, "segments"), (*NOT_PAIRS, [], [[4, 8]]), "span 1: "),
    *_cases((*SPAN, "attrs"), (*NOT_OBJECTS, {"a": {}}, {"a": [7]}, {"a": [None]}, {"a": [["b"]]}), "span 1: "),
    *_cases((*SPAN, "origin"), ("human", "", None, 7, []), "span 1: "),
    *_cases(
        (*SPAN, "created"), ("2026-01-31T23:59:59Z", "", None, 7, [], "20260131T235959Z\n", "٢٠٢٦٠١٣١T235959Z"), "span 1: "
    ),
    *_cases((*SPAN, "updated"), ("20260131T235959", None, 20260131), "span 1: "),
    *_cases(("relations",), NOT_LISTS),
    *(Case(("relations", 1), value, "relation 2: not an object") for value in NOT_OBJECTS),
    *_missing("relation 1: ", RELATION, "id", "head", "tail", "label"),
    *(case for key in ("id", "head", "tail", "label") for case in _cases((*RELATION, key), UNFIT_NAMES, "relation 1: ")),
    *_cases((*RELATION, "attrs"), (*NOT_OBJECTS, {"a": {}}, {"a": [7]}), "relation 1: "),
    *_cases((*SPAN, "note"), NOT_TEXTS, "span 1: "),
    *_cases(("provenance",), (*NOT_OBJECTS, {"a": []}, {"a": {}}, {"a": True}, {"a": 0.5})),
    *(
        Case((*parent, key), 1, f"{where}unknown key '{key}'")
        for parent, where in (
            ((), ""),
            (("layer",), "layer: "),
            (("reviewed",), "reviewed: "),
            (SPAN, "span 1: "),
            (RELATION, "relation 1: "),
        )
        for key in ("Id", "comment", "id ")
    ),
    Case(("\u202ex",), 1, r"unknown key '\u202ex'"),
]

UNFIT_NOTES = (
    (None, "_notes in meta: not JSON: "),
    ("", "_notes in meta: not JSON: "),
    ("{}", "_notes in meta: not a list"),
    ('[{"id":1,"id":2}]', "_notes in meta: the key 'id' stands there twice"),
    ('["a"]', "note 1: not an object"),
    ('[{"id":"","kind":"flag","text":""}]', "note 1: id is '', not a name"),
    ('[{"id":"a","kind":"remark","text":""}]', "note 1: kind is 'remark', not comment, question or flag"),
    ('[{"id":"a","kind":"flag"}]', "note 1: the key 'text' is missing"),
    ('[{"id":"a","kind":"flag","text":7}]', "note 1: text is 7, not a string"),
    ('[{"id":"a","kind":"flag","text":"","about":""}]', "note 1: about is '', not a name"),
    ('[{"id":"a","kind":"flag","text":"","resolved":false}]', "note 1: resolved is False, not true"),
    ('[{"id":"a","kind":"flag","text":"","by":"سلمى"}]', "note 1: unknown key 'by'"),
    ('[{"id":"a","kind":"flag","text":""},{"id":"a","kind":"flag","text":""}]', "note 2: the id 'a' stands there twice"),
    (r'[{"id":"a","kind":"flag","text":"\ud800"}]', "_notes in meta: half of a surrogate pair stands alone in a string"),
)


def _noted(notes: str | None, what: str) -> Case:
    return Case(("meta", "_notes"), notes, what)


# What only a reader can see, who compares one place with another.
UNTRUE = [
    Case(("text_sha256",), "0" * 64, "text_sha256 is not the hash of text; the text was changed after it was written"),
    Case(("text",), TEXT + " ", "text_sha256 is not the hash of text"),
    Case(("reviewed", "ranges"), [[0, 33]], "reviewed: a range ends after the text, which has 32 characters"),
    Case((*SPAN, "start"), 8, "span 1: span 8 to 8: it must start at 0 or later and end after its start"),
    Case((*SPAN, "start"), 9, "span 1: span 9 to 8: it must start at 0 or later and end after its start"),
    Case((*SPAN, "start"), 3, "span 1: its text is 'محمد', but characters 3 to 8 are ' محمد'"),
    Case((*SPAN, "start"), 5, "span 1: its text is 'محمد', but characters 5 to 8 are 'حمد'"),
    Case((*SPAN, "start"), 4.0, "span 1: start is 4.0, not a whole number of code points, 0 or more"),
    Case((*SPAN, "end"), 33, "span 1: offset 33 is outside the text, which has 32 characters"),
    Case((*SPAN, "text"), "مُحمد", "span 1: its text is 'مُحمد', but characters 4 to 8 are 'محمد'"),
    Case((*SPAN, "text"), "", "span 1: its text is '', but characters 4 to 8 are 'محمد'"),
    Case((*SPAN, "id"), "span 2", "span 2: the id 'span 2' stands there twice"),
    Case(("spans", 1, "segments"), [[18, 19], [25, 31]], "span 2: its text is '😀 قُتلا', but characters 18 to 31 are"),
    Case(("spans", 1, "segments"), [[18, 19], [26, 30]], "span 2: span 18 to 31: its parts must be two or more, sorted, apart"),
    Case(("spans", 1, "segments"), [[26, 31], [18, 19]], "span 2: span 18 to 31: its parts must be two or more, sorted, apart"),
    Case(("spans", 1, "segments"), [[18, 27], [26, 31]], "span 2: span 18 to 31: its parts must be two or more, sorted, apart"),
    Case(("spans", 1, "segments"), [[18, 18], [26, 31]], "span 2: span 18 to 18: it must start at 0 or later and end after"),
    Case(("reviewed", "ranges"), [[3, 2]], "reviewed: ranges is [[3, 2]], not a list of [start, end]"),
    Case((*SPAN, "id"), "another", "relation 1: no span in this line has the id '0198c5f0a1b27c3d8e4f5a6b7c8d9e0f'; correct"),
    Case((*RELATION, "head"), "span 3", "relation 1: no span in this line has the id 'span 3'"),
    Case((*RELATION, "tail"), "relation 1", "relation 1: no span in this line has the id 'relation 1'"),
    Case((*RELATION, "id"), "0198c5f0a1b47c3d8e4f5a6b7c8d9e0f", "relation 2: the id '0198c5f0a1b47c3d8e4f5a6b7c8d9e0f' stands"),
    Case((*RELATION, "id"), "another", "_notes in meta: nothing in this line has the id 'relation 1'; take _notes out of meta"),
    Case(("spans", 1, "note"), "", "span span 2: its note is '', but 'كم؟\\u2028\\nاثنان' by _notes in meta; take _notes out"),
    Case(("spans", 1, "note"), GONE, "span span 2: its note is ''"),
    Case(("spans", 1, "note"), "a", "span span 2: its note is 'a'"),
    Case((*SPAN, "note"), "a", "span 0198c5f0a1b27c3d8e4f5a6b7c8d9e0f: its note is 'a', but '' by _notes in meta"),
    *(_noted(notes, what) for notes, what in UNFIT_NOTES),
]
UNCLEAN_TEXTS = ("\ufeffa", "a\r\nb", "a\rb", "a\r", "\r")


def retold(text: str) -> Line:
    """Return the good line with another *text* and no spans."""
    reviewed = {"labels": ["actor"], "ranges": [[0, len(text)]]}
    return LINE | {
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "spans": [],
        "relations": [],
        "meta": {},
        "reviewed": reviewed,
    }
