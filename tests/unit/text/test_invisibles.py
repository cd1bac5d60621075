"""What cannot be seen is named."""

import unicodedata

import pytest
from hypothesis import given

from annotator.text.invisibles import invisibles
from tests.texts import texts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال\u200c\u200fها", [(3, "ZWNJ"), (4, "RLM")]),
        ("a\u00a0b\tc", [(1, "NBSP"), (3, "TAB")]),
        ("\ufeffقال\u2067x\u2069", [(0, "BOM"), (4, "RLI"), (6, "PDI")]),
        ("\x01\u2009\u2028", [(0, "U+0001"), (1, "U+2009"), (2, "LS")]),
        ("\U000e0041", [(0, "U+E0041")]),
        ("قال علي: «نعم»\n12 e\u0301 \u0600 \u06dd 😀", []),
    ],
)
def test_each_is_found_in_its_place_under_its_short_name(text: str, found: list[tuple[int, str]]) -> None:
    assert list(invisibles(text)) == found


@given(texts)
def test_every_control_is_found_and_nothing_that_has_ink(text: str) -> None:
    places = {offset for offset, _ in invisibles(text)}
    controls = {place for place, one in enumerate(text) if unicodedata.category(one) in {"Cc", "Zl"} and one not in "\n\r"}
    assert controls <= places
    assert not any(unicodedata.category(text[place])[0] in "NPS" for place in places)
