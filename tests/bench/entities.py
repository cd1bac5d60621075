"""Figures of entities: grouping 50,000 mentions, over reading their spans, by CPU time of the thread that does it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import thread_time

from annotator.model.documents import Document
from annotator.model.entities import mentioning
from annotator.model.records import PARTIAL, Record, RecordRelation, RecordSpan
from annotator.project import naming
from annotator.project.importing import Wishes
from annotator.project.project import Project
from annotator.storage.reader import Reader
from tests.bench.measure import Pair, Row, paired, seconds

MENTIONS, DOCUMENTS, ROUNDS = 50_000, 200, 5
BEFORE, AFTER = "وقالت مصادر إن ", " أعلنت بيانا جديدا أمس. "
NAMES = ("إيران", "السُّودان", "الجيش السوداني", "بعثة الأمم المتحدة", *(f"اسم{number}" for number in range(1500)))


def grouping() -> Pair:
    """Group the mentions of a project, and read the spans alone."""
    with TemporaryDirectory() as folder, closing(Project.create(Path(folder) / "bench.annotator", analyst="a")) as project:
        project.import_records(list(_records(Random(1))), wishes=Wishes(analyst="a", without_backup=True)).result()
        labels = mentioning(project.schema)

        def timed(work: Callable[[Reader], object]) -> float:
            return project._store.ask(lambda reader: seconds(lambda: work(reader), thread_time)).result()

        return paired(
            lambda: timed(lambda reader: naming.entities_of(reader, project.schema, project.layer)),
            lambda: timed(lambda reader: reader.spans_under(project.layer.id, labels)),
            ROUNDS,
        )


def _records(random: Random) -> Iterator[Record]:
    """Yield documents in which every third mention has no name, and every tenth is the same as the one before."""
    for document in range(DOCUMENTS):
        names = random.choices(NAMES, k=MENTIONS // DOCUMENTS)
        spans, relations, text = list[RecordSpan](), list[RecordRelation](), f"{document} "
        for number, name in enumerate(names):
            start = len(text) + len(BEFORE)
            attributes = (("canonical", name),) if number % 3 else ()
            spans.append(RecordSpan(str(number), start, start + len(name), "actor", attributes=attributes))
            text += BEFORE + name + AFTER
            if number % 10 == 9:
                relations.append(RecordRelation(f"r{number}", str(number), str(number - 1), "same_as"))
        yield Record(Document.of(text), str(document), status=PARTIAL, spans=tuple(spans), relations=tuple(relations))


ROWS = (Row("group 50,000 mentions into entities", "reading their spans", 3, grouping),)
