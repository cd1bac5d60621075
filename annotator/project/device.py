"""The id of this device: 16 random bytes in the user's settings."""

import os
from contextlib import suppress
from pathlib import Path

from annotator.model.errors import InvalidFile
from annotator.model.ids import ID_BYTES
from annotator.project.places import config_folder
from annotator.storage.files import new_file, told


def device_id() -> bytes:
    """Return this device's id, drawn the first time and then kept; a damaged one is drawn anew. Raises NotSaved."""
    path = config_folder() / "device"
    with told(path):
        found = path.read_bytes() if path.exists() else None
        if found is not None and len(found) == ID_BYTES:
            return found
        if found is not None:
            path.unlink(missing_ok=True)
        _draw(path)
        return path.read_bytes()


def _draw(path: Path) -> None:
    """Put a fresh id at *path*, unless another window of ours was faster."""
    with suppress(InvalidFile), new_file(path) as fresh, fresh.open("wb") as stream:
        stream.write(os.urandom(ID_BYTES))
        stream.flush()
        os.fsync(stream.fileno())
