"""Which encoding the bytes of a text are in: certain, guessed and shown, or asked for; never silently wrong."""

import codecs
from dataclasses import dataclass

import regex

from annotator.exchange.kinds import refuse_others
from annotator.model.errors import InvalidFile

UTF8, UTF16_LE, UTF16_BE, CP1256, ISO_8859_6 = "utf-8", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"
OFFERED = (UTF8, UTF16_LE, UTF16_BE, CP1256, ISO_8859_6)
GUESSED = (CP1256, ISO_8859_6)
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_BOMS = ((codecs.BOM_UTF8, UTF8), (codecs.BOM_UTF16_LE, UTF16_LE), (codecs.BOM_UTF16_BE, UTF16_BE))
_CONTROLS = regex.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")
_SAMPLE_BYTES = 65_536
_HIGH_BYTES = frozenset({0x00, 0x05, 0x06, 0x20, 0xFB, 0xFE})
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, whether it is beyond doubt, and the text it gives (byte-order mark dropped)."""

    encoding: str
    is_certain: bool
    text: str


def detect(data: bytes, name: str) -> Guess:
    """Return how to read *data*, the bytes of the file *name*; raises InvalidFile if it is no text, or nobody can tell."""
    refuse_others(data, name)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Guess(encoding, is_certain=True, text=decoded(data, encoding, name))
    wide = _bare_utf16(data)
    if wide:
        text = decoded(data, wide, name)
        return Guess(wide, is_certain=not _CONTROLS.search(text), text=text)
    try:
        return Guess(UTF8, is_certain=True, text=data.decode())
    except UnicodeDecodeError as error:
        return _legacy(data, name, error.start)


def decoded(data: bytes, encoding: str, name: str) -> str:
    """Return *data* decoded strictly, without a byte-order mark; raises InvalidFile naming the byte that does not fit."""
    try:
        return _strictly(data, encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        message = "{name}: byte {byte} is not {encoding}; choose its encoding (--encoding: {offered})"
        raise InvalidFile(message, name=name, byte=error.start, encoding=encoding, offered=", ".join(OFFERED)) from error
    except LookupError as error:
        message = "{name}: there is no encoding {encoding}; use one of {offered}"
        raise InvalidFile(message, name=name, encoding=repr(encoding), offered=", ".join(OFFERED)) from error


def _strictly(data: bytes, encoding: str) -> str:
    """Return *data* decoded to a text that can be stored; raises LookupError for a codec that gives none.

    Python counts escapes and domain names among its encodings of text; no file of a text is written so.
    """
    try:
        if codecs.lookup(encoding).name in _NO_CHARSETS:
            raise LookupError(encoding)
        text = data.decode(encoding)
        text.encode()
    except UnicodeDecodeError:
        raise
    except ValueError as error:
        raise LookupError from error
    return text


def _bare_utf16(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are without a mark: Arabic so written is also valid UTF-8, the high bytes decide."""
    sample = data[: min(len(data) - len(data) % 2, _SAMPLE_BYTES)]
    if not sample or not (b"\x00" in sample or b"\x06" in sample):
        return None
    halves = ((UTF16_LE, sample[1::2]), (UTF16_BE, sample[0::2]))
    likely = [encoding for encoding, high in halves if sum(byte in _HIGH_BYTES for byte in high) >= _MOSTLY * len(high)]
    return next((encoding for encoding in likely if _is_clean(data, encoding)), likely[0] if likely else None)


def _legacy(data: bytes, name: str, bad_byte: int) -> Guess:
    """Return the one-byte encoding on which two detectors agree; raises InvalidFile where they do not."""
    import chardet  # noqa: PLC0415 - slow to import, and most texts are UTF-8
    import charset_normalizer  # noqa: PLC0415 - likewise

    sample = data[:_SAMPLE_BYTES]
    best = charset_normalizer.from_bytes(sample).best()
    votes = {_known(chardet.detect(sample)["encoding"]), _known(best.encoding if best else None)}
    encoding = votes.pop()
    if votes or encoding is None or not _is_clean(data, encoding):
        message = (
            "{name}: byte {byte} is not UTF-8 and the encoding is in doubt, or this is no text; "
            "choose it (--encoding: {offered})"
        )
        raise InvalidFile(message, name=name, byte=bad_byte, offered=", ".join(OFFERED))
    return Guess(encoding, is_certain=False, text=data.decode(encoding))


def _known(encoding: str | None) -> str | None:
    """Return *encoding* by the name we use, or None if it is not one we take without being told."""
    try:
        name = codecs.lookup(encoding or "").name
    except LookupError:
        return None
    return {"cp1256": CP1256, "iso8859-6": ISO_8859_6}.get(name)


def _is_clean(data: bytes, encoding: str) -> bool:
    """Whether *data* decodes strictly, to a text without control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return not _CONTROLS.search(text)
