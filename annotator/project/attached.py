"""What hangs on the spans of a layer, relations and notes, as a record tells it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from annotator.model.derived import derived
from annotator.model.notes import Note
from annotator.model.records import DERIVED, RecordNote, RecordRelation
from annotator.model.relations import Relation, RelationKind
from annotator.model.spans import Span
from annotator.storage.reader import Reader


class Known(NamedTuple):
    """What labels and kinds of relations are called, the kinds, and what labels are called now by what they ever were."""

    names: dict[bytes, str]
    kinds: tuple[RelationKind, ...]
    now: dict[str, str]


def live(relations: tuple[Relation, ...], spans: tuple[Span, ...]) -> tuple[Relation, ...]:
    """Return those of *relations* that join two of *spans*: after a merge, some may join one that was erased."""
    ids = {span.id for span in spans} if relations else set[bytes]()
    return tuple(relation for relation in relations if ids.issuperset(relation.ends))


def relations_of(stored: tuple[Relation, ...], spans: tuple[Span, ...], known: Known) -> tuple[RecordRelation, ...]:
    """Return the *stored* relations as a record tells them, then those among *spans* that go without saying."""
    told = tuple(_told(relation, known.names) for relation in stored)
    unsaid = derived(known.kinds, spans, stored)
    return told + tuple(_told(relation, known.names, DERIVED) for relation in unsaid)


def notes_of(reader: Reader, notes: tuple[Note, ...], here: AbstractSet[bytes]) -> tuple[RecordNote, ...]:
    """Return *notes* of a layer on a document as a record tells them; *here* are that layer's spans and relations there.

    What is noted about something that was erased is told of the document.
    """
    is_all_here = all(note.about in here or note.about == note.document for note in notes)
    known = here if is_all_here else here | subjects(reader, notes[0].document)
    return tuple(
        RecordNote(note.id.hex(), note.kind, note.text, note.about.hex() if note.about in known else "", note.is_resolved)
        for note in notes
    )


def ids_of(spans: Iterable[Span], relations: Iterable[Relation]) -> set[bytes]:
    """Return the ids of what a note can be about."""
    return {span.id for span in spans} | {relation.id for relation in relations}


def subjects(reader: Reader, document: bytes) -> set[bytes]:
    """Return the ids of all spans of a document and of the relations between them, in whosever layer."""
    found: set[bytes] = set()
    for layer in reader.layers():
        spans = reader.spans(document, layer.id)
        found |= ids_of(spans, live(reader.relations(document, layer.id), spans))
    return found


def _told(relation: Relation, names: Mapping[bytes, str], *flags: str) -> RecordRelation:
    head, tail = (end.hex() for end in relation.ends)
    attributes = (*relation.attributes, *((flag, True) for flag in flags))
    return RecordRelation(relation.id.hex(), head, tail, names[relation.label], attributes)
