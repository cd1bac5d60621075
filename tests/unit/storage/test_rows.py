"""Every frozen value goes into its table and comes back as it was."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Source, State
from annotator.model.edits import Row
from annotator.model.layers import ANALYST, GOLD, MACHINE, Layer
from annotator.model.schemas import Label, SchemaBody
from annotator.model.spans import Span
from annotator.model.versions import HLC_MAX, Version
from annotator.storage import migrations
from annotator.storage.rows import FORMS, canonical, form_of

ids = st.binary(min_size=16, max_size=16)
texts = st.text(st.characters(codec="utf-8"), max_size=8)
versions = st.builds(Version, st.integers(1, HLC_MAX), ids)
ranges = st.lists(st.integers(0, 99), min_size=2, max_size=6, unique=True).map(
    lambda edges: tuple(zip(*[iter(sorted(edges)[: len(edges) // 2 * 2])] * 2, strict=True))
)
values = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False), texts)
attributes = st.dictionaries(texts, values | st.lists(texts).map(tuple)).map(lambda named: tuple(sorted(named.items())))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Return spans, continuous or not."""
    parts = draw(ranges)
    segments = parts if len(parts) > 1 else ()
    quote = draw(st.binary(min_size=8, max_size=8))
    return Span(
        draw(ids), draw(ids), draw(ids), draw(ids), parts[0][0], parts[-1][1], quote, segments, draw(attributes), draw(versions)
    )


facts = st.dictionaries(texts, st.none() | texts).map(lambda named: tuple(sorted(named.items())))
overrides = st.dictionaries(st.integers(0, 99), st.sampled_from(["rtl", "ltr"])).map(lambda named: tuple(sorted(named.items())))
ROWS = {
    Span: spans(),
    Source: st.builds(
        Source,
        document=ids,
        id=ids,
        title=texts,
        url=texts,
        taken=texts,
        language=texts,
        direction=st.sampled_from(["", "rtl", "ltr"]),
        directions=overrides,
        external_id=texts,
        split_group=texts,
        skipped=st.booleans(),
        metadata=facts,
        version=versions,
    ),
    State: st.builds(State, ids, ids, st.booleans(), st.lists(texts).map(tuple), ranges, versions),
    Layer: st.builds(Layer, ids, st.sampled_from([ANALYST, GOLD, MACHINE]), texts, ids, versions),
    Label: st.builds(Label, ids, texts, texts, texts, texts, st.booleans(), ids, versions),
    SchemaBody: st.builds(SchemaBody, ids, texts, texts, versions),
}


@pytest.fixture(scope="module")
def con() -> Iterator[sqlite3.Connection]:
    """Give an empty project in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    migrations.migrate(made)
    yield made
    made.close()


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__name__)
class TestEveryRow:
    """What holds for every class of rows."""

    def test_it_comes_back_as_it_was(self, con: sqlite3.Connection, kind: type[Row]) -> None:
        @given(row=ROWS[kind])
        def law(row: Row) -> None:
            form = form_of(row)
            assert row.version
            con.execute(form.table.upsert, form.cells(row, row.version))
            back = form.row(con.execute(form.table.select, form.key(row)).fetchone())
            assert (back, back.version) == (row, row.version)

        law()

    def test_its_cells_fit_its_columns(self, con: sqlite3.Connection, kind: type[Row]) -> None:
        assert con.execute(f"SELECT * FROM {FORMS[kind].table.was} LIMIT 0").description
        names = [column[0] for column in con.execute(f"SELECT * FROM {FORMS[kind].table.name} LIMIT 0").description]
        assert tuple(names) == FORMS[kind].table.names


def test_json_in_cells_is_canonical() -> None:
    assert canonical({"ب": [1, "x"], "a": None}) == '{"a":null,"ب":[1,"x"]}'
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))
