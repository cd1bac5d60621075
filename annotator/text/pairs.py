"""Pairs: what stands between quotes or brackets that belong together."""

PAIRS = {"«": "»", "‹": "›", "“": "”", "‘": "’", "(": ")", "[": "]", "{": "}", "\ufd3f": "\ufd3e"}
OPENING = {closing: opening for opening, closing in PAIRS.items()}
STRAIGHT = '"'


def insides(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges (code points) inside pairs of quotes or brackets in *text*, each before those around it.

    A sign without its partner counts for nothing; a straight quote closes when one is open, else opens.
    """
    found: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, character in enumerate(text):
        opening = OPENING.get(character, STRAIGHT if character == STRAIGHT else "")
        partner = _last(opened, opening)
        if opening and partner >= 0:
            found.append((opened[partner][1] + 1, place))
            del opened[partner:]
        elif character in PAIRS or character == STRAIGHT:
            opened.append((character, place))
    return tuple(found)


def _last(opened: list[tuple[str, int]], opening: str) -> int:
    """Return the index in *opened* of the last such *opening*, -1 if there is none."""
    return next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == opening), -1)
