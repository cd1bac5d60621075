from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document, Source, State
from annotator.model.edits import Edit, Row
from annotator.model.ids import derived_id
from annotator.model.layers import ANALYST, Layer
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span

DOCUMENT, LAYER = Document.of("قال محمد"), Layer(derived_id("layer"), ANALYST, "سلمى")
LABEL = Label(derived_id("label"), "actor", "#0072B2", "1", "names")
ROWS: tuple[Row, ...] = (
    LAYER,
    LABEL,
    SchemaBody(derived_id("schema"), "schema", "{}"),
    Source(DOCUMENT.id, derived_id("source"), "خبر"),
    State(LAYER.id, DOCUMENT.id, finished=True),
    Span.over(DOCUMENT, 4, 8, label=LABEL.id, layer=LAYER.id),
)
rows = st.lists(st.sampled_from(ROWS), unique=True).map(tuple)


@given(st.builds(Edit, st.sampled_from(["mark", "erase"]), rows, rows))
def test_an_edit_reversed_twice_is_the_same(edit: Edit) -> None:
    assert edit.reverse().reverse() == edit


def test_the_reverse_of_a_mark_erases() -> None:
    span = ROWS[-1]
    assert Edit("mark", after=(span,)).reverse() == Edit("mark", before=(span,))
