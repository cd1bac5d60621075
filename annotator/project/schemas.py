"""Edits that change the schema, in which label rows come or say something else and none ever goes; its file."""

from pathlib import Path

from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile
from annotator.model.schema_changes import Change
from annotator.model.schema_writing import write_schema
from annotator.model.schemas import Schema
from annotator.model.shipped import schema_of
from annotator.project.files import replacing
from annotator.storage.reader import Reader
from annotator.text.shown import shown


def change(reader: Reader, make: Change, title: str) -> Edit:
    """Return the one edit that makes of the schema, as it is now, what *make* returns; raises what that raises."""
    body, labels = reader.schema_rows()
    schema = make(schema_of(body, labels))
    known = {label.id: label for label in labels}
    rows = tuple(row for row in schema.label_rows if row != known.get(row.id))
    bodies = (schema.row,) if schema.row != body else ()
    before = tuple(known[row.id] for row in rows if row.id in known)
    return Edit(title, (*before, *((body,) if bodies else ())), (*rows, *bodies))


def save(schema: Schema, path: Path) -> None:
    """Write *schema* to a new file at *path*; raises InvalidFile if that is there or the schema fits no file, NotSaved."""
    name = shown(path.name)
    if path.exists():
        raise InvalidFile("{name}: is there already; choose another name", name=name)
    text = write_schema(schema, name)
    with replacing(path) as stream:
        stream.write(text.encode())
