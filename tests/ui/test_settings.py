import json
import stat
from pathlib import Path

import pytest

from annotator.ui.settings import MOST_PLACES, RECENT, Settings


def test_what_was_set_is_there_at_the_next_start_and_no_one_else_may_read_it() -> None:
    settings = Settings()
    settings.set({"language": "ar", "zoom": 130})
    again = Settings()
    assert (again.text("language"), again.number("zoom")) == ("ar", 130)
    assert stat.S_IMODE(settings.path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000, b'{"zoom": "big", "recent": 3, "places": [], "told": 1}'],
    ids=["empty", "cut", "list", "bytes", "deep", "kinds"],
)
def test_a_settings_file_of_another_kind_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(path)
    assert (settings.number("zoom", 100), settings.text("language", "en"), settings.recent) == (100, "en", ())
    assert settings.place(tmp_path) == ("", 0)
    assert settings.told(tmp_path) == ()


def test_recent_projects_are_newest_first_each_once_and_only_those_that_are_there(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.annotator" for number in range(RECENT + 2)]
    settings = Settings()
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(paths[5])
    paths[6].unlink()
    recent = Settings().recent
    assert recent[0] == paths[5]
    assert len(recent) == len(set(recent)) == RECENT - 1
    assert paths[6] not in recent


def test_each_project_has_its_own_place_to_go_on_reading(tmp_path: Path) -> None:
    settings = Settings()
    settings.set_place(tmp_path / "a", "00ff", 7)
    settings.set_place(tmp_path / "b", "11ee", 9)
    settings.set_place(tmp_path / "a", "00ff", 8)
    assert Settings().place(tmp_path / "a") == ("00ff", 8)
    assert Settings().place(tmp_path / "b") == ("11ee", 9)


def test_each_document_has_its_own_place_and_the_one_read_last_is_known(tmp_path: Path) -> None:
    settings = Settings()
    for document, offset in (("00ff", 7), ("11ee", 9), ("00ff", 8)):
        settings.set_place(tmp_path / "a", document, offset)
    again = Settings()
    assert again.places(tmp_path / "a") == {"11ee": 9, "00ff": 8}
    assert again.place(tmp_path / "a") == ("00ff", 8)
    again.copy_places(tmp_path / "a", tmp_path / "copy")
    assert Settings().place(tmp_path / "copy") == ("00ff", 8)


def test_places_are_kept_of_the_documents_read_last_in_the_projects_opened_last(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_PLACES + 1):
        settings.set_place(tmp_path / "0", f"{number:02x}", number)
    settings.set_place(tmp_path / "0", "01", 5)
    places = Settings().places(tmp_path / "0")
    assert (len(places), "00" in places, [*places][-1], places["01"]) == (MOST_PLACES, False, "01", 5)
    for number in range(RECENT):
        settings.set_place(tmp_path / f"{number + 1}", "00ff", 1)
    assert Settings().places(tmp_path / "0") == {}
    assert Settings().places(tmp_path / "1") == {"00ff": 1}


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (["00ff", 7], {"00ff": 7}),
        (["00ff", "7"], {}),
        (["00ff", -7], {}),
        ([7, 7], {}),
        (["00ff"], {}),
        ("00ff", {}),
        ({"00ff": 7, "11ee": None, "22dd": -1, "33cc": 1.5, "44bb": True, "55aa": [2], "66": 3}, {"00ff": 7, "66": 3}),
    ],
)
def test_places_that_an_older_version_wrote_are_read_and_damaged_ones_left_out(
    tmp_path: Path, kept: object, read: dict[str, int]
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"places": {str(tmp_path / "a"): kept}}))
    settings = Settings(path)
    assert settings.places(tmp_path / "a") == read
    settings.set_place(tmp_path / "a", "77", 4)
    assert Settings(path).places(tmp_path / "a") == read | {"77": 4}


def test_a_path_that_is_no_unicode_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "\udcff.annotator"
    Settings().set_place(path, "00ff", 7)
    assert Settings().place(path) == ("00ff", 7)


def test_what_was_told_of_a_project_is_remembered_with_what_was_told_before(tmp_path: Path) -> None:
    settings = Settings()
    settings.add_told(tmp_path / "a", "one")
    settings.add_told(tmp_path / "b", "two")
    settings.add_told(tmp_path / "a", "three")
    assert Settings().told(tmp_path / "a") == ("one", "three")
    assert Settings().told(tmp_path / "c") == ()


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "gone" / "settings.json")
    settings.set({"zoom": 90})
    assert settings.number("zoom") == 90
