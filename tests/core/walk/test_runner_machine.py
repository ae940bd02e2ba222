"""Random walks with random keys, stalls and clocks: what must hold for each of them at every moment."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from retrowalk.core.units import on_whole_ms, whole_ms
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import CueKind, CuePoint
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import TurnKind
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.core.walk.snapshot import RunState
from tests.helpers.clock import US_PER_S
from tests.helpers.presets import random_presets
from tests.helpers.speech import told
from tests.helpers.walk_log import WalkLog

RULES = RunRules()
TIME_RUNS = (RunState.COUNTDOWN, RunState.WALKING, RunState.FINISHED)
NORMAL_US, STALL_US, LONG_US = 700_000, 5_000_000, 60_000_000

SOMETIMES = st.integers(0, 3).map(lambda number: number == 3)
RARELY = st.integers(0, 9).map(lambda number: number == 9)


class ActiveTime:
    """A stopwatch in the walker's hand: whole microseconds, no phases, no plan."""

    def __init__(self) -> None:
        self.shown_us = 0
        self._starts_in_us = None

    @property
    def runs(self):
        return self._starts_in_us is not None

    def count_down(self, seconds):
        self._starts_in_us = round(seconds * US_PER_S)

    def pass_time(self, us):
        if self.runs:
            self.shown_us += max(0, us - self._starts_in_us)
            self._starts_in_us = max(0, self._starts_in_us - us)

    def stop(self, at_us=None):
        self.shown_us = self.shown_us // 1000 * 1000 if at_us is None else at_us
        self._starts_in_us = None


class Course:
    """What was called since the cues were last told afresh."""

    def __init__(self) -> None:
        self._calls: list[tuple[float, CuePoint]] = []
        self._some_dropped = False

    def take(self, events, now, *, stalled):
        for event in events:
            if isinstance(event, ev.CueDue):
                at_s = now.monotonic_s - (now.utc - event.utc).total_seconds()
                self._calls.append((round(at_s, 3), event.point))
        self._some_dropped |= stalled

    def check(self, told_cues, now):
        """Each cue was called once, in order, none over another, and at the instant told to the stream."""
        for (_, before), (_, after) in pairwise(self._calls):
            assert before.at_s + before.length_s <= after.at_s + 1e-6, (told(before.cue), told(after.cue))
        told_by_now = [cue for cue in told_cues if cue.at_monotonic_s <= now.monotonic_s + 1e-6]
        sounded = [(round(cue.at_monotonic_s, 3), cue.cue) for cue in told_by_now]
        called = [(at_s, point.cue) for at_s, point in self._calls]
        if self._some_dropped:
            sounded = [call for call in sounded if call in called]
        assert called == sounded


