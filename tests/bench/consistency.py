"""Figures of the rules: checking a thousand documents, by CPU time of all threads, over one plain read of their rows."""

import time
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from annotator.model.documents import Document
from annotator.model.records import Record, RecordSpan
from annotator.project.consistency import Consistency
from annotator.project.project import Project
from annotator.storage.reader import Reader
from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.window import seed_text
from tests.demo import places

DOCUMENTS, SPANS, ROUNDS = 1_000, 50, 5
LABELS = ("actor", "casualty", "location", "claim")


def checking() -> Pair:
    """Check all rules of all spans, and read the same spans as rows."""
    with TemporaryDirectory() as folder, closing(Project.create(Path(folder) / "bench.annotator")) as project:
        project.import_records([_record(number) for number in range(DOCUMENTS)]).result()

        def read(reader: Reader) -> int:
            return sum(len(reader.spans(document, project.layer.id)) for document in reader.documents_in_use())

        def check() -> None:
            assert Consistency(project).check(lambda *_: None)

        return paired(
            lambda: seconds(check, time.process_time),
            lambda: seconds(lambda: project._store.ask(read).result(), time.process_time),
            ROUNDS,
        )


def _record(number: int) -> Record:
    """Return the seed with its spans, and words of it under labels in turn, so that much breaks a rule."""
    front = f"{number} "
    text = front + seed_text()
    marked = [(start + len(front), end + len(front), label) for start, end, label in places(seed_text())]
    start = text.index("\n", marked[-1][1])
    words = [(at, text.find(" ", at)) for at in range(start, len(text)) if text[at - 1] == " " and text.find(" ", at) > at]
    marked += [(*word, label) for word, label in islice(zip(words, cycle(LABELS), strict=False), SPANS - len(marked))]
    spans = (RecordSpan(f"{number * SPANS + place:032x}", *mark) for place, mark in enumerate(marked))
    return Record(Document.of(text), f"{number}", status="partial", spans=tuple(spans))


ROWS = (Row("check the rules on 1,000 documents × 50 spans", "one plain read of those spans", 2, checking),)
