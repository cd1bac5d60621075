"""`annotator check` tells of the rules of the guidelines what the window does."""

from contextlib import closing
from pathlib import Path

import pytest

from annotator.project.project import Project
from tests.breaches import KILLED, OPEN, SAID, Case, Join, Mark, build, casualty, found
from tests.damage import tamper
from tests.verbs import Run, opened

BAD = Case(
    "",
    (SAID, KILLED),
    (Mark("مصر "), Mark("الهدنة", "claim"), Mark("السودان"), casualty("نحو 100 شخص", "about", best=9)._replace(document=1)),
    (Join("same_as", 2, 2),),
)


@pytest.fixture
def bad(run: Run, tmp_path: Path) -> Path:
    """Make a project in which four rules are broken."""
    assert callable(run)
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        build(project, BAD)
    return path


def test_it_lists_what_the_window_lists_rule_by_rule(run: Run, bad: Path) -> None:
    answer = run("check", bad, "--json")
    listed = answer.json["consistency"]
    assert (answer.code, answer.json["findings"]) == (0, [])
    assert [one["rule"] for one in listed] == ["source", "text", "relation", "space"]
    with opened(bad) as project:
        ids = {one.id.hex(): (one.start, one.end, one.message) for one in found(project)}
    assert {one.get("span") or one["relation"]: (one["start"], one["end"], one["message"]) for one in listed} == ids
    assert listed[1] == {
        "rule": "text",
        "level": "warning",
        "guideline": ["R9"],
        "document": listed[1]["document"],
        "title": "1",
        "span": listed[1]["span"],
        "label": "casualty",
        "start": KILLED.index("نحو"),
        "end": KILLED.index("نحو") + 11,
        "text": "نحو 100 شخص",
        "message": "the text says ≈ 100, here it is ≈ 9",
        "fix": "take the count from the text",
    }


def test_for_people_it_counts_them_after_what_is_wrong_with_the_file(run: Run, bad: Path) -> None:
    assert run("check", bad).out.splitlines() == [
        "p.annotator: whole",
        "p.annotator: consistency: 3 problems, 1 warning; --json lists them, the window fixes them",
        "     1  problem  Claims without a source (R12)",
        "     1  warning  Counts other than in the text (R9)",
        "     1  problem  Illegal relations",
        "     1  problem  Space at an end (R2 R11)",
    ]


def test_they_end_it_with_1_only_where_that_is_asked_for(run: Run, bad: Path) -> None:
    assert run("check", bad).code == 0
    assert run("check", bad, "--strict").code == 1
    assert run("check", bad, "--rescue", bad.with_name("new.annotator"), "--strict").code == 2


def test_warnings_never_end_it_with_1(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    with closing(Project.create(path)) as project:
        build(project, Case("", (SAID,), (Mark("صامدة في السودان.", "claim", OPEN),)))
    answer = run("check", path, "--strict")
    assert (answer.code, answer.out.splitlines()[1].partition(";")[0]) == (0, "p.annotator: consistency: 1 warning")


def test_of_a_consistent_project_it_says_nothing_more(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.annotator"
    Project.create(path).close()
    assert run("check", path, "--strict").out == "p.annotator: whole\n"
    assert run("check", path, "--json").json == {"findings": [], "consistency": []}


def test_in_a_damaged_file_the_rules_are_not_looked_at(run: Run, bad: Path) -> None:
    tamper(bad, "UPDATE span SET attributes = 'x'")
    answer = run("check", bad, "--json")
    assert (answer.code, answer.json["consistency"]) == (1, None)
    assert "consistency" not in run("check", bad).out
