"""Values of attributes put in and taken away."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.attributes import Value, changed

NAMES = st.sampled_from("abcde")
VALUES: st.SearchStrategy[Value] = st.one_of(st.integers(), st.text("xyz", min_size=1), st.booleans())


def pairs(values: st.SearchStrategy[Value]) -> st.SearchStrategy[tuple[tuple[str, Value], ...]]:
    return st.dictionaries(NAMES, values).map(lambda held: tuple(sorted(held.items())))


@given(pairs(VALUES), pairs(st.none() | VALUES))
def test_what_is_changed_is_so_afterwards_and_nothing_else_is(
    held: tuple[tuple[str, Value], ...], changes: tuple[tuple[str, Value], ...]
) -> None:
    after, wanted = changed(held, changes), dict(changes)
    assert all(dict(after).get(name) == value for name, value in changes)
    assert {name: value for name, value in held if name not in wanted}.items() <= dict(after).items()
    assert after == tuple(sorted(after)) == changed(after, changes)
    assert None not in dict(after).values()
