"""Writes that happen once, and reads that see one state."""

import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class OnceOnlyWrite(Generic[T]):
    """A write that may be tried again after any fault of the disk, and still takes effect once.

    A commit can fail although it took effect: when the disk reports a fault while the journal that would have
    undone it is already gone. So each write leaves its token behind, and another attempt that finds it there
    only makes sure that what was written stays.

    Args:
        work: Does it; called again only if nothing of it is in the database.
    """

    def __init__(self, work: Callable[[sqlite3.Connection], T]) -> None:
        self._work = work
        self._id = uuid.uuid4().hex
        self._attempts = 0
        self._result: list[T] = []

    def attempt(self, connection: sqlite3.Connection) -> T:
        """Try it in a transaction of its own, and return what `work` returned.

        Raises:
            sqlite3.Error: It is not known to be in the database; it may be tried again.
        """
        self._attempts += 1
        with _transaction(connection, "IMMEDIATE"):
            if not self._is_there(connection):
                self._result = [self._work(connection)]
            # Another token at each attempt: without a change nothing would be brought to the disk.
            token = f"{self._id} {self._attempts}"
            connection.execute("REPLACE INTO last_write VALUES (1, ?)", (token,))
            connection.execute("COMMIT")
        return self._result[0]

    def _is_there(self, connection: sqlite3.Connection) -> bool:
        if self._attempts == 1:
            return False
        row = connection.execute("SELECT token FROM last_write").fetchone()
        return row is not None and str(row[0]).startswith(self._id)


def read(connection: sqlite3.Connection, query: Callable[[sqlite3.Connection], T]) -> T:
    """Return what a query finds; several statements in it see the same state."""
    with _transaction(connection, "DEFERRED"):
        return query(connection)


@contextmanager
def _transaction(connection: sqlite3.Connection, kind: str) -> Iterator[None]:
    """Begin a transaction, and roll it back at the end unless it was committed."""
    # A fault of the disk may have kept an earlier one from being rolled back.
    _roll_back(connection)
    connection.execute(f"BEGIN {kind}")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            _roll_back(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")
