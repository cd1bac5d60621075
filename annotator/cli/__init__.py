"""The verbs without a window, one verb a file."""

from annotator.cli.check import check
from annotator.cli.export import export
from annotator.cli.import_ import import_
from annotator.cli.info import info
from annotator.cli.new import new
from annotator.cli.schema import schema

VERBS = (new, import_, export, info, check, schema)
