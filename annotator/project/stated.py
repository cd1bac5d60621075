"""The count that the text of a span states, as values of its attributes, wherever its label asks for such a count."""

from dataclasses import replace

from annotator.model.attributes import CHOICE, COUNT, Attributes, changed
from annotator.model.schemas import Schema
from annotator.model.spans import Span

QUALIFIER, UNQUANTIFIED = "qualifier", "unquantified"
KINDS = {"min": COUNT, "best": COUNT, "max": COUNT, QUALIFIER: CHOICE}
LONGEST = 400


def stated_counts(text: str) -> Attributes:
    """Return the first count that *text* states; where it states none, that: no number is never 0."""
    from annotator.text import numbers  # noqa: PLC0415 - its word lists take a while: the window is there sooner

    found = numbers.stated(text[:LONGEST])
    if found is None:
        return ((QUALIFIER, UNQUANTIFIED),)
    values = (("best", found.best), ("max", found.max), ("min", found.min), (QUALIFIER, found.qualifier))
    return tuple(pair for pair in values if pair[1] is not None)


def with_count(span: Span, text: str, schema: Schema) -> Span:
    """Return a new *span* with the count that its part of *text* states, if its label asks for one and it has none yet."""
    return replace(span, attributes=followed(span.attributes, (), _counts(schema, span, text)))


def recounted(before: Span, after: Span, text: str, schema: Schema) -> Span:
    """Return *after* with the count that its part of *text* states, where *before* had the count that its own part states."""
    read = _counts(schema, before, text), _counts(schema, after, text)
    return replace(after, attributes=followed(after.attributes, *read))


def asks_for_count(schema: Schema, label: bytes) -> bool:
    """Whether spans under the label with this id are asked how many, in the attributes that `stated_counts` fills."""
    kinds = {attribute.name: attribute.kind for attribute in schema.attributes_of(label)}
    return KINDS.items() <= kinds.items()


def followed(held: Attributes, before: Attributes, after: Attributes) -> Attributes:
    """Return the values *held* when the text states *after* and no longer *before*: what a person set or took away stays.

    What is held as the text stated it was read; of values that are not there that is known only beside others that were.
    """
    values, old, new = dict(held), dict(before), dict(after)
    if old:
        is_read = any(values.get(name) == value for name, value in before)
        names = [name for name in KINDS if is_read and values.get(name) == old.get(name)]
    else:
        names = [] if any(name in values for name in KINDS) else list(new)
    return changed(held, tuple((name, new.get(name)) for name in names))


def _counts(schema: Schema, span: Span, text: str) -> Attributes:
    """Return what *text* states of the attributes that the label of *span* asks for: nothing unless a count is among them."""
    if not asks_for_count(schema, span.label):
        return ()
    known = {attribute.name: attribute for attribute in schema.attributes_of(span.label)}
    return tuple((name, value) for name, value in stated_counts(span.covered(text)) if known[name].fits(value))
