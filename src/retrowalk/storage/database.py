"""Opens the database, or says in one sentence why not; makes it, brings it up to date, copies it."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from retrowalk.storage.database_file import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    holds_database,
    journal_of,
    put_in_place,
)
from retrowalk.storage.problems import BackupFailed, DatabaseDamaged, StoreProblem, told_plainly
from retrowalk.storage.schema import Migration, differences, load_migrations, migrate, version_of

OPENING_WAIT_S = 5.0
"""How long another program may hold the file while it is opened."""
WORKING_WAIT_MS = 500
"""The same for each later write, which is tried again anyway."""


class Database:
    """The open database; everything with it is done in the thread that opened it.

    Attributes:
        path: Where it really is, links followed.
        connection: In autocommit mode, so that transactions are begun by whoever wants one.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    def backup_to(self, path: Path) -> None:
        """Copy everything to a file, which appears only after its copy passed the full check.

        A file that was there is replaced.

        Raises:
            BackupFailed: Nothing was changed at `path`.
        """
        try:
            with told_plainly(path):
                path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
                with put_in_place(path) as copy:
                    self.connection.backup(copy)
                    _check_fully(path, copy)
        except StoreProblem as problem:
            raise BackupFailed(path, f"No copy was made. {problem.sentence}") from problem

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


def open_database(
    path: Path, *, backups: Path, today: date, migrations: Sequence[Migration] | None = None
) -> Database:
    """Open the database in this thread; make it where there is none, bring it up to date where it is old.

    Args:
        path: Where it is.
        backups: The folder for the copy that is made before an old one is changed.
        today: The walker's day, for the name of that copy.
        migrations: The schema's steps; those of this program if not given.

    Raises:
        StoreProblem: It cannot be used as it is. Then the file is as it was, unless a step of the
            schema met a fault of the disk; each step is done wholly or not at all.
    """
    steps = load_migrations() if migrations is None else migrations
    with told_plainly(path):
        real = _found_or_made(path, backups, steps)
        database = Database(real, _connect(real))
        try:
            _prepare(database, backups, today, steps)
        except BaseException:
            database.close()
            raise
    return database


def _found_or_made(path: Path, backups: Path, steps: Sequence[Migration]) -> Path:
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    found = holds_database(path, backups=backups, newest=steps[-1].number)
    # Not Path.resolve, which raises RuntimeError for a link in a circle.
    real = Path(os.path.realpath(path))
    if not found:
        _make(real, steps)
    return real


def _make(path: Path, steps: Sequence[Migration]) -> None:
    stale = journal_of(path)
    if stale.exists():
        # It belongs to a file that is gone; SQLite would apply it to the new one.
        stale.replace(stale.with_name(f"{stale.name}.old"))
    with put_in_place(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        migrate(connection, steps)


def _connect(path: Path) -> sqlite3.Connection:
    # "rw" never makes a file: an empty one would pass for a new walker's at the next start.
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=rw", uri=True, timeout=OPENING_WAIT_S, isolation_level=None
    )
    # A flipped bit in a text must not make its whole table unreadable.
    connection.text_factory = _text
    return connection


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="replace")


def _prepare(database: Database, backups: Path, today: date, steps: Sequence[Migration]) -> None:
    connection = database.connection
    for setting in ("trusted_schema = OFF", "cell_size_check = ON", "foreign_keys = OFF"):
        connection.execute(f"PRAGMA {setting}")
    _check_quickly(database.path, connection, steps)
    # Only now: on a file from elsewhere it may have to write.
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")
    version = version_of(connection)
    if version < steps[-1].number:
        database.backup_to(backups / f"retrowalk-{today.isoformat()}-format-{version}.db")
        migrate(connection, steps)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {WORKING_WAIT_MS}")
    with suppress(OSError):
        database.path.chmod(PRIVATE_FILE)


def _check_quickly(path: Path, connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
        raise DatabaseDamaged(path, "The file is damaged: it did not pass the quick check.")
    strange = differences(connection, steps)
    if strange:
        raise DatabaseDamaged(path, f"The file was changed by other hands: {', '.join(strange)}.")


def _check_fully(path: Path, connection: sqlite3.Connection) -> None:
    sound = connection.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
    if not sound or connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise DatabaseDamaged(path, "It did not pass the full check.")
