"""A project with wrong bytes anywhere: every verb answers in a line, or takes it as it is; none crashes, none changes it."""

import random
from pathlib import Path

import pytest

from annotator import resources
from tests.verbs import Run

(SEED,) = resources.seeds()
SAMPLES, PAGE = 40, 4096


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return *content* with a byte or some wrong, in places nobody chose."""
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 5, 50))):
        found[dice.randrange(len(found))] = dice.randrange(256)
    if dice.random() < 0.2:
        at = dice.randrange(len(found) // PAGE) * PAGE
        found[at : at + PAGE] = dice.randbytes(PAGE)
    return bytes(found)


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
