"""Walks brought back from their journal."""

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import TurnKind
from retrowalk.core.walk.runner import Runner
from retrowalk.core.walk.snapshot import RunState
from tests.helpers.presets import a_preset, forward
from tests.helpers.speech import speech_length, told
from tests.helpers.walk_log import WalkLog


def restored(log, facts, reached_s):
    """Bring a walk back from some of its journal."""
    runner = Runner.restored(log.plan, facts, reached_s, CueWishes(), speech_length)
    return WalkLog(log.plan, runner=runner)


def test_stands_in_a_pause():
    """Whatever it was doing, a walk that was cut off comes back standing still."""
    back = WalkLog().start_walking(130.25).restored()
    assert back.snapshot.state is RunState.PAUSED
    assert (back.snapshot.elapsed_s, back.snapshot.pause_reason) == (130.25, None)
    back.walk(60)
    assert back.snapshot.elapsed_s == 130.25


def test_goes_on_with_stepping_on():
    """Taken up again it counts down, and goes on in the very same phase."""
    back = WalkLog().start_walking(130.25).restored()
    back.do("resume")
    assert back.snapshot.countdown_s == 10
    back.walk(10 + 34.75)
    assert [(fact.plan_index, fact.at_s) for fact in back.seen(ev.PhaseEntered)] == [(3, 165)]
    back.walk(105)
    assert back.snapshot.state is RunState.FINISHED


def test_reached_after_the_last_fact():
    """The seconds walked since the last fact are known from the checkpoint."""
    log = WalkLog().start_walking(80)
    assert restored(log, log.facts, 79.5).snapshot.elapsed_s == 79.5


def test_checkpoint_older_than_the_last_fact():
    """A fact is as good as a checkpoint."""
    log = WalkLog().start_walking(61)
    back = restored(log, log.facts, 59.0)
    assert (back.snapshot.elapsed_s, back.snapshot.phase.plan_index) == (60, 1)


def test_cut_off_before_the_first_step():
    """Cut off in the get-ready countdown the walk begins with getting ready."""
    log = WalkLog()
    log.do("start")
    back = log.restored()
    assert not back.snapshot.begun
    back.do("resume")
    assert back.snapshot.countdown_s == 15
    back.walk(15)
    assert [fact.plan_index for fact in back.seen(ev.PhaseEntered)] == [0]


def test_stop_is_taken_back():
    """A walk that was stopped and cut off before that was settled can go on."""
    log = WalkLog().start_walking(80)
    log.do("stop")
    back = log.restored()
    back.do("resume")
    back.walk(12)
    assert back.snapshot.elapsed_s == 82


def test_walk_that_had_ended():
    """One that had come to its end is finished, and says nothing."""
    back = WalkLog(a_preset(forward(30))).start_walking(31).restored()
    assert back.snapshot.state is RunState.FINISHED
    assert back.do("resume") == ()
    back.walk(30)
    assert back.player.heard() == []
    assert back.runner.next_due_s(back.now) is None


def test_reached_beyond_the_end():
    """A checkpoint rounded past the end is the end."""
    log = WalkLog(a_preset(forward(30))).start_walking(29.9)
    assert restored(log, log.facts, 30.2).snapshot.elapsed_s == 30


@pytest.mark.parametrize("walked_s", [20, 75, 125, 185])
@pytest.mark.parametrize("keys", [["go_forward_only"], ["cool_down"], ["skip", "back"], ["add_time", "skip"]])
def test_keys_of_the_earlier_run_count(walked_s, keys):
    """What the walker had changed stays changed."""
    log = WalkLog(a_preset(turn=TurnKind.WAIT)).start_walking(walked_s)
    for key in keys:
        log.do(key)
        log.walk(1.2345)
    back = log.restored()
    assert back.snapshot.phases == log.snapshot.phases
    assert back.snapshot.index == log.snapshot.index


def test_is_heard_as_any_other():
    """The countdown says where the walker stands."""
    back = WalkLog().start_walking(130).restored()
    back.do("resume")
    back.walk(5)
    assert told(back.player.heard()[0].cue) == (
        "Going on in ten seconds. Backward. Start at zero point eight. Step on."
    )
