"""The engine of a walk: it is told the time and what the walker wants, and returns what happened.

Elapsed time is what was banked at the last stop plus what has passed since; what remains is computed and
never stored. In a countdown "since" lies ahead, at the moment from which time counts again.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from math import floor, inf

from retrowalk.core.clock import Reading
from retrowalk.core.units import MS_PER_S
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.answers import answer_to
from retrowalk.core.walk.course import Course
from retrowalk.core.walk.cue import CueKind, TimedCue
from retrowalk.core.walk.cue_book import CueBook
from retrowalk.core.walk.cues import CueWishes, SpeechLength
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.rules import TIME_STEP_S, RunRules
from retrowalk.core.walk.snapshot import RunState, Snapshot


class Runner:
    """One walk.

    Every call takes a reading of the clock and returns the events it led to, in order. A command that makes
    no sense at the moment returns nothing and changes nothing, so keys may be pressed as wildly as they like.

    Args:
        plan: The preset to walk.
        wishes: What the walker wants to hear.
        speech_length: Seconds that a phrase takes to say.
        rules: Time limits.
    """

    def __init__(
        self, plan: Preset, wishes: CueWishes, speech_length: SpeechLength, rules: RunRules | None = None
    ) -> None:
        self._rules = rules or RunRules()
        self._course = Course(plan)
        self._book = CueBook(wishes, speech_length)
        self._state = RunState.READY
        self._banked_s = 0.0
        self._since_s = 0.0
        self._last: Reading | None = None
        self._pause: ev.Paused | None = None

    @classmethod
    def restored(
        cls,
        plan: Preset,
        facts: Iterable[ev.Fact],
        reached_s: float,
        wishes: CueWishes,
        speech_length: SpeechLength,
        *,
        rules: RunRules | None = None,
    ) -> "Runner":
        """Return the walk that these facts tell of, paused where it was last known to be, even if stopped.

        One that had come to its end is finished, and silent.

        Args:
            plan: The preset it was started from.
            facts: Its journal, in order.
            reached_s: The furthest active second known.
            wishes: What the walker wants to hear.
            speech_length: Seconds that a phrase takes to say.
            rules: Time limits.
        """
        runner = cls(plan, wishes, speech_length, rules)
        runner._banked_s = runner._course.retrace(facts, _whole_ms(reached_s))
        runner._state = RunState.PAUSED
        if runner._course.present is None:
            runner._state = RunState.FINISHED
            runner._book.leave_out(inf)
        return runner

    # ---------------------------------------------------------------- commands

    def start(self, now: Reading) -> tuple[ev.Event, ...]:
        """Begin the get-ready countdown."""
        if self._state is not RunState.READY or self._course.present is None:
            return ()
        self._last = now
        self._count_down(now, self._rules.get_ready_s)
        return (ev.Started(at_s=0.0, utc=now.utc, countdown_s=self._rules.get_ready_s),)

    def pause(self, now: Reading, reason: ev.PauseReason = ev.PauseReason.WALKER) -> tuple[ev.Event, ...]:
        """Stand still; a countdown is broken off."""
        events = self.poll(now)
        if not self._time_runs:
            return events
        return (*events, self._stand_still(reason, now))

    def resume(self, now: Reading) -> tuple[ev.Event, ...]:
        """Begin the step-on countdown after which the walk goes on."""
        events = self.poll(now)
        if self._state is not RunState.PAUSED:
            return events
        countdown_s = self._rules.step_on_s if self._course.begun else self._rules.get_ready_s
        fact = ev.ResumeAsked(at_s=self._banked_s, utc=now.utc, countdown_s=countdown_s)
        self._course.bend(fact, standing=True)
        self._count_down(now, countdown_s)
        return (*events, fact)

    def go_on(self, now: Reading) -> tuple[ev.Event, ...]:
        """End a phase that waits for the walker, after a count of three."""
        return self._command(now, ev.WaitEnded)

    def skip(self, now: Reading) -> tuple[ev.Event, ...]:
        """Leave the rest of the present phase out."""
        return self._command(now, ev.Skipped)

    def back(self, now: Reading) -> tuple[ev.Event, ...]:
        """Begin the present phase anew, or the one before when it has just begun."""
        return self._command(now, ev.WentBack)

    def add_time(self, now: Reading, by_s: float = TIME_STEP_S) -> tuple[ev.Event, ...]:
        """Make the present phase longer, or shorter where negative, as far as it can be; never end it."""

        def changed(*, at_s: float, utc: datetime) -> ev.TimeChanged:
            possible_s = self._course.timeline.possible_change_s(at_s, by_s)
            return ev.TimeChanged(at_s=at_s, utc=utc, by_s=possible_s)

        return self._command(now, changed)

    def rate_pain(self, now: Reading, score: int) -> tuple[ev.Event, ...]:
        """Take down a rating given in the middle of the walk, which stands still for it."""
        events = self.pause(now, ev.PauseReason.PAIN)
        if self._state is not RunState.PAUSED:
            return events
        fact = ev.PainReported(at_s=self._banked_s, utc=now.utc, score=score)
        self._book.answer(answer_to(fact))
        return (*events, fact)

    def go_forward_only(self, now: Reading) -> tuple[ev.Event, ...]:
        """Turn every coming bout into a forward one."""
        return self._command(now, ev.WentForwardOnly)

    def cool_down(self, now: Reading) -> tuple[ev.Event, ...]:
        """Give up the rest of the plan for its cool-down."""
        return self._command(now, ev.CoolingDown)

    def stop(self, now: Reading, reason: ev.StopReason = ev.StopReason.WALKER) -> tuple[ev.Event, ...]:
        """End the walk here."""
        events = self.poll(now)
        if not (self._time_runs or self._state is RunState.PAUSED):
            return events
        self._banked_s = self._elapsed(now)
        self._state = RunState.STOPPED
        fact = ev.Stopped(at_s=self._banked_s, utc=now.utc, reason=reason)
        self._book.answer(answer_to(fact))
        return (*events, fact)

    def reopen(self, now: Reading) -> tuple[ev.Event, ...]:
        """Take a stop back; the walk is paused where it was stopped."""
        if self._state is not RunState.STOPPED:
            return ()
        self._state = RunState.PAUSED
        self._pause = None
        return (ev.Reopened(at_s=self._banked_s, utc=now.utc),)

    # -------------------------------------------------------------------- time

    def poll(self, now: Reading) -> tuple[ev.Event, ...]:
        """Let time pass until now and return what came due, each at its own moment."""
        last, self._last = self._last, now
        if last is None or not (self._time_runs or self._state is RunState.FINISHED):
            return ()
        gap_s, disagreement_s = _gap_s(last, now)
        if max(gap_s, disagreement_s) > self._rules.pause_after_s:
            if self._time_runs:
                return (self._stand_still(ev.PauseReason.INTERRUPTED, last, gap_s),)
            self._book.leave_out(self._line(now))
        events = self._advance(now)
        return _only_latest_call(events) if gap_s > self._rules.catch_up_after_s else events

    def next_due_s(self, now: Reading) -> float | None:
        """Return seconds until something changes by itself, 0.0 if overdue, None if nothing will."""
        if not (self._time_runs or self._state is RunState.FINISHED):
            return None
        due = [self._book.next_due_s(self._course.timeline)]
        if self._course.present is not None:
            due.append(self._course.present.ends_at_s)
        earliest_s = min((at_s for at_s in due if at_s is not None), default=None)
        return None if earliest_s is None else max(0.0, earliest_s - self._line(now))

    def take_cues(self, now: Reading, ahead_s: float) -> tuple[TimedCue, ...]:
        """Return the cues of the next `ahead_s` seconds that were not returned before, with their instants.

        After any command that led to a fact of its own, what was returned before no longer holds: the cues
        of the new course are returned afresh. So it is when the walk is paused by itself.
        """
        answers = [TimedCue(at_monotonic_s=now.monotonic_s, cue=cue) for cue in self._book.take_answer()]
        if not (self._time_runs or self._state is RunState.FINISHED):
            return tuple(answers)
        points = self._book.take(self._course.timeline, self._line(now) + ahead_s)
        ahead_of_line_s = self._since_s - self._banked_s
        timed = [TimedCue(at_monotonic_s=p.at_s + ahead_of_line_s, cue=p.cue) for p in points]
        return (*answers, *timed)

    def snapshot(self, now: Reading) -> Snapshot:
        """Return how the walk stands."""
        counting = self._state is RunState.COUNTDOWN
        pause = self._pause if self._state is RunState.PAUSED else None
        return Snapshot(
            state=self._state,
            phases=self._course.timeline.phases,
            index=self._course.timeline.index,
            elapsed_s=self._elapsed(now),
            countdown_s=max(0.0, self._since_s - now.monotonic_s) if counting else 0.0,
            begun=self._course.begun,
            pause_reason=pause.reason if pause else None,
            gap_s=pause.gap_s if pause else 0.0,
        )

    # ------------------------------------------------------------------ inside

    @property
    def _time_runs(self) -> bool:
        return self._state in (RunState.WALKING, RunState.COUNTDOWN)

    def _line(self, now: Reading) -> float:
        """Return now on the walk's own time; in a countdown it lies before what is banked."""
        # Microseconds, lest a sum of floats falls just short of the moment that was waited for.
        return round(self._banked_s + now.monotonic_s - self._since_s, 6)

    def _elapsed(self, now: Reading) -> float:
        """Return the last whole millisecond walked: what the journal keeps, never past a phase's end."""
        return _whole_ms(max(self._banked_s, self._line(now))) if self._time_runs else self._banked_s

    def _utc_at(self, now: Reading, at_s: float) -> datetime:
        standing = self._state is RunState.PAUSED
        return now.utc if standing else now.utc - timedelta(seconds=self._line(now) - at_s)

    def _count_down(self, now: Reading, countdown_s: float) -> None:
        self._state = RunState.COUNTDOWN
        self._since_s = now.monotonic_s + countdown_s
        phase = self._course.present
        if phase is not None:
            self._book.count_down(phase, self._banked_s, countdown_s)

    def _stand_still(self, reason: ev.PauseReason, at: Reading, gap_s: float = 0.0) -> ev.Paused:
        self._banked_s = self._elapsed(at)
        self._state = RunState.PAUSED
        self._pause = ev.Paused(at_s=self._banked_s, utc=at.utc, reason=reason, gap_s=gap_s)
        self._book.answer(answer_to(self._pause))
        return self._pause

    def _command(self, now: Reading, fact_of: Callable[..., ev.Fact]) -> tuple[ev.Event, ...]:
        stood = self._state is RunState.PAUSED
        events = self.poll(now)
        # A key that only finds out that the walk was interrupted does nothing else: the walker is asked.
        ready = stood if self._state is RunState.PAUSED else self._state is RunState.WALKING
        if not ready:
            return events
        fact = fact_of(at_s=self._elapsed(now), utc=now.utc)
        if not self._course.bend(fact, standing=stood):
            return events
        entered = self._enter_due(now, fact.at_s)
        walking = self._state is not RunState.PAUSED
        self._book.begin_anew(fact.at_s, answer_to(fact), walking=walking)
        return (*events, fact, *entered)

    def _advance(self, now: Reading) -> tuple[ev.Event, ...]:
        events: list[ev.Event] = []
        if self._state is RunState.COUNTDOWN:
            events += self._counted_down(now)
        # Cues of the phases that end are called before the next are entered, so that order is kept.
        while self._state is RunState.WALKING and (phase := self._course.present) is not None:
            ends_at_s = inf if phase.holds else phase.ends_at_s
            events += self._called(now, min(ends_at_s, self._line(now)))
            due = self._enter_due(now, min(ends_at_s, self._elapsed(now)))
            events += due
            if not due:
                break
        if self._state is RunState.FINISHED:
            events += self._called(now, self._line(now))
        return tuple(events)

    def _counted_down(self, now: Reading) -> list[ev.Event]:
        line_s = self._line(now)
        events = self._called(now, min(line_s, self._banked_s - 1 / MS_PER_S))
        if line_s < self._banked_s:
            return events
        self._state = RunState.WALKING
        events.append(ev.WalkingBegan(at_s=self._banked_s, utc=self._utc_at(now, self._banked_s)))
        if not self._course.begun:
            self._course.begun = True
            events.append(self._entered(now, self._course.timeline.index, self._banked_s))
        return events

    def _enter_due(self, now: Reading, at_s: float) -> tuple[ev.Event, ...]:
        index = self._course.timeline.index
        events: list[ev.Event] = []
        for entered_s in self._course.move_to(at_s):
            index += 1
            if index == len(self._course.timeline.phases):
                events.append(self._finished(now, entered_s))
            elif self._course.begun:
                events.append(self._entered(now, index, entered_s))
        return tuple(events)

    def _entered(self, now: Reading, index: int, at_s: float) -> ev.PhaseEntered:
        phase = self._course.timeline.phases[index]
        return ev.PhaseEntered(
            at_s=at_s,
            utc=self._utc_at(now, at_s),
            kind=phase.kind,
            plan_index=phase.plan_index,
            number=phase.number,
        )

    def _finished(self, now: Reading, at_s: float) -> ev.Finished:
        utc = self._utc_at(now, at_s)
        # From here on the walk's own time only counts the seconds since its end, which is heard again.
        self._since_s = self._since_s + at_s - self._banked_s if self._time_runs else now.monotonic_s
        self._banked_s = at_s
        self._state = RunState.FINISHED
        return ev.Finished(at_s=at_s, utc=utc)

    def _called(self, now: Reading, until_s: float) -> list[ev.Event]:
        points = self._book.take_due(self._course.timeline, until_s)
        return [ev.CueDue(at_s=p.at_s, utc=self._utc_at(now, p.at_s), point=p) for p in points]


def _gap_s(last: Reading, now: Reading) -> tuple[float, float]:
    """Return how long nothing was heard, by the clock that went further, and how much the two disagree."""
    monotonic_s = now.monotonic_s - last.monotonic_s
    wall_s = (now.utc - last.utc).total_seconds()
    return max(monotonic_s, wall_s), abs(wall_s - monotonic_s)


def _only_latest_call(events: tuple[ev.Event, ...]) -> tuple[ev.Event, ...]:
    """Leave out every cue that was missed but the latest that tells where the walk is."""
    calls = [event for event in events if isinstance(event, ev.CueDue)]
    silent = (CueKind.TICK, CueKind.ALIVE)
    latest = [call for call in calls if call.point.cue.kind not in silent][-1:]
    return tuple(event for event in events if event not in calls or event in latest)


def _whole_ms(at_s: float) -> float:
    return floor(round(at_s * MS_PER_S, 3)) / MS_PER_S
