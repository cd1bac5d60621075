"""Project: everything an analyst can do to a project, with or without a window."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from annotator.model import shipped
from annotator.model.edits import Row
from annotator.model.entities import Entity
from annotator.model.ids import new_id
from annotator.model.layers import ANALYST, Layer, person
from annotator.model.records import Record
from annotator.model.schemas import Label, Schema, SchemaBody
from annotator.project import importing, marking, naming, noting, recording, trusting
from annotator.project.acts import Acts
from annotator.project.device import device_id
from annotator.project.importing import Wishes, counted
from annotator.project.overview import overview
from annotator.project.places import backup_folder
from annotator.project.values import Checked, Entry, Imported, Noted, Opened, Overview, Part, SpanVersion
from annotator.storage import clouds, copying, restoring
from annotator.storage import history as past
from annotator.storage.backup import Backup, found
from annotator.storage.check import check, obstacle
from annotator.storage.clouds import Cloud
from annotator.storage.offering import Offer, offers
from annotator.storage.picture import Picture
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store
from annotator.storage.writing import Writing

T = TypeVar("T")
R = TypeVar("R")
AT_ONCE, AROUND, A_PART = 5_000, 40_000, 2_000


class Project(Acts):
    """One project in use; what changes it returns a future, done once it is on the disk. Offsets are code points."""

    def __init__(self, store: Store) -> None:
        """Do not call this: `create` or `open`."""
        self._store = store
        self.path, self.name = store.path, store.path.stem
        self.notice = store.notice
        self._schema_rows = store.ask(Reader.schema_rows).result()
        self.schema: Schema = shipped.schema_of(*self._schema_rows)
        self.layer: Layer = store.ask(_own_layer).result()
        self.ask, self.listen, self.undo, self.redo, self.close = store.ask, store.listen, store.undo, store.redo, store.close
        self.watch = store.watch
        store.listen(self._follow)
        self.check, self.back_up, self.reseal = store.check, store.back_up, store.reseal

    @classmethod
    def create(cls, path: Path, schema: Schema | None = None, analyst: str = "analyst") -> "Project":
        """Make a new project file and open it; raises InvalidFile if it is there, NotSaved."""
        schema = schema or shipped.shipped(shipped.USUAL)
        rows: tuple[Row, ...] = (schema.row, *schema.label_rows, Layer(new_id(), ANALYST, person(analyst)))
        return cls(Store.create(path, device_id(), rows, backups=backup_folder(path)))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> "Project":
        """Open a project file; raises InvalidFile, NotSaved."""
        store = Store.open(path, device_id(), read_only=read_only, backups=backup_folder(path))
        try:
            return cls(store)
        except BaseException:
            store.close()
            raise

    @classmethod
    def restore(cls, backup: Path, path: Path) -> "Project":
        """Open a backup as a new project at *path*; raises InvalidFile if it is damaged or *path* is there, NotSaved."""
        copying.restore(backup, path)
        return cls.open(path)

    @classmethod
    def put_back(cls, backup: Path, path: Path) -> "tuple[Project, Path | None]":
        """Open a backup in the place of the project at *path*, which must be closed; raises InvalidFile, NotSaved.

        The second value is where the file that was there is kept, None if none was. Raised before the backup lies there, the
        error leaves the project as it was.
        """
        kept = restoring.put_back(backup, path)
        return cls.open(path), kept

    def cloud(self) -> Cloud:
        """Return which service keeps the project's folder the same elsewhere, and what it left; looks at the disk."""
        return clouds.look_at(self.path)

    def checked(self) -> Future[Checked]:
        """Check the file to the last row, and count what was checked."""
        return self._store.ask_aside(lambda reader: _checked(reader, self.path))

    def found_at(self, path: Path) -> "Project":
        """Open this project where its file lies now; raises Moved if that is another or went on otherwise, also InvalidFile."""
        self._store.lineage().result().look_at(path)
        return Project.open(path)

    def copy_to(self, path: Path) -> Future[None]:
        """Copy what is in the file to *path*; raises InvalidFile if that is there, NotSaved if it cannot be had."""
        return self._store.ask(lambda reader: copying.copy(reader.con, path))

    @property
    def read_only(self) -> str:
        """Why it cannot be changed, or "": also what the disk or the file refused for good since it was opened."""
        return self._store.read_only

    @property
    def pending(self) -> int:
        """How many edits are not in the file yet."""
        return self._store.pending

    def documents(self) -> Future[tuple[Entry, ...]]:
        """Return the documents, sorted by title."""
        return self._store.ask(lambda reader: _entries(reader, self.layer))

    def document(self, identifier: bytes, near: int | None = None) -> Future[Opened]:
        """Return one document with the spans of the own layer; of very many only those *near* an offset (code points)."""
        return self._store.ask(lambda reader: _opened(reader, self.layer.id, identifier, near))

    def more_spans(self, opened: Opened, after: bytes) -> Future[Part]:
        """Return the next spans of the own layer on a document that is not whole yet, by their ids, from *after* on.

        They come a few thousand at a time, so that nothing else has to wait long.
        """
        return self._store.ask(lambda reader: _part(reader, self.layer.id, opened, after))

    def entities(self) -> Future[tuple[Entity, ...]]:
        """Return the actors and places that spans of the own layer mention, in all documents; nobody waits meanwhile."""
        schema, layer = self.schema, self.layer
        return self._store.ask_aside(lambda reader: naming.entities_of(reader, schema, layer))

    def notes(self) -> Future[tuple[Noted, ...]]:
        """Return what is noted in all layers on all documents, by document and place."""
        return self._store.ask(noting.every)

    def overview(self) -> Future[Overview]:
        """Return the project in numbers."""
        return self._store.ask(lambda reader: overview(reader, self.schema))

    def label_counts(self) -> Future[dict[bytes, int]]:
        """Return how many spans there are under each label that has any, in all layers."""
        return self._store.ask(_label_counts)

    def backups(self) -> Future[tuple[Backup, ...]]:
        """Return the backups of this project, the newest first."""
        return self._store.ask(lambda _: found(backup_folder(self.path)))

    def offers(self) -> Future[tuple[Offer, ...]]:
        """Return the backups to choose from, those made last first, and what was done since each."""
        return self._store.ask(lambda reader: offers(backup_folder(self.path), reader.con))

    def history(self, limit: int | None = None) -> Future[tuple[past.Entry, ...]]:
        """Return what was done, newest first."""
        return self._store.ask(lambda reader: reader.history(limit))

    def span_history(self, layer: bytes, document: bytes, identifier: bytes) -> Future[tuple[SpanVersion, ...]]:
        """Return all that a span ever was, the newest first."""
        return self._store.ask(lambda reader: _span_versions(reader, layer, document, identifier))

    def texts_of(self, label: bytes, attribute: str) -> Future[tuple[str, ...]]:
        """Return the texts that spans under the label with this id have for an *attribute*, those of most spans first."""
        return self._store.ask(lambda reader: reader.texts_of(label, attribute))

    def can_undo(self) -> Future[past.Entry | None]:
        """Return the edit that undo takes back next, or None."""
        return self._store.ask(lambda reader: reader.can_undo())

    def can_redo(self) -> Future[past.Entry | None]:
        """Return the undo that redo takes back next, or None."""
        return self._store.ask(lambda reader: reader.can_redo())

    def import_records(
        self, records: Sequence[Record], title: str = "import", wishes: Wishes | None = None
    ) -> Future[Imported]:
        """Bring in *records* as one edit; raises InvalidFile and changes nothing when one does not fit, NoBackup."""
        counts: list[Imported] = []

        def build(reader: Reader) -> Writing:
            plan = importing.plan(reader, self.layer, records, wishes or Wishes())
            counts[:] = [counted(plan)]
            return plan.writing(title)

        return _answered(self._store.act(build), lambda applied: counts[0]._replace(applied=applied))

    def preview_import(self, records: Sequence[Record], wishes: Wishes | None = None) -> Future[Imported]:
        """Return what `import_records` would do, with the same counts; raises InvalidFile as it does."""
        return self._store.ask(lambda reader: counted(importing.plan(reader, self.layer, records, wishes or Wishes())))

    def people(self) -> Future[tuple[str, ...]]:
        """Return whose layers an export has to choose from: none or one where there is nothing to ask."""
        return self._store.ask(recording.people)

    def records(self, layers: str = "", *, untouched: bool = False) -> Iterator[Record]:
        """Yield a record a document and layer, by name, then layer; *untouched* adds those with nothing said.

        *layers* are chosen as in `recording.chosen`. They tell what the project is when this is called, and nobody has to wait
        who changes it meanwhile. Raises Stale where what it was cannot be told any more, as after a merge.
        """
        return recording.records(Picture(self._store), layers, self.layer, untouched=untouched)

    def _follow(self, applied: Applied) -> None:
        """Keep up with another schema; called on the store's thread."""
        edit = applied.edit
        before, after = ([row for row in rows if isinstance(row, Label | SchemaBody)] for rows in (edit.before, edit.after))
        if before or after:
            body, labels = self._schema_rows
            known = {label.id: label for label in labels if label not in before}
            known |= {row.id: row for row in after if isinstance(row, Label)}
            body = next((row for row in after if isinstance(row, SchemaBody)), body)
            self._schema_rows = body, tuple(known.values())
            self.schema = shipped.schema_of(*self._schema_rows)


