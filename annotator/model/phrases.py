"""Texts of ours that are passed on as text and yet can be said in another language."""

from typing import Self


class Phrase(str):  # noqa: SLOT000 - it is to be taken for the text it is
    """A phrase in English, its ``{named}`` places filled; it remembers both apart, so that the window can translate it."""

    message: str
    values: dict[str, object]

    def __new__(cls, message: str, /, **values: object) -> Self:
        """Return *message*, its places filled with *values*."""
        made = super().__new__(cls, message.format(**values) if values else message)
        made.message, made.values = message, values
        return made
