"""Fixtures that run verbs."""

from tests.verbs import marked, run

__all__ = ["marked", "run"]
