"""Where the marks of ratings are put, so that none lies unseen under another, at any width of time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from retrowalk.core.pain.rating import Moment
from retrowalk.presenters.dose_bars import DoseBar, add_up
from retrowalk.presenters.pain_chart import PainPoint

BIN_DAYS = (1, 7, 28, 84, 364)
"""How many days may share a column; 1 shows each rating by itself."""
NARROWEST_DAY = 0.6
"""Marks of neighbouring days may overlap so far that this share of a mark stays free."""
NARROWEST_BIN = 1.5
"""Three marks of half the size lie beside each other in a column as wide as this many marks."""
SMALLEST_MARK = 0.45
"""Of a full-sized mark: what a single rating is drawn as in a column with many."""
ORDER_IN_A_DAY = (Moment.NEXT_MORNING, Moment.BEFORE, Moment.AFTER)
"""From left to right: the morning's rating belongs to the walk of the day before."""
_FIRST_MONDAY = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMark:
    """One mark.

    Attributes:
        at_day: Its place in days, as `date.toordinal` counts them; whole numbers are the middle of a day.
        score: Its height, 0-10, never moved.
        size: 1.0 is a full-sized mark.
        moment: Its shape.
    """

    at_day: float
    score: int
    size: float
    moment: Moment


def bin_days(mark_days: float) -> int:
    """Return how many days share a column, for a mark as wide as `mark_days` days."""
    if mark_days * NARROWEST_DAY <= 1:
        return 1
    return next((days for days in BIN_DAYS[1:] if days >= NARROWEST_BIN * mark_days), BIN_DAYS[-1])


def column_name(days: int) -> str:
    """Return what a column of so many days is called: "day", "week", "4 weeks"."""
    if days == 1:
        return "day"
    return "week" if days == 7 else f"{days // 7} weeks"


def bin_middle(day: int, days: int) -> float:
    """Return the middle of the column that a day, as an ordinal, falls in; weeks begin on Monday."""
    return (day - _FIRST_MONDAY) // days * days + _FIRST_MONDAY + (days - 1) / 2


def place_single(points: Iterable[PainPoint], mark_days: float) -> tuple[PlacedMark, ...]:
    """Return one mark for each rating; those of one day and one score stand side by side.

    Args:
        points: Ratings.
        mark_days: How many days a mark is wide.
    """
    groups: defaultdict[tuple[int, int], list[Moment]] = defaultdict(list)
    for point in points:
        groups[point.day.toordinal(), point.score] += [point.moment] * point.ratings
    return tuple(
        mark
        for (day, score), moments in groups.items()
        for mark in _side_by_side(day, score, moments, mark_days)
    )


def place_binned(points: Sequence[PainPoint], days: int) -> tuple[PlacedMark, ...]:
    """Return one mark for the ratings of one column, score and moment, its area growing with their number.

    Each moment has its own place in the column.
    """
    counts: dict[Moment, Counter[tuple[int, int]]] = {moment: Counter() for moment in ORDER_IN_A_DAY}
    for moment, numbers in counts.items():
        for point in points:
            if point.moment is moment:
                numbers[(point.day.toordinal() - _FIRST_MONDAY) // days, point.score] += point.ratings
    most = max((count for numbers in counts.values() for count in numbers.values()), default=1)
    return tuple(
        PlacedMark(
            at_day=column * days + _FIRST_MONDAY + (days - 1) / 2 + _place_of(moment) * days,
            score=score,
            size=max(SMALLEST_MARK, sqrt(count / most)),
            moment=moment,
        )
        for moment, numbers in counts.items()
        for (column, score), count in numbers.items()
    )


def bin_bars(bars: Iterable[tuple[float, DoseBar]], days: int) -> tuple[tuple[float, DoseBar], ...]:
    """Return bars with the middle of their columns, the minutes of one column added up.

    Args:
        bars: Bars of days with their places, in order.
        days: How many days share a column.
    """
    columns = groupby(bars, key=lambda placed: bin_middle(int(placed[0]), days))
    return tuple((middle, add_up([bar for _, bar in group])) for middle, group in columns)


def _side_by_side(day: int, score: int, moments: Sequence[Moment], mark_days: float) -> Iterable[PlacedMark]:
    ordered = sorted(moments, key=ORDER_IN_A_DAY.index)
    # As far apart as they are wide while the day has room, closer when it has not, but never on one spot.
    step = min(mark_days, max(1 / len(ordered), mark_days / 2))
    for number, moment in enumerate(ordered):
        shift = (number - (len(ordered) - 1) / 2) * step
        yield PlacedMark(at_day=day + shift, score=score, size=1.0, moment=moment)


def _place_of(moment: Moment) -> float:
    return (ORDER_IN_A_DAY.index(moment) - 1) * 0.3
