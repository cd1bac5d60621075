"""What goes without saying is said of every span that needs it, by the innermost span around it, however many there are."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from annotator.model.derived import derived
from annotator.model.documents import Document
from annotator.model.relations import Relation, RelationKind
from annotator.model.spans import Span

TEXT = Document.of("قال محمد إن اثنين قتلا")
LAYER, CASUALTY, CLAIM, OTHER = (bytes([number]) * 16 for number in range(1, 5))
KIND = RelationKind(b"k" * 16, "claimed_in", ((CASUALTY, CLAIM),), is_derived=True)
NESTING = replace(KIND, id=b"n" * 16, ends=((CLAIM, CLAIM), (CASUALTY, OTHER)))


def span(name: int, label: bytes, *parts: tuple[int, int]) -> Span:
    """Return a span with the id *name* that covers *parts*."""
    segments = parts if len(parts) > 1 else ()
    place = {"label": label, "layer": LAYER, "identifier": name.to_bytes(16), "by_character": True}
    return Span.over(TEXT, parts[0][0], parts[-1][1], segments=segments, **place)  # type: ignore[arg-type]


def stored(kind: RelationKind, head: Span, tail: Span) -> Relation:
    """Return a relation that somebody made."""
    return Relation(LAYER, TEXT.id, b"r" * 16, kind.id, head.id, tail.id)


def ends(found: tuple[Relation, ...]) -> list[tuple[int, int]]:
    """Return the heads and tails of what was *found*, by the names of the spans."""
    return [(int.from_bytes(relation.head), int.from_bytes(relation.tail)) for relation in found]


@st.composite
def spans(draw: DrawFn) -> tuple[Span, ...]:
    """Return spans under any of the labels, some of several parts, in any order."""
    made = []
    for name in draw(st.lists(st.integers(1, 99), max_size=12, unique=True)):
        edges = sorted(draw(st.lists(st.integers(0, 12), min_size=2, max_size=6, unique=True)))
        parts = tuple(zip(edges[::2], edges[1::2], strict=False))
        made.append(span(name, draw(st.sampled_from((CASUALTY, CLAIM, OTHER))), *parts))
    return tuple(made)


def covers(outer: Span, inner: Span) -> bool:
    """Whether every stretch of *inner* lies in one of *outer*, stretch by stretch."""
    return all(any(a <= start and end <= b for a, b in outer.parts) for start, end in inner.parts)


@given(spans(), st.data())
def test_the_tail_is_the_least_of_all_spans_that_could_be(found: tuple[Span, ...], data: st.DataObject) -> None:
    kinds = (KIND, NESTING, replace(KIND, is_derived=False), replace(KIND, is_gone=True))
    said = tuple(stored(kind, one, one) for one in found for kind in (KIND, NESTING) if data.draw(st.booleans()))
    wanted = set()
    for kind in (KIND, NESTING):
        for head in found:
            legal = [tail for tail in found if tail != head and (head.label, tail.label) in kind.ends and covers(tail, head)]
            if legal and not any(relation.label == kind.id and relation.head == head.id for relation in said):
                tail = min(legal, key=lambda one: (sum(b - a for a, b in one.parts), one.id))
                wanted.add((kind.id, head.id, tail.id))
    made = derived(kinds, data.draw(st.permutations(found)), said)
    assert {(relation.label, *relation.ends) for relation in made} == wanted
    assert len(made) == len({relation.id for relation in made}) == len(wanted)


def test_it_is_of_the_layer_and_document_of_its_spans_and_has_the_same_id_always() -> None:
    found = (span(1, CASUALTY, (3, 5)), span(2, CLAIM, (0, 9)))
    (first,), (second,) = derived([KIND], found, []), derived([KIND], found[::-1], [])
    assert first == second
    assert (first.layer, first.document, first.label, first.attributes) == (LAYER, TEXT.id, KIND.id, ())


def test_the_innermost_goes_first_then_the_least_id_and_the_gaps_of_a_span_are_outside_of_it() -> None:
    inside, wide, close, equal = (
        span(1, CASUALTY, (3, 5)),
        span(2, CLAIM, (0, 9)),
        span(4, CLAIM, (2, 6)),
        span(3, CLAIM, (3, 7)),
    )
    gap = span(5, CLAIM, (2, 3), (5, 6))
    assert ends(derived([KIND], (inside, wide, close, gap), [])) == [(1, 4)]
    assert ends(derived([KIND], (inside, wide, close, equal), [])) == [(1, 3)]
    assert ends(derived([KIND], (inside, gap), [])) == []


def test_one_that_is_stored_stands_for_the_derived_one_and_only_for_its_own_kind_and_head() -> None:
    inside, other, around = span(1, CASUALTY, (3, 5)), span(2, CASUALTY, (5, 6)), span(3, CLAIM, (0, 9))
    assert ends(derived([KIND], (inside, other, around), [stored(KIND, inside, other)])) == [(2, 3)]
    assert ends(derived([KIND], (inside, around), [stored(NESTING, inside, around)])) == [(1, 3)]
