"""The test files of the Unicode Character Database, where Debian has put them."""

from collections.abc import Callable
from pathlib import Path

import pytest

UCD = Path("/usr/share/unicode")


@pytest.fixture
def ucd_lines() -> Callable[[str], list[str]]:
    """Return a function from the name of a UCD file to its lines without comments; it skips where the file is missing."""

    def read(name: str) -> list[str]:
        path = UCD / name
        if not path.exists():
            pytest.skip(f"{path} is missing: apt-get install unicode-data")
        lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line]

    return read


@pytest.fixture
def break_tests(ucd_lines: Callable[[str], list[str]]) -> Callable[[str], list[tuple[str, list[int]]]]:
    """Return a function from the name of a break test file to its (text, boundaries) in code points."""

    def read(name: str) -> list[tuple[str, list[int]]]:
        cases = []
        for line in ucd_lines(f"auxiliary/{name}"):
            text, boundaries = "", []
            for sign in line.split():
                if sign == "÷":
                    boundaries.append(len(text))
                elif sign != "×":
                    text += chr(int(sign, 16))
            cases.append((text, boundaries))
        return cases

    return read
