"""What can be wrong with the world; anything else that is raised is a bug of ours."""

from collections.abc import Iterable


class AnnotatorError(Exception):
    """The world is not as it should be; the message says what happened and what to do, and is shown as it stands.

    A message with ``{named}`` places is given its *values* apart, so that the window can say it in another language; a value
    that is a phrase of ours is an AnnotatorError as well.
    """

    def __init__(self, message: str, /, **values: object) -> None:
        """Say *message*, its places filled with *values*."""
        super().__init__(message.format(**values) if values else message)
        self.message, self.values = message, values


class InvalidSpan(AnnotatorError):
    """A span that its document cannot hold: outside the text, empty, reversed, or ending inside a character."""


class InvalidFile(AnnotatorError):
    """A file that is not what it should be: no project, not text, damaged, made by a newer Annotator, unreadable."""

    @classmethod
    def joined(cls, errors: Iterable[AnnotatorError]) -> "InvalidFile":
        """Return one error that says what all *errors* say, each on a line of its own."""
        values = {f"line_{number}": error for number, error in enumerate(errors, start=1)}
        return cls("\n".join(f"{{{name}}}" for name in values), **values)


class Damaged(InvalidFile):
    """A file that is no project, or no whole one any more: damaged, cut off, empty, written over by another program, gone."""


class Stale(AnnotatorError):
    """What an edit was to replace, or an export to tell, has changed meanwhile, in another window or by a merge.

    ``span`` is the layer, document and id of the span that it is about, None where that is something else.
    """

    def __init__(self, message: str, /, *, span: tuple[bytes, ...] | None = None, **values: object) -> None:
        """Say *message*, its places filled with *values*, of a *span*."""
        super().__init__(message, **values)
        self.span = span


class NotSaved(AnnotatorError):
    """The disk did not take an edit (full, busy, failing, read-only); nothing was changed and it can be tried again."""


class Busy(NotSaved):
    """Another window or program is writing to the project, and went on for longer than anybody is kept waiting."""


class Moved(NotSaved):
    """An edit was not written, for the project's file is not in its place: renamed, deleted or replaced; it may be found."""


class NoBackup(NotSaved):
    """An edit that changes much was not begun, for no backup could be made before it; the analyst may insist."""
