"""The line of the chart: the mean of the resting ratings of the last seven days, with its gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from retrowalk.core.pain.rating import Rating
from retrowalk.core.pain.resting import FEWEST, WINDOW_DAYS

LONGEST_JOIN_DAYS = 14
"""Means further apart than this are never joined by a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyMean:
    """The mean of one week's resting ratings.

    Attributes:
        day: The last of the seven days.
        mean: 0-10, unrounded.
        ratings: How many there were in the week, at least three.
    """

    day: date
    mean: float
    ratings: int


Run = tuple[WeeklyMean, ...]
"""Means that a line may join, the earliest first."""


def weekly_runs(resting: Sequence[Rating]) -> tuple[Run, ...]:
    """Return the means in runs, each run one unbroken piece of the line.

    A day with resting ratings has a mean if its week holds three or more. A day that has too few ends the
    run, and so does a stretch of more than 14 days without a mean.

    Args:
        resting: Resting ratings, by day.
    """
    runs: list[list[WeeklyMean]] = []
    joins = False
    for day, mean in _means(resting):
        if mean is None:
            joins = False
            continue
        if joins and (day - runs[-1][-1].day).days <= LONGEST_JOIN_DAYS:
            runs[-1].append(mean)
        else:
            runs.append([mean])
        joins = True
    return tuple(tuple(run) for run in runs)


def _means(resting: Sequence[Rating]) -> Iterable[tuple[date, WeeklyMean | None]]:
    """Yield each day with resting ratings and its mean; one pass, with a window that moves along."""
    by_day = [
        (day, [rating.score for rating in given])
        for day, given in groupby(resting, key=attrgetter("local_day"))
    ]
    total = count = first = 0
    for day, scores in by_day:
        total += sum(scores)
        count += len(scores)
        while (day - by_day[first][0]).days >= WINDOW_DAYS:
            total -= sum(by_day[first][1])
            count -= len(by_day[first][1])
            first += 1
        enough = count >= FEWEST
        yield day, WeeklyMean(day=day, mean=total / count, ratings=count) if enough else None
