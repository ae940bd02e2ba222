"""Services over a real database, a fake clock and a player that remembers."""

import pytest

from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.rules import RunRules
from retrowalk.services.change_feed import ChangeFeed
from retrowalk.services.recovery import Recovery
from retrowalk.services.session_service import SessionMeans, SessionService
from retrowalk.storage.database import open_database
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.writer import Writer
from tests.helpers.clock import FakeClock
from tests.helpers.cue_player import RecordingCuePlayer
from tests.helpers.speech import speech_length


class Workshop:
    """A session service with everything that it needs.

    Args:
        folder: For the database.
    """

    def __init__(self, folder) -> None:
        self.clock = FakeClock()
        self.player = RecordingCuePlayer(self.clock)
        self.changes = ChangeFeed()
        self.faults: list[BaseException] = []
        today = self.clock.read().local_day
        self.writer = Writer(
            lambda: open_database(folder / "retrowalk.db", backups=folder / "backups", today=today),
            lambda _status: None,
        )
        self.writer.open().result(10)
        self.journal = SessionJournal(self.writer, self.clock)
        self.history = StoredHistory(self.writer)
        self.recovery = Recovery(history=self.history, journal=self.journal, changes=self.changes)
        self.service = self.new_service()

    def new_service(self):
        """Return a service as after a new start of the program."""
        means = SessionMeans(wishes=CueWishes(), rules=RunRules(), speech_length=speech_length)
        return SessionService(
            clock=self.clock,
            journal=self.journal,
            player=self.player,
            changes=self.changes,
            means=lambda: means,
            on_fault=self.faults.append,
        )

    def walk(self, seconds, step_s=0.5):
        """Let time pass in small steps; return what happened."""
        events = []
        for _ in range(round(seconds / step_s)):
            self.clock.advance(step_s)
            events += self.service.tick()
        return events

    def rows(self, query):
        """Return what the database answers, once everything is written."""
        return self.writer.read(lambda connection: connection.execute(query).fetchall()).result(10)


@pytest.fixture
def workshop(tmp_path):
    """A workshop whose writer ends with the test."""
    made = Workshop(tmp_path)
    yield made
    assert made.faults == []
    assert made.writer.close(10) == 0
