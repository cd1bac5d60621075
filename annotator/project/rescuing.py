"""What is left of a damaged project, brought into a new one."""

from pathlib import Path

from annotator.model import shipped
from annotator.project.device import device_id
from annotator.project.places import backup_folder
from annotator.storage import rescue as rescuing
from annotator.storage.backup import found
from annotator.storage.pages import Report
from annotator.storage.rescue import Aids, Rescued


def rescue(damaged: Path, new: Path, report: Report, *, with_backup: bool = True) -> Rescued:
    """Make a project at *new* of what is left in *damaged*, which is only read, put onto its newest good backup.

    *report* is told (done, total) and may raise. Raises InvalidFile if *new* is there or nothing is left, NotSaved.
    """
    schema = shipped.shipped(shipped.USUAL)
    backups = found(backup_folder(damaged)) if with_backup else ()
    return rescuing.rescue(damaged, new, Aids(device_id(), (schema.row, *schema.label_rows), backups), report)
