"""Where a scenario can be walked: on the runner alone, or on the session service with a real database."""

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.rules import TIME_STEP_S, RunRules
from retrowalk.services.change_feed import ChangeFeed
from retrowalk.services.session_service import SessionMeans, SessionService
from retrowalk.storage.database import open_database
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.writer import Writer
from tests.helpers.clock import FakeClock
from tests.helpers.cue_player import RecordingCuePlayer
from tests.helpers.speech import speech_length
from tests.helpers.walk_log import WalkLog

WAIT_S = 10.0


class RunnerSeat:
    """A walk on the runner alone.

    Args:
        plan: The preset to walk.
        wishes: What the walker wants to hear.
    """

    def __init__(self, plan, wishes=None) -> None:
        self._log = WalkLog(plan, wishes=wishes)
        self.clock = self._log.clock
        self.player = self._log.player

    def start(self):
        return self._log.do("start")

    def tick(self):
        return self._log.do("poll")

    def pause(self):
        return self._log.do("pause")

    def pause_for_pain(self):
        return self._log.do("pause", ev.PauseReason.PAIN)

    def resume(self):
        return self._log.do("resume")

    def go_on(self):
        return self._log.do("go_on")

    def skip(self):
        return self._log.do("skip")

    def back(self):
        return self._log.do("back")

    def longer(self):
        return self._log.do("add_time", TIME_STEP_S)

    def shorter(self):
        return self._log.do("add_time", -TIME_STEP_S)

    def rate_pain(self, score):
        return self._log.do("rate_pain", score)

    def go_forward_only(self):
        return self._log.do("go_forward_only")

    def cool_down(self):
        return self._log.do("cool_down")

    def stop(self):
        return self._log.do("stop")

    def stop_for_trouble(self):
        return self._log.do("stop", ev.StopReason.TROUBLE)

    def reopen(self):
        return self._log.do("reopen")

    def next_due_s(self):
        return self._log.runner.next_due_s(self._log.now)

    def snapshot(self):
        return self._log.snapshot

    def close(self):
        """Nothing is held."""


class ServiceSeat:
    """A walk on the session service, with its journal in a real database.

    Args:
        plan: The preset to walk.
        wishes: What the walker wants to hear.
        folder: For the database.
    """

    def __init__(self, plan, wishes, folder) -> None:
        self._plan = plan
        self._wishes = wishes or CueWishes()
        self._faults: list[BaseException] = []
        self.clock = FakeClock()
        self.player = RecordingCuePlayer(self.clock)
        today = self.clock.read().local_day
        self._writer = Writer(
            lambda: open_database(folder / "retrowalk.db", backups=folder / "backups", today=today),
            lambda _status: None,
        )
        self._writer.open().result(WAIT_S)
        means = SessionMeans(wishes=self._wishes, rules=RunRules(), speech_length=speech_length)
        self._service = SessionService(
            clock=self.clock,
            journal=SessionJournal(self._writer, self.clock),
            player=self.player,
            changes=ChangeFeed(),
            means=lambda: means,
            on_fault=self._faults.append,
        )

    def __getattr__(self, name):
        """Whatever is named alike there, and that is nearly everything, is the service's."""
        return getattr(self._service, name)

    def start(self):
        return self._service.start(self._plan, stop_line=self._wishes.stop_line)

    def longer(self):
        return self._service.add_time(TIME_STEP_S)

    def shorter(self):
        return self._service.add_time(-TIME_STEP_S)

    def stop_for_trouble(self):
        return self._service.stop(ev.StopReason.TROUBLE)

    def close(self):
        """Let go of the database; everything must be on the disk."""
        assert self._writer.close(WAIT_S) == 0
        assert self._faults == []
