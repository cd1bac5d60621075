"""Notes in a line of ``annotator.doc/1``: what they say at the spans, and what they are exactly under ``_notes`` in meta.

A reader of another program finds the words where it looks for them; this one gets kind, answer, time and subject back.
"""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import cast

import regex

from annotator.exchange.native_checks import Object, Refused, objects
from annotator.exchange.native_keys import NOTE
from annotator.exchange.strict_json import NotJson, loads
from annotator.model.errors import AnnotatorError
from annotator.model.ids import timeless_id
from annotator.model.notes import COMMENT
from annotator.model.records import RecordNote
from annotator.text.shown import shown

KEY = "_notes"
_REMEDY = "take _notes out of meta to go by the notes at the spans, or get the file anew"
_OWN_ID = regex.compile("[0-9a-f]{32}")


def kept(notes: Iterable[RecordNote]) -> dict[str, str]:
    """Return what meta holds of *notes*: all of each, as canonical JSON; nothing if there are none."""
    listed = [_object(note) for note in _in_time(notes)]
    return {KEY: json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))} if listed else {}


def told(notes: Iterable[RecordNote]) -> dict[str, str]:
    """Return what *notes* say about each span or relation, by its id: their texts in time order, a line each at least."""
    texts: dict[str, list[str]] = {}
    for note in _in_time(notes):
        if note.text:
            texts.setdefault(note.about, []).append(note.text)
    return {about: "\n".join(lines) for about, lines in texts.items()}


def taken_from(meta: dict[str, str | None]) -> tuple[RecordNote, ...] | None:
    """Take what `kept` put there out of *meta*, None if it is not there; raises Refused for anything else."""
    if KEY not in meta:
        return None
    try:
        values = loads((meta.pop(KEY) or "").encode())
    except NotJson as error:
        raise Refused("_notes in meta: {why}", _REMEDY, why=error) from error
    if not isinstance(values, list):
        raise Refused("_notes in meta: {why}", _REMEDY, why=AnnotatorError("not a list"))
    found = objects(values, NOTE, lambda number: AnnotatorError("note {number}: ", number=number))
    return _in_time(_note(value) for _, value in found)


def notes_of(
    exact: tuple[RecordNote, ...] | None, at_spans: Mapping[str, str], spans: AbstractSet[str], relations: AbstractSet[str]
) -> tuple[RecordNote, ...]:
    """Return the notes of a line: the *exact* ones, or where there are none a comment for each note *at_spans*, by its id.

    Raises Refused where the two disagree, or a note is about none of the *spans* and *relations* and none of ours elsewhere.
    """
    if exact is None:
        return _in_time(_comment(span, text) for span, text in at_spans.items())
    for note in exact:
        if note.about and note.about not in spans | relations and not _OWN_ID.fullmatch(note.about):
            raise Refused("_notes in meta: nothing in this line has the id {id}", _REMEDY, id=shown(repr(note.about)))
    said = {about: text for about, text in told(exact).items() if about in spans}
    for span in sorted(span for span in spans if said.get(span) != at_spans.get(span)):
        given, there = (shown(repr(texts.get(span, "")), 40) for texts in (at_spans, said))
        what = "span {id}: its note is {given}, but {there} by _notes in meta"
        raise Refused(what, _REMEDY, id=shown(span), given=given, there=there)
    return exact


def _in_time(notes: Iterable[RecordNote]) -> tuple[RecordNote, ...]:
    return tuple(sorted(notes, key=lambda note: note.id))


def _object(note: RecordNote) -> Object:
    about = {"about": note.about} if note.about else {}
    resolved = {"resolved": True} if note.is_resolved else {}
    return {"id": note.id, "kind": note.kind, "text": note.text, **about, **resolved}


def _note(value: Object) -> RecordNote:
    identifier, kind, text, about = (cast("str", value.get(key, "")) for key in ("id", "kind", "text", "about"))
    return RecordNote(identifier, kind, text, about, is_resolved=bool(value.get("resolved")))


def _comment(span: str, text: str) -> RecordNote:
    """Return a note of another program: with the same id whenever it is read."""
    return RecordNote(timeless_id(f"note:{span}:{text}").hex(), COMMENT, text, span)
