"""Running a session: what happened is written down first, then heard, then shown."""

import uuid
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace

from retrowalk.core.clock import Clock, Reading
from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.ports import CuePlayer, Journal
from retrowalk.core.problems import EnvironmentProblem
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cues import CueWishes, SpeechLength
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.preset_check import check_preset
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.runner import Runner
from retrowalk.core.walk.session import SessionStart, SessionSummary, UnfinishedSession
from retrowalk.core.walk.snapshot import RunState, Snapshot
from retrowalk.core.walk.summary import summarise
from retrowalk.services.change_feed import Changed, ChangeFeed

CUES_AHEAD_S = 10.0
"""How far ahead the sound stream is told its cues: twice the longest stall that does not pause a walk."""
CHECKPOINT_EVERY_S = 0.5
"""How often the time reached is written down, so that a crash costs less than a second with its commit."""

_RATINGS = uuid.UUID("0d3c7f62-94d1-4f0e-a3b5-6a1f6f4f2c58")
"""The namespace of the ids of ratings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMeans:
    """What a session is run with, besides its plan.

    Attributes:
        wishes: What the walker wants to hear.
        rules: Time limits.
        speech_length: Seconds that a phrase of clips takes to say.
    """

    wishes: CueWishes
    rules: RunRules
    speech_length: SpeechLength


class SessionService:
    """At most one session at a time, from its countdown to the ratings after it.

    Args:
        clock: Where time is read.
        journal: Where the session is written down.
        player: What plays its cues.
        changes: Who is told of what was written.
        means: Asked at each start for what to run the session with.
        on_fault: Told, from the store's thread, of a write that failed through a fault of the program.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        journal: Journal,
        player: CuePlayer,
        changes: ChangeFeed,
        means: Callable[[], SessionMeans],
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self._clock = clock
        self._journal = journal
        self._player = player
        self._changes = changes
        self._means = means
        self._on_fault = on_fault
        self._session: _Session | None = None

    # ------------------------------------------------------------ beginning

    def start(
        self, plan: Preset, before: int | None = None, *, stop_line: int | None = None
    ) -> tuple[ev.Event, ...]:
        """Begin a session with its get-ready countdown.

        Args:
            plan: What is to be walked; the session keeps a copy.
            before: The pain rating given now, 0-10, or None.
            stop_line: The rating above which to step off, said once at the start.

        Returns:
            The events it led to; none while another session runs, or for a plan with problems.
        """
        if self.is_under_way or check_preset(plan):
            return ()
        now = self._clock.read()
        session = SessionStart(
            id=str(uuid.uuid4()), started_utc=now.utc, utc_offset_min=now.utc_offset_min, plan=plan
        )
        means = self._means()
        wishes = replace(means.wishes, stop_line=stop_line)
        self._session = _Session(session, Runner(plan, wishes, means.speech_length, means.rules))
        rating = None if before is None else self._rating(Moment.BEFORE, before, now)
        self._watch(self._journal.begin(session, rating))
        self._player.open()
        return self._take(now, self._session.runner.start(now))

    def continue_unfinished(self, unfinished: UnfinishedSession) -> None:
        """Take up a session that was cut off, paused where it was last known to be."""
        if self.is_under_way:
            return
        means = self._means()
        runner = Runner.restored(
            unfinished.start.plan,
            unfinished.facts,
            unfinished.reached_s,
            means.wishes,
            means.speech_length,
            rules=means.rules,
        )
        self._session = _Session(unfinished.start, runner, list(unfinished.facts))
        self._player.open()

    # -------------------------------------------------------------- running

    def tick(self) -> tuple[ev.Event, ...]:
        """Let time pass until now; return what came due."""
        return self._run(Runner.poll)

    def pause(self) -> tuple[ev.Event, ...]:
        """Stand still."""
        return self._run(Runner.pause)

    def pause_for_pain(self) -> tuple[ev.Event, ...]:
        """Stand still to be asked for the pain."""
        return self._run(lambda runner, now: runner.pause(now, ev.PauseReason.PAIN))

    def resume(self) -> tuple[ev.Event, ...]:
        """Begin the step-on countdown after a pause."""
        return self._run(Runner.resume)

    def go_on(self) -> tuple[ev.Event, ...]:
        """End a phase that waits for the walker."""
        return self._run(Runner.go_on)

    def skip(self) -> tuple[ev.Event, ...]:
        """Leave the rest of the present phase out."""
        return self._run(Runner.skip)

    def back(self) -> tuple[ev.Event, ...]:
        """Begin the present phase anew, or the one before when it has just begun."""
        return self._run(Runner.back)

    def add_time(self, by_s: float) -> tuple[ev.Event, ...]:
        """Make the present phase longer, or shorter where negative."""
        return self._run(lambda runner, now: runner.add_time(now, by_s))

    def rate_pain(self, score: int) -> tuple[ev.Event, ...]:
        """Take down a pain rating in the middle of the walk, 0-10."""
        events = self._run(lambda runner, now: runner.rate_pain(now, score))
        for event in events:
            if isinstance(event, ev.PainReported):
                self._rate(Moment.DURING, score, f"at {event.at_s:.3f} s")
        return events

    def go_forward_only(self) -> tuple[ev.Event, ...]:
        """Turn every coming bout into a forward one."""
        return self._run(Runner.go_forward_only)

    def cool_down(self) -> tuple[ev.Event, ...]:
        """Give up the rest of the plan for its cool-down."""
        return self._run(Runner.cool_down)

    def stop(self, reason: ev.StopReason = ev.StopReason.WALKER) -> tuple[ev.Event, ...]:
        """End the walk here."""
        return self._run(lambda runner, now: runner.stop(now, reason))

    def reopen(self) -> tuple[ev.Event, ...]:
        """Take back a stop."""
        events = self._run(Runner.reopen)
        if events and self._session is not None:
            self._watch(self._journal.reopen(self._session.start.id))
        return events

    # ------------------------------------------------------------ afterwards

    def answer_end(self) -> None:
        """Silence the end, which otherwise is heard three times."""
        self._player.forget()

    def rate_after(self, score: int) -> Future[None] | None:
        """Write the rating after the walk, 0-10; return when it is saved, None without a session."""
        return self._rate(Moment.AFTER, score)

    def describe(self, effort: int | None, note: str) -> Future[None] | None:
        """Write how hard the walk felt, 0-10, and the walker's words; return when it is saved."""
        if self._session is None:
            return None
        saved = self._journal.describe(self._session.start.id, effort, note)
        self._tell_when_saved(saved, Changed.HISTORY)
        return saved

    def leave(self) -> None:
        """Be done with a session that is over; the sound ends."""
        if not self.is_under_way:
            self._session = None
            self._player.close()

    # ----------------------------------------------------------------- state

    @property
    def is_under_way(self) -> bool:
        """Whether a session runs or stands in a pause."""
        snapshot = self.snapshot()
        return snapshot is not None and snapshot.state not in (RunState.FINISHED, RunState.STOPPED)

    @property
    def plan(self) -> Preset | None:
        """The plan of the present session."""
        return self._session.start.plan if self._session else None

    def snapshot(self) -> Snapshot | None:
        """Return how the session stands, None without one."""
        return self._session.runner.snapshot(self._clock.read()) if self._session else None

    def next_due_s(self) -> float | None:
        """Return seconds until something changes by itself, 0.0 if overdue, None if nothing will."""
        return self._session.runner.next_due_s(self._clock.read()) if self._session else None

    def summary(self) -> SessionSummary | None:
        """Return what the session has come to so far, None without one."""
        session, snapshot = self._session, self.snapshot()
        if session is None or snapshot is None:
            return None
        return summarise(session.start.id, session.start.plan, session.facts, snapshot.elapsed_s)

    # ---------------------------------------------------------------- inside

    def _run(self, command: Callable[[Runner, Reading], tuple[ev.Event, ...]]) -> tuple[ev.Event, ...]:
        if self._session is None:
            return ()
        now = self._clock.read()
        return self._take(now, command(self._session.runner, now))

    def _take(self, now: Reading, events: tuple[ev.Event, ...]) -> tuple[ev.Event, ...]:
        """Write events down, then let them be heard; return them to be shown."""
        session = self._session
        if session is None:
            return events
        facts = [event for event in events if not isinstance(event, ev.CueDue)]
        self._write(session, now, facts)
        if any(isinstance(fact, ev.NEW_COURSE) for fact in facts):
            self._player.forget()
        cues = session.runner.take_cues(now, CUES_AHEAD_S)
        if cues:
            self._player.tell(cues)
        return events

    def _write(self, session: "_Session", now: Reading, facts: list[ev.Fact]) -> None:
        if facts:
            session.facts += facts
            self._watch(self._journal.append(session.start.id, facts))
        reached_s = session.runner.snapshot(now).elapsed_s
        if reached_s - session.written_s >= CHECKPOINT_EVERY_S:
            session.written_s = reached_s
            self._watch(self._journal.reached(session.start.id, reached_s, now.utc))
        if any(isinstance(fact, ev.Finished | ev.Stopped) for fact in facts):
            saved = self._journal.close(
                summarise(session.start.id, session.start.plan, session.facts, reached_s)
            )
            self._tell_when_saved(saved, Changed.HISTORY)

    def _rate(self, moment: Moment, score: int, which: str = "") -> Future[None] | None:
        if self._session is None:
            return None
        saved = self._journal.rate(self._rating(moment, score, self._clock.read(), which))
        self._tell_when_saved(saved, Changed.PAIN)
        return saved

    def _rating(self, moment: Moment, score: int, now: Reading, which: str = "") -> Rating:
        session_id = self._session.start.id if self._session else None
        return Rating(
            # An answer that is corrected takes the place of the one before.
            id=str(uuid.uuid5(_RATINGS, f"{session_id} {moment.value} {which}")),
            session_id=session_id,
            moment=moment,
            score=score,
            rated_utc=now.utc,
            utc_offset_min=now.utc_offset_min,
            local_day=now.local_day,
        )

    def _tell_when_saved(self, saved: Future[None], changed: Changed) -> None:
        self._watch(saved)
        saved.add_done_callback(lambda done: None if done.exception() else self._changes.tell(changed))

    def _watch(self, saved: Future[None]) -> None:
        """Let no write fail unseen. A fault of the computer is told by the store itself."""

        def look(done: Future[None]) -> None:
            fault = done.exception()
            if fault is not None and not isinstance(fault, EnvironmentProblem):
                self._on_fault(fault)

        saved.add_done_callback(look)


class _Session:
    """The session under way."""

    def __init__(self, start: SessionStart, runner: Runner, facts: list[ev.Fact] | None = None) -> None:
        self.start = start
        self.runner = runner
        self.facts: list[ev.Fact] = facts or []
        self.written_s = 0.0
