"""Characters that cannot be seen, and what people who work with them call them."""

from collections.abc import Iterator

import regex

NAMES = {
    "\0": "NUL",
    "\t": "TAB",
    "\x0b": "VT",
    "\x0c": "FF",
    "\x85": "NEL",
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u061c": "ALM",
    "\u180e": "MVS",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2028": "LS",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u202f": "NNBSP",
    "\u2060": "WJ",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\ufeff": "BOM",
}
# What is never drawn (default ignorable), controls, and every space but the usual one.
_INVISIBLE = regex.compile(r"[\p{DI}\p{Cc}\p{Zl}\p{Zs}--[ \n\r]]", flags=regex.V1)


def invisibles(text: str) -> Iterator[tuple[int, str]]:
    """Yield (code point offset, short name) of each character of *text* that cannot be seen, in order."""
    for match in _INVISIBLE.finditer(text):
        yield match.start(), NAMES.get(match.group()) or f"U+{ord(match.group()):04X}"
