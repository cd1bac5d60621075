"""Edits that change the schema: label rows come or say something else, none ever goes."""

from annotator.model.edits import Edit
from annotator.model.schema_changes import Change
from annotator.model.shipped import schema_of
from annotator.storage.reader import Reader


def change(reader: Reader, make: Change, title: str) -> Edit:
    """Return the one edit that makes of the schema, as it is now, what *make* returns; raises what that raises."""
    body, labels = reader.schema_rows()
    schema = make(schema_of(body, labels))
    known = {label.id: label for label in labels}
    rows = tuple(row for row in schema.label_rows if row != known.get(row.id))
    bodies = (schema.row,) if schema.row != body else ()
    before = tuple(known[row.id] for row in rows if row.id in known)
    return Edit(title, (*before, *((body,) if bodies else ())), (*rows, *bodies))
