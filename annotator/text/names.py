"""Names: what may stand in the name of a document, a label or a person, so that it can be shown and written anywhere."""

import regex

_UNFIT = regex.compile(r"[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]")
_HALF_PAIR = regex.compile(r"\p{Cs}")


def is_name(text: str) -> bool:
    """Whether *text* can be a name: not empty, without controls, bidi controls and line ends."""
    return bool(text) and not _UNFIT.search(text)


def as_name(text: str) -> str:
    """Return *text* without what no name may hold; a byte of a file name that is no character becomes U+FFFD."""
    return str(_HALF_PAIR.sub("\ufffd", _UNFIT.sub("", text)))
