"""`annotator check --rescue`: what is left of a damaged project, in a new file."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from annotator.cli.saying import progress, say, several
from annotator.project.rescuing import rescue
from annotator.storage.check import ERROR
from annotator.text.shown import shown


def rescue_into(project: Path, new: Path, *, with_backup: bool, as_json: bool) -> NoReturn:
    """Rescue *project* into the file *new*, and list what could not be; exit 1 if anything could not."""
    with progress("Reading page") as report:
        rescued = rescue(project, new, report, with_backup=with_backup)
    answer = {
        "project": str(new),
        "backup": str(rescued.backup) if rescued.backup else None,
        "documents": rescued.documents,
        "spans": rescued.spans,
        "rest": [asdict(finding) for finding in rescued.rest],
    }
    onto = f", together with the backup {shown(rescued.backup.name)}" if rescued.backup else ""
    what = f"{several(rescued.documents, 'document')} and {several(rescued.spans, 'span')}"
    lines = (f"{shown(project.name)}: {finding}" for finding in rescued.rest)
    say(answer, f"{shown(new.name)}: {what} are safe{onto}", *lines, as_json=as_json)
    sys.exit(any(finding.level == ERROR for finding in rescued.rest))
