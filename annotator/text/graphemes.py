"""Grapheme clusters: what a reader takes for one character."""


def is_boundary(text: str, offset: int) -> bool:
    """Whether *offset* (code points) lies between two grapheme clusters of *text*, or at an end."""
    raise NotImplementedError
