"""Where a running session is written down."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime

from retrowalk.core.clock import Clock
from retrowalk.core.pain.rating import Rating
from retrowalk.core.walk.events import Fact
from retrowalk.core.walk.session import SessionStart, SessionSummary
from retrowalk.storage.facts import add_facts
from retrowalk.storage.ratings import write_rating
from retrowalk.storage.session_changes import (
    begin_session,
    close_session,
    describe_session,
    discard_session,
    note_reached,
    reopen_session,
)
from retrowalk.storage.writer import Writer


class SessionJournal:
    """The `Journal` of core.ports, kept in the database; to be used from one thread.

    A future has a `LookupError` if there is no such session, and SQLite's own error for values that break its
    rules; faults of the computer only delay it.

    Args:
        writer: The thread that owns the database.
        clock: For the date at which something was put into the trash.
    """

    def __init__(self, writer: Writer, clock: Clock) -> None:
        self._writer = writer
        self._clock = clock
        self._last_reached: _Reached | None = None

    def begin(self, start: SessionStart, before: Rating | None) -> Future[None]:
        def job(connection: sqlite3.Connection) -> None:
            begin_session(connection, start)
            if before is not None:
                write_rating(connection, before)

        return self._submit(job)

    def append(self, session_id: str, facts: Sequence[Fact]) -> Future[None]:
        kept = tuple(facts)
        return self._submit(lambda connection: add_facts(connection, session_id, kept))

    def reached(self, session_id: str, at_s: float, utc: datetime) -> Future[None]:
        """Write down that the walk has come this far.

        While the disk does not keep up, one write stands for several: only the latest matters.
        """
        last = self._last_reached
        if last is not None and last.session_id == session_id and last.moved_to(at_s, utc):
            return last.future
        reached = _Reached(session_id, at_s, utc)
        reached.future = self._submit(reached.write)
        self._last_reached = reached
        return reached.future

    def rate(self, rating: Rating) -> Future[None]:
        return self._submit(lambda connection: write_rating(connection, rating))

    def close(self, summary: SessionSummary) -> Future[None]:
        return self._submit(lambda connection: close_session(connection, summary))

    def reopen(self, session_id: str) -> Future[None]:
        return self._submit(lambda connection: reopen_session(connection, session_id))

    def describe(self, session_id: str, effort: int | None, note: str) -> Future[None]:
        return self._submit(lambda connection: describe_session(connection, session_id, effort, note))

    def discard(self, session_id: str) -> Future[None]:
        at_utc = self._clock.read().utc
        return self._submit(lambda connection: discard_session(connection, session_id, at_utc))

    def _submit(self, job: Callable[[sqlite3.Connection], None]) -> Future[None]:
        # What comes after another write is written after it, so it cannot stand in the place of one before.
        self._last_reached = None
        return self._writer.submit(job)


class _Reached:
    """How far a walk has come, open to later news until it is first being written."""

    future: Future[None]

    def __init__(self, session_id: str, at_s: float, utc: datetime) -> None:
        self.session_id = session_id
        self._where = (at_s, utc)
        self._lock = threading.Lock()
        self._taken = False

    def moved_to(self, at_s: float, utc: datetime) -> bool:
        """Take a later moment; False if it is too late for that."""
        with self._lock:
            if not self._taken:
                self._where = (at_s, utc)
            return not self._taken

    def write(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            self._taken = True
        note_reached(connection, self.session_id, *self._where)
