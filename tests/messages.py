"""Every message that an analyst may be refused with, found in the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import annotator

ROOMS = ("model", "exchange", "storage", "project", "ui")
REFUSING = {
    "AnnotatorError",
    "InvalidSpan",
    "InvalidFile",
    "Damaged",
    "Stale",
    "NotSaved",
    "Moved",
    "Busy",
    "NoBackup",
    "NotJson",
    "Refused",
    "_refused",
    "_damaged",
    "Phrase",
}
DESCRIBING = {"needed", "optional", "Fact"}
TABLES = {
    "archives": {"_ARCHIVES", "ZIP"},
    "kinds": {"_MAGIC"},
    "opening": {"_KINDS", "_IRREGULAR"},
    "refusals": {"_SENTENCES"},
    "sources": {"_KINDS"},
}
ANSWERING = {"_text_or_unknown", "_why_read_only"}
ELSEWHERE = {"ASKED", "UNKNOWN_LABEL", "UNKNOWN_RELATION", "_REMEDY", "SAVED_WITH_FAULT", "_KEEP"}


def sources(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield the name and the source of each module in *rooms*."""
    for room in rooms:
        for path in (Path(annotator.__path__[0]) / room).rglob("*.py"):
            yield path.stem, ast.parse(path.read_text(encoding="utf-8"))


def messages() -> set[str]:
    """Return all messages and the phrases that fill their places."""
    return {text for name, module in sources(*ROOMS) for text in _in_module(name, module) if text}


def glued(*rooms: str) -> set[str]:
    """Return where a message is put together of pieces before anybody could translate it."""
    return {
        f"{name}:{argument.lineno}"
        for name, module in sources(*rooms)
        for call in _calls(module, REFUSING)
        for argument in _values(call.args, _assigned(module))
        if isinstance(argument, ast.JoinedStr)
    }


def _in_module(name: str, module: ast.Module) -> Iterator[str]:
    assigned = _assigned(module)
    for call in _calls(module, REFUSING):
        yield from _texts(_values(call.args, assigned))
    for call in _calls(module, DESCRIBING):
        yield from _texts(call.args[:1])
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name in ANSWERING:
            yield from _texts(found.value for found in ast.walk(node) if isinstance(found, ast.Return) and found.value)
    for table in (TABLES.get(name, set()) | ELSEWHERE) & assigned.keys():
        yield from _texts(found for value in assigned[table] for found in ast.walk(value))


def _calls(module: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def _assigned(module: ast.Module) -> dict[str, list[ast.expr]]:
    """Return what is assigned to each name in a module."""
    found: dict[str, list[ast.expr]] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    found.setdefault(target.id, []).append(node.value)
    return found


def _values(arguments: list[ast.expr], assigned: dict[str, list[ast.expr]]) -> Iterator[ast.expr]:
    """Yield what the arguments may be: those in names are looked up, of two branches both are taken."""
    for argument in arguments:
        if isinstance(argument, ast.Name):
            yield from _values(assigned.get(argument.id, []), {})
        elif isinstance(argument, ast.IfExp):
            yield from _values([argument.body, argument.orelse], assigned)
        else:
            yield argument


def _texts(nodes: "Iterator[ast.expr] | Iterator[ast.AST] | list[ast.expr]") -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
