"""Keeps an error inside a Qt override from surfacing in an unrelated call, or from ending the program."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def guarded(default: T) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let an override hand its errors to ``sys.excepthook`` and return *default* instead."""

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            try:
                return function(*args, **kwargs)
            except Exception:  # noqa: BLE001 - Qt would raise it later from another call, or crash
                sys.excepthook(*sys.exc_info())
                return default

        return call

    return decorate
