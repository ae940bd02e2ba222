"""Usual ups and downs: how wide they are, and what may be said of a week inside or outside."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.pain.band import Band, Spread, Verdict, find_band, find_spread, is_comparable, judge
from retrowalk.core.pain.baseline import Baseline, BaselineKind
from retrowalk.core.pain.resting import resting
from retrowalk.core.pain.weekly_mean import WeeklyMean
from tests.helpers.pain_histories import before, histories, on


def a_baseline(mean=5.0, ratings=12, last_day=12):
    """A baseline of the first days."""
    return Baseline(
        mean=mean,
        ratings=ratings,
        first_day=on(0),
        last_day=on(last_day),
        kind=BaselineKind.FIRST_WEEKS,
    )


def a_week(mean, day=20, ratings=6):
    """A week's mean."""
    return WeeklyMean(day=on(day), mean=mean, ratings=ratings)


def spread_the_long_way(ratings):
    """Deviations from the mean of their own week, weeks counted from the first day; None without any."""
    weeks: dict = {}
    for rating in ratings:
        weeks.setdefault((rating.local_day - ratings[0].local_day).days // 7, []).append(rating.score)
    squares, freedom = 0.0, 0
    for scores in weeks.values():
        mean = sum(scores) / len(scores)
        for score in scores:
            squares += (score - mean) * (score - mean)
        freedom += len(scores) - 1
    return sqrt(squares / freedom) if freedom else None


@given(histories())
def test_own_spread_equals_the_same_sum_done_the_long_way(ratings):
    """From 14 resting ratings on the spread is the walker's own, within weeks; else that of other people."""
    at_rest = resting(ratings)
    own = spread_the_long_way(at_rest) if len(at_rest) >= 14 else None
    found = find_spread(at_rest)
    assert found.is_own == (own is not None)
    assert found.sd == pytest.approx(1.2 if own is None else own)
    assert found.ratings == (0 if own is None else len(at_rest))


def test_fourteen_ratings_make_it_the_walkers_own():
    """Thirteen do not."""
    ratings = before(*((number // 2, 4 + 2 * (number % 2)) for number in range(14)))
    assert find_spread(ratings[:13]) == Spread(sd=1.2, ratings=0)
    own = find_spread(ratings)
    assert own.ratings == 14
    assert own.sd == pytest.approx(sqrt(14 / 13))


def test_a_slow_change_is_no_up_and_down():
    """Two points less from week to week with the same rating all week: no spread at all."""
    ratings = before(*((week * 7 + day, 8 - 2 * week) for week in range(3) for day in range(5)))
    assert find_spread(ratings) == Spread(sd=0.0, ratings=15)


def test_one_rating_a_week_says_nothing_of_a_spread():
    """With nothing to compare within any week, the spread stays that of other people."""
    assert find_spread(before(*((7 * week, week % 5) for week in range(14)))) == Spread(sd=1.2, ratings=0)


def test_two_weekly_means_of_seven_differ_by_chance_up_to_1_3():
    """The figure of the literature for seven ratings on each side comes out of the same formula."""
    band = find_band(a_baseline(ratings=7), Spread(sd=1.2, ratings=0), 7)
    assert band.high - 5.0 == pytest.approx(1.26, abs=0.01)
    assert 5.0 - band.low == pytest.approx(band.high - 5.0)


def test_two_single_ratings_differ_by_chance_up_to_3_3():
    """And so does the figure for single days."""
    band = find_band(a_baseline(ratings=1), Spread(sd=1.2, ratings=0), 1)
    assert band.high - 5.0 == pytest.approx(3.3, abs=0.03)


@given(st.integers(12, 40), st.integers(3, 40), st.floats(0, 4))
def test_band_equals_its_formula(first, week, sd):
    """Baseline ± 1.96 · SD · √(1/n₁ + 1/n₂)."""
    band = find_band(a_baseline(mean=4.0, ratings=first), Spread(sd=sd, ratings=99), week)
    half = 1.96 * sd * (1 / first + 1 / week) ** 0.5
    assert [band.low, band.high] == pytest.approx([4.0 - half, 4.0 + half])


@pytest.mark.parametrize(
    ("mean", "verdict"),
    [(3.9, Verdict.LOWER), (4.0, Verdict.WITHIN), (6.0, Verdict.WITHIN), (6.1, Verdict.HIGHER)],
)
def test_edges_are_within(mean, verdict):
    """Only what lies outside is called lower or higher."""
    assert judge(a_week(mean), Band(low=4.0, high=6.0)) is verdict


def test_a_week_of_the_baseline_is_not_compared_with_it():
    """Comparing begins on the day after its last rating."""
    assert not is_comparable(a_week(5.0, day=12), a_baseline(last_day=12))
    assert is_comparable(a_week(5.0, day=13), a_baseline(last_day=12))
