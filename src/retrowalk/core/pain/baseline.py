"""The baseline: the walker's first resting ratings, frozen once there are enough of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from statistics import fmean

from retrowalk.core.pain.rating import Rating

RATINGS_NEEDED = 12
DAYS_NEEDED = 4
"""Twelve ratings over four days make a good average (Jensen & McFarland 1993)."""


class BaselineKind(Enum):
    """What the first ratings may be called."""

    RUN_IN = "run-in"
    """All of them were given before the first walk."""
    FIRST_WEEKS = "first-weeks"
    """Walking had begun, so they are no measure of how it was without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The frozen mean of the first resting ratings.

    Attributes:
        mean: 0-10, unrounded.
        ratings: How many it rests on, 12 or more.
        first_day: The day of the first of them.
        last_day: The day of the last of them.
        kind: Whether it was collected before the first walk.
    """

    mean: float
    ratings: int
    first_day: date
    last_day: date
    kind: BaselineKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """There is no baseline yet.

    Attributes:
        ratings: Resting ratings so far.
        days: Days that they were given on.
    """

    ratings: int
    days: int


def find_baseline(resting: Sequence[Rating], first_walk_utc: datetime | None) -> Baseline | Collecting:
    """Return the baseline: the first ratings that are twelve or more and on four days or more.

    Args:
        resting: Resting ratings, by day.
        first_walk_utc: When the first walk began, aware; None before it.
    """
    days: set[date] = set()
    for count, rating in enumerate(resting, 1):
        days.add(rating.local_day)
        if count >= RATINGS_NEEDED and len(days) >= DAYS_NEEDED:
            return _baseline(resting[:count], first_walk_utc)
    return Collecting(ratings=len(resting), days=len(days))


def _baseline(first: Sequence[Rating], first_walk_utc: datetime | None) -> Baseline:
    before_walking = first_walk_utc is None or all(rating.rated_utc <= first_walk_utc for rating in first)
    return Baseline(
        mean=fmean(rating.score for rating in first),
        ratings=len(first),
        first_day=first[0].local_day,
        last_day=first[-1].local_day,
        kind=BaselineKind.RUN_IN if before_walking else BaselineKind.FIRST_WEEKS,
    )
