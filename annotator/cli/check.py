"""`annotator check`: whether a project is whole, to the last row."""

import sys
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import click

from annotator.cli import consistent
from annotator.cli.rescuing import rescue_into
from annotator.cli.saying import FILE, json_option, say
from annotator.model.errors import AnnotatorError
from annotator.project.places import backup_folder
from annotator.project.project import Project
from annotator.storage.backup import found as backups_of
from annotator.storage.check import CHANGED, ERROR, RESTORE, Finding
from annotator.storage.check import FILE as FILE_ITSELF
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@click.option("--backups", "with_backups", is_flag=True, help="Check the backups of PROJECT too.")
@click.option(
    "--rescue", "new", type=FILE, help="Bring what is left of a damaged PROJECT into this new file, and list the rest."
)
@click.option("--without-backup", is_flag=True, help="Rescue from PROJECT alone, not onto its newest good backup.")
@click.option("--reseal", "accepts", is_flag=True, help="Accept what another program changed, if that is all; backup first.")
@click.option("--strict", is_flag=True, help="Exit 1 also for problems of consistency.")
@json_option
def check(  # noqa: PLR0913 - an option each
    project: Path, new: Path | None, *, with_backups: bool, without_backup: bool, accepts: bool, strict: bool, as_json: bool
) -> None:
    """Check PROJECT without changing it, unless it is to be accepted as it is; exit 1 unless all that is found are warnings.

    In a sound file the rules of the guidelines are checked too: missing values, claims without a source, counts other than in
    the text, overlaps and more, in the layer of whoever made the project. That does not change how it ends without --strict.
    """
    if new and (with_backups or accepts or strict):
        raise click.UsageError("--rescue reads a project that is damaged: give it without --backups, --reseal and --strict")
    if without_backup and not new:
        raise click.UsageError("--without-backup is for --rescue")
    if new:
        rescue_into(project, new, with_backup=not without_backup, as_json=as_json)
    accepted = _accepted(project) if accepts else ()
    found = _checked(project, RESTORE) if with_backups else _findings(project)
    backups = [backup.path for backup in backups_of(backup_folder(project))] if with_backups else []
    broken = consistent.broken(project, found)
    lines, answer = _lines(project, found), {"findings": [asdict(finding) for finding in found]}
    if accepts:
        answer["accepted"] = list(map(asdict, accepted))
        name = shown(project.name)
        lines = [f"{name}: accepted as it is now: {one.where}" for one in accepted] + lines
        lines += [] if accepted else [f"{name}: nothing to accept"]
    checked = {path: _checked(path, "use another backup") for path in backups}
    if with_backups:
        answer["backups"] = [{"file": str(path), "findings": list(map(asdict, those))} for path, those in checked.items()]
        lines += [line for path, those in checked.items() for line in _lines(path, those)] or ["no backups yet"]
    lines += consistent.lines(project, broken or ())
    consistency = None if broken is None else consistent.answer(broken)
    say(answer | {"consistency": consistency}, *lines, as_json=as_json)
    is_refused = strict and consistent.has_problems(broken or ())
    sys.exit(is_refused or any(finding.level == ERROR for those in (found, *checked.values()) for finding in those))


def _accepted(project: Path) -> tuple[Finding, ...]:
    """Accept what another program changed; return what that was."""
    with closing(Project.open(project)) as opened:
        found = opened.check().result()
        applied = opened.reseal().result()
    return tuple(finding for finding in found if finding.what == CHANGED) if applied.seq else ()


def _findings(project: Path) -> tuple[Finding, ...]:
    with closing(Project.open(project, read_only=True)) as opened:
        return opened.check().result()


def _checked(project: Path, remedy: str) -> tuple[Finding, ...]:
    """Return what is wrong with a project or a backup; one that cannot even be opened is wrong as a whole."""
    try:
        return _findings(project)
    except AnnotatorError as error:
        return (Finding(ERROR, FILE_ITSELF, str(error), remedy),)


def _lines(path: Path, found: tuple[Finding, ...]) -> list[str]:
    return [f"{shown(path.name)}: {finding}" for finding in found] or [f"{shown(path.name)}: whole"]
