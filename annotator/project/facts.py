"""What a record knows as a project keeps it: ids, and the facts about a document in its meta, there and back."""

import json
import re
from collections.abc import Iterable

from annotator.model.documents import Source
from annotator.model.ids import derived_id, loose_id, timeless_id
from annotator.model.records import SKIPPED, Record
from annotator.text.paragraphs import Paragraphs

_OWN_ID = re.compile("[0-9a-f]{32}")
_PROVENANCE = "_provenance"
_DIRECTIONS = re.compile(r"[0-9]+:(rtl|ltr)( [0-9]+:(rtl|ltr))*")
_EITHER = {"rtl", "ltr"}


def kept_id(given: str, facts: Iterable[object]) -> bytes:
    """Return our own id as it was, and for a foreign one the same id whenever what these *facts* tell of is imported."""
    if _OWN_ID.fullmatch(given):
        return bytes.fromhex(given)
    return timeless_id("|".join(map(str, (*facts, given))))


def default_split_key(text: str) -> str:
    """Return the group of a document nobody grouped: the hash of its loose text, in hex."""
    return loose_id(text).hex()


def meta_of(source: Source) -> tuple[tuple[str, str | None], ...]:
    """Return the meta of a record: the analysts' own keys, title, url, taken, direction, directions; sorted by key.

    ``directions`` are the paragraphs that override the direction, as in "0:ltr 512:rtl", starts in code points.
    """
    meta = {key: value for key, value in source.metadata if key != _PROVENANCE}
    directions = " ".join(f"{start}:{side}" for start, side in source.directions)
    own = {"title": source.title, "url": source.url, "taken": source.taken, "direction": source.direction}
    return tuple(sorted((meta | {key: value for key, value in (own | {"directions": directions}).items() if value}).items()))


def provenance_of(source: Source) -> tuple[tuple[str, str | int | None], ...]:
    """Return where a document came from, sorted by key."""
    return tuple(sorted(json.loads(dict(source.metadata).get(_PROVENANCE) or "{}").items()))


def source_of(record: Record, external_id: str) -> Source:
    """Return what a record knows about its document; what is no direction stays among the analysts' own keys."""
    document, meta = record.document, dict(record.meta)
    title, url, taken = (meta.pop(key, None) for key in ("title", "url", "taken"))
    direction = meta.pop("direction") if meta.get("direction") in _EITHER else None
    directions = _directions(meta.get("directions") or "", document.text)
    if directions:
        del meta["directions"]
    if record.provenance:
        meta[_PROVENANCE] = json.dumps(dict(record.provenance), ensure_ascii=False, sort_keys=True)
    has_own_key = record.split_key not in {"", default_split_key(document.text)}
    return Source(
        document=document.id,
        id=derived_id(f"source:{document.id.hex()}:{record.name}"),
        title=title or record.name,
        url=url or "",
        taken=taken or "",
        direction=direction or "",
        directions=directions,
        language=record.language,
        external_id="" if external_id == document.id.hex() else external_id,
        split_group=record.split_key if has_own_key else "",
        skipped=record.status == SKIPPED,
        metadata=tuple(sorted(meta.items())),
    )


def _directions(words: str, text: str) -> tuple[tuple[int, str], ...]:
    """Return (paragraph start, side) pairs, or nothing unless *words* are such pairs for paragraphs of *text*, in order."""
    if not _DIRECTIONS.fullmatch(words):
        return ()
    pairs = [(int(start), side) for start, _, side in (pair.partition(":") for pair in words.split())]
    starts = [start for start, _ in pairs]
    is_ours = starts == sorted(set(starts)) and set(starts) <= set(Paragraphs(text).starts)
    return tuple(pairs) if is_ours else ()
