"""The walker's usual pain, from resting ratings: those given before a walk and on the morning after one."""

from collections.abc import Iterable
from datetime import date, timedelta
from statistics import fmean

from retrowalk.core.pain.rating import Moment, Rating

RESTING = (Moment.BEFORE, Moment.NEXT_MORNING)
WINDOW_DAYS = 7
FEWEST = 3
"""Resting ratings that a mean is taken of at least: one is a poor average (Jensen & McFarland 1993)."""


def resting(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Return the resting ratings, in the order given."""
    return tuple(rating for rating in ratings if rating.moment in RESTING)


def usual_before(ratings: Iterable[Rating], day: date) -> float | None:
    """Return the mean of the resting ratings of the seven days before `day`, None if there are too few."""
    first = day - timedelta(days=WINDOW_DAYS)
    scores = [rating.score for rating in resting(ratings) if first <= rating.local_day < day]
    return fmean(scores) if len(scores) >= FEWEST else None
