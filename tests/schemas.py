"""Schemas by chance, for the laws about them."""

from hypothesis import strategies as st

from annotator.model.attributes import CHOICE, CHOICES, KINDS, Attribute, Choice
from annotator.model.ids import NO_ID, derived_id
from annotator.model.relations import RelationKind, relation_id
from annotator.model.schemas import Label, Look, Schema, label_id

NAMES = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    ),
    min_size=1,
    max_size=6,
)
TITLES = st.dictionaries(st.sampled_from(["ar", "en", "fa", "a b"]), NAMES, max_size=2).map(
    lambda found: tuple(sorted(found.items()))
)
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from('\n\t"\\'), max_size=20)


@st.composite
def attributes(draw: st.DrawFn) -> tuple[Attribute, ...]:
    """Draw attributes with names of their own."""
    found = []
    for name in draw(st.lists(NAMES.filter(lambda name: not name.startswith("_")), unique=True, max_size=3)):
        kind = draw(st.sampled_from([known for known in KINDS if known != "part"]))
        values = draw(st.lists(NAMES, unique=True, min_size=1, max_size=3)) if kind in {CHOICE, CHOICES} else []
        choices = tuple(Choice(value, draw(TITLES), is_gone=draw(st.booleans())) for value in values)
        flags = {"is_required": draw(st.booleans()), "is_gone": draw(st.booleans())}
        found.append(Attribute(name, kind, draw(TITLES), draw(TITLES), choices, **flags))
    return tuple(found)


@st.composite
def labels(draw: st.DrawFn) -> tuple[Label, ...]:
    """Draw labels with names of their own, some merged into those before them, some renamed."""
    names = draw(st.lists(NAMES, unique=True, min_size=1, max_size=5))
    keys = draw(st.lists(st.sampled_from("123abc"), unique=True, min_size=5, max_size=5))
    found: list[Label] = []
    for name, key in zip(names, keys, strict=False):
        identifier = draw(st.sampled_from([label_id(name), derived_id(f"own:{name}")]))
        into = draw(st.sampled_from([NO_ID, *(label.id for label in found)]))
        is_gone = into != NO_ID or draw(st.booleans())
        color = draw(st.sampled_from(["#0072B2", "#d55e00"]))
        found.append(
            Label(
                identifier,
                name,
                color,
                draw(st.sampled_from(["", key])),
                draw(NAMES.filter(lambda lane: lane != "relations")),
                is_gone,
                into,
            )
        )
    return tuple(found)


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    """Draw a schema."""
    found = draw(labels())
    looks = tuple(
        Look(
            draw(st.sampled_from(["fill", "bracket"])),
            draw(st.sampled_from(["solid", "dotted"])),
            draw(TITLES),
            draw(TITLES),
            draw(attributes()),
            tuple(draw(st.lists(NAMES, unique=True, max_size=2))),
        )
        for _ in found
    )
    pairs = st.lists(st.tuples(*[st.sampled_from([label.id for label in found])] * 2), min_size=1, max_size=3)
    kinds = tuple(
        RelationKind(
            relation_id(name),
            name,
            tuple(draw(pairs)),
            draw(TITLES),
            draw(TITLES),
            is_required=draw(st.booleans()),
            is_symmetric=draw(st.booleans()),
            is_derived=draw(st.booleans()),
            is_gone=draw(st.booleans()),
        )
        for name in draw(st.lists(NAMES, unique=True, max_size=2))
    )
    return Schema(draw(NAMES), found, looks, kinds, draw(attributes()), tuple(draw(st.lists(NAMES, max_size=2))), draw(TEXTS))