def _label_counts(reader: Reader) -> dict[bytes, int]:
    counts: Counter[bytes] = Counter()
    for layer in reader.layers():
        counts.update(reader.label_counts(layer.id))
    return dict(counts)


def _own_layer(reader: Reader) -> Layer:
    """Return the analyst's layer that was made first."""
    own = [layer for layer in reader.layers() if layer.kind == ANALYST]
    return min(own, key=lambda layer: (layer.version.hlc if layer.version else 0, layer.id))


def _opened(reader: Reader, layer: bytes, identifier: bytes, near: int | None) -> Opened:
    document, source = reader.document(identifier), marking.source_of(reader, identifier)
    state = reader.state(layer, identifier)
    relations, notes = reader.relations(identifier, layer), reader.notes(identifier, layer)
    if near is not None and reader.has_more_spans(identifier, layer, AT_ONCE):
        spans = reader.spans_between(identifier, layer, near - AROUND, near + AROUND)
        return Opened(document, source, spans, state, is_whole=False, relations=relations, notes=notes)
    spans = reader.spans(identifier, layer)
    doubt = trusting.doubt(reader, document, source, layer, spans)
    return Opened(document, source, spans, state, doubt, relations=relations, notes=notes)


def _part(reader: Reader, layer: bytes, opened: Opened, after: bytes) -> Part:
    spans = reader.spans_after(opened.document.id, layer, after, A_PART)
    is_last = len(spans) < A_PART
    doubt = trusting.doubt(reader, opened.document, opened.source, layer, spans, are_all=is_last)
    return Part(spans, doubt, is_last)


