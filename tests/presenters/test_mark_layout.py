"""Marks: none hidden under another, none at another height than its score, and none lost."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.pain.rating import Moment
from retrowalk.presenters.dose_bars import DoseBar
from retrowalk.presenters.mark_layout import (
    BIN_DAYS,
    bin_bars,
    bin_days,
    bin_middle,
    column_name,
    place_binned,
    place_single,
)
from retrowalk.presenters.pain_chart import PainPoint
from tests.helpers.pain_histories import MONDAY, on

DRAWN = (Moment.BEFORE, Moment.AFTER, Moment.NEXT_MORNING)
points = st.lists(
    st.builds(
        PainPoint,
        day=st.integers(0, 30).map(on),
        moment=st.sampled_from(DRAWN),
        score=st.integers(0, 10),
        ratings=st.integers(1, 3),
    ),
    max_size=30,
)


def a_point(moment=Moment.BEFORE, day=0, score=5, ratings=1):
    """A rating of the first day."""
    return PainPoint(day=on(day), moment=moment, score=score, ratings=ratings)


@given(points, st.floats(0.05, 1.6))
def test_no_mark_of_a_day_lies_on_another(given_points, mark_days):
    """Of one day and one score each has at least half of its width free from each other."""
    same_day = [replace(point, day=MONDAY) for point in given_points]
    for one, other in combinations(place_single(same_day, mark_days), 2):
        if one.score == other.score:
            assert abs(one.at_day - other.at_day) > mark_days * 0.49


@given(points, st.floats(0.05, 1.6))
def test_every_rating_has_its_mark(given_points, mark_days):
    """As many marks of each score and moment as ratings, at the height of the score."""
    wanted = Counter()
    for point in given_points:
        wanted[point.score, point.moment] += point.ratings
    assert Counter((mark.score, mark.moment) for mark in place_single(given_points, mark_days)) == wanted


def test_one_rating_stands_in_the_middle_of_its_day():
    """Only those that need it step aside."""
    (mark,) = place_single([a_point()], 0.2)
    assert (mark.at_day, mark.score, mark.size) == (MONDAY.toordinal(), 5, 1.0)


def test_marks_of_a_day_stand_in_the_order_of_the_day():
    """Morning, before, after; wide apart where there is room, overlapping by half where there is little."""
    day = [a_point(moment) for moment in DRAWN]
    wide = place_single(day, 0.1)
    assert [mark.moment for mark in wide] == [Moment.NEXT_MORNING, Moment.BEFORE, Moment.AFTER]
    assert [mark.at_day - MONDAY.toordinal() for mark in wide] == pytest.approx([-0.1, 0.0, 0.1])
    narrow = place_single(day, 1.0)
    assert [mark.at_day - MONDAY.toordinal() for mark in narrow] == pytest.approx([-0.5, 0.0, 0.5])


@pytest.mark.parametrize(
    ("mark_days", "days"),
    [(0.1, 1), (1.6, 1), (1.7, 7), (4.6, 7), (4.7, 28), (20, 84), (60, 364), (900, 364)],
)
def test_columns_grow_with_the_time_seen(mark_days, days):
    """A day by itself as long as marks of neighbours stay apart by more than half; then weeks, then more."""
    assert bin_days(mark_days) == days


@given(st.sampled_from(BIN_DAYS), st.integers(1, 3_000_000))
def test_a_day_lies_in_its_column(days, day):
    """The middle of its column is never further away than half of it, and columns begin on Mondays."""
    middle = bin_middle(day, days)
    assert abs(middle - day) <= (days - 1) / 2
    assert (middle - (days - 1) / 2 - 1) % days == 0


@given(points, st.sampled_from(BIN_DAYS[1:]))
def test_a_column_has_one_mark_for_each_score_and_moment(given_points, days):
    """Each at a place of its own, inside its column, at the height of its score."""
    marks = place_binned(given_points, days)
    assert len({(mark.at_day, mark.score) for mark in marks}) == len(marks)
    expected = {(bin_middle(p.day.toordinal(), days), p.score, p.moment) for p in given_points}
    assert len(marks) == len(expected)
    for mark in marks:
        middle = min(expected, key=lambda column: abs(column[0] - mark.at_day))[0]
        assert abs(mark.at_day - middle) < days / 2


def test_the_area_of_a_mark_grows_with_its_ratings():
    """Four times as many ratings, twice as wide; a single one stays large enough to be seen."""
    many, few = place_binned([a_point(ratings=16), a_point(score=3, ratings=9)], 7)
    assert [many.size, few.size] == pytest.approx([1.0, 0.75])
    _, one = place_binned([a_point(ratings=1000), a_point(score=3, ratings=1)], 7)
    assert one.size == pytest.approx(0.45)


def test_minutes_of_a_column_are_added_up():
    """Two days of one week make one bar, the next week another."""

    def bar(day, minutes):
        return DoseBar(
            day=on(day),
            backward_min=minutes,
            forward_min=2 * minutes,
            planned_backward_min=3 * minutes,
            planned_forward_min=4 * minutes,
        )

    days = [bar(0, 1.0), bar(6, 2.0), bar(7, 5.0)]
    first, second = bin_bars([(float(one.day.toordinal()), one) for one in days], 7)
    first_week, next_week = (MONDAY.toordinal() + middle for middle in (3, 10))
    assert [first, second] == [(first_week, bar(0, 3.0)), (next_week, bar(7, 5.0))]


@pytest.mark.parametrize(("days", "name"), [(1, "day"), (7, "week"), (28, "4 weeks"), (364, "52 weeks")])
def test_columns_have_names(days, name):
    """As they are said above the chart."""
    assert column_name(days) == name
