"""`annotator import`: documents and spans from files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from annotator.cli.saying import FILE, Report, json_option, progress, say, several, tell
from annotator.exchange import FORMATS
from annotator.exchange.encodings import GUESSED, OFFERED
from annotator.model.errors import InvalidFile, NoBackup, NotSaved
from annotator.model.records import Record
from annotator.project.importing import Wishes
from annotator.project.project import Project
from annotator.project.reading import FileRead, files_in, read_file
from annotator.project.values import Imported
from annotator.storage.store import Applied
from annotator.text.shown import shown


@click.command("import")
@click.argument("project", type=FILE)
@click.argument("paths", nargs=-1, required=True, type=FILE)
@click.option("--as", "form", type=click.Choice([form.name for form in FORMATS]), help="If not detected.")
@click.option("--encoding", default="", help=f"How the text files are encoded, if not detected: {', '.join(OFFERED)}.")
@click.option("--analyst", default="", help="Whose the spans are that name nobody.")
@click.option("--finished", is_flag=True, help="What comes in is finished: what is not marked is not there.")
@click.option("--skip-failed", is_flag=True, help="Leave out lines that cannot be taken, and take the rest.")
@click.option("--preview", is_flag=True, help="Say what would come in, and change nothing.")
@click.option("--without-backup", is_flag=True, help="Make no backup before much comes in, where none can be made.")
@json_option
def import_(  # noqa: PLR0913 - an option each
    project: Path,
    paths: tuple[Path, ...],
    form: str | None,
    encoding: str,
    analyst: str,
    *,
    finished: bool,
    skip_failed: bool,
    preview: bool,
    without_backup: bool,
    as_json: bool,
) -> None:
    """Take the text and JSONL files in PATHS, and in folders among them, into PROJECT: all of them or none."""
    with closing(Project.open(project, read_only=preview)) as opened:
        opened.listen(_warn)
        with progress("Reading") as report:
            read_one = partial(read_file, form=form, encoding=encoding, skips_failed=skip_failed)
            read = list(_read(_files(paths), read_one, report))
        _tell_of(read, is_told=bool(encoding))
        records = [record for file in read for record in file.records]
        done = _taken(opened, records, Wishes(analyst, finished, skip_failed, without_backup), preview=preview)
    for refused in done.refused:
        tell(f"left out: {refused}")
    answer = {
        "files": [_summary(file) for file in read],
        "documents": {"new": done.documents, "known": done.known},
        "spans": {"new": done.spans},
        "relations": {"new": done.relations},
        "notes": {"new": done.notes},
        "refused": [str(refused) for refused in done.refused],
        "preview": preview,
    }
    would = "would come in" if preview else "came in"
    known = f" (there already: {several(done.known, 'document')})" if done.known else ""
    what = _listed(done)
    say(answer, f"{shown(project.name)}: {what} {would}{known}", as_json=as_json)


def _listed(done: Imported) -> str:
    """Return how much came in, in words; of relations and notes only where there are any."""
    hanging = ((done.relations, "relation"), (done.notes, "note"))
    *first, last = (several(done.documents, "document"), several(done.spans, "span"), *(several(*n) for n in hanging if n[0]))
    return f"{', '.join(first)} and {last}"


def _taken(project: Project, records: Sequence[Record], wishes: Wishes, *, preview: bool) -> Imported:
    if preview:
        return project.preview_import(records, wishes).result()
    try:
        return project.import_records(records, wishes=wishes).result()
    except NoBackup as error:
        raise NotSaved("{why}; go on without it by --without-backup", why=error) from error


def _warn(applied: Applied) -> None:
    if applied.warning:
        tell(f"warning: {applied.warning}")


def _files(paths: Iterable[Path]) -> tuple[Path, ...]:
    for path in paths:
        if not files_in([path]):
            message = "{path}: holds no .txt or .jsonl files; give another folder, or name the files"
            raise InvalidFile(message, path=shown(str(path)))
    return files_in(paths)


def _read(files: Sequence[Path], read_one: Callable[[Path], FileRead], report: Report) -> Iterator[FileRead]:
    for number, file in enumerate(files):
        report(number, len(files))
        yield read_one(file)


def _tell_of(read: Iterable[FileRead], *, is_told: bool) -> None:
    """Say which encodings were guessed, so that nobody finds out later, and what was left out."""
    for file in read:
        if file.encoding in GUESSED and not is_told:
            tell(f"{shown(file.path.name)}: read as {file.encoding}, a guess; name another with --encoding if it reads badly")
        for problem in file.problems:
            tell(f"left out: {problem}")


def _summary(file: FileRead) -> dict[str, object]:
    return {
        "name": file.path.name,
        "as": file.form,
        "encoding": file.encoding or None,
        "documents": len({record.document.id for record in file.records}),
        "spans": sum(len(record.spans) for record in file.records),
        "problems": [str(problem) for problem in file.problems],
    }
