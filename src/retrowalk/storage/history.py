"""What was written down before."""

from concurrent.futures import Future
from datetime import date

from retrowalk.core.pain.rating import Rating
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.session import SessionRecord, UnfinishedSession
from retrowalk.storage.ratings import read_ratings
from retrowalk.storage.sessions import count_records, read_last_plan, read_records, read_unfinished
from retrowalk.storage.writer import Writer


class StoredHistory:
    """The `History` of core.ports, read from the database by the thread that owns it.

    What lies in the trash is not part of it, and damaged rows are left out. A future has the
    `EnvironmentProblem` if the database cannot be read.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def sessions(self) -> Future[tuple[SessionRecord, ...]]:
        return self._writer.read(read_records)

    def session_count(self) -> Future[int]:
        return self._writer.read(count_records)

    def ratings(self, since: date | None = None) -> Future[tuple[Rating, ...]]:
        return self._writer.read(lambda connection: read_ratings(connection, since))

    def unfinished(self) -> Future[UnfinishedSession | None]:
        return self._writer.read(read_unfinished)

    def last_plan(self) -> Future[Preset | None]:
        return self._writer.read(read_last_plan)
