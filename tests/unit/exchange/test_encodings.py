import codecs
from encodings.aliases import aliases

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotator.exchange.encodings import OFFERED, Guess, decoded, detect
from annotator.model.errors import InvalidFile
from tests.packed import PACKED
from tests.texts import texts

ARTICLE = (
    "قال متحدث باسم وزارة الدفاع إن ثلاثة أشخاص قتلوا وأصيب اثنان آخران في قصف استهدف قرية قرب الحدود.\n"
    "ونفت السلطات في المقابل صحة هذه الأنباء، مشيرة إلى أن الوضع هادئ منذ يوم الجمعة الماضي.\n"
) * 3
IN_DOUBT = r"خبر: byte {} is not UTF-8 and the encoding is in doubt, or this is no text; choose it \(--encoding: utf-8, "


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_settles_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert detect(mark + ARTICLE.encode(encoding), "خبر") == Guess(encoding, is_certain=True, text=ARTICLE)
    assert detect(mark, "خبر") == Guess(encoding, is_certain=True, text="")


@given(texts.filter(lambda text: not {"\0", "\6"} & set(text)))
@example("")
@example("قال")
def test_utf8_without_a_mark_is_certain(text: str) -> None:
    assert detect(text.encode(), "خبر") == Guess("utf-8", is_certain=True, text=text.removeprefix("\ufeff"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["سلام", "ﺳﻼﻡ ﻋﻠﻴﻜﻢ", "ﭖﭗﭘ ﭙ", "“‘ ’”", "שלום ל", "BBC قال", "a"])
def test_utf16_without_a_mark_is_known_by_its_high_bytes(text: str, encoding: str) -> None:
    assert detect(text.encode(encoding), "خبر") == Guess(encoding, is_certain=True, text=text)


def test_arabic_in_bare_utf16_is_valid_utf8_too_and_still_known() -> None:
    data = "سلام عليكم".encode("utf-16-le")
    assert data.decode("utf-8")
    assert detect(data, "خبر").encoding == "utf-16-le"


@pytest.mark.parametrize("data", [b"ab\x00cd\x06ef", b"\x00", b"abcd\x06", "قال\x06 محمد".encode()])
def test_zeros_alone_do_not_make_utf16(data: bytes) -> None:
    assert detect(data, "خبر") == Guess("utf-8", is_certain=True, text=data.decode())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("سلام عليكم".encode("utf-16-le")[:-1], "byte 18 is not utf-16-le"),
        ("سلام عليكم".encode("utf-16-be")[:-1], "byte 18 is not utf-16-be"),
        (b"a\x00b\x00c", "byte 4 is not utf-16-le"),
        (b"a\x00b\x00\x00\xd8", "byte 4 is not utf-16-le"),
    ],
)
def test_utf16_that_is_cut_off_is_not_taken_for_utf8(data: bytes, message: str) -> None:
    with pytest.raises(InvalidFile, match=f"خبر: {message}; choose its encoding \\(--encoding"):
        detect(data, "خبر")


def test_utf16_with_controls_in_it_is_shown_as_a_guess() -> None:
    assert detect("ab\x01".encode("utf-16-le"), "خبر") == Guess("utf-16-le", is_certain=False, text="ab\x01")


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_one_byte_arabic_is_guessed_and_the_guess_is_no_certainty(encoding: str) -> None:
    assert detect(ARTICLE.encode(encoding), "خبر") == Guess(encoding, is_certain=False, text=ARTICLE)


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        (b"\xff", 0),
        (b"abc \xc3", 4),
        ("قال".encode() + b"\xe9", 6),
        ("Café déjà vu, où ça ?".encode("latin-1"), 3),
        (b"\x93\x00\x01" * 20, 0),
        ("قصف".encode("windows-1256"), 0),
        (ARTICLE.encode("windows-1256") + b"\x07", 0),
        (ARTICLE.encode() + b"\xff", len(ARTICLE.encode())),
        (bytes(range(128, 256)) * 4, 0),
    ],
)
def test_bytes_in_doubt_are_refused_and_the_first_odd_one_is_named(data: bytes, byte: int) -> None:
    with pytest.raises(InvalidFile, match=IN_DOUBT.format(byte)):
        detect(data, "خبر")


