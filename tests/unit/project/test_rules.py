"""Every rule of consistency: it finds what breaks it, is silent where nothing does, and its fix can be undone."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.breaches import passed_over
from annotator.project.project import Project
from annotator.project.rules import RULES
from annotator.storage.check import ERROR
from tests.breaches import BROKEN, SILENT, Case, build, found


def named(case: Case) -> str:
    return f"{case.rule}: {', '.join(str(mark.words) for mark in case.marks)}"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Make an empty project."""
    with closing(Project.create(tmp_path / "p.annotator")) as made:
        yield made


def state(project: Project) -> list[object]:
    """Return what is in every document."""
    return [
        (one.spans, one.relations) for one in (project.document(entry.id).result() for entry in project.documents().result())
    ]


class TestEveryRule:
    """What holds for every rule."""

    def test_it_has_a_case_that_breaks_it_and_one_that_does_not(self) -> None:
        assert {case.rule for case in BROKEN} == {case.rule for case in SILENT} == {rule.name for rule in RULES}

    @pytest.mark.parametrize("case", SILENT, ids=named)
    def test_it_is_silent_where_nothing_does(self, project: Project, case: Case) -> None:
        build(project, case)
        assert found(project, case.rule) == ()

    @pytest.mark.parametrize("case", BROKEN, ids=named)
    def test_it_finds_what_breaks_it_and_its_fix_makes_it_silent_until_that_is_undone(
        self, project: Project, case: Case
    ) -> None:
        build(project, case)
        before, breaches = state(project), found(project, case.rule)
        assert breaches
        for one in breaches:
            text = project.document(one.document).result().document.text
            assert (one.words, bool(one.message)) == (text[one.start : one.end], True)
        applied = project.fix(breaches, lambda *_: None).result()
        assert (passed_over(breaches, applied.edit) == 0) == case.is_fixed
        assert (found(project, case.rule) == ()) == case.is_fixed
        if case.is_fixed:
            assert all(one.fix for one in breaches)
            project.undo().result()
        assert state(project) == before
        strays = ("its label", "a span that it joins")
        damage = [one for one in project.check().result() if one.level == ERROR and not one.what.startswith(strays)]
        assert damage == []
