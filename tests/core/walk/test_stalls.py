"""What happens when nothing was heard of a walk for a while, or a clock was set."""

from datetime import timedelta

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import CueKind
from retrowalk.core.walk.rules import CATCH_UP_AFTER_S, PAUSE_AFTER_S
from retrowalk.core.walk.snapshot import RunState
from tests.helpers.presets import a_preset, backward, forward
from tests.helpers.speech import told
from tests.helpers.walk_log import WalkLog

PREVIOUS_S = 57.5
"""Ticks at 57-58-59, the motif of the turn at 60, its first words at 61.05."""


def walked(seconds=PREVIOUS_S):
    """A walk that was polled for the last time then."""
    return WalkLog().start_walking(seconds)


def calls(events):
    """What was called, as instants and words."""
    return [(event.at_s, told(event.point.cue)) for event in events if isinstance(event, ev.CueDue)]


def names(events):
    """The facts among events."""
    return [(type(event).__name__, event.at_s) for event in events if not isinstance(event, ev.CueDue)]


class TestAShortGap:
    """Up to three quarters of a second nothing is special."""

    def test_everything_is_called(self):
        """At the edge itself each missed cue is still called, with its own instant."""
        assert calls(walked().stall(CATCH_UP_AFTER_S)) == [(58, "tick")]

    def test_all_in_order(self):
        """Cues and the phase that is entered come in the order of their instants."""
        log = walked(59.5)
        events = log.stall(0.7)
        assert [type(event).__name__ for event in events] == ["PhaseEntered", "CueDue"]
        assert [event.at_s for event in events] == [60, 60]


class TestCatchingUp:
    """Between three quarters of a second and five seconds the walk catches up."""

    @pytest.mark.parametrize("gap_s", [CATCH_UP_AFTER_S + 0.001, 1.6])
    def test_ticks_are_not_heard_late(self, gap_s):
        """Ticks of a countdown that has passed tell nothing any more."""
        assert walked().stall(gap_s) == ()

    def test_only_the_latest_announcement(self):
        """Of motif and words only the latest is called; the phase is entered at its own moment."""
        events = walked().stall(4.0)
        assert names(events) == [("PhaseEntered", 60)]
        assert calls(events) == [(61.05, "Turn round. Stop the belt. Feet on the side rails.")]

    def test_at_the_edge(self):
        """Five seconds are caught up, in order and with the end of the walk."""
        log = WalkLog(a_preset(forward(5), forward(10))).start_walking(12)
        events = log.stall(PAUSE_AFTER_S)
        assert names(events) == [("Finished", 15)]
        assert calls(events) == [(15, "end")]

    def test_several_phases_in_one_gap(self):
        """Each phase that began and ended meanwhile is entered at its own moment."""
        log = WalkLog(a_preset(forward(5), forward(5), forward(5))).start_walking(4.5)
        assert names(log.stall(1)) == [("PhaseEntered", 5)]
        assert names(log.stall(4.9)) == [("PhaseEntered", 10)]

    def test_the_stream_heard_it_all(self):
        """What was told ahead sounded in time meanwhile, and nothing of it is told again."""
        log = walked()
        log.stall(4.0)
        log.walk(3)
        at_turn = [told(cue.cue) for cue in log.player.heard() if cue.at_monotonic_s >= 1015 + PREVIOUS_S]
        assert at_turn == ["tick", "tick", "turn", "Turn round. Stop the belt. Feet on the side rails."]

    def test_end_of_a_countdown(self):
        """A stall over the end of the countdown loses neither the beginning nor a moment of the walk."""
        log = WalkLog()
        log.do("start")
        log.walk(13)
        events = log.stall(4)
        assert names(events) == [("WalkingBegan", 0), ("PhaseEntered", 0)]
        assert log.snapshot.elapsed_s == 2
        assert calls(events) == [(0.85, "Forward. One minute. Two point five.")]