def _span_versions(reader: Reader, layer: bytes, document: bytes, identifier: bytes) -> tuple[SpanVersion, ...]:
    spans = reader.span_versions(layer, document, identifier)
    text = reader.document(document).text if spans else ""
    analyst, here = {known.id: known.name for known in reader.layers()}.get(layer, ""), device_id()
    return tuple(
        SpanVersion(span, span.covered(text), analyst, bool(span.version and span.version.device == here)) for span in spans
    )


def _checked(reader: Reader, path: Path) -> Checked:
    """Return what a check finds; nothing is counted where that may not be possible."""
    found = check(reader.con, path)
    if obstacle(found):
        return Checked(found, 0, 0)
    return Checked(found, len(reader.document_lengths()), reader.span_count())


def _entries(reader: Reader, layer: Layer) -> tuple[Entry, ...]:
    lengths, counts, waiting = reader.document_lengths(), reader.span_counts(layer.id), reader.open_counts()
    finished = {state.document for state in reader.states(layer.id) if state.finished}
    found = {source.document: source for source in reversed(reader.sources())}
    entries = (
        Entry(key, source.title, source, lengths[key], counts.get(key, 0), key in finished, waiting.get(key, 0))
        for key, source in found.items()
    )
    return tuple(sorted(entries, key=lambda entry: (entry.title, entry.id)))


def _answered(done: Future[T], made: Callable[[T], R]) -> Future[R]:
    """Return the future of what is *made* of an answer."""
    future: Future[R] = Future()

    def pass_on(finished: Future[T]) -> None:
        error = finished.exception()
        if error:
            future.set_exception(error)
        else:
            future.set_result(made(finished.result()))

    done.add_done_callback(pass_on)
    return future
