"""What a request may bring, near to what is right and far from it."""

from hypothesis import strategies as st


characters = st.characters(exclude_categories=())
texts = st.text(characters)
# Headers and paths as WSGI hands them over: bytes in the guise of Latin-1.
latin = st.text(st.characters(max_codepoint=255))

scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
anything = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
    ),
    max_leaves=8,
)


def fields(**near: st.SearchStrategy) -> st.SearchStrategy:
    """Dictionaries with some of these fields, each near to what is right or not."""
    return st.fixed_dictionaries(
        {}, optional={name: near[name] | anything for name in near}
    )
