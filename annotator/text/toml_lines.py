"""On which line of a TOML text a stanza, a key or a value stands: tomllib reads what is there, and forgets where."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

Path = tuple[str | int, ...]

_TOKEN = regex.compile(
    r'(?P<space>[ \t\r]+|\#[^\n]*)|(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<sign>\[|\]|\{|\}|,|=|\.|\n)|(?P<bare>[^ \t\r\n\[\]{},=.#\"']+)",
    regex.DOTALL,
)
_ESCAPE = regex.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([btnfr"\\]))')
_SHORT = dict(zip('btnfr"\\', '\b\t\n\f\r"\\', strict=True))


class _Token(NamedTuple):
    words: str
    line: int
    is_sign: bool


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of what stands at *path* in a valid TOML *text*, or of the nearest around it; 0 for nothing.

    A path goes by keys and, in lists and arrays of stanzas, by places from 0: ("label", 2, "attribute", 0, "type").
    """
    best, deepest = 0, 0
    for known, line in _Places(text).walk():
        if known == path:
            return line
        if deepest < len(known) < len(path) and path[: len(known)] == known:
            best, deepest = line, len(known)
    return best


class _Places:
    """Walks through a TOML text from top to bottom."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._now = next(self._tokens)
        self._counts: dict[Path, int] = {}

    def walk(self) -> Iterator[tuple[Path, int]]:
        """Yield the path of each stanza, key and value, and its line."""
        base: Path = ()
        while self._now.words:
            if self._is("\n"):
                self._step()
            elif self._is("["):
                line, base = self._now.line, self._heading()
                yield base, line
            else:
                yield from self._pair(base)

    def _is(self, *signs: str) -> bool:
        return self._now.is_sign and self._now.words in signs

    def _ends(self, *signs: str) -> bool:
        return self._is(*signs) or not self._now.words

    def _step(self) -> _Token:
        passed, self._now = self._now, next(self._tokens)
        return passed

    def _heading(self) -> Path:
        """Return the path of the stanza that begins here, counted among those of its name."""
        self._step()
        is_listed = self._is("[")
        if is_listed:
            self._step()
        path: Path = ()
        names = self._names("]")
        for number, name in enumerate(names):
            path = (*path, name)
            if is_listed and number == len(names) - 1:
                self._counts[path] = self._counts.get(path, -1) + 1
            if path in self._counts:
                path = (*path, self._counts[path])
        while self._is("]"):
            self._step()
        return path

    def _names(self, end: str) -> tuple[str, ...]:
        names = []
        while not self._ends(end):
            token = self._step()
            if not token.is_sign:
                names.append(_unquoted(token.words))
        return tuple(names)

    def _pair(self, base: Path) -> Iterator[tuple[Path, int]]:
        line, names = self._now.line, self._names("=")
        self._step()
        yield (*base, *names), line
        yield from self._value((*base, *names))

    def _value(self, path: Path) -> Iterator[tuple[Path, int]]:
        if self._is("["):
            yield from self._list(path)
        elif self._is("{"):
            yield from self._table(path)
        else:
            while not self._ends(",", "]", "}", "\n"):
                self._step()

    def _list(self, path: Path) -> Iterator[tuple[Path, int]]:
        self._step()
        place = 0
        while not self._ends("]"):
            if self._is(",", "\n"):
                self._step()
                continue
            yield (*path, place), self._now.line
            yield from self._value((*path, place))
            place += 1
        self._step()

    def _table(self, path: Path) -> Iterator[tuple[Path, int]]:
        self._step()
        while not self._ends("}"):
            if self._is(",", "\n"):
                self._step()
                continue
            yield from self._pair(path)
        self._step()


def _tokens(text: str) -> Iterator[_Token]:
    """Yield what is no space and no comment; at the end, and for ever after, a token without words."""
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "space":
            yield _Token(match.group(), line, match.lastgroup == "sign")
        line += match.group().count("\n")
    while True:
        yield _Token("", line, is_sign=True)


def _unquoted(words: str) -> str:
    """Return the key that *words* are, without quotes and escapes."""
    if words.startswith("'"):
        return words[1:-1]
    return _ESCAPE.sub(_plain, words[1:-1]) if words.startswith('"') else words


def _plain(match: "regex.Match[str]") -> str:
    code = match.group(1) or match.group(2)
    return chr(int(code, 16)) if code else _SHORT[match.group(3)]
