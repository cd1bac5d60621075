from collections.abc import Callable
from pathlib import Path

import pytest

from annotator import exchange
from annotator.exchange.formats import HEAD_BYTES
from annotator.model.errors import InvalidFile
from tests.packed import PACKED


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.txt", "قال".encode(), "text"),
        ("a.txt", "قال".encode("utf-16-le"), "text"),
        ("خبر", "قال".encode(), "text"),
        ("a.jsonl", b"{}", "native"),
        ("a.txt", b'{"schema":"annotator.doc/1"', "native"),
        ("a", b"", "text"),
    ],
)
def test_the_most_certain_format_is_taken(name: str, data: bytes, form: str, file: Callable[..., Path]) -> None:
    assert exchange.recognised(file(data, name)).name == form


def test_what_no_format_knows_is_refused_and_the_known_ones_are_named(file: Callable[..., Path]) -> None:
    path = file(b"\x7fELF\x00", "a\u202e.so")
    with pytest.raises(InvalidFile, match=r"^a\\u202e.so: of no known format; give a text \(.txt\) or native JSONL \(.jsonl\)"):
        exchange.recognised(path)


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("name", ["news.tar", "news.txt", "news.jsonl"])
def test_an_archive_is_named_whatever_it_is_called(file: Callable[..., Path], kind: str, name: str) -> None:
    with pytest.raises(InvalidFile, match=f"^{name}: is {kind}, not text; unpack it"):
        exchange.recognised(file(PACKED[kind](b'{"schema":"annotator.doc/1"}'), name))


def test_only_the_start_of_a_file_is_looked_at(file: Callable[..., Path]) -> None:
    assert HEAD_BYTES == 65_536
    assert exchange.recognised(file(b"a" * HEAD_BYTES + b"\0", "a")).name == "text"


def test_a_file_that_cannot_be_opened_has_no_format(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="is a folder"):
        exchange.recognised(tmp_path)


def test_formats_and_presets_are_found_by_their_names() -> None:
    for form in exchange.FORMATS:
        assert exchange.named(form.name) is form
    for preset in exchange.PRESETS:
        assert exchange.preset(preset.name) is preset
    assert {preset.name for preset in exchange.PRESETS} >= {"native"}


@pytest.mark.parametrize("find", [exchange.named, exchange.preset])
def test_a_name_that_is_none_is_not_found(find: Callable[[str], object]) -> None:
    with pytest.raises(KeyError):
        find("klingon")
