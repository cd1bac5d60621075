"""Archives are known by their first bytes, and nothing else is taken for one."""

import bz2
import tarfile

import pytest

from annotator.model.archives import archive
from tests.packed import PACKED, tarred

OTHERS = {
    "nothing": b"",
    "a text": "نص عربي".encode() * 100,
    "a text that begins as bzip2 does": b"BZh9 is how a file begins that bzip2 has packed",
    "a text that speaks of tar": b"ustar" * 200,
    "zeros": bytes(1000),
    "a project": b"SQLite format 3\x00" + bytes(496),
}


@pytest.mark.parametrize("kind", PACKED)
def test_every_archive_is_named(kind: str) -> None:
    assert archive(PACKED[kind]("نص".encode())) == kind


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_tar_is_known_in_each_of_its_forms(form: int) -> None:
    assert archive(tarred(b"x", form)) == "a TAR archive"


def test_what_bzip2_makes_of_nothing_is_known_too() -> None:
    assert archive(bz2.compress(b"")) == "a bzip2 archive"


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_archive_is_not_called_one(name: str) -> None:
    assert archive(OTHERS[name]) == ""
