"""Garbage is collected on the window's thread only: a widget collected on another one crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Garbage(QObject):
    """Takes over from Python's own collector, which runs on whatever thread makes the next object, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take over."""
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would."""
        for generation, (count, threshold) in reversed([*enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))]):
            if count > threshold:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Collect what is left and hand back to Python."""
        self._timer.stop()
        gc.collect()
        gc.enable()
