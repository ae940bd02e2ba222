"""The numbered steps that make the database what it is, and the comparison with what it should be."""

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from importlib import resources

APPLICATION_ID = 0x52574C4B
"""Marks a file as ours; the first step writes it."""

_FILE_NAME = re.compile(r"(\d{4})_\w+\.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step of the schema.

    Attributes:
        number: Its place, from 1; the database's `user_version` after it.
        sql: What it does, without a transaction of its own.
    """

    number: int
    sql: str


def load_migrations() -> tuple[Migration, ...]:
    """Return all steps that this program knows, in order."""
    folder = resources.files("retrowalk.storage") / "migrations"
    named = ((_FILE_NAME.fullmatch(file.name), file) for file in folder.iterdir())
    steps = (Migration(number=int(match[1]), sql=file.read_text("utf-8")) for match, file in named if match)
    return tuple(sorted(steps, key=lambda step: step.number))


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last step that was done."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Do the steps that are still to do, each wholly or not at all.

    Foreign keys must be switched off, so that a step can put a new table in the place of an old one; they are
    checked before each step is committed.
    """
    for step in migrations:
        if step.number > version_of(connection):
            _do(connection, step)


def _do(connection: sqlite3.Connection, step: Migration) -> None:
    try:
        # By itself executescript runs without a transaction and would leave half a step behind.
        connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\nPRAGMA user_version = {step.number};")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError(f"step {step.number} leaves rows that point nowhere")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def differences(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> tuple[str, ...]:
    """Return the names of tables, indexes, views and triggers that are missing, changed or not ours."""
    version = version_of(connection)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        migrate(model, [step for step in migrations if step.number <= version])
        wanted = _objects(model)
    return tuple(sorted({name for name, _ in wanted ^ _objects(connection)}))


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = connection.execute("SELECT name, type, sql FROM sqlite_schema")
    # SQLite's own objects follow from ours, or are its notes for the planner.
    return {(str(name), f"{kind} {sql}") for name, kind, sql in rows if not str(name).startswith("sqlite_")}
