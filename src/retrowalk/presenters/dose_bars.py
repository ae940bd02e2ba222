"""Minutes walked, by day: what was planned and what was done, in each direction."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.session import SessionRecord

SECONDS_PER_MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseBar:
    """Minutes of one day, all its sessions together.

    Attributes:
        day: The walker's day.
        backward_min: Minutes walked backward.
        forward_min: Minutes walked forward.
        planned_backward_min: Minutes backward in the plans.
        planned_forward_min: Minutes forward in the plans.
    """

    day: date
    backward_min: float
    forward_min: float
    planned_backward_min: float
    planned_forward_min: float


def build_dose_bars(sessions: Iterable[SessionRecord]) -> tuple[DoseBar, ...]:
    """Return a bar for each day with a session, by day."""
    by_day: defaultdict[date, list[SessionRecord]] = defaultdict(list)
    for record in sessions:
        by_day[record.local_day].append(record)
    return tuple(_bar(day, by_day[day]) for day in sorted(by_day))


def add_up(bars: Sequence[DoseBar]) -> DoseBar:
    """Return the minutes of one or more days as one bar, on the first of them."""
    return DoseBar(
        day=bars[0].day,
        backward_min=sum(bar.backward_min for bar in bars),
        forward_min=sum(bar.forward_min for bar in bars),
        planned_backward_min=sum(bar.planned_backward_min for bar in bars),
        planned_forward_min=sum(bar.planned_forward_min for bar in bars),
    )


def _bar(day: date, records: Sequence[SessionRecord]) -> DoseBar:
    backward_s = forward_s = planned_backward_s = planned_forward_s = 0.0
    for record in records:
        backward_s += record.summary.backward_s
        forward_s += record.summary.forward_s
        for bout in record.start.plan.bouts():
            if bout.direction is Direction.BACKWARD:
                planned_backward_s += bout.length_s
            else:
                planned_forward_s += bout.length_s
    return DoseBar(
        day=day,
        backward_min=backward_s / SECONDS_PER_MINUTE,
        forward_min=forward_s / SECONDS_PER_MINUTE,
        planned_backward_min=planned_backward_s / SECONDS_PER_MINUTE,
        planned_forward_min=planned_forward_s / SECONDS_PER_MINUTE,
    )
