"""Pauses anywhere neither lose nor repeat anything of a walk."""

from hypothesis import given, settings
from hypothesis import strategies as st

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.rules import RunRules
from tests.helpers.presets import random_presets
from tests.helpers.walk_log import WalkLog

RULES = RunRules(get_ready_s=2.0, step_on_s=1.5)
stretches = st.tuples(
    st.integers(1, 40_000).map(lambda ms: ms / 1000),
    st.sampled_from(["pause", "pause", "skip", "go_on", "longer", "shorter"]),
)


def walked(plan, stretches, *, pausing):
    """Walk stretches, each ended by a key; leave the pauses out or not."""
    log = WalkLog(plan, rules=RULES)
    log.start_walking()
    for seconds, key in stretches:
        log.walk(seconds, step_s=0.7)
        if key == "pause":
            if pausing:
                _pause(log)
        elif key in ("longer", "shorter"):
            log.do("add_time", 15.0 if key == "longer" else -15.0)
        else:
            log.do(key)
    log.walk(30, step_s=0.7)
    return log


def _pause(log):
    log.do("pause")
    log.clock.advance(1234.5)
    if log.do("resume"):
        log.walk(RULES.step_on_s)


def phases(log):
    """What was entered when, and when it ended."""
    entered = [(fact.kind, fact.plan_index, fact.number, fact.at_s) for fact in log.seen(ev.PhaseEntered)]
    return entered, [fact.at_s for fact in log.seen(ev.Finished)], log.snapshot.elapsed_s


@settings(max_examples=40)
@given(plan=random_presets(longest_s=40, fewest_parts=2), stretches=st.lists(stretches, max_size=8))
def test_pauses_lose_and_repeat_no_phase(plan, stretches):
    """With pauses at any moment the same phases are entered at the same seconds as without them."""
    assert phases(walked(plan, stretches, pausing=True)) == phases(walked(plan, stretches, pausing=False))
