"""Files of strangers: made of bytes, read as a program reads them."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a file of *data*."""

    def made(data: bytes, name: str = "خبر.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return made
