"""A project with wrong bytes anywhere: every verb answers in a line, or takes it as it is; none crashes, none changes it."""

import random
from pathlib import Path

import pytest

from annotator import resources
from tests.damage import damaged
from tests.verbs import Run

(SEED,) = resources.seeds()
SAMPLES = 40


@pytest.mark.parametrize("seed", range(SAMPLES))
def test_no_damage_crashes_a_verb(run: Run, marked: Path, tmp_path: Path, seed: int) -> None:
    dice, bad, out = random.Random(seed), tmp_path / "bad.annotator", tmp_path / "out.jsonl"
    content = damaged(marked.read_bytes(), dice)
    bad.write_bytes(content)
    for words in (
        ("info", bad, "--documents"),
        ("check", bad),
        ("export", bad, "--all", "--layers", "each", "--out", out),
        ("render", bad, "1", "--out", out.with_suffix(".html")),
        ("import", bad, SEED),
    ):
        answer = run(*words)
        assert answer.code in {0, 1}, words
        assert len(answer.err.splitlines()) <= 1, answer.err
        assert answer.code == 0 or bad.read_bytes() == content


@pytest.mark.parametrize("seed", range(SAMPLES))
def test_what_is_rescued_is_whole(run: Run, marked: Path, tmp_path: Path, seed: int) -> None:
    dice, bad, new = random.Random(seed), tmp_path / "bad.annotator", tmp_path / "new.annotator"
    content = damaged(marked.read_bytes(), dice)[: dice.choice((None, None, None, 60_000))]
    bad.write_bytes(content)
    answer = run("check", bad, "--rescue", new)
    assert bad.read_bytes() == content
    assert new.exists() == bool(answer.out), answer.err
    assert not new.exists() or run("check", new).code == 0
