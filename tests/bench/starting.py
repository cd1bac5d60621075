"""Figures of starting: whole processes, from nothing to a window that can be used."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Pair, Row, paired, seconds
from tests.bench.window import make_project, seed_text

OURS = """
import sys
from pathlib import Path
import annotator.__main__
from annotator.ui.app import prepare
prepare()
from annotator.ui.starting import make_app, show
app = make_app()
desk = show(app, Path(sys.argv[1]), sample=False)
while not (desk.session.opened and desk.panels.page.has_document):
    app.processEvents()
desk.panels.page.viewport().repaint()
import os
os._exit(0)
"""
EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
app.processEvents()
window.repaint()
import os
os._exit(0)
"""


def to_usable_window() -> Pair:
    """Start on a project with the seed until its text is painted, and start an empty window of the same toolkit."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "p.annotator"
        environment = {**os.environ, "ANNOTATOR_HOME": folder, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its modules compiled
        make_project(path, seed_text(), 10)

        def run(code: str) -> None:
            subprocess.run([sys.executable, "-c", code, str(path)], env=environment, check=True)

        return paired(lambda: seconds(lambda: run(OURS)), lambda: seconds(lambda: run(EMPTY)), rounds=7)


ROWS = (Row("start to usable window", "an empty PySide6 window", 3, to_usable_window),)
