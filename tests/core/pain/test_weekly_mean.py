"""The line: the mean of the last seven days where there are enough ratings, and gaps where there are not."""

from itertools import pairwise

import pytest
from hypothesis import given

from retrowalk.core.pain.resting import resting
from retrowalk.core.pain.weekly_mean import weekly_runs
from tests.helpers.pain_histories import before, histories, on


def in_words(runs):
    """Runs as lists of (day of the history, mean, ratings)."""
    return [[((m.day - on(0)).days, m.mean, m.ratings) for m in run] for run in runs]


def runs_the_long_way(ratings):
    """The same runs: every day is looked at by itself, with all ratings gone through each time."""
    days = sorted({rating.local_day for rating in ratings})
    runs: list = []
    run: list = []
    last = None
    for day in days:
        scores = [r.score for r in ratings if 0 <= (day - r.local_day).days <= 6]
        if len(scores) < 3:
            runs, run = [*runs, run], []
            continue
        if last is not None and (day - last).days > 14:
            runs, run = [*runs, run], []
        run = [*run, (day, sum(scores) / len(scores), len(scores))]
        last = day
    return [run for run in [*runs, run] if run]


@given(histories())
def test_equals_the_same_sum_done_the_long_way(ratings):
    """One pass with a moving window finds what going through everything for each day finds."""
    at_rest = resting(ratings)
    found = [[(m.day, pytest.approx(m.mean), m.ratings) for m in run] for run in weekly_runs(at_rest)]
    assert found == runs_the_long_way(at_rest)


@given(histories())
def test_never_joins_what_is_far_apart_or_too_little(ratings):
    """Each mean rests on three ratings, and no piece of the line spans more than 14 days without one."""
    for run in weekly_runs(resting(ratings)):
        assert all(mean.ratings >= 3 for mean in run)
        days = [mean.day for mean in run]
        assert days == sorted(set(days))
        assert all((later - earlier).days <= 14 for earlier, later in pairwise(days))


def test_begins_with_the_third_rating():
    """Two ratings are too few for a mean; with the third there is one, of all three."""
    assert in_words(weekly_runs(before((0, 4), (1, 6)))) == []
    assert in_words(weekly_runs(before((0, 4), (1, 6), (2, 5)))) == [[(2, 5.0, 3)]]


def test_a_week_is_seven_days_with_its_last():
    """The rating of six days ago counts, that of seven days ago does not."""
    assert in_words(weekly_runs(before((0, 9), (5, 3), (6, 3))))[-1][-1] == (6, 5.0, 3)
    assert in_words(weekly_runs(before((0, 9), (5, 3), (7, 3)))) == []


def test_a_day_with_too_little_is_a_gap():
    """Days 2 and 11 have their means; day 10 has two ratings in its week, so nothing joins the others."""
    ratings = before((0, 4), (1, 6), (2, 5), (10, 3), (10, 3), (11, 4))
    assert in_words(weekly_runs(ratings)) == [[(2, 5.0, 3)], [(11, pytest.approx(10 / 3), 3)]]


@pytest.mark.parametrize(("later", "pieces"), [(16, 1), (17, 2)])
def test_joins_across_fourteen_days_and_no_more(later, pieces):
    """From day 2 to day 16 a line may go; to day 17 it may not."""
    ratings = before((0, 4), (1, 6), (2, 5), (later, 2), (later, 2), (later, 2))
    assert len(weekly_runs(ratings)) == pieces


def test_nothing_without_ratings():
    """No ratings, no line."""
    assert weekly_runs(()) == ()
