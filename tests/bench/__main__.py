"""`make bench`: print every promised figure with what was measured; exit 1 if one is missed."""

import gc
import os
import sys
from tempfile import TemporaryDirectory

from tests.bench.big import ROWS as BIG
from tests.bench.consistency import ROWS as CONSISTENCY
from tests.bench.describing import ROWS as DESCRIBING
from tests.bench.entities import ROWS as ENTITIES
from tests.bench.layout import ROWS as LAYOUT
from tests.bench.marking import ROWS as MARKING
from tests.bench.measure import Row
from tests.bench.others import ROWS as OTHERS
from tests.bench.page import ROWS as PAGE
from tests.bench.reading import ROWS as READING
from tests.bench.relations import ROWS as RELATIONS
from tests.bench.starting import ROWS as STARTING


def line(row: Row) -> tuple[str, bool]:
    """Measure *row* and return it as a line of the table, and whether its promise is kept."""
    pair = row.measure()
    kept = row.target is None or pair.ratio <= row.target
    verdict = "told" if row.target is None else "kept" if kept else "MISSED"
    target = "" if row.target is None else f"≤ {row.target:g} ×"
    figures = f"{pair.ratio:7.2f} ×   {target:7}   {pair.act * 1000:9.2f} ms / {pair.floor * 1000:9.2f} ms"
    return f"{verdict:6}  {figures}   {row.act}  |  {row.floor}", kept


def main() -> int:
    """Measure every row in turn, printing each as it is known."""
    gc.disable()  # it would run on a store's thread and take Qt objects down there
    all_kept = True
    with TemporaryDirectory() as home:
        os.environ["ANNOTATOR_HOME"] = home
        for row in (
            *PAGE,
            *BIG,
            *LAYOUT,
            *READING,
            *MARKING,
            *RELATIONS,
            *DESCRIBING,
            *ENTITIES,
            *CONSISTENCY,
            *STARTING,
            *OTHERS,
        ):
            text, kept = line(row)
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
            all_kept &= kept
    return 0 if all_kept else 1


sys.exit(main())