class TestInterrupted:
    """Over five seconds, or with clocks that disagree, the walk stands where it was last seen."""

    def check(self, log, events, gap_s):
        (paused,) = events
        assert (paused.reason, paused.at_s) == (ev.PauseReason.INTERRUPTED, PREVIOUS_S)
        assert paused.gap_s == pytest.approx(gap_s)
        assert (log.snapshot.state, log.snapshot.elapsed_s) == (RunState.PAUSED, PREVIOUS_S)
        assert (log.snapshot.pause_reason, log.snapshot.gap_s) == (paused.reason, paused.gap_s)

    def test_stall(self):
        """A computer that was busy for longer pauses the walk at the last polled moment."""
        log = walked()
        last = log.now.utc
        events = log.stall(PAUSE_AFTER_S + 0.001)
        self.check(log, events, PAUSE_AFTER_S + 0.001)
        assert events[0].utc == last

    def test_suspend(self):
        """Asleep for half an hour: the steady clock stood still, the wall clock tells."""
        log = walked()
        log.clock.suspend(1800)
        self.check(log, log.do("poll"), 1800)

    def test_suspend_where_the_steady_clock_runs_on(self):
        """Where the steady clock goes on asleep, both tell."""
        log = walked()
        self.check(log, log.stall(1800), 1800)

    def test_clock_set_forward(self):
        """A wall clock set forward cannot be told from sleep, so it is asked."""
        log = walked()
        log.clock.set_wall(log.now.utc + timedelta(hours=1))
        log.clock.advance(0.1)
        self.check(log, log.do("poll"), 3600.1)

    def test_clock_set_back(self):
        """A wall clock set back pauses too; nothing was missed, so the gap is what the steady clock says."""
        log = walked()
        log.clock.set_wall(log.now.utc - timedelta(hours=2))
        log.clock.advance(0.1)
        self.check(log, log.do("poll"), 0.1)

    @pytest.mark.parametrize("by_s", [-5.0, 4.9])
    def test_clock_put_right(self, by_s):
        """A wall clock put right by up to five seconds pauses nothing and moves no cue."""
        log = walked()
        log.clock.set_wall(log.now.utc + timedelta(seconds=by_s))
        log.clock.advance(0.1)
        assert names(log.do("poll")) == []
        log.walk(2.4)
        assert log.snapshot.elapsed_s == PREVIOUS_S + 2.5

    def test_clock_set_back_a_little_drops_no_tick(self):
        """A wall clock set back is no gap: the next tick is called."""
        log = walked()
        log.clock.set_wall(log.now.utc - timedelta(seconds=3))
        log.clock.advance(0.6)
        assert calls(log.do("poll")) == [(58, "tick")]

    def test_both_clocks_jump(self):
        """A machine put back from a snapshot: both clocks are an hour further."""
        log = walked()
        self.check(log, log.stall(3600), 3600)

    def test_nothing_stale_is_heard(self):
        """What was told ahead for the time that was missed is forgotten; the pause is told."""
        log = walked()
        log.stall(6)
        before = len(log.player.heard())
        log.walk(30)
        assert log.player.calls[-1] == "forget"
        assert [told(cue.cue) for cue in log.player.heard()[before - 1 :]] == ["Interrupted. Paused."]

    def test_goes_on_with_stepping_on(self):
        """Resumed, the walk goes on where it was last seen, after the countdown."""
        log = walked()
        log.stall(1800)
        log.do("resume")
        assert log.snapshot.countdown_s == 10
        log.walk(11)
        assert log.snapshot.elapsed_s == PREVIOUS_S + 1

    def test_in_a_countdown(self):
        """A countdown that nobody watched over is broken off."""
        log = WalkLog()
        log.do("start")
        log.walk(14)
        log.stall(6)
        assert (log.snapshot.state, log.snapshot.elapsed_s, log.snapshot.begun) == (RunState.PAUSED, 0, False)

    def test_backward_bout_is_not_walked_on_unseen(self):
        """After a sleep in a backward bout nobody is taken to have walked on."""
        log = WalkLog(a_preset(backward(60))).start_walking(30)
        log.clock.suspend(20)
        log.do("poll")
        assert log.snapshot.phase_left_s == 30

    @pytest.mark.parametrize(
        "command", ["skip", "back", "add_time", "go_forward_only", "cool_down", "go_on", "poll", "pause"]
    )
    def test_key_that_finds_it_out_does_nothing_else(self, command):
        """The first key after a sleep only shows that the walk was interrupted: the walker is asked."""
        log = walked()
        log.clock.suspend(1800)
        assert names(log.do(command)) == [("Paused", PREVIOUS_S)]

    def test_stop_and_pain_are_never_lost(self):
        """A stop and a rating count, also when they find the interruption out."""
        log = walked()
        log.clock.suspend(1800)
        assert names(log.do("rate_pain", 7)) == [("Paused", PREVIOUS_S), ("PainReported", PREVIOUS_S)]
        log = walked()
        log.clock.suspend(1800)
        assert names(log.do("stop")) == [("Paused", PREVIOUS_S), ("Stopped", PREVIOUS_S)]


class TestNoTimeRuns:
    """Where no time runs no gap matters."""

    def test_long_pause(self):
        """A pause may last as long as it likes, polled or not."""
        log = walked()
        log.do("pause")
        assert log.stall(7200) == ()
        log.clock.suspend(7200)
        log.do("resume")
        assert log.snapshot.state is RunState.COUNTDOWN

    def test_finished(self):
        """A computer that sleeps after the end wakes to no burst of ends."""
        log = WalkLog(a_preset(forward(5))).start_walking(5)
        before = len(log.player.heard())
        assert log.stall(1800) == ()
        log.walk(30)
        later = [cue for cue in log.player.heard()[before:] if cue.at_monotonic_s > 1030]
        assert later == []
        assert log.snapshot.state is RunState.FINISHED

    def test_finished_and_asleep_for_a_moment(self):
        """What is left of the repeated end is still heard."""
        log = WalkLog(a_preset(forward(5))).start_walking(5)
        assert calls(log.stall(12)) == []
        log.walk(10)
        assert [call.at_s for call in log.calls if call.cue.kind is CueKind.END] == [5, 25]
