"""Identifiers: 16 bytes each, time-ordered for what people make, derived for what everybody shares."""

import hashlib
import os
import time

from annotator.text.folding import loose

ID_BYTES = 16
UUID_VERSION, UUID_VARIANT = 7, 2
NO_ID = bytes(ID_BYTES)


def new_id() -> bytes:
    """Return a new UUIDv7 (RFC 9562 § 5.7): 48 bits of Unix milliseconds, the rest random."""
    random = int.from_bytes(os.urandom(10))
    value = time.time_ns() // 1_000_000 << 80 | random
    value = value & ~(0xF << 76) | UUID_VERSION << 76
    value = value & ~(0x3 << 62) | UUID_VARIANT << 62
    return value.to_bytes(ID_BYTES)


def made_at_ms(identifier: bytes) -> int | None:
    """Return the Unix milliseconds inside a UUIDv7, or None if *identifier* is not one."""
    is_uuid7 = identifier[6] >> 4 == UUID_VERSION and identifier[8] >> 6 == UUID_VARIANT
    return int.from_bytes(identifier[:6]) if is_uuid7 else None


def derived_id(name: str) -> bytes:
    """Return the first 16 bytes of the SHA-256 of *name*: the same wherever it is computed."""
    return hashlib.sha256(name.encode()).digest()[:ID_BYTES]


def document_id(text: str) -> bytes:
    """Return the id of the document with this *text*: first 16 bytes of the SHA-256 of its UTF-8."""
    return derived_id(text)


def loose_id(text: str) -> bytes:
    """Return what near copies of *text* share: the id derived from its `loose` form."""
    return derived_id(loose(text))