class Walks(RuleBasedStateMachine):
    """A walk with its log, and beside it a stopwatch."""

    @initialize(
        plan=random_presets(longest_s=60, fewest_parts=3), speech=st.booleans(), walking=st.booleans()
    )
    def begin(self, plan, speech, walking):
        wishes = CueWishes(speech=speech, notes=True, stop_line=5)
        self.log = WalkLog(plan, wishes=wishes, rules=RULES)
        self.stopwatch = ActiveTime()
        self.course = Course()
        self.monotonic_us = self.wall_us = 0
        self.earliest_s = self.resumed_s = 0.0
        self.journal_s = 0.0
        self._do("start")
        if walking:
            self.walk_on(NORMAL_US, 22)

    # ------------------------------------------------------------------ time

    @rule(us=st.integers(1, NORMAL_US) | st.just(NORMAL_US), steps=st.integers(1, 50))
    def walk_on(self, us, steps):
        for _ in range(steps):
            self._pass(us)
            self._do("poll")

    @rule(polls=st.integers(1, 40))
    def walk_from_due_to_due(self, polls):
        for _ in range(polls):
            due_s = self.log.runner.next_due_s(self.log.now)
            self._pass(NORMAL_US if due_s is None else min(max(round(due_s * US_PER_S), 1), NORMAL_US))
            self._do("poll")

    @rule(us=st.integers(1, NORMAL_US))
    def let_time_pass_without_a_poll(self, us):
        self._pass(us)

    @rule(us=st.integers(NORMAL_US, STALL_US - NORMAL_US))
    def stall(self, us):
        self._pass(us)
        self._do("poll")

    @rule(
        kind=st.sampled_from(["stall", "suspend", "set the clock"]),
        us=st.integers(0, STALL_US) | st.integers(STALL_US, LONG_US),
        back=st.booleans(),
        sure=RARELY,
    )
    def disturb(self, kind, us, back, sure):
        if not sure:
            return
        if kind == "stall":
            self._pass(us)
        elif kind == "suspend":
            self.log.clock.suspend(us / US_PER_S)
            self.wall_us += us
        else:
            by_us = -us if back else us
            self.log.clock.set_wall(self.log.now.utc + timedelta(microseconds=by_us))
            self.wall_us += by_us
        self._do("poll")

    # ------------------------------------------------------------------ keys

    @rule(command=st.sampled_from(["skip", "back", "go_on"]))
    def press(self, command):
        self._do(command)

    @rule(by_s=st.sampled_from([15.0, -15.0, 1.5]))
    def change_the_time(self, by_s):
        self._do("add_time", by_s)

    @rule(command=st.sampled_from(["pause", "rate_pain"]), sure=SOMETIMES)
    def stand_still(self, command, sure):
        if sure:
            self._do(command, *([4] if command == "rate_pain" else []))

    @rule()
    def resume(self):
        self._do("resume")

    @rule()
    def resume_and_step_on(self):
        self._do("resume")
        self.walk_on(NORMAL_US, 22)

    @rule(command=st.sampled_from(["go_forward_only", "cool_down", "stop", "reopen"]), sure=SOMETIMES)
    def press_rarely(self, command, sure):
        if sure:
            self._do(command)

    # ---------------------------------------------------------------- inside

    def _pass(self, us):
        self.log.clock.advance(us / US_PER_S)
        self.monotonic_us += us
        self.wall_us += us

    def _do(self, command, *arguments):
        stalled, interrupted = self._run_the_stopwatch()
        before, told_before = self.log.snapshot, self.log.player.told
        events = self.log.do(command, *arguments)
        first = next((n for n, event in enumerate(events) if isinstance(event, ev.NEW_COURSE)), None)
        self._check_own_time(events, due=first is None and command == "poll")
        self._check_each_phase_is_entered_once(before, events[:first])
        self._stop_the_stopwatch(events)
        assert interrupted == any(_is_interruption(event) for event in events)
        self.course.take(events[:first], self.log.now, stalled=stalled)
        if first is not None:
            if before.state in TIME_RUNS and not interrupted:
                self.course.check(told_before, self.log.now)
            self.course = Course()
        elif command == "poll" and self.log.snapshot.state in TIME_RUNS:
            self.course.check(self.log.player.told, self.log.now)
        due_s = self.log.runner.next_due_s(self.log.now)
        self.earliest_s = float("inf") if due_s is None else self.log.now.monotonic_s + due_s

    def _run_the_stopwatch(self):
        """Let the stopwatch run since the last poll; return whether that was a stall, or an interruption."""
        us, wall_us = self.monotonic_us, self.wall_us
        self.monotonic_us = self.wall_us = 0
        gap_us = max(us, wall_us)
        interrupted = self.stopwatch.runs and max(gap_us, abs(us - wall_us)) > RULES.pause_after_s * US_PER_S
        self.stopwatch.pass_time(0 if interrupted else us)
        return gap_us > RULES.catch_up_after_s * US_PER_S, interrupted

    def _stop_the_stopwatch(self, events):
        for event in events:
            match event:
                case ev.Started() | ev.ResumeAsked():
                    self.stopwatch.count_down(event.countdown_s)
                    self.resumed_s = self.log.now.monotonic_s
                case ev.Paused() | ev.Stopped():
                    self.stopwatch.stop()
                case ev.Finished():
                    end_us = whole_ms(event.at_s) * 1000
                    assert end_us <= self.stopwatch.shown_us
                    self.stopwatch.stop(end_us)

    def _check_own_time(self, events, *, due):
        """Nothing comes before it is due; a fact lies on a whole millisecond, and never before the last."""
        now = self.log.now
        if due and events:
            assert now.monotonic_s >= self.earliest_s - 1e-5, events
        for event in events:
            assert event.at_s == on_whole_ms(event.at_s), event
            if isinstance(event, ev.WalkingBegan):
                began_s = now.monotonic_s - (now.utc - event.utc).total_seconds()
                assert began_s >= self.resumed_s + RULES.step_on_s - 1e-5
            if not isinstance(event, ev.CueDue):
                assert event.at_s >= self.journal_s, event
                self.journal_s = event.at_s

    def _check_each_phase_is_entered_once(self, before, events):
        """Time alone enters the phases that stood next, each once and in order."""
        entered = [e for e in events if isinstance(e, ev.PhaseEntered)]
        begins = any(isinstance(e, ev.WalkingBegan) for e in events) and not before.begun
        first = before.index + (not begins)
        coming = before.phases[first : first + len(entered)]
        assert [(e.kind, e.plan_index) for e in entered] == [(p.kind, p.plan_index) for p in coming]

    # ------------------------------------------------------------ invariants

    @invariant()
    def elapsed_is_active_time(self):
        """Elapsed is the time of the stopwatch, to the last whole millisecond; what is left is the rest."""
        snapshot = self.log.snapshot
        if self.monotonic_us == 0:
            assert whole_ms(snapshot.elapsed_s) == self.stopwatch.shown_us // 1000
            assert abs(snapshot.elapsed_s + snapshot.left_s - snapshot.length_s) < 1e-6

    @invariant()
    def phases_lie_end_to_end(self):
        """The timeline has no gaps, and holds the present moment."""
        snapshot = self.log.snapshot
        assert snapshot.phases[0].starts_at_s == 0.0
        assert all(before.ends_at_s == after.starts_at_s for before, after in pairwise(snapshot.phases))
        if snapshot.phase and self.monotonic_us == 0:
            assert snapshot.phase.starts_at_s <= snapshot.elapsed_s < snapshot.phase.ends_at_s

    @invariant()
    def directions_change_in_turns(self):
        """Nobody is asked to walk the other way without a turn, unless the belt itself reverses."""
        snapshot = self.log.snapshot
        if self.log.plan.turn.kind is TurnKind.REVERSE_BELT:
            return
        for before, after in pairwise(snapshot.phases):
            assert {before.kind, after.kind} != {PhaseKind.FORWARD, PhaseKind.BACKWARD}
        for turn, after in pairwise(snapshot.phases[snapshot.index + 1 :]):
            assert turn.turns_to is None or turn.turns_to.value == after.kind.value

    @invariant()
    def restored_stands_where_the_live_one_stands(self):
        """The journal alone, through whole milliseconds, brings the walk back to the same place."""
        live = self.log.snapshot
        if self.monotonic_us == 0:
            back = self.log.restored().snapshot
            assert (back.phases, back.index, back.elapsed_s) == (live.phases, live.index, live.elapsed_s)
            assert back.begun == live.begun
            assert back.state is (RunState.FINISHED if live.phase is None else RunState.PAUSED)

    @invariant()
    def backward_asks_for_no_new_speed(self):
        """While walking backward a speed is said only at the entry out of a turn or a forward phase."""
        snapshot = self.log.snapshot
        if snapshot.state is not RunState.WALKING or snapshot.phase is None:
            return
        for call in (call for call in self.log.calls if snapshot.phase.starts_at_s <= call.at_s):
            if snapshot.phase.kind is PhaseKind.BACKWARD and _says_a_speed(call):
                assert call.cue.kind is CueKind.ACTION
                assert (
                    snapshot.index == 0 or snapshot.phases[snapshot.index - 1].kind is not PhaseKind.BACKWARD
                )

    @invariant()
    def standing_still_nothing_is_due(self):
        """Without a running time nothing comes by itself."""
        if self.log.snapshot.state in (RunState.PAUSED, RunState.STOPPED):
            assert self.log.runner.next_due_s(self.log.now) is None
            assert self.log.do("poll") == ()


def _is_interruption(event):
    return isinstance(event, ev.Paused) and event.reason is ev.PauseReason.INTERRUPTED


def _says_a_speed(point):
    return any(word.startswith("point-") for word in point.cue.words)


Walks.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestWalks = Walks.TestCase
