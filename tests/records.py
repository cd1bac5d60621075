"""Records for laws: any document, span, layer and name that a format may meet."""

from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from annotator.model.documents import Document
from annotator.model.notes import KINDS
from annotator.model.records import COMPLETE, PARTIAL, SKIPPED, UNTOUCHED, Record, RecordNote, RecordRelation, RecordSpan
from annotator.text import door
from annotator.text.names import as_name
from tests.texts import texts

LABELS = ("actor", "قتيل", "a b", "A", "a", "|", "\\", "B-actor", "O", "#1", "<b>&amp;</b>", "2001-02-03", "{}", "'\"")
NAMES = ("../a", "a/b", "CON", "خبر", "خبرٌ", "A", "a", " ", ".", "-DOCSTART-", "=1+1", "\U0001f468\u200d\U0001f469")
NEGATIVE = Record(Document.of(""), "empty", status=COMPLETE, reviewed_labels=("actor",), reviewed_ranges=((0, 0),))
TIMES = ("", "20260131T235959Z", "19700101T000000Z")
clean_texts = texts.map(lambda raw: door.clean(raw)[0].lstrip("\ufeff"))
T = TypeVar("T")
names = st.sampled_from(NAMES) | st.text(min_size=1, max_size=6).map(as_name).filter(bool)
labels = st.sampled_from(LABELS) | names
ids = st.lists(st.uuids().map(lambda found: found.hex) | names, max_size=4, unique=True)
values = (
    texts
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
    | st.lists(texts).map(tuple)
)


def pairs(of: "st.SearchStrategy[T]") -> "st.SearchStrategy[tuple[tuple[str, T], ...]]":
    """Return a strategy of (name, value) pairs sorted by name."""
    return st.dictionaries(texts, of, max_size=3).map(lambda found: tuple(sorted(found.items())))


@st.composite
def spans(draw: DrawFn, length: int, identifier: str) -> RecordSpan:
    """Return a span inside a text of *length* characters, now and then of several parts."""
    edges = sorted(draw(st.lists(st.integers(0, length), min_size=2, max_size=6, unique=True)))
    parts = tuple(zip(edges[::2], edges[1::2], strict=False))
    return RecordSpan(
        identifier,
        parts[0][0],
        parts[-1][1],
        draw(labels),
        segments=parts if len(parts) > 1 else (),
        attributes=draw(pairs(values)),
        origin=draw(st.sampled_from(("", "manual", "model", "rule", "import", "merge"))),
        created=draw(st.sampled_from(TIMES)),
        updated=draw(st.sampled_from(TIMES)),
    )


@st.composite
def relations(draw: DrawFn, identifier: str, ends: tuple[str, ...]) -> RecordRelation:
    """Return a relation between two spans of those with the ids *ends*, or of one with itself."""
    head, tail = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
    return RecordRelation(identifier, head, tail, draw(labels), draw(pairs(values)))


@st.composite
def notes(draw: DrawFn, identifier: str, subjects: tuple[str, ...]) -> RecordNote:
    """Return a note about one of the *subjects*, or about the document."""
    kind, about = draw(st.sampled_from(KINDS)), draw(st.sampled_from(("", *subjects)))
    return RecordNote(identifier, kind, draw(texts), about, is_resolved=draw(st.booleans()))


@st.composite
def records(draw: DrawFn) -> Record:
    """Return a record whose spans, relations and notes come in any order."""
    text = draw(clean_texts)
    status = draw(st.sampled_from((COMPLETE, PARTIAL, UNTOUCHED, SKIPPED)))
    identifiers = draw(ids) if text else []
    ends = tuple(identifiers)
    related = tuple(draw(relations(identifier, ends)) for identifier in (draw(ids) if ends else []))
    subjects = (*ends, *(relation.id for relation in related))
    looked_at = status in {COMPLETE, PARTIAL}
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=4)))
    partial = tuple(zip(edges[::2], edges[1::2], strict=False))
    return Record(
        Document.of(text),
        draw(names),
        layer_kind=draw(st.sampled_from(("gold", "annotator", "merged", "model", "import"))),
        layer_name=draw(st.just("") | names),
        layer_method=draw(st.just("") | names),
        status=status,
        reviewed_labels=tuple(draw(st.lists(labels, max_size=3))) if looked_at else (),
        reviewed_ranges=((0, len(text)),) if status == COMPLETE else partial if looked_at else (),
        spans=tuple(draw(spans(len(text), identifier)) for identifier in identifiers),
        relations=related,
        notes=tuple(draw(notes(identifier, subjects)) for identifier in draw(ids)),
        language=draw(st.sampled_from(("", "ar", "fa-AF"))),
        meta=draw(pairs(texts | st.none())),
        split=draw(st.sampled_from(("", "train", "dev", "test"))),
        split_key=draw(st.just("") | names),
        provenance=draw(pairs(texts | st.integers() | st.none())),
    )
