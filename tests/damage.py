"""Project files hurt on purpose: by accident anywhere, and row by row behind the program's back."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

PAGE = 4096


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return *content* with a byte or some wrong, in places nobody chose."""
    found = bytearray(content)
    for _ in range(dice.choice((1, 1, 5, 50))):
        found[dice.randrange(len(found))] = dice.randrange(256)
    if dice.random() < 0.2:
        at = dice.randrange(len(found) // PAGE) * PAGE
        found[at : at + PAGE] = dice.randbytes(PAGE)
    return bytes(found)


def tamper(path: Path, *statements: str) -> None:
    """Change rows behind the program's back, past the triggers that forbid it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as con:
        triggers = con.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            con.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            con.execute(statement)
        for _, sql in triggers:
            con.execute(sql)
