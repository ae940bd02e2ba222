"""It does not matter when, and how often, a walk is polled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import TurnKind
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.schedule import PhaseKind
from tests.helpers.presets import a_preset, forward, random_presets
from tests.helpers.walk_log import WalkLog

WALKED_S = 75.0
AT_MOST_S = 0.7


def walked(plan, steps_s, seconds=WALKED_S):
    """Start a walk and poll it at these steps, over and over, for some seconds."""
    log = WalkLog(plan, wishes=CueWishes(stop_line=5, notes=True), rules=RunRules(get_ready_s=5.0))
    log.do("start")
    end_s = log.now.monotonic_s + seconds
    while log.now.monotonic_s < end_s:
        for step_s in steps_s:
            log.clock.advance(min(step_s, max(1e-6, end_s - log.now.monotonic_s)))
            log.do("poll")
    return log


def happened(log):
    """Everything that a walk led to, and everything that was heard, cue and instant."""
    return log.events, [(round(cue.at_monotonic_s, 6), cue.cue) for cue in log.player.heard()]


@settings(max_examples=15)
@given(
    plan=random_presets(longest_s=25, fewest_parts=2),
    steps_s=st.lists(st.floats(0.05, AT_MOST_S), min_size=1),
)
def test_rhythm_does_not_matter(plan, steps_s):
    """Polled at random, exactly when something is due, or all the time: the same happens, and is heard."""
    from_due_to_due = WalkLog(
        plan, wishes=CueWishes(stop_line=5, notes=True), rules=RunRules(get_ready_s=5.0)
    )
    from_due_to_due.do("start")
    from_due_to_due.walk(WALKED_S, step_s=AT_MOST_S)
    expected = happened(from_due_to_due)
    assert happened(walked(plan, steps_s)) == expected


def test_polled_all_the_time():
    """A hundred polls a second lead to nothing else than the polls at which something is due."""
    from_due_to_due = WalkLog(
        a_preset(), wishes=CueWishes(stop_line=5, notes=True), rules=RunRules(get_ready_s=5.0)
    )
    from_due_to_due.do("start")
    from_due_to_due.walk(200, step_s=AT_MOST_S)
    assert happened(walked(a_preset(), [0.01], 200)) == happened(from_due_to_due)


@given(plan=random_presets(longest_s=25), before_s=st.floats(0, 60))
def test_nothing_comes_before_it_is_due(plan, before_s):
    """One microsecond before what `next_due_s` says nothing comes; at that moment something does."""
    log = WalkLog(plan, rules=RunRules(pause_after_s=1e9, catch_up_after_s=1e9))
    log.do("start")
    log.walk(before_s, step_s=1.0)
    holds = log.snapshot.phase is not None and log.snapshot.phase.holds
    due_s = log.runner.next_due_s(log.now)
    if due_s is None or due_s < 1e-5:
        return
    log.clock.advance(due_s - 2e-6)
    assert log.runner.poll(log.now) == ()
    log.clock.advance(3e-6)
    assert log.runner.poll(log.now) or holds


class TestNextDue:
    """Seconds until the next thing."""

    def test_before_the_start(self):
        """Nothing comes by itself before the walk is started."""
        log = WalkLog()
        assert log.runner.next_due_s(log.now) is None

    def test_in_the_countdown(self):
        """First the words, then the ticks, then the beginning."""
        log = WalkLog()
        log.do("start")
        assert log.runner.next_due_s(log.now) == pytest.approx(0.15)
        log.walk(5)
        assert log.runner.next_due_s(log.now) == pytest.approx(7)
        log.walk(9.5)
        assert log.runner.next_due_s(log.now) == pytest.approx(0.5)

    def test_overdue(self):
        """What is overdue is due in no time, until it was polled."""
        log = WalkLog().start_walking(50.5)
        log.clock.advance(6.6)
        assert log.runner.next_due_s(log.now) == 0.0

    def test_right_after_a_key(self):
        """A key's own motif is due at once."""
        log = WalkLog().start_walking(20)
        log.do("skip")
        assert log.runner.next_due_s(log.now) == 0.0

    @pytest.mark.parametrize("command", ["pause", "stop"])
    def test_standing(self, command):
        """While the walk stands nothing comes by itself."""
        log = WalkLog().start_walking(20)
        log.do(command)
        assert log.runner.next_due_s(log.now) is None


class TestLongWalks:
    """A long walk stays exact. Nobody listens here, so there is no stall and no cue told late."""

    def start(self, plan):
        log = WalkLog(plan, wishes=CueWishes(speech=False), rules=RunRules(pause_after_s=1e9))
        log.events += log.runner.start(log.now)
        self.pass_time(log, log.rules.get_ready_s)
        return log

    def pass_time(self, log, seconds):
        log.clock.advance(seconds)
        log.events += log.runner.poll(log.now)

    def test_a_day(self):
        """24 hours, paused a hundred times: every phase to the millisecond, no drift."""
        log = self.start(a_preset(*[forward(3600.0)] * 24))
        for _ in range(100):
            self.pass_time(log, 863.9)
            log.runner.pause(log.now)
            log.clock.advance(7.7)
            log.runner.resume(log.now)
            self.pass_time(log, 10.1)
        assert [fact.at_s for fact in log.seen(ev.PhaseEntered)] == [3600.0 * n for n in range(24)]
        assert log.seen(ev.Finished)[0].at_s == 86_400

    def test_ten_thousand_phases(self):
        """10,000 phases in one walk are entered one after the other, and the last is the end."""
        log = self.start(a_preset(*[forward(5.0)] * 10_000))
        for _ in range(1000):
            self.pass_time(log, 50.0)
        assert len(log.seen(ev.PhaseEntered)) == 10_000
        assert log.seen(ev.Finished)[0].at_s == 50_000

    def test_waiting_for_a_day(self):
        """A turn in which nobody presses the key for a day neither ends nor gets slow."""
        log = self.start(a_preset(turn=TurnKind.WAIT))
        for _ in range(24 * 60):
            self.pass_time(log, 60.0)
        assert log.snapshot.phase.kind is PhaseKind.TURN
