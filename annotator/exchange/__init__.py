"""One file format a file; readers and writers."""

from pathlib import Path

from annotator.exchange import native, plain_text
from annotator.exchange.formats import HEAD_BYTES, Format, Preset
from annotator.exchange.kinds import refuse_others
from annotator.exchange.sources import opened
from annotator.model.errors import InvalidFile
from annotator.text.shown import shown

FORMATS = (native.FORMAT, plain_text.FORMAT)
PRESETS = tuple(preset for form in FORMATS for preset in form.presets)


def recognised(path: Path) -> Format:
    """Return the format that the file at *path* most likely has; raises InvalidFile if none fits or it cannot be read."""
    with opened(path) as stream:
        head = stream.read(HEAD_BYTES)
    refuse_others(head, shown(path.name))
    best = max(FORMATS, key=lambda form: form.recognise(path.name, head))
    if not best.recognise(path.name, head):
        message = "{name}: of no known format; give a text (.txt) or native JSONL (.jsonl) file"
        raise InvalidFile(message, name=shown(path.name))
    return best


def named(name: str) -> Format:
    """Return the format called *name*; raises KeyError."""
    return {form.name: form for form in FORMATS}[name]


def preset(name: str) -> Preset:
    """Return the way of writing called *name*; raises KeyError."""
    return {known.name: known for known in PRESETS}[name]