def test_an_odd_byte_far_behind_the_sample_is_not_overlooked() -> None:
    data = ARTICLE.encode("iso-8859-6") * 200
    assert detect(data, "خبر").encoding == "iso-8859-6"
    with pytest.raises(InvalidFile, match="in doubt"):
        detect(data + b"\xff", "خبر")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office document"),
        (b"SQLite format 3\x00rest", "a database or project"),
    ],
)
def test_files_of_other_kinds_are_named_and_refused(data: bytes, kind: str) -> None:
    with pytest.raises(InvalidFile, match=f"خبر: is {kind}, not text; save its text as .txt and import that"):
        detect(data, "خبر")


@pytest.mark.parametrize("kind", PACKED)
def test_archives_are_named_and_to_be_unpacked_first(kind: str) -> None:
    with pytest.raises(InvalidFile, match=rf"^خبر: is {kind}, not text; unpack it"):
        detect(PACKED[kind](ARTICLE.encode()), "خبر")


@pytest.mark.parametrize("encoding", OFFERED)
def test_what_is_said_to_be_in_an_encoding_is_read_so(encoding: str) -> None:
    assert decoded(ARTICLE.encode(encoding), encoding, "خبر") == ARTICLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_a_mark_is_dropped_from_what_is_said_to_be_unicode(encoding: str) -> None:
    assert decoded(f"\ufeff{ARTICLE}".encode(encoding), encoding, "خبر") == ARTICLE


@pytest.mark.parametrize(
    ("data", "encoding", "byte"),
    [
        (b"ab\xff", "utf-8", 2),
        (b"a\x00b", "utf-16-le", 2),
        (b"a\x00\x00\xd8", "utf-16-le", 2),
        (b"ab\xff", "iso-8859-6", 2),
        (b"\xff\xfe", "ascii", 0),
    ],
)
def test_a_byte_that_does_not_fit_what_was_said_is_named(data: bytes, encoding: str, byte: int) -> None:
    with pytest.raises(
        InvalidFile, match=rf"خبر: byte {byte} is not {encoding}; choose its encoding \(--encoding: utf-8, utf-16"
    ):
        decoded(data, encoding, "خبر")


NO_TEXT = {"base64", "bz2", "hex", "quopri", "rot-13", "uu", "zlib"}
NO_CHARSET = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
NAMES = sorted({*aliases, *aliases.values(), *NO_TEXT, *NO_CHARSET, "mbcs", "oem", "utf-7", "utf-8-sig"})


@pytest.mark.parametrize("data", [b"abc", rb"\d \x", b"xn--a", b"61", bytes(range(256)), ARTICLE.encode()])
def test_of_all_names_that_python_knows_only_encodings_of_text_are_taken(data: bytes) -> None:
    taken = set()
    for name in NAMES:
        try:
            decoded(data, name, "خبر").encode()
        except InvalidFile:
            continue
        taken.add(codecs.lookup(name).name)
    assert "iso8859-1" in taken
    assert not taken & (NO_TEXT | NO_CHARSET)


@pytest.mark.parametrize("encoding", ["klingon", "hex", "rot13", "undefined", "a b", "\0", "\udcff", *sorted(NO_CHARSET)])
def test_an_encoding_that_is_none_is_refused_and_others_offered(encoding: str) -> None:
    with pytest.raises(InvalidFile, match=r"خبر: there is no encoding .*; use one of utf-8, utf-16-le, utf-16-be"):
        decoded(b"abc", encoding, "خبر")


@pytest.mark.parametrize(
    ("data", "encoding"), [(b"+2AA-", "utf-7"), (rb"\ud800", "unicode_escape"), (rb"\ud800", "raw_unicode_escape")]
)
def test_half_a_surrogate_pair_is_no_text_in_any_encoding(data: bytes, encoding: str) -> None:
    with pytest.raises(InvalidFile, match=f"خبر: there is no encoding '{encoding}'"):
        decoded(data, encoding, "خبر")


@given(st.binary(max_size=64) | texts.map(str.encode))
def test_any_bytes_are_a_text_or_refused(data: bytes) -> None:
    try:
        guess = detect(data, "خبر")
    except InvalidFile:
        return
    assert guess.encoding in OFFERED
    assert guess.text.encode(guess.encoding) in data
