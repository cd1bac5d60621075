"""Schema files: labels, attributes, relations and document fields as TOML; what is wrong in one is told with its line."""

import tomllib
from pathlib import Path

import regex

from annotator.model.errors import AnnotatorError, InvalidFile
from annotator.model.schema_facts import Refused
from annotator.model.schema_stanzas import schema_of_stanzas
from annotator.model.schemas import Schema
from annotator.text.shown import shown
from annotator.text.toml_lines import line_of

MOST_BYTES = 1_000_000
_WHERE = regex.compile(r" \(at (?:line (?P<line>[0-9]+), column [0-9]+|end of document)\)$")


def read_schema(path: Path) -> Schema:
    """Read a schema from a TOML file; raises InvalidFile, with the line where something is wrong."""
    name = shown(path.name)
    try:
        if path.exists() and not path.is_file():
            raise InvalidFile("{name}: is no regular file; choose another file", name=name)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InvalidFile("{name}: cannot be read ({why}); choose another file", name=name, why=error.strerror) from error
    if len(data) > MOST_BYTES:
        raise InvalidFile("{name}: larger than a schema can be ({most} bytes); choose another file", name=name, most=MOST_BYTES)
    return schema_in(data, name)


def schema_in(data: bytes, name: str) -> Schema:
    """Return the schema in the *data* of a file called *name*; raises InvalidFile, with the line where something is wrong."""
    try:
        text = data.decode().replace("\r\n", "\n")
        return schema_of_stanzas(tomllib.loads(text))
    except UnicodeDecodeError as error:
        raise _no_schema(name, data.count(b"\n", 0, error.start) + 1, AnnotatorError("it is not UTF-8")) from error
    except RecursionError as error:
        raise _no_schema(name, 0, AnnotatorError("it is nested too deeply")) from error
    except ValueError as error:  # of tomllib, or of a number with too many digits
        found, why = _WHERE.search(str(error)), shown(_WHERE.sub("", str(error)))
        line = int(found["line"] or text.count("\n") + 1) if found else 0
        raise _no_schema(name, line, why) from error
    except Refused as error:
        raise InvalidFile("{place}: {why}; correct it", place=_place(name, line_of(text, error.path)), why=error) from error


def _no_schema(name: str, line: int, why: AnnotatorError | str) -> InvalidFile:
    return InvalidFile("{place}: not a schema file: {why}; correct it", place=_place(name, line), why=why)


def _place(name: str, line: int) -> str:
    return f"{name}:{line}" if line else name
