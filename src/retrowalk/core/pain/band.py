"""Usual ups and downs: how far a week's mean may lie from the baseline by chance alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from math import sqrt
from statistics import fmean

from retrowalk.core.pain.baseline import Baseline
from retrowalk.core.pain.rating import Rating
from retrowalk.core.pain.resting import WINDOW_DAYS
from retrowalk.core.pain.weekly_mean import WeeklyMean

ORDINARY_SD = 1.2
"""Points, within a week, of people with lasting back pain (Pagé 2022, 10.1016/j.jpain.2022.01.001)."""
OWN_SD_FROM = 14
"""Resting ratings from which the walker's own spread is taken instead."""
LIMIT_SD = 1.96
"""Standard errors on either side that hold 95 of 100 differences by chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How much single ratings differ within a week.

    Attributes:
        sd: Standard deviation within a week, in points.
        ratings: How many ratings of the walker it rests on; 0 while it is that of other people.
    """

    sd: float
    ratings: int

    @property
    def is_own(self) -> bool:
        """Whether it is the walker's own."""
        return self.ratings > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where a week's mean lies by chance, in points; the lower edge may be below 0, the upper above 10."""

    low: float
    high: float


class Verdict(Enum):
    """What may be said of a week against the baseline; there is nothing between these."""

    LOWER = "lower"
    WITHIN = "within"
    HIGHER = "higher"


def find_spread(resting: Sequence[Rating]) -> Spread:
    """Return the walker's own spread from 14 resting ratings on, until then that of other people.

    The walker's own is taken within weeks counted from the first rating, so that a slow change over months
    does not pass for ups and downs.

    Args:
        resting: Resting ratings, by day.
    """
    squares = 0.0
    spare = 0
    for week in _weeks(resting):
        mean = fmean(week)
        squares += sum((score - mean) ** 2 for score in week)
        spare += len(week) - 1
    if len(resting) < OWN_SD_FROM or spare == 0:
        return Spread(sd=ORDINARY_SD, ratings=0)
    return Spread(sd=sqrt(squares / spare), ratings=len(resting))


def find_band(baseline: Baseline, spread: Spread, ratings_in_week: int) -> Band:
    """Return the band for a week with this many ratings, one or more."""
    half = LIMIT_SD * spread.sd * sqrt(1 / baseline.ratings + 1 / ratings_in_week)
    return Band(low=baseline.mean - half, high=baseline.mean + half)


def is_comparable(week: WeeklyMean, baseline: Baseline) -> bool:
    """Return whether a week may be held against the baseline: it goes on after the baseline's last day."""
    return week.day > baseline.last_day


def judge(week: WeeklyMean, band: Band) -> Verdict:
    """Return how a week stands to the band of its own number of ratings; the edges are within."""
    if week.mean < band.low:
        return Verdict.LOWER
    return Verdict.HIGHER if week.mean > band.high else Verdict.WITHIN


def _weeks(resting: Sequence[Rating]) -> list[list[int]]:
    if not resting:
        return []
    first = resting[0].local_day
    weeks = groupby(resting, key=lambda rating: (rating.local_day - first).days // WINDOW_DAYS)
    return [[rating.score for rating in week] for _, week in weeks]
