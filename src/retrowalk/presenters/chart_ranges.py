"""How much of the time the chart shows at once."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class ChartRange(Enum):
    """The ranges to choose from, in order, as they are called."""

    TWO_WEEKS = "2 weeks"
    ONE_MONTH = "1 month"
    THREE_MONTHS = "3 months"
    TWELVE_MONTHS = "12 months"
    ALL = "All"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Whole days, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many, at least 1."""
        return (self.last - self.first).days + 1


_DAYS = {
    ChartRange.TWO_WEEKS: 14,
    ChartRange.ONE_MONTH: 31,
    ChartRange.THREE_MONTHS: 92,
    ChartRange.TWELVE_MONTHS: 366,
}
_OPENING = (ChartRange.TWO_WEEKS, ChartRange.ONE_MONTH, ChartRange.THREE_MONTHS)


def whole_span(days: tuple[date, date] | None, today: date) -> DaySpan:
    """Return everything there is to show, up to today at least and two weeks long at least.

    Args:
        days: The first and the last day with anything on it, None if there is nothing.
        today: The walker's day.
    """
    first, last = days or (today, today)
    last = max(last, today)
    return DaySpan(first=min(first, last - timedelta(days=_DAYS[ChartRange.TWO_WEEKS] - 1)), last=last)


def range_span(chosen: ChartRange, whole: DaySpan, today: date) -> DaySpan:
    """Return the days of a range: it ends today, and *All* is everything."""
    if chosen is ChartRange.ALL:
        return whole
    return DaySpan(first=today - timedelta(days=_DAYS[chosen] - 1), last=today)


def opening_range(whole: DaySpan) -> ChartRange:
    """Return the range to begin with: the shortest that shows everything, three months at most."""
    return next((chosen for chosen in _OPENING if _DAYS[chosen] >= whole.days), ChartRange.THREE_MONTHS)
