"""What `annotator check` says of the rules of the guidelines: the same list as in the window, or how much of each kind."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from annotator.cli.saying import progress, several
from annotator.model.breaches import LEVELS, PROBLEM, Breach
from annotator.project.consistency import HEADS, Consistency, in_order
from annotator.project.project import Project
from annotator.storage.check import ERROR, Finding
from annotator.text.shown import shown


class Broken(NamedTuple):
    """A breach, the title of the document that it is in, and the name of the label."""

    breach: Breach
    title: str
    label: str


def broken(project: Path, found: Iterable[Finding]) -> tuple[Broken, ...] | None:
    """Return what breaks a rule in *project*, rule by rule; None if the file is damaged, which was *found* before."""
    if any(finding.level == ERROR for finding in found):
        return None
    with closing(Project.open(project, read_only=True)) as opened, progress("Checking document") as report:
        titles = {entry.id: entry.title for entry in opened.documents().result()}
        breaches = in_order(Consistency(opened).check(report), titles)
        labels = {label.id: label.name for label in opened.schema.label_rows}
    return tuple(Broken(one, titles[one.document], labels.get(one.label, "")) for one in breaches)


def answer(found: Iterable[Broken]) -> list[dict[str, object]]:
    """Return what was *found* as JSON has it; offsets are code points."""
    return [
        {
            "rule": breach.rule,
            "level": HEADS[breach.rule].level,
            "guideline": [f"R{number}" for number in HEADS[breach.rule].numbers],
            "document": breach.document.hex(),
            "title": title,
            "relation" if breach.is_relation else "span": breach.id.hex(),
            "label": label or None,
            "start": breach.start,
            "end": breach.end,
            "text": breach.words,
            "message": breach.message,
            "fix": breach.fix or None,
        }
        for breach, title, label in found
    ]


def lines(project: Path, found: Iterable[Broken]) -> Iterator[str]:
    """Yield how much of each kind was *found*, nothing if nothing was."""
    counts = Counter(one.breach.rule for one in found)
    by_level = Counter({level: sum(counts[rule.name] for rule in HEADS.values() if rule.level == level) for level in LEVELS})
    if counts:
        told = ", ".join(several(count, level) for level, count in by_level.items() if count)
        yield f"{shown(project.name)}: consistency: {told}; --json lists them, the window fixes them"
    for rule in HEADS.values():
        if counts[rule.name]:
            numbers = "".join(f" R{number}" for number in rule.numbers)
            yield f"{counts[rule.name]:>6}  {rule.level}  {rule.title}{numbers and f' ({numbers.strip()})'}"


def has_problems(found: Iterable[Broken]) -> bool:
    """Whether more than warnings was *found*."""
    return any(HEADS[one.breach.rule].level == PROBLEM for one in found)
