"""What a view of the walk is told."""

from retrowalk.core.walk.snapshot import RunState
from tests.helpers.presets import a_preset, forward
from tests.helpers.walk_log import WalkLog


def test_in_the_middle():
    """Done and left of the phase and of the whole walk, and what comes next."""
    snapshot = WalkLog().start_walking(125).snapshot
    assert (snapshot.phase_done_s, snapshot.phase_left_s) == (20, 40)
    assert (snapshot.elapsed_s, snapshot.left_s, snapshot.length_s) == (125, 145, 270)
    assert (snapshot.phase.plan_index, snapshot.next_phase.plan_index) == (2, 3)


def test_last_phase():
    """Nothing comes after the last phase."""
    assert WalkLog(a_preset(forward(60))).start_walking(30).snapshot.next_phase is None


def test_ready():
    """Before the start the whole walk lies ahead."""
    snapshot = WalkLog().snapshot
    assert (snapshot.state, snapshot.index, snapshot.begun) == (RunState.READY, 0, False)
    assert (snapshot.left_s, snapshot.countdown_s, snapshot.pause_reason) == (270, 0, None)


def test_over():
    """At the end there is no phase, and nothing is left."""
    snapshot = WalkLog(a_preset(forward(60))).start_walking(65).snapshot
    assert (snapshot.phase, snapshot.next_phase, snapshot.index) == (None, None, 1)
    assert (snapshot.phase_left_s, snapshot.phase_done_s, snapshot.left_s) == (0, 0, 0)


def test_reason_is_told_only_in_its_pause():
    """Why the walk stood still is forgotten when it goes on."""
    log = WalkLog().start_walking(20)
    log.stall(30)
    assert log.snapshot.gap_s == 30
    log.do("resume")
    assert (log.snapshot.pause_reason, log.snapshot.gap_s) == (None, 0)
