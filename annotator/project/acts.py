"""What an analyst does to the documents of a project and to their spans; each is an edit, done once it is on the disk."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import replace
from itertools import chain

from annotator.model.attributes import Attributes
from annotator.model.breaches import Breach
from annotator.model.documents import Document
from annotator.model.edits import Edit
from annotator.model.errors import AnnotatorError
from annotator.model.layers import Layer
from annotator.model.notes import Note
from annotator.model.parts import Parts
from annotator.model.relations import Relation
from annotator.model.schema_changes import Change
from annotator.model.schema_facts import is_text
from annotator.model.schemas import Label, Schema
from annotator.model.spans import Span
from annotator.project import describing, marking, naming, noting, relating, schemas
from annotator.storage.reader import Reader
from annotator.storage.store import Applied, Store
from annotator.storage.writing import Writing


class Acts:
    """The verbs of a project whose edits go to ``_store``, in the own ``layer``; offsets are code points."""

    _store: Store
    layer: Layer
    schema: Schema

    def mark(self, document: Document, start: int, end: int, label: Label, *, by_character: bool = False) -> Future[Applied]:
        """Mark ``document.text[start:end]`` with *label*; the same mark twice is refused with InvalidSpan."""
        return self._store.act(
            lambda reader: marking.mark(reader, self.schema, self.layer, document, start, end, label, by_character=by_character)
        )

    def add(self, span: Span) -> Future[Applied]:
        """Mark with *span*, made before its turn came, so that the file has it under the id it was shown with."""
        return self._store.act(lambda reader: marking.add(reader, span))

    def erase(self, document: bytes, span_ids: Iterable[bytes]) -> Future[Applied]:
        """Erase spans of the own layer, and with them their relations and the notes about them."""
        chosen = tuple(span_ids)
        return self._store.act(lambda reader: marking.erase(reader, self.layer, document, chosen))

    def relabel(self, span: Span, label: Label) -> Future[Applied]:
        """Put *span* under another label."""
        return self._store.act(lambda reader: marking.relabel(reader, self.schema, span, label))

    def set_attributes(self, span: Span, changes: Attributes) -> Future[Applied]:
        """Give *span* other values of attributes that its label has; None takes a value away."""
        attributes = self.schema.attributes_of(span.label)
        return self._store.act(lambda reader: marking.set_attributes(reader, span, attributes, changes))

    def relate(self, relation: Relation) -> Future[Applied]:
        """Join two spans by *relation*, made before its turn came, so that the file has it under the id it was shown with."""
        kind = self.schema.kind(relation.label)
        return self._store.act(lambda reader: relating.relate(reader, kind, relation))

    def unrelate(self, document: bytes, relation_ids: Iterable[bytes]) -> Future[Applied]:
        """Erase relations of the own layer."""
        chosen = tuple(relation_ids)
        return self._store.act(lambda reader: relating.unrelate(reader, self.layer, document, chosen))

    def name_entity(self, mentions: Iterable[Span], name: str, *, without_backup: bool = False) -> Future[Applied]:
        """Count *mentions* under this *name*; raises Stale where one is gone or under another label, NoBackup for very many."""
        return self._name("name entity", mentions, name, without_backup=without_backup)

    def merge_entities(self, groups: Iterable[Iterable[Span]], name: str, *, without_backup: bool = False) -> Future[Applied]:
        """Make one entity of *groups* of mentions, under this *name*; raises what `name_entity` does."""
        return self._name("merge entities", chain.from_iterable(groups), name, without_backup=without_backup)

    def split_entity(self, mentions: Iterable[Span], name: str = "", *, without_backup: bool = False) -> Future[Applied]:
        """Count *mentions* apart from those they were counted with, under this *name* or none; raises likewise."""
        chosen = tuple(mentions)

        def build(reader: Reader) -> Writing:
            return Writing(naming.split(reader, self.schema, self.layer, chosen, name), without_backup=without_backup)

        return self._store.act(build)

    def _name(self, title: str, mentions: Iterable[Span], name: str, *, without_backup: bool) -> Future[Applied]:
        chosen = tuple(mentions)

        def build(reader: Reader) -> Writing:
            edit = naming.name(reader, self.schema, self.layer, chosen, name, title=title)
            return Writing(edit, without_backup=without_backup)

        return self._store.act(build)

    def add_note(self, note: Note) -> Future[Applied]:
        """Note something, made before its turn came."""
        return self._store.act(lambda reader: noting.add(reader, note))

    def change_note(self, note: Note) -> Future[Applied]:
        """Let a note say something else, or be resolved, or open again."""
        return self._store.act(lambda reader: noting.change(reader, note))

    def erase_note(self, note: Note) -> Future[Applied]:
        """Take a note away."""
        return self._store.act(lambda reader: noting.erase(reader, note))

    def move(self, document: Document, span: Span, start: int, end: int, *, by_character: bool = False) -> Future[Applied]:
        """Move the outer edges of *span*; past the other end of its own part an edge is refused with InvalidSpan."""
        return self._store.act(
            lambda reader: marking.move(reader, self.schema, document, span, start, end, by_character=by_character)
        )

    def reshape(self, document: Document, span: Span, parts: Parts, *, by_character: bool = False) -> Future[Applied]:
        """Make *span* cover these *parts*, in any order; those that touch are joined, and one alone is a continuous span."""
        return self._store.act(
            lambda reader: marking.reshape(reader, self.schema, document, span, parts, by_character=by_character)
        )

    def fix(
        self, breaches: Iterable[Breach], report: Callable[[int, int], object], *, without_backup: bool = False
    ) -> Future[Applied]:
        """Put right what breaks a rule, as one edit; see `fixing.fix`. What *report* raises ends it with nothing changed."""
        from annotator.project import fixing  # noqa: PLC0415 - seldom asked for: the window is there sooner

        schema, chosen = self.schema, tuple(breaches)

        def build(reader: Reader) -> Writing:
            return Writing(fixing.fix(reader, self.layer, schema, chosen, report), without_backup=without_backup)

        return self._store.act(build)

    def set_finished(self, document: bytes, *, finished: bool) -> Future[Applied]:
        """Finish a document or open it again."""
        return self._store.act(lambda reader: marking.finish(reader, self.layer, document, finished=finished))

    def set_direction(self, document: bytes, direction: str) -> Future[Applied]:
        """Set the base direction of a document: "rtl", "ltr", or "" for what the text says."""
        return self._change(document, "direction", direction=direction)

    def set_directions(self, document: bytes, directions: tuple[tuple[int, str], ...]) -> Future[Applied]:
        """Set the paragraphs that override the direction, as (start, "rtl" or "ltr")."""
        return self._change(document, "paragraph direction", directions=tuple(sorted(directions)))

    def rename(self, document: bytes, title: str) -> Future[Applied]:
        """Give a document another title; raises AnnotatorError for an empty one."""
        if not title.strip():
            raise AnnotatorError("a document needs a title: give it one")
        return self._change(document, "rename", title=title)

    def set_facts(self, document: bytes, facts: Iterable[describing.Fact]) -> Future[Applied]:
        """Let these (name, value) pairs be known of a document: title, url, language, fields of the schema, free ones.

        "" takes a value away. Raises AnnotatorError for a value that is none of its field's, and for a name that is taken.
        """
        fields, given = self.schema.fields, tuple(facts)
        return self._store.act(lambda reader: describing.describe(reader, fields, document, given))

    def remove_document(self, document: bytes) -> Future[Applied]:
        """Take a document out of the project; undo brings it back."""
        return self._store.act(lambda reader: Edit("remove document", before=(marking.source_of(reader, document),)))

    def change_schema(self, change: Change, title: str) -> Future[Applied]:
        """Have *change* make another schema of the one there is when its turn comes; see `model.schema_changes`.

        It is not given the schema to be: two changes made shortly after one another, or in two windows, would then undo one
        another, or the second be refused. Raises AnnotatorError for a change that cannot be, Stale for one of a label that is
        not there any more.
        """
        return self._store.act(lambda reader: schemas.change(reader, change, title))

    def set_guidelines(self, text: str) -> Future[Applied]:
        """Give the team other guidelines, in Markdown; "" for those that come with the program."""
        if not is_text(text):
            raise AnnotatorError("guidelines are text without control characters: take them out")
        return self.change_schema(lambda schema: replace(schema, guidelines=text), "change guidelines")

    def _change(self, document: bytes, verb: str, /, **facts: object) -> Future[Applied]:
        def build(reader: Reader) -> Edit:
            before = marking.source_of(reader, document)
            return marking.change_source(verb, before, replace(before, **facts))  # type: ignore[arg-type]

        return self._store.act(build)
