"""The log of a walk: its memory is true."""

from retrowalk.core.walk import events as ev
from tests.helpers.presets import a_preset, forward
from tests.helpers.walk_log import WalkLog


def test_remembers_facts_and_calls_apart():
    """Facts are what the journal gets; calls are what is to be heard."""
    log = WalkLog(a_preset(forward(60))).start_walking(60)
    kinds = [type(fact) for fact in log.facts]
    assert kinds == [ev.Started, ev.WalkingBegan, ev.PhaseEntered, ev.Finished]
    assert log.calls


def test_time_passes_to_the_microsecond():
    """However often the walk is polled on the way, the asked time has passed in the end."""
    log = WalkLog()
    log.walk(12.345678)
    assert log.now.monotonic_s == 1012.345678


def test_stall_is_one_poll():
    """Nothing is heard of the walk until the stall is over."""
    log = WalkLog().start_walking(10)
    log.events.clear()
    assert len([fact for fact in log.stall(6) if isinstance(fact, ev.Paused)]) == 1
