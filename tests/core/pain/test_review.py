"""All of it together, on histories worked out by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.pain.band import Spread, Verdict
from retrowalk.core.pain.baseline import Baseline, BaselineKind, Collecting
from retrowalk.core.pain.pairs import MedianChange
from retrowalk.core.pain.rating import WORDING, Moment
from retrowalk.core.pain.reference_lines import ReferenceKind
from retrowalk.core.pain.review import review_ratings
from tests.helpers.pain_histories import a_rating, at, before, histories, on

TWO_WEEKS = [
    *((0, 6), (1, 5), (2, 6), (3, 6), (4, 5), (5, 5)),
    *((7, 5), (8, 4), (9, 5), (10, 5), (11, 4), (12, 4)),
]
"""Before on Monday, Wednesday, Friday and the mornings after: 33 and 27 points, 60 in twelve ratings."""
FIRST_WALK = at(0, 18, 30)


def compared(review):
    """The latest week against the baseline."""
    assert review.latest is not None
    return review.compare(review.latest)


def test_by_hand_a_week_within_the_usual():
    """Thirteen ratings, so the spread is still that of other people.

    Baseline: 60 / 12 = 5.0, from 2 to 14 March. Day 14 is rated 3. Its week, days 8 to 14, holds
    4, 5, 5, 4, 4, 3 = 25 in six ratings: 4.1667.
    Band: 1.96 · 1.2 · √(1/12 + 1/6) = 2.352 · √0.25 = 1.176, so 3.824 to 6.176. 4.1667 lies within.
    """
    review = review_ratings(before(*TWO_WEEKS, (14, 3)), FIRST_WALK)
    assert review.baseline == Baseline(
        mean=5.0, ratings=12, first_day=on(0), last_day=on(12), kind=BaselineKind.FIRST_WEEKS
    )
    assert review.spread == Spread(sd=1.2, ratings=0)
    found = compared(review)
    assert (found.week.day, found.week.mean, found.week.ratings) == (on(14), pytest.approx(25 / 6), 6)
    assert (found.band.low, found.band.high) == (pytest.approx(3.824), pytest.approx(6.176))
    assert found.verdict is Verdict.WITHIN


def test_by_hand_a_week_lower_than_the_first_two():
    """Fifteen ratings, so the spread is the walker's own, and it is smaller.

    Days 14, 15, 16 are rated 3, 3, 4. The week of day 16, days 10 to 16, holds 5, 4, 4, 3, 3, 4 = 23 in six:
    3.8333, which would be within the 3.824 to 6.176 of other people.
    Own spread: week 1 has the mean 5.5 and squares of 6 · 0.25 = 1.5; week 2 has 4.5 and 1.5; week 3 has 10/3
    and 1/9 + 1/9 + 4/9 = 2/3. √((1.5 + 1.5 + 0.6667) / (5 + 5 + 2)) = √0.305556 = 0.552771.
    Band: 1.96 · 0.552771 · 0.5 = 0.541715, so 4.458285 to 5.541715. 3.8333 is lower.
    """
    review = review_ratings(before(*TWO_WEEKS, (14, 3), (15, 3), (16, 4)), FIRST_WALK)
    assert review.resting == 15
    assert review.spread.ratings == 15
    assert review.spread.sd == pytest.approx(0.552771, abs=1e-6)
    found = compared(review)
    assert found.week.mean == pytest.approx(23 / 6)
    assert (found.band.low, found.band.high) == (pytest.approx(4.458285), pytest.approx(5.541715))
    assert found.verdict is Verdict.LOWER
    assert {line.kind: line.level for line in review.reference_lines()} == pytest.approx(
        {ReferenceKind.THIRTY_PERCENT: 3.5, ReferenceKind.FIFTY_PERCENT: 2.5, ReferenceKind.TWO_POINTS: 3.0}
    )


def test_by_hand_gaps_and_pairs():
    """A beginner with holidays: eight resting ratings, three walks rated twice.

    Days 0, 1, 2 are rated 4, 6, 5: a mean of 5.0 on day 2, none before. Day 20 is rated 3 and 3: two in its
    week, a gap. Day 21 is rated 4: 10 / 3. Day 36 is rated 2 and 2: a gap. The walks changed 3 to 1, 2 to 2
    and 2 to 3, that is -2, 0 and +1: the median is 0.
    """
    walks = [("a", 20, 3, 1), ("b", 36, 2, 2), ("c", 36, 2, 3)]
    ratings = before((0, 4), (1, 6), (2, 5), (20, 3), (21, 4))
    for walk, day, first, later in walks:
        ratings += [a_rating(day, first, Moment.BEFORE, walk), a_rating(day, later, Moment.AFTER, walk)]
    review = review_ratings(ratings, at(20, 18, 30))
    assert [[(mean.day, mean.mean) for mean in run] for run in review.runs] == [
        [(on(2), 5.0)],
        [(on(21), pytest.approx(10 / 3))],
    ]
    assert review.baseline == Collecting(ratings=8, days=6)
    assert review.latest is not None
    assert review.compare(review.latest) is None
    assert review.reference_lines() == ()
    assert review.change == MedianChange(points=0.0, walks=3)


def test_nothing_is_nothing():
    """Without ratings there is no mean, no comparison and no line."""
    review = review_ratings((), None)
    assert review.latest is None
    assert review.baseline == Collecting(ratings=0, days=0)


def test_another_wording_is_another_series():
    """Ratings that answer another wording of the question are left out of every figure."""
    ratings = before(*TWO_WEEKS)
    other = [replace(rating, wording=WORDING + 1, score=10) for rating in ratings]
    assert review_ratings(ratings + other, FIRST_WALK) == review_ratings(ratings, FIRST_WALK)


@given(histories(), st.randoms(use_true_random=False))
def test_order_does_not_matter(ratings, shuffler):
    """Ratings come in the order in which they were written, which need not be that of their days."""
    shuffled = ratings[:]
    shuffler.shuffle(shuffled)
    by_walk = [rating for rating in shuffled if rating.session_id is None] + [
        rating for rating in ratings if rating.session_id is not None
    ]
    assert review_ratings(by_walk, None) == review_ratings(ratings, None)


@given(histories())
def test_during_after_and_weekly_ratings_are_no_resting_ratings(ratings):
    """The line and the baseline rest on what was given before a walk and on the morning after."""
    at_rest = [r for r in ratings if r.moment in {Moment.BEFORE, Moment.NEXT_MORNING}]
    assert review_ratings(ratings, None).runs == review_ratings(at_rest, None).runs
    assert review_ratings(ratings, None).resting == len(at_rest)
