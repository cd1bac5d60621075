from dataclasses import replace

import pytest
from hypothesis import given, settings

from annotator.model import shipped
from annotator.model.errors import InvalidFile
from annotator.model.schema_files import schema_in
from annotator.model.schema_writing import write_schema
from annotator.model.schemas import Schema
from tests.schemas import schemas


@pytest.mark.parametrize("name", shipped.FILES)
def test_a_shipped_schema_goes_out_and_comes_back(name: str) -> None:
    ours = shipped.shipped(name)
    assert schema_in(write_schema(ours).encode(), "x") == ours


@settings(max_examples=200)
@given(schemas())
def test_what_is_written_reads_as_the_same_schema(schema: Schema) -> None:
    assert schema_in(write_schema(schema).encode(), "x") == schema


@pytest.mark.parametrize("text", ["a\0", "a\x7f", "a\r", "\ud800"])
def test_control_characters_are_refused_and_not_written(text: str) -> None:
    ours = shipped.shipped(shipped.USUAL)
    with pytest.raises(InvalidFile, match=r"^out.toml:"):
        write_schema(replace(ours, guidelines=text), "out.toml")
    with pytest.raises(InvalidFile, match=r"^out.toml:"):
        write_schema(replace(ours, name=text), "out.toml")
