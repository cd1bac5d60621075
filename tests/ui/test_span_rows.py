from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from annotator.model.documents import Document
from annotator.model.schemas import Schema
from annotator.model.spans import Span
from annotator.ui.page.looks import looks_of
from annotator.ui.span_rows import SpanRows

DOCUMENT = Document.of("قال Reuters إن 32 شخصا قتلوا في باكو")


def spans(schema: Schema, numbers: list[int]) -> list[Span]:
    """Return a span for each number, alike for equal numbers."""
    made = []
    for number in numbers:
        start, label = number % 30, schema.labels[number % 4]
        end, identifier = start + 1 + number % 5, number.to_bytes(16)
        made.append(Span.over(DOCUMENT, start, end, label=label.id, layer=b"l" * 16, identifier=identifier, by_character=True))
    return made


@settings(max_examples=60)
@given(
    first=st.lists(st.integers(0, 200), unique=True, max_size=12),
    steps=st.lists(st.tuples(st.integers(0, 200), st.booleans()), max_size=12),
    by_label=st.booleans(),
)
def test_rows_changed_edit_by_edit_are_those_of_a_list_made_anew(
    schema: Schema, first: list[int], steps: list[tuple[int, bool]], *, by_label: bool
) -> None:
    rows, anew, held = SpanRows(), SpanRows(), {span.id: span for span in spans(schema, first)}
    rows.show_spans(DOCUMENT.text, held.values(), looks_of(schema), by_label=by_label)
    for number, comes in steps:
        (span,) = spans(schema, [number])
        rows.replace([span], [span] if comes else [])
        held.pop(span.id, None)
        held |= {span.id: span} if comes else {}
    anew.show_spans(DOCUMENT.text, held.values(), looks_of(schema), by_label=by_label)
    assert rows.rowCount() == len(held)
    shown = [rows.index(row).data() for row in range(rows.rowCount())]
    assert shown == [anew.index(row).data() for row in range(anew.rowCount())]
    assert all(rows.span_at(rows.row_of(span)) == span for span in held)


def test_the_rows_are_a_well_behaved_model(qtbot: QtBot, schema: Schema, qtmodeltester: ModelTester) -> None:
    assert qtbot
    rows = SpanRows()
    rows.show_spans(DOCUMENT.text, spans(schema, [1, 2, 3, 7]), looks_of(schema), by_label=False)
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call] # pytest-qt does not annotate it
    rows.replace(spans(schema, [2]), spans(schema, [40]))
    assert rows.row_of(spans(schema, [2])[0].id) == -1


def test_a_row_can_be_read_until_it_is_gone(schema: Schema) -> None:
    rows, read = SpanRows(), list[object]()
    rows.show_spans(DOCUMENT.text, spans(schema, [1, 2, 3]), looks_of(schema), by_label=False)
    rows.rowsAboutToBeRemoved.connect(lambda _, first, _last: read.append(rows.index(first).data()))
    second = rows.index(1).data()
    rows.replace(spans(schema, [2]), ())
    assert read == [second]
