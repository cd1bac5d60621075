"""`annotator schema`: the labels of a project, their attributes and relations, out into a file or in from one."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import click

from annotator.cli.saying import FILE, json_option, say, several
from annotator.model.attributes import Attribute
from annotator.model.relations import RelationKind
from annotator.model.schema_changes import brought
from annotator.model.schema_differences import Difference, differences
from annotator.model.schema_writing import content_of
from annotator.model.schemas import Label, Look, Schema
from annotator.model.shipped import chosen
from annotator.project.project import Project
from annotator.project.schemas import save
from annotator.text.shown import shown


@click.command()
@click.argument("project", type=FILE)
@click.option("--to", "target", type=FILE, help="Write the schema into this new file (.toml).")
@click.option("--from", "source", type=FILE, help="Bring in the schema of this file, or one that comes with the program.")
@click.option("--preview", is_flag=True, help="Say what --from would change, and change nothing.")
@json_option
def schema(project: Path, target: Path | None, source: Path | None, *, preview: bool, as_json: bool) -> None:
    """Show the labels of PROJECT, their attributes and relations; or take them out into a file, or in from one.

    What a file lacks is retired, no more offered, and stays with its spans; undo takes all of it back.
    """
    if target and source:
        raise click.UsageError("give --to or --from, not both")
    if preview and not source:
        raise click.UsageError("--preview is for --from")
    with closing(Project.open(project, read_only=not source or preview)) as opened:
        if source:
            _bring(opened, source, preview=preview, as_json=as_json)
            return
        if target:
            save(opened.schema, target)
        known = opened.schema
    name = shown(project.name)
    lines = [f"{name}: schema written to {shown(target.name)}"] if target else list(_lines(name, known))
    answer = {"project": project.name, "schema": content_of(known)}
    say(answer | ({"file": str(target)} if target else {}), *lines, as_json=as_json)


def _bring(project: Project, source: Path, *, preview: bool, as_json: bool) -> None:
    change = partial(brought, other=chosen(source))
    before = project.schema
    if preview:
        after = change(before)
    else:
        project.change_schema(change, "schema from file").result()
        after = project.schema
    found = differences(before, after)
    answer = {
        "project": project.path.name,
        "file": str(source),
        "changes": [one._asdict() for one in found],
        "preview": preview,
    }
    would = "would be" if preview else "is"
    lines = [f"{shown(project.path.name)}: {_told(one, would)}" for one in found]
    say(answer, *lines or [f"{shown(project.path.name)}: nothing to change"], as_json=as_json)


def _told(one: Difference, would: str) -> str:
    facts = f": {', '.join(one.facts)}" if one.facts else ""
    return f"{one.what} {shown(one.name)} {would} {one.how}{facts}"


def _lines(name: str, known: Schema) -> Iterator[str]:
    offered = sum(not label.gone for label in known.labels)
    yield f"{name}: {shown(known.name)}, {several(offered, 'label')}"
    names = {label.id: label.name for label in known.labels}
    for label, look in zip(known.labels, known.looks, strict=True):
        yield f"{label.key or '-'}  {shown(label.name)}{_titles(look)}{_fate(label, names)}"
        yield from (f"     {_attribute(attribute)}" for attribute in look.attributes)
    yield from (f"relation {_relation(kind, names)}" for kind in known.relations)
    yield from (f"field {_attribute(field)}" for field in known.fields)


def _titles(look: Look) -> str:
    titles = " / ".join(shown(title) for _, title in look.titles[::-1])
    return f"  {titles}" if titles else ""


def _fate(label: Label, names: dict[bytes, str]) -> str:
    if label.same_as in names:
        return f"  (merged into {shown(names[label.same_as])})"
    return "  (retired)" if label.gone else ""


def _attribute(attribute: Attribute) -> str:
    values = ", ".join(shown(choice.name) for choice in attribute.choices if not choice.is_gone)
    flags = [word for word, is_on in (("required", attribute.is_required), ("retired", attribute.is_gone)) if is_on]
    return f"{shown(attribute.name)}: {attribute.kind}{f' of {values}' if values else ''}{_marked(flags)}"


def _relation(kind: RelationKind, names: dict[bytes, str]) -> str:
    ends = ", ".join(f"{_name(head, names)} → {_name(tail, names)}" for head, tail in kind.ends)
    facts = (
        ("required", kind.is_required),
        ("both ways", kind.is_symmetric),
        ("derived", kind.is_derived),
        ("retired", kind.is_gone),
    )
    return f"{shown(kind.name)}: {ends}{_marked([word for word, is_on in facts if is_on])}"


def _name(label: bytes, names: dict[bytes, str]) -> str:
    return shown(names.get(label, "?"))


def _marked(words: list[str]) -> str:
    return f"  ({', '.join(words)})" if words else ""
