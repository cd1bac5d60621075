"""Pairs: what stands between quotes or brackets that belong together, and stretches with such signs or without them."""

from collections.abc import Iterable

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


def levels(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the stretch that ``text[start:end]`` is without the signs around it, then with one pair of them more each time.

    Signs belong to a stretch if only spaces stand between; offsets are code points. At least one stretch is returned.
    """
    filled = (inside for inside in insides(text) if text[slice(*inside)].strip())
    inner = {_trimmed(text, low, high): (low - 1, high + 1) for low, high in filled}
    found = [_bare(text, inner, start, end)]
    while found[-1] in inner:
        found.append(inner[found[-1]])
    return tuple(found)


def wider(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``text[start:end]`` with the next pair of signs around it, with none of them where there are no more."""
    stretch, found = _trimmed(text, start, end), levels(text, start, end)
    return next((one for one in found if one[0] <= stretch[0] and stretch[1] <= one[1] and one != stretch), found[0])


def _bare(text: str, inner: dict[tuple[int, int], tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Return ``text[start:end]`` without the signs at its ends, be it that the partner of one stands just outside."""
    start, end = _trimmed(text, start, end)
    while within := _within(inner.items(), start, end):
        start, end = within
    return start, end


def _within(pairs: Iterable[tuple[tuple[int, int], tuple[int, int]]], start: int, end: int) -> tuple[int, int] | None:
    """Return the inside of the pair whose signs, one or both, stand at the ends of the stretch."""
    for inside, outer in pairs:
        if start in {outer[0], inside[0]} and end in {outer[1], inside[1]} and (start, end) != inside:
            return inside
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return ``text[start:end]`` without the spaces around it; as it is if there is nothing else."""
    inner = text[start:end].strip()
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    return (first, first + len(inner)) if inner else (start, end)


def _last(opened: list[tuple[str, int]], opening: str) -> int:
    """Return the index in *opened* of the last such *opening*, -1 if there is none."""
    return next((index for index in range(len(opened) - 1, -1, -1) if opened[index][0] == opening), -1)
