"""The time limits that a walk is run by."""

from dataclasses import dataclass

CATCH_UP_AFTER_S = 0.75
PAUSE_AFTER_S = 5.0
TIME_STEP_S = 15.0
"""Seconds that one press of a key adds to a phase or takes off it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRules:
    """The time limits a walk is run by, in seconds of its clock.

    Attributes:
        get_ready_s: Countdown before the walk begins.
        step_on_s: Countdown before it goes on after any pause.
        catch_up_after_s: A gap between two polls from which missed cues are no longer all played.
        pause_after_s: A gap, or a disagreement of the two clocks, from which the walk is paused instead.
    """

    get_ready_s: float = 15.0
    step_on_s: float = 10.0
    catch_up_after_s: float = CATCH_UP_AFTER_S
    pause_after_s: float = PAUSE_AFTER_S
