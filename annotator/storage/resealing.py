"""Accepting what something else than this program changed, where all that is wrong are the seals: an edit of its own."""

import sqlite3
from pathlib import Path

from annotator.model.edits import Edit
from annotator.model.errors import InvalidFile
from annotator.storage.check import check, has_other_seals, obstacle
from annotator.storage.writing import Writing
from annotator.text.shown import shown

RESEAL = "reseal"


def accepting(con: sqlite3.Connection, path: Path) -> Writing:
    """Return what accepts the rows as they are, nothing where all seals are right; raises InvalidFile if more is wrong.

    The rows keep their versions, for nobody knows which of them were changed: a merge does not carry the changes elsewhere.
    """
    found = check(con, path)
    other = obstacle(found)
    if other:
        message = "{name}: nothing was accepted, for something else is wrong too ({where}: {what}); {remedy}"
        name = shown(path.name)
        raise InvalidFile(message, name=name, where=other.where, what=other.what, remedy=other.remedy)
    return Writing(Edit(RESEAL), reseals=has_other_seals(found))
