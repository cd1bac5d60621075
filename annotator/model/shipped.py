"""The schemas that come with the program, and what they add to a project made before they knew as much."""

from dataclasses import replace
from pathlib import Path

from annotator import resources
from annotator.model.schemas import Label, Schema, SchemaBody

FILES = {"conflict-ar/1": "conflict-ar.toml", "named-entities/1": "named-entities.toml"}
USUAL = "conflict-ar/1"


def shipped(name: str) -> Schema:
    """Return the schema called *name* that comes with the program; raises KeyError."""
    return _read(resources.path("schemas", FILES[name]))


def chosen(path: Path) -> Schema:
    """Return the schema in the file at *path*, or that which comes with the program under this name; raises InvalidFile."""
    names = {name.partition("/")[0]: name for name in FILES}
    return shipped(names[path.name]) if str(path) in names and not path.exists() else _read(path)


def schema_of(row: SchemaBody, labels: tuple[Label, ...]) -> Schema:
    """Return the schema of a project, from its row and its label rows.

    One written before there were attributes and relations has those of the shipped schema of its name.
    """
    schema = Schema.joined(row, labels)
    if row.is_complete or row.name not in FILES:
        return schema
    ours = shipped(row.name)
    known = {label.id: look for label, look in zip(ours.labels, ours.looks, strict=True)}
    looks = tuple(
        replace(look, attributes=known[label.id].attributes) if label.id in known else look
        for label, look in zip(schema.labels, schema.looks, strict=True)
    )
    return replace(schema, looks=looks, relations=ours.relations, fields=ours.fields, flat=ours.flat)


def _read(path: Path) -> Schema:
    from annotator.model.schema_files import read_schema  # noqa: PLC0415 - seldom needed: projects open sooner

    return read_schema(path)
