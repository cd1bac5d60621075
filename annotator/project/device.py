"""The id of this device: 16 random bytes in the user's settings."""

import os

from annotator.model.ids import ID_BYTES
from annotator.project.places import config_folder


def device_id() -> bytes:
    """Return this device's id, drawn the first time and then kept."""
    path = config_folder() / "device"
    if not path.exists():
        fresh = path.with_name(f"device.{os.getpid()}")
        fresh.write_bytes(os.urandom(ID_BYTES))
        fresh.replace(path)
    return path.read_bytes()
