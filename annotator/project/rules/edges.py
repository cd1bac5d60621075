"""Edges that two characters show to be good: nearly all are, and need no second look."""

import unicodedata

from annotator.text import graphemes

# What may be wrong at an edge; every bit is looked at by a rule of its own.
SPACE, SIGN, CUT, PROCLITIC = 1, 2, 4, 8
ANY = SPACE | SIGN | CUT | PROCLITIC
# Signs that belong to what they stand beside, as in 5 %, @name and ג׳.
_OWN_SIGNS = frozenset("%‰٪@#&*/\\_\u05f3\u05f4")
_PROCLITICS = frozenset("وفبكل")


def is_sign(character: str) -> bool:
    """Whether a *character* is punctuation that does not belong to what it stands beside."""
    return unicodedata.category(character).startswith("P") and character not in _OWN_SIGNS


class Doubts(dict[str, int]):
    """What may be wrong at an edge, by the two characters that it lies between; ``inside`` is the place of that in the span."""

    def __init__(self, inside: int) -> None:
        """Know none yet."""
        super().__init__()
        self._inside = inside

    def __missing__(self, edge: str) -> int:
        """Look at the characters, the first time."""
        character = edge[self._inside]
        doubts = SPACE | SIGN if character.isspace() else 0
        doubts |= SIGN if is_sign(character) else 0
        doubts |= 0 if graphemes.is_certain(edge, 1) else CUT
        doubts |= PROCLITIC if self._inside and character in _PROCLITICS else 0
        self[edge] = doubts
        return doubts


FRONTS, BACKS = Doubts(1), Doubts(0)
