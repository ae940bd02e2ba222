"""The scale of the bars of minutes: forward upward, backward downward, the same length for the same time."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrowalk.presenters.dose_bars import DoseBar
from retrowalk.presenters.mark_layout import column_name

_STEPS = (1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 300, 600)
_SMALLEST_MIN = 5.0
_AIR = 1.08
"""Free height above the longest bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesScale:
    """The heights of the panel.

    Attributes:
        low: Its lower end in minutes, 0 or below: backward.
        high: Its upper end in minutes, above 0: forward.
        ticks: Heights with the minutes written at them.
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def minutes_scale(bars: Sequence[DoseBar], most_ticks: int) -> MinutesScale:
    """Return a scale that holds these bars, done and planned, with about so many ticks at most."""
    forward = max((max(bar.forward_min, bar.planned_forward_min) for bar in bars), default=0.0)
    backward = max((max(bar.backward_min, bar.planned_backward_min) for bar in bars), default=0.0)
    high = max(forward, _SMALLEST_MIN) * _AIR
    low = -max(backward, _SMALLEST_MIN) * _AIR
    step = next((step for step in _STEPS if (high - low) / step <= most_ticks), None)
    step = step or 10 ** len(str(int(high - low)))
    ticks = [(float(at), str(abs(at))) for at in range(int(low / step) * step, int(high) + 1, step)]
    return MinutesScale(low=low, high=high, ticks=tuple(ticks))


def minutes_heading(days: int) -> str:
    """Return what stands above the bars, for so many days to a bar."""
    return f"Minutes per {column_name(days)}: forward up, backward down · outline planned, filled walked"
