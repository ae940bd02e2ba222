"""A process that is killed loses nothing that it was told is saved."""

import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import date

import pytest

from retrowalk.storage.database import open_database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

WRITING = """
import sys
from datetime import date
from pathlib import Path
from retrowalk.storage.database import open_database
from retrowalk.storage.writer import Writer

folder, first = Path(sys.argv[1]), int(sys.argv[2])
writer = Writer(lambda: open_database(folder / "retrowalk.db", backups=folder, today=date(2026, 3, 1)), print)
print("begun", flush=True)
writer.open()
values = "(?, NULL, 'weekly', 1, 0, 0, '2026-03-01', 1, NULL)"
for number in range(first, first + 100000):
    job = lambda connection: connection.execute(f"INSERT INTO ratings VALUES {values}", (f"{number:036}",))
    writer.submit(job).result()
    print(number, flush=True)
"""


INSIDE = """
import sys
from datetime import date
from pathlib import Path
from retrowalk.storage.database import open_database

folder = Path(sys.argv[1])
connection = open_database(folder / "retrowalk.db", backups=folder, today=date(2026, 3, 1)).connection
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
values = "(?, NULL, 'weekly', 1, 0, 0, '2026-03-01', 1, NULL)"
for number in range(500):
    connection.execute(f"INSERT INTO ratings VALUES {values}", (f"{number:036}",))
print("half", flush=True)
sys.stdin.read()
"""


def start(folder, first, script=WRITING):
    """A process that writes numbers and prints each one that is saved."""
    command = [sys.executable, "-c", script, str(folder), str(first)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def killed(process):
    """Kill it, and return the lines that it had still printed."""
    os.kill(process.pid, signal.SIGKILL)
    rest = process.stdout.read().split("\n")[:-1]
    process.stdin.close()
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL
    return rest


def check(folder):
    """Open the database as the next start does, and return the numbers in it."""
    database = open_database(folder / "retrowalk.db", backups=folder, today=date(2026, 3, 1))
    with closing(database):
        assert database.connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [int(text) for (text,) in database.connection.execute("SELECT id FROM ratings ORDER BY rowid")]


def test_killed_while_writing(tmp_path):
    """After each kill all that was acknowledged is there, in order, with at most one write more."""
    written: list[int] = []
    for acknowledged in (1, 7, 2, 30, 4, 60):
        process = start(tmp_path, len(written))
        lines = [process.stdout.readline().strip() for _ in range(acknowledged + 1)]
        last = int((lines + killed(process))[-1])
        written = check(tmp_path)
        assert written == list(range(len(written)))
        assert last + 1 <= len(written) <= last + 2


def test_killed_while_starting(tmp_path):
    """A first start that is killed is no obstacle to the next one, whatever it left behind."""
    for _ in range(4):
        process = start(tmp_path, len(check(tmp_path)) if (tmp_path / "retrowalk.db").exists() else 0)
        assert process.stdout.readline() == "begun\n"
        killed(process)
    numbers = check(tmp_path)
    assert numbers == list(range(len(numbers)))


def test_killed_inside_a_transaction(tmp_path):
    """What a killed process had put into the file before its commit is taken out again at the next start."""
    assert check(tmp_path) == []
    process = start(tmp_path, 0, INSIDE)
    assert process.stdout.readline() == "half\n"
    killed(process)
    assert (tmp_path / "retrowalk.db-journal").stat().st_size > 0
    assert (tmp_path / "retrowalk.db").read_bytes().count(b"0" * 30) > 0
    assert check(tmp_path) == []
