import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange.strict_json import NotJson, loads
from tests.texts import texts

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(values, st.booleans())
def test_what_was_written_is_read(value: object, is_ascii: bool) -> None:  # noqa: FBT001 - drawn
    assert loads(json.dumps(value, ensure_ascii=is_ascii).encode()) == value


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b'{"a":NaN}', "NaN is not a number that JSON knows"),
        (b"[Infinity]", "Infinity is not a number that JSON knows"),
        (b"-Infinity", "-Infinity is not a number that JSON knows"),
        (b"1e999", "1e999 is too large a number"),
        (b"[-1e999]", "-1e999 is too large a number"),
        (b'{"a":1,"b":2,"a":1}', "the key 'a' stands there twice"),
        (b'[{"b":{"\\u0061":1,"a":2}}]', "the key 'a' stands there twice"),
        (b'{"a\\u202e\\n":1,"a\\u202e\\n":1}', r"the key 'a\u202e\n' stands there twice"),
        (rb'"\ud83d"', "half of a surrogate pair stands alone in a string"),
        (rb'"\uDE00\ud83d"', "half of a surrogate pair stands alone in a string"),
        (rb'[1,{"\ud83d":1}]', "half of a surrogate pair stands alone in a string"),
        (rb'{"a":[["b","\ud83dx"]]}', "half of a surrogate pair stands alone in a string"),
        (b'"a\xff"', "byte 2 is not UTF-8"),
        ('"\ud83d"'.encode(errors="surrogatepass"), "byte 1 is not UTF-8"),
        (b"1" * 4301, "a number has too many digits"),
        (b'{"a":-' + b"1" * 5000 + b"}", "a number has too many digits"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"", "not JSON: Expecting value at character 0"),
        (b"{'a':1}", "not JSON: Expecting property name enclosed in double quotes at character 1"),
        ('["ق" 1]'.encode(), "not JSON: Expecting ',' delimiter at character 5"),
        (b"{} {}", "not JSON: Extra data at character 3"),
        (b'"a\tb"', "not JSON: Invalid control character at at character 2"),
        (b"\xef\xbb\xbf{}", "not JSON: Unexpected UTF-8 BOM (decode using utf-8-sig) at character 0"),
    ],
)
def test_what_the_standard_library_lets_through_is_refused_in_plain_words(data: bytes, what: str) -> None:
    with pytest.raises(NotJson) as refused:
        loads(data)
    assert str(refused.value) == what


@pytest.mark.parametrize("data", [b'{"' + b"a" * 9999 + b'":1,"' + b"a" * 9999 + b'":1}', b"1" * 9999 + b".0"])
def test_what_is_wrong_is_said_in_one_short_line(data: bytes) -> None:
    with pytest.raises(NotJson) as refused:
        loads(data)
    assert len(str(refused.value)) < 200


def test_one_key_twice_among_very_many_is_found_at_once() -> None:
    keys = ",".join(f'"{number}":0' for number in range(100_000))
    with pytest.raises(NotJson, match="the key '7' stands there twice"):
        loads(f'{{{keys},"7":0}}'.encode())


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (rb'"\ud83d\ude00"', "\U0001f600"),
        (rb'"\\ud83d"', r"\ud83d"),
        (rb'"\uD83D\uDE00 \u0642"', "\U0001f600 ق"),
        (b"1" * 4300, int("1" * 4300)),
        (b"1e308", 1e308),
        (b' {"a":[]}\r', {"a": []}),
    ],
)
def test_what_only_looks_odd_is_taken(data: bytes, value: object) -> None:
    assert loads(data) == value


@pytest.mark.parametrize("depth", [300, 900, 1000, 1100, 2000, 5000, 20_000])
@pytest.mark.parametrize("ends", [("[", "]"), ('{"a":', "}")])
def test_nesting_is_read_or_refused_whatever_it_holds(depth: int, ends: tuple[str, str]) -> None:
    try:
        value = loads((ends[0] * depth + r'"\ud83d\ude00"' + ends[1] * depth).encode())
    except NotJson as refused:
        what = str(refused)
    else:
        what = "nested too deeply" if value else ""
    assert what == "nested too deeply"


@given(st.binary(max_size=40) | texts.map(str.encode))
def test_any_bytes_are_a_value_or_refused(data: bytes) -> None:
    try:
        value = loads(data)
    except NotJson:
        return
    assert json.loads(data) == value
