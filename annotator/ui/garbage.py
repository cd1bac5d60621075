"""Garbage is collected on the window's thread only: a widget collected on another one crashes Qt."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
OLDEST, A_QUARTER = 2, 1.25


class Garbage(QObject):
    """Takes over from Python's own collector, which runs on whatever thread makes the next object, until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Take over."""
        super().__init__(parent)
        gc.disable()
        self._kept = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python would: all only when there are a quarter more than before.

        A document under 100,000 spans would otherwise be walked through every few seconds, and the window stand still.
        """
        for generation, (count, threshold) in reversed([*enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))]):
            if count > threshold and (generation < OLDEST or self._are_many_new()):
                gc.collect(generation)
                if generation == OLDEST:
                    self._kept = len(gc.get_objects(OLDEST))
                return

    def _are_many_new(self) -> bool:
        return len(gc.get_objects(OLDEST)) > self._kept * A_QUARTER

    def stop(self) -> None:
        """Collect what is left and hand back to Python."""
        self._timer.stop()
        gc.collect()
        gc.enable()
