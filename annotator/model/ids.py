"""Identifiers: 16 bytes each, time-ordered for what people make, derived for what everybody shares."""

import hashlib
import os
import time

from annotator.text.folding import loose

ID_BYTES = 16
UUID_VERSION, UUID_VARIANT = 7, 2
NO_ID = bytes(ID_BYTES)
_END_OF_9999_MS = 253_402_300_799_999


def new_id() -> bytes:
    """Return a new UUIDv7 (RFC 9562 § 5.7): 48 bits of Unix milliseconds, the rest random."""
    random = int.from_bytes(os.urandom(10))
    value = time.time_ns() // 1_000_000 << 80 | random
    value = value & ~(0xF << 76) | UUID_VERSION << 76
    value = value & ~(0x3 << 62) | UUID_VARIANT << 62
    return value.to_bytes(ID_BYTES)


def made_at_ms(identifier: bytes) -> int | None:
    """Return the Unix milliseconds inside a UUIDv7, or None if *identifier* is not one, or tells a year after 9999."""
    is_uuid7 = identifier[6] >> 4 == UUID_VERSION and identifier[8] >> 6 == UUID_VARIANT
    made_ms = int.from_bytes(identifier[:6])
    return made_ms if is_uuid7 and made_ms <= _END_OF_9999_MS else None


def derived_id(name: str) -> bytes:
    """Return the first 16 bytes of the SHA-256 of *name*: the same wherever it is computed."""
    return hashlib.sha256(name.encode()).digest()[:ID_BYTES]


def timeless_id(name: str) -> bytes:
    """Return the id derived from *name*, a UUIDv8 (RFC 9562 § 5.8) where it would pass for one that tells its time."""
    made = derived_id(name)
    return made if made_at_ms(made) is None else made[:6] + bytes([made[6] & 0xF | 8 << 4]) + made[7:]


def document_id(text: str) -> bytes:
    """Return the id of the document with this *text*: first 16 bytes of the SHA-256 of its UTF-8."""
    return derived_id(text)


def loose_id(text: str) -> bytes:
    """Return what near copies of *text* share: the id derived from its `loose` form."""
    return derived_id(loose(text))
