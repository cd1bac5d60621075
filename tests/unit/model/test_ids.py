import hashlib
import time
import uuid
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.documents import Document
from annotator.model.ids import ID_BYTES, NO_ID, derived_id, document_id, made_at_ms, new_id, timeless_id
from annotator.model.schemas import label_id
from tests.texts import texts

END_OF_9999_MS = int(datetime(9999, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC).timestamp() * 1000)


def test_a_new_id_is_a_uuid_of_version_seven_that_knows_when_it_was_made() -> None:
    for _ in range(1000):
        before = time.time_ns() // 1_000_000
        identifier = new_id()
        after = time.time_ns() // 1_000_000
        made = uuid.UUID(bytes=identifier)
        assert (made.version, made.variant) == (7, uuid.RFC_4122)
        assert before <= (made_at_ms(identifier) or 0) <= after


def test_new_ids_differ_and_their_random_bits_are_used() -> None:
    made = [int.from_bytes(new_id()) for _ in range(400)]
    assert len(set(made)) == 400
    ones, zeros = made[0], made[0]
    for value in made:
        ones, zeros = ones & value, zeros | value
    is_fixed = (ones | ~zeros) & (1 << 80) - 1
    assert is_fixed == 0xF << 76 | 0x3 << 62


@given(st.binary(min_size=ID_BYTES, max_size=ID_BYTES))
def test_only_uuids_of_version_seven_have_a_time(identifier: bytes) -> None:
    made = uuid.UUID(bytes=identifier)
    is_uuid7 = made.version == 7 and made.variant == uuid.RFC_4122
    told = int.from_bytes(identifier[:6])
    assert made_at_ms(identifier) == (told if is_uuid7 and told <= END_OF_9999_MS else None)


def test_a_time_that_no_calendar_here_has_is_none() -> None:
    rest = new_id()[6:]
    assert made_at_ms(END_OF_9999_MS.to_bytes(6) + rest) == END_OF_9999_MS
    assert made_at_ms((END_OF_9999_MS + 1).to_bytes(6) + rest) is None


def test_what_is_only_derived_tells_no_time_and_else_is_as_derived() -> None:
    names = [str(number) for number in range(2000)]
    telling = [name for name in names if made_at_ms(derived_id(name)) is not None]
    assert telling
    for name in names:
        made, derived = uuid.UUID(bytes=timeless_id(name)), uuid.UUID(bytes=derived_id(name))
        assert made_at_ms(made.bytes) is None
        assert (made.int ^ derived.int) & ~(0xF << 76) == 0
        assert made.version == 8 if name in telling else made == derived


def test_no_version_but_seven_and_no_variant_but_the_rfc_has_a_time() -> None:
    made = bytearray(new_id())
    for version in range(16):
        made[6] = version << 4
        assert (made_at_ms(bytes(made)) is not None) == (version == 7)
    made[6] = 7 << 4
    for variant in range(4):
        made[8] = variant << 6
        assert (made_at_ms(bytes(made)) is not None) == (variant == 2)


@given(texts)
def test_a_document_is_known_by_the_hash_of_its_text(text: str) -> None:
    wanted = hashlib.sha256(text.encode()).digest()[:16]
    assert document_id(text) == Document.of(text).id == wanted
    assert Document.of(text).text == text


def test_derived_ids_are_the_same_everywhere() -> None:
    assert label_id("actor") == derived_id("label:actor")
    assert derived_id("label:actor").hex() == "f5ac91fe4fae94b2e01ec5f7f07d51e7"
    assert bytes(16) == NO_ID
