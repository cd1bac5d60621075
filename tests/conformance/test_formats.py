"""What every format promises: nothing is lost, nothing depends on chance, and no file of a stranger crashes a reader."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.exchange import FORMATS, PRESETS, recognised
from annotator.exchange.formats import Format, Preset, ReadOptions
from annotator.exchange.native_lines import record_of
from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.records import Problem, Record, RecordSpan
from tests import lines
from tests.records import NEGATIVE, records

LONG = Record(Document.of("ق" * 100_000), "long", spans=(RecordSpan("x", 0, 100_000, "actor"),))
ELSEWHERE = """
import sys
from annotator.exchange import preset, recognised
from annotator.exchange.formats import ReadOptions
from pathlib import Path
path = Path(sys.argv[2])
sys.stdout.buffer.write(b"".join(preset(sys.argv[1]).write(recognised(path).read(path, ReadOptions()))))
"""
Read = Callable[[Preset, bytes], list[Record | Problem]]


def written(by: Preset, what: Sequence[Record]) -> bytes:
    return b"".join(by.write(what))


def in_order(record: Record) -> Record:
    """Return *record* with its spans, relations and notes as a reader gives them."""
    spans = tuple(sorted(record.spans, key=lambda span: (span.start, -span.end, span.id)))
    places = [span.id for span in spans]
    relations = sorted(record.relations, key=lambda one: (places.index(one.head), places.index(one.tail), one.label, one.id))
    notes = sorted(record.notes, key=lambda note: note.id)
    return replace(record, spans=spans, relations=tuple(relations), notes=tuple(notes))


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Return a function that reads what a preset wrote, by the format it is recognised as."""

    def reading(by: Preset, data: bytes) -> list[Record | Problem]:
        path = tmp_path / by.file
        path.write_bytes(data)
        return list(recognised(path).read(path, ReadOptions()))

    return reading


@pytest.mark.parametrize("by", PRESETS, ids=lambda by: by.name)
class TestEveryPreset:
    """What is promised of each way of writing."""

    @given(
        what=st.lists(
            records(), max_size=3, unique_by=lambda record: (record.document.id, record.layer_kind, record.layer_name)
        )
    )
    @example(what=[NEGATIVE])
    @example(what=[LONG])
    def test_what_is_written_is_read(self, by: Preset, what: list[Record], read: Read) -> None:
        found = read(by, written(by, what))
        assert found == [in_order(record) for record in what]
        assert repr(found) == repr([in_order(record) for record in what])

    @given(what=records(), data=st.data())
    def test_the_same_record_is_written_in_the_same_bytes(self, by: Preset, what: Record, data: st.DataObject) -> None:
        shuffled = replace(
            what,
            spans=tuple(data.draw(st.permutations(what.spans))),
            relations=tuple(data.draw(st.permutations(what.relations))),
            notes=tuple(data.draw(st.permutations(what.notes))),
            meta=tuple(data.draw(st.permutations(what.meta))),
            provenance=tuple(data.draw(st.permutations(what.provenance))),
        )
        assert written(by, [shuffled]) == written(by, [what]) == written(by, [what])

    @pytest.mark.parametrize(("seed", "locale"), [("1", "C"), ("2", "C.UTF-8")])
    def test_another_program_writes_the_same_bytes(self, by: Preset, seed: str, locale: str, tmp_path: Path) -> None:
        path = tmp_path / by.file
        path.write_bytes(written(by, [record_of(lines.encoded(lines.LINE))]))
        command: list[str | Path] = [sys.executable, "-c", ELSEWHERE, by.name, path]
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        again = subprocess.run(command, env=environment, capture_output=True, check=True)
        assert again.stdout == path.read_bytes()

    def test_a_file_cut_anywhere_gives_records_problems_or_a_refusal(self, by: Preset, read: Read) -> None:
        what = [replace(NEGATIVE, name="a"), replace(NEGATIVE, name="b")]
        data = written(by, what)
        for length in range(len(data)):
            try:
                found = read(by, data[:length])
            except InvalidFile:
                continue
            whole = [one for one in found if isinstance(one, Record)]
            assert whole == what[: len(whole)]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
class TestEveryFormat:
    """What is promised of each reader."""

    @given(data=st.binary(max_size=200) | records().map(lambda record: written(PRESETS[0], [record])))
    def test_any_bytes_are_read_or_refused(self, form: Format, data: bytes, tmp_path: Path) -> None:
        path = tmp_path / f"a{form.suffixes[0]}"
        path.write_bytes(data)
        try:
            found = list(form.read(path, ReadOptions()))
        except InvalidFile:
            return
        assert all(isinstance(one, Record | Problem) for one in found)
        assert all("\n" not in str(one) for one in found if isinstance(one, Problem))

    def test_its_suffix_is_enough_to_try_it(self, form: Format) -> None:
        assert all(form.recognise(f"a{suffix}", b"") > 0 for suffix in form.suffixes)
