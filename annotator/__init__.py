"""Annotator: mark actors, casualties, locations and claims in conflict news, safely and offline."""

__version__ = "0.1.0"
