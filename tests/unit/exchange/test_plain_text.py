import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exchange import plain_text
from annotator.exchange.formats import ReadOptions
from annotator.exchange.plain_text import FORMAT, MAX_DOCUMENT_BYTES, read, recognise, record_of
from annotator.model.documents import Document
from annotator.model.errors import InvalidFile
from annotator.model.records import Record
from tests.texts import texts


def test_a_text_file_is_one_document_called_after_the_file(file: Callable[..., Path]) -> None:
    (record,) = read(file("قال\nمحمد\n".encode()), ReadOptions())
    assert record == Record(
        Document.of("قال\nمحمد\n"),
        "خبر",
        meta=(("title", "خبر"),),
        provenance=(("encoding", "utf-8"), ("file", "خبر.txt"), ("format", "text")),
    )


@pytest.mark.parametrize(("said", "used"), [("", "utf-16-le"), ("utf-16", "utf-16")])
def test_the_encoding_that_was_used_is_kept(file: Callable[..., Path], said: str, used: str) -> None:
    (record,) = read(file("\ufeffقال\r\nمحمد".encode("utf-16-le")), ReadOptions(said))
    assert isinstance(record, Record)
    assert record.document.text == "قال\nمحمد"
    assert dict(record.provenance)["encoding"] == used


@given(texts)
def test_a_text_changes_only_at_the_door(text: str) -> None:
    raw = f"ق{text}"
    record = record_of(raw.encode(), Path("a.txt"), "utf-8")
    assert record.document.text == raw.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u2028\u00a0".encode()])
def test_a_file_without_text_is_refused(file: Callable[..., Path], data: bytes) -> None:
    with pytest.raises(InvalidFile, match=r"^خبر.txt: holds no text; nothing to import$"):
        list(read(file(data), ReadOptions()))


def test_what_is_no_text_is_refused_with_the_name_made_harmless(file: Callable[..., Path]) -> None:
    for said in ("", "utf-8"):
        with pytest.raises(InvalidFile, match=r"^a\\u202e.txt: byte 1 is not"):
            list(read(file(b"a\xff", "a\u202e.txt"), ReadOptions(said)))


def test_a_text_too_long_for_one_document_is_refused(file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_DOCUMENT_BYTES == 64 << 20
    monkeypatch.setattr(plain_text, "MAX_DOCUMENT_BYTES", 8)
    (record,) = read(file(b"12345678"), ReadOptions())
    assert isinstance(record, Record)
    with pytest.raises(InvalidFile, match=r"^خبر.txt: is larger than 64 MB, too long for one document; split it$"):
        list(read(file(b"123456789"), ReadOptions()))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (b"\xe2\x80\x8f\xd8\xae\xd8\xa8\xd8\xb1\xe2\x80\xaa.txt", "خبر"),
        (b"a\nb\x1b[31m.txt", "ab[31m"),
        ("می\u200cخواهم.txt".encode(), "می\u200cخواهم"),
        (b"\xce\xc8\xd1.txt", "\ufffd\ufffd\ufffd"),
    ],
)
def test_a_file_name_loses_what_no_name_may_hold(tmp_path: Path, name: bytes, expected: str) -> None:
    path = tmp_path / os.fsdecode(name)
    path.write_bytes(b"abc")
    (record,) = read(path, ReadOptions())
    assert isinstance(record, Record)
    assert (record.name, record.meta, dict(record.provenance)["file"]) == (expected, (("title", expected),), f"{expected}.txt")


def test_a_file_name_of_nothing_else_gives_way_to_the_id_of_the_document(file: Callable[..., Path]) -> None:
    (record,) = read(file(b"abc", "\u200f.txt"), ReadOptions())
    assert isinstance(record, Record)
    assert record.name == Document.of("abc").id.hex()


@pytest.mark.parametrize(
    ("name", "head", "certainty"),
    [
        ("a.txt", b"\x00\x06", 0.9),
        ("a.TXT", b"", 0.9),
        ("خبر", "قال".encode(), 0.1),
        ("a.txt.gz", b"\x1f\x8b\x00", 0.0),
    ],
)
def test_a_text_is_known_by_its_suffix_and_else_weakly(name: str, head: bytes, certainty: float) -> None:
    assert recognise(name, head) == certainty
    assert FORMAT.recognise is recognise


@given(st.binary(max_size=64) | texts.map(str.encode), st.sampled_from(["", "utf-8", "utf-16", "windows-1256", "utf-7"]))
def test_any_bytes_are_a_document_or_refused(data: bytes, encoding: str) -> None:
    try:
        record = record_of(data, Path("a.txt"), encoding)
    except InvalidFile:
        return
    assert record.document == Document.of(record.document.text)
