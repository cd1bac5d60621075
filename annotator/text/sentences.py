"""Sentences: stretches that end with a full stop or its like; a comma, semicolon or colon never ends one."""

import regex

# An ender and the quotes or brackets that close after it; a full stop also needs white space or the end behind it, so
# that numbers and addresses stay whole.
_END = regex.compile(
    r"""(?P<dots>\.+)?(?(dots)|[!?؟…]+[.!?؟…]*)[\p{Pf}\p{Pe}"'»”’]*(?(dots)(?=\s|$))\s*""",
)
_INITIAL = regex.compile(r"(?<!\w)\p{L}\p{M}*$")
_BEFORE_INITIAL = 8


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of one paragraph's *text* as (start, end) in code points; they tile it, spaces included."""
    found, start = [], 0
    for match in _END.finditer(text):
        if match.group("dots") and _is_initial(text, match.start()):
            continue
        found.append((start, match.end()))
        start = match.end()
    if start < len(text):
        found.append((start, len(text)))
    return tuple(found)


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Return (start, end) of the sentence that holds *offset* (code points), the last one at the end; (0, 0) in no text."""
    tiles = sentences(text)
    return next((tile for tile in tiles if tile[0] <= offset < tile[1]), tiles[-1] if tiles else (0, 0))


def _is_initial(text: str, dot: int) -> bool:
    """Whether the full stop at *dot* follows a single letter, as in «د. م.»."""
    return bool(_INITIAL.search(text, max(dot - _BEFORE_INITIAL, 0), dot))
