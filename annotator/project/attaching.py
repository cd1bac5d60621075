"""Relations and notes of records that become rows: those that are not in the project yet, and what they need there."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from annotator.model import shipped
from annotator.model.edits import Row
from annotator.model.layers import Layer
from annotator.model.notes import Note
from annotator.model.records import Record, RecordNote, RecordRelation
from annotator.model.relations import LANE, Relation
from annotator.model.schemas import label_of
from annotator.project.attached import subjects
from annotator.project.facts import kept_id
from annotator.storage.reader import Reader

_Ids = Mapping[str, bytes]


class Attaching:
    """What an import writes beside spans, gathered record by record; used on the store's thread only."""

    def __init__(self, reader: Reader) -> None:
        """Begin with what the project holds."""
        self._reader = reader
        body, labels = reader.schema_rows()
        in_file = {label.name: label for label in labels if label.lane == LANE}
        self._kinds = {kind.name: label_of(kind) for kind in shipped.schema_of(body, labels).relations} | in_file
        self._in_file = {label.id for label in labels}
        self._known: set[tuple[bytes, ...]] = set()
        self.relations: list[Relation] = []
        self.notes: list[Note] = []

    def unknown(self, record: Record) -> str:
        """Return the first kind of relation in *record* that the project does not know, "" if it knows all."""
        return next((relation.label for relation in _said(record) if relation.label not in self._kinds), "")

    def add(self, record: Record, layer: Layer, spans: _Ids) -> None:
        """Plan the relations and notes of *record*, all kinds known; *spans* are the ids in the project of its spans."""
        relations = {given.id: self._add_relation(given, record.document.id, layer, spans) for given in _said(record)}
        for note in record.notes:
            self._add_note(note, record.document.id, layer, relations | dict(spans))

    def rows(self, spans: AbstractSet[bytes]) -> Iterator[Row]:
        """Yield all that is to be written beside the *spans* with these ids.

        A kind of relation without a row, in a project made before there were any, gets it. What is noted about something that
        is nowhere in the project is noted on the document.
        """
        used = {relation.label for relation in self.relations}
        yield from (kind for kind in self._kinds.values() if kind.id in used - self._in_file)
        yield from self.relations
        here = spans | {relation.id for relation in self.relations}
        for note in self.notes:
            yield note if note.about in here or self._is_there(note) else replace(note, about=note.document)

    def _is_there(self, note: Note) -> bool:
        return note.about == note.document or note.about in subjects(self._reader, note.document)

    def _add_relation(self, given: RecordRelation, document: bytes, layer: Layer, spans: _Ids) -> bytes:
        kind, head, tail = self._kinds[given.label], spans[given.head], spans[given.tail]
        facts = ("relation", document.hex(), layer.name, given.label, head.hex(), tail.hex())
        key = (layer.id, document, kept_id(given.id, facts))
        if key not in self._known and not self._reader.relation(*key):
            self._known.add(key)
            self.relations.append(Relation(*key, kind.id, head, tail, given.attributes))
        return key[2]

    def _add_note(self, given: RecordNote, document: bytes, layer: Layer, subjects: _Ids) -> None:
        about = (subjects.get(given.about) or bytes.fromhex(given.about)) if given.about else document
        key = (layer.id, document, kept_id(given.id, ("note", document.hex(), layer.name, about.hex(), given.text)))
        if key not in self._known and not self._reader.note(*key):
            self._known.add(key)
            self.notes.append(Note(*key, about, given.kind, given.text, given.is_resolved))


def _said(record: Record) -> Iterable[RecordRelation]:
    """Return the relations of *record* but those that go without saying."""
    return (relation for relation in record.relations if not relation.is_derived)
