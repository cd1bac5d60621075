"""What every test has: folders of its own, the offscreen platform, and laws tried without a deadline."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

LONGEST = "test_never_lose_work.py"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile(
    "gate", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("gate")


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
