"""The break tests of the Unicode Character Database."""

from collections.abc import Callable

import pytest


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
