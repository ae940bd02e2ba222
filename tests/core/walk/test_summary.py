"""What a walk came to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.preset import TurnKind
from retrowalk.core.walk.schedule import PhaseKind, build_schedule
from retrowalk.core.walk.session import Outcome
from retrowalk.core.walk.summary import summarise
from tests.helpers.presets import a_preset, backward, built_in_presets, forward, random_presets
from tests.helpers.walk_log import WalkLog


def summary(log):
    """What the log's facts add up to now."""
    return summarise("session", log.plan, log.facts, log.snapshot.elapsed_s)


@pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)
def test_walked_as_planned(preset):
    """A walk without any key comes to what was planned."""
    schedule = build_schedule(preset)
    log = WalkLog(preset).start_walking()
    log.walk(schedule.length_s, step_s=0.7)
    came_to = summary(log)
    assert came_to.outcome is Outcome.FINISHED
    assert came_to.forward_s == pytest.approx(schedule.seconds_by_kind[PhaseKind.FORWARD])
    assert came_to.backward_s == pytest.approx(schedule.seconds_by_kind[PhaseKind.BACKWARD])
    assert (came_to.turns, came_to.bouts_done, came_to.bouts_planned) == (
        schedule.turns,
        schedule.bouts,
        schedule.bouts,
    )
    assert came_to.active_s == pytest.approx(schedule.length_s)
    assert came_to.pauses == 0


def test_nothing_yet():
    """A session without facts came to nothing, and was cut off."""
    came_to = summarise("session", a_preset(), ())
    assert (came_to.outcome, came_to.active_s, came_to.bouts_done) == (Outcome.PARTIAL, 0, 0)
    assert came_to.bouts_planned == 3


def test_pauses_do_not_count():
    """Time that stood still is no time walked; the pauses are counted."""
    log = WalkLog().start_walking(20)
    for _ in range(2):
        log.do("pause")
        log.walk(100)
        log.do("resume")
        log.walk(10)
    log.walk(250)
    came_to = summary(log)
    assert (came_to.active_s, came_to.forward_s, came_to.pauses) == (270, 120, 2)


def test_cut_off():
    """Without an end the walk counts as far as it is known, the second after the last fact included."""
    log = WalkLog().start_walking(130)
    came_to = summary(log)
    assert came_to.outcome is Outcome.PARTIAL
    assert (came_to.forward_s, came_to.backward_s, came_to.bouts_done) == (60, 25, 1)


@pytest.mark.parametrize(("walked_s", "done"), [(54, 1), (53.9, 0)])
def test_bout_is_done_from_nine_tenths(walked_s, done):
    """A bout left in its last tenth was done, one left before was not."""
    log = WalkLog(a_preset(forward(60), forward(60))).start_walking(walked_s)
    log.do("stop")
    assert summary(log).bouts_done == done


def test_bout_begun_again_is_one_bout():
    """Going back does not make two bouts of one."""
    log = WalkLog(a_preset(forward(60))).start_walking(40)
    log.do("back")
    log.walk(60)
    came_to = summary(log)
    assert (came_to.bouts_done, came_to.forward_s) == (1, 100)


def test_forward_only_does_no_backward_bout():
    """A backward bout walked forward gives forward minutes, and is not a backward bout done."""
    log = WalkLog().start_walking(20)
    log.do("go_forward_only")
    log.walk(200)
    came_to = summary(log)
    assert came_to.outcome is Outcome.FINISHED
    assert (came_to.forward_s, came_to.backward_s) == (180, 0)
    assert (came_to.bouts_done, came_to.bouts_planned, came_to.turns) == (2, 3, 0)


def test_backward_bout_given_up_halfway():
    """Made forward in its middle, the backward bout was not done, whatever forward minutes came of it."""
    log = WalkLog(a_preset(forward(60), backward(60))).start_walking(125)
    log.do("go_forward_only")
    log.walk(45 + 60)
    came_to = summary(log)
    assert (came_to.backward_s, came_to.forward_s, came_to.bouts_done) == (20, 100, 1)


def test_bout_until_a_key_is_done_with_the_key():
    """A bout that lasts until a key is done when the key was pressed, however long it was reckoned."""
    log = WalkLog(a_preset(backward(600, until_key=True), forward(60))).start_walking(100)
    assert summary(log).bouts_done == 0
    log.do("go_on")
    log.walk(4)
    assert summary(log).bouts_done == 1


def test_waiting_in_a_turn_does_no_bout():
    """The key that ends a turn does not count for a bout."""
    log = WalkLog(a_preset(turn=TurnKind.WAIT)).start_walking(100)
    log.do("go_on")
    log.walk(4)
    assert summary(log).bouts_done == 1


def test_turns_passed_by_keys_in_a_pause():
    """A turn that was skipped standing still was not begun."""
    log = WalkLog().start_walking(20)
    log.do("pause")
    log.do("skip")
    log.do("skip")
    log.do("resume")
    log.walk(10 + 60 + 45 + 60)
    came_to = summary(log)
    assert (came_to.outcome, came_to.turns) == (Outcome.FINISHED, 1)


class TestOutcome:
    """How a session ended is told by its last fact."""

    def test_stopped(self):
        """Ended early by the walker."""
        log = WalkLog().start_walking(20)
        log.do("stop")
        assert summary(log).outcome is Outcome.STOPPED

    def test_reopened_and_cut_off(self):
        """A stop taken back is none."""
        log = WalkLog().start_walking(20)
        log.do("stop")
        log.do("reopen")
        assert summary(log).outcome is Outcome.PARTIAL
        log.do("resume")
        log.walk(20)
        assert summary(log).outcome is Outcome.PARTIAL

    def test_gone_on_after_a_crash_in_the_stop(self):
        """A stop that was followed by walking on is none, though nobody wrote that it was taken back."""
        log = WalkLog().start_walking(20)
        log.do("stop")
        back = log.restored()
        back.do("resume")
        assert summarise("session", log.plan, (*log.facts, *back.facts), 20).outcome is Outcome.PARTIAL

    def test_stopped_again(self):
        """The last stop counts."""
        log = WalkLog().start_walking(20)
        for command in ("stop", "reopen", "stop"):
            log.do(command)
        assert summary(log).outcome is Outcome.STOPPED


@given(random_presets(longest_s=30), st.lists(st.integers(1, 30_000), max_size=6), st.data())
def test_seconds_add_up(plan, stretches_ms, data):
    """Forward, backward and turning are together all the active time, whatever keys were pressed."""
    log = WalkLog(plan).start_walking()
    for ms in stretches_ms:
        log.walk(ms / 1000, step_s=0.7)
        log.do(data.draw(st.sampled_from(["skip", "back", "go_on", "go_forward_only", "pause", "resume"])))
    came_to = summary(log)
    turned_s = sum(
        (after.at_s if after else came_to.active_s) - fact.at_s
        for fact, after in _with_next(log.seen(ev.PhaseEntered))
        if fact.kind is PhaseKind.TURN
    )
    assert came_to.forward_s + came_to.backward_s + turned_s == pytest.approx(came_to.active_s)
    assert came_to.active_s == log.snapshot.elapsed_s
    assert 0 <= came_to.bouts_done <= came_to.bouts_planned


def _with_next(entered):
    return zip(entered, [*entered[1:], None], strict=True)
