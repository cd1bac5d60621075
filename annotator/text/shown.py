"""What a stranger's text looks like inside a message: nothing in it can move the cursor or turn the line around."""

import regex

_UNSAFE = regex.compile(r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]")
_LAST_OF_FOUR_DIGITS = 0xFFFF
LONGEST = 120


def shown(text: str, longest: int = LONGEST) -> str:
    """Return *text* with controls, bidi controls and line ends escaped, cut to *longest* characters."""
    cut = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return str(_UNSAFE.sub(_escaped, cut))


def _escaped(match: "regex.Match[str]") -> str:
    code = ord(match.group())
    return f"\\u{code:04x}" if code <= _LAST_OF_FOUR_DIGITS else f"\\U{code:08x}"
