"""The JSON Schema that ships for the native line, against its reader and its writer."""

import copy
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from annotator import resources
from annotator.exchange import preset
from annotator.exchange.native_checks import Refused
from annotator.exchange.native_keys import LAYER, LINE, RELATION, REVIEWED, SPAN, Key
from annotator.exchange.native_lines import record_of
from annotator.model.records import Record
from tests import lines
from tests.lines import MISSHAPEN, UNCLEAN_TEXTS, UNTRUE, Case, changed, encoded, retold
from tests.records import NEGATIVE, records

SCHEMA = json.loads(resources.path("schemas", "annotator.doc.1.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
LATER = {"tokens", "confidence", "annotators"}


def _paths(value: object, path: tuple[str | int, ...] = ()) -> "list[tuple[str | int, ...]]":
    """Return where in a line something stands, at every depth."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, child in inner for found in [(*path, key), *_paths(child, (*path, key))]]


def _objects(place: object, name: str) -> "list[tuple[str, dict[str, Any]]]":
    if not isinstance(place, dict):
        return []
    own = [(name, place)] if place.get("type") == "object" else []
    return own + [found for key, inner in place.items() for found in _objects(inner, key)]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@given(record=records())
@example(record=NEGATIVE)
def test_it_takes_every_line_that_is_written(record: Record) -> None:
    VALIDATOR.validate(json.loads(b"".join(preset("native").write([record]))))


def test_it_takes_a_line_with_every_key() -> None:
    line = copy.deepcopy(lines.LINE)
    line["tokens"] = [{"start": 0, "end": 3, "word": 0}]
    line["spans"][0] |= {"confidence": 0.5, "annotators": ["سلمى"]}
    line["relations"][0] |= {"annotators": []}
    VALIDATOR.validate(line)


@pytest.mark.parametrize("case", MISSHAPEN, ids=str)
def test_it_refuses_what_the_reader_refuses_for_its_shape(case: Case) -> None:
    assert not VALIDATOR.is_valid(case.line)


@pytest.mark.parametrize("text", UNCLEAN_TEXTS)
def test_it_refuses_a_text_that_did_not_go_through_the_door(text: str) -> None:
    assert not VALIDATOR.is_valid(retold(text))


@pytest.mark.parametrize("case", UNTRUE, ids=str)
def test_what_one_must_compare_is_left_to_the_reader(case: Case) -> None:
    assert VALIDATOR.is_valid(case.line)


@settings(max_examples=500)
@given(
    data=st.data(),
    value=st.none() | st.booleans() | st.integers(-1, 40) | st.floats() | st.text() | st.just([]) | st.just({}),
)
def test_whatever_the_reader_takes_it_takes(data: st.DataObject, value: object) -> None:
    path = data.draw(st.sampled_from(sorted(_paths(lines.LINE), key=str)))
    line = changed(path, value)
    try:
        record_of(encoded(line))
    except Refused:
        return
    VALIDATOR.validate(line)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (LINE, SCHEMA),
        (LAYER, SCHEMA["properties"]["layer"]),
        (REVIEWED, SCHEMA["properties"]["reviewed"]),
        (SPAN, SCHEMA["$defs"]["span"]),
        (RELATION, SCHEMA["$defs"]["relation"]),
    ],
)
def test_it_has_the_keys_of_the_reader_and_those_that_are_not_kept_yet(keys: dict[str, Key], place: dict[str, Any]) -> None:
    assert place["properties"].keys() - LATER == keys.keys()
    assert set(place["required"]) == {name for name, key in keys.items() if key.is_needed}


def test_no_other_key_is_allowed_but_where_everybody_may_add_some() -> None:
    is_open = {name for name, place in _objects(SCHEMA, "") if place.get("additionalProperties") is not False}
    assert is_open == {"meta", "attributes", "provenance"}
