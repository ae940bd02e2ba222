"""The walker's usual pain before today's walk."""

import pytest

from retrowalk.core.pain.rating import Moment
from retrowalk.core.pain.resting import resting, usual_before
from tests.helpers.pain_histories import a_rating, before, on


def test_resting_ratings_are_those_before_and_on_the_next_morning():
    """After, during and for the week are something else."""
    ratings = [a_rating(0, 3, moment) for moment in Moment]
    assert {rating.moment for rating in resting(ratings)} == {Moment.BEFORE, Moment.NEXT_MORNING}


def test_usual_is_the_mean_of_the_seven_days_before():
    """Today's rating and those of eight days ago do not count: (4 + 5 + 7) / 3."""
    ratings = before((-8, 10), (-7, 4), (-3, 5), (-1, 7), (0, 10))
    assert usual_before(ratings, on(0)) == pytest.approx(16 / 3)


def test_two_ratings_are_no_usual():
    """One rating is a poor average, and two are hardly better."""
    assert usual_before(before((-2, 4), (-1, 6)), on(0)) is None
