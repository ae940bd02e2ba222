"""Views of a walk, taken from a real runner under a fake clock."""

from retrowalk.core.units import SpeedUnit
from retrowalk.presenters.walk_view import build_walk_view
from tests.helpers.presets import built_in
from tests.helpers.walk_log import WalkLog

FIRST_STEPS = "First steps"
IN_TURN_S, IN_BACKWARD_S = 250.0, 295.0
"""Active seconds at which First steps turns round for the first time, and walks backward."""


def a_walk(plan=None):
    """A walk that was just begun; First steps unless another plan is given."""
    log = WalkLog(plan or built_in(FIRST_STEPS))
    log.do("start")
    return log


def a_walk_view(at_s=75.0, plan=None):
    """The view so many active seconds into a walk."""
    log = a_walk(plan)
    log.walk(log.rules.get_ready_s + at_s)
    return view_of(log)


def a_paused_view(at_s=IN_BACKWARD_S, plan=None):
    """The view of a pause so many active seconds into a walk."""
    log = a_walk(plan)
    log.walk(log.rules.get_ready_s + at_s)
    log.do("pause")
    return view_of(log)


def view_of(log):
    """The view of a walk as it stands now."""
    return build_walk_view(log.snapshot, SpeedUnit.KMH)
