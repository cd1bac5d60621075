"""What every test has: folders of its own, the offscreen platform, laws tried without a deadline, the files of Unicode."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LONGEST = "test_never_lose_work.py"
UCD = Path("/usr/share/unicode")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile(
    "gate", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("gate")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``make conformance`` ask for every case of what the gate takes a sample of."""
    parser.addoption("--whole", action="store_true", help="try every case of the long conformance runs, not a sample")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the file that takes longest, after all were put in random order: at the end, the other worker would idle."""
    items.sort(key=lambda item: item.path.name != LONGEST)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a folder that stands for the user's data, settings and cache folders."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ANNOTATOR_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def is_whole(pytestconfig: pytest.Config) -> bool:
    """Return whether every case is wanted, not a sample of them."""
    return bool(pytestconfig.getoption("whole"))


@pytest.fixture(scope="session")
def ucd_lines() -> Callable[[str], list[str]]:
    """Return a function from the name of a UCD file to its lines without comments; it skips where the file is missing."""

    def read(name: str) -> list[str]:
        path = UCD / name
        if not path.exists():
            pytest.skip(f"{path} is missing: apt-get install unicode-data")
        lines = (line.split("#")[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
        return [line for line in lines if line]

    return read
