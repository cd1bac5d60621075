"""Project files hurt on purpose: by accident anywhere, and row by row behind the program's back."""

import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

PAGE = 4096
WRITING = """
import os, signal, sqlite3, sys

con = sqlite3.connect(sys.argv[1], isolation_level=None)
con.execute("PRAGMA cache_size = 1")
con.execute("BEGIN IMMEDIATE")
con.execute("UPDATE span SET start = start + 1")
con.execute("CREATE TABLE half (x)")
for number in range(500):
    con.execute("INSERT INTO half VALUES (zeroblob(1000))")
os.kill(os.getpid(), signal.SIGKILL)
"""


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


def crash(path: Path) -> None:
    """Let a program be killed while it writes to a project: half of it is in the file, and a journal lies beside it."""
    killed = subprocess.run([sys.executable, "-c", WRITING, path], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert path.with_name(f"{path.name}-journal").stat().st_size


def spoil(path: Path, table: str) -> None:
    """Write over the page at which a table begins."""
    with closing(sqlite3.connect(path)) as con:
        (page,) = con.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE : page * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)
