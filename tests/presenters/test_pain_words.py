"""The sentences about pain say what the ratings allow, on how many they rest, and nothing else."""

import pytest
from hypothesis import given

from retrowalk.core.pain.rating import Moment
from retrowalk.core.pain.review import review_ratings
from retrowalk.presenters.pain_words import LINES_ARE_CROSSED, NATURAL_COURSE, caption, remark
from tests.helpers.pain_histories import a_rating, at, before, histories, on
from tests.helpers.plain_dates import PlainDates

START = [(day, score) for day, score in enumerate([6, 5, 6, 6, 5, 5, 5, 4, 5, 5, 4, 4])]
"""Twelve days with 60 points."""
FIRST_WALK = at(0, 18, 30)
FORBIDDEN = ("because", "improv", "heal", "trend", "recover", "better", "worse", "thanks", "treat")


def said(ratings, today=20, first_walk=FIRST_WALK):
    """The caption as one text."""
    return " ".join(caption(review_ratings(ratings, first_walk), on(today), PlainDates()))


def test_nothing_is_said_about_nothing():
    """Without a resting rating there is no sentence, and nothing to remark on."""
    review = review_ratings([a_rating(0, 4, Moment.AFTER, "a")], FIRST_WALK)
    assert caption(review, on(0), PlainDates()) == ()
    assert remark(review) == ()


def test_says_how_far_collecting_has_come():
    """Until there is a baseline nothing is compared."""
    assert said(before((0, 4), (0, 5), (1, 4))) == (
        "Still collecting: 3 resting ratings so far (before a walk or on the next morning), on 2 days. "
        "Later weeks are compared with the first 12, on at least 4 days."
    )


def test_a_fresh_baseline_stands_alone():
    """With the twelfth rating it is there, with its days, and compared with nothing yet."""
    assert said(before(*START)) == (
        "Your first two weeks: 5.0 on average (12 resting ratings, 2026-03-02 to 2026-03-13). "
        "Later weeks are compared with that."
    )


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ((1, 1, 1), "lower than your first two weeks"),
        ((5, 4, 5), "within your usual ups and downs around your first two weeks"),
        ((9, 9, 9), "higher than your first two weeks"),
    ],
)
def test_says_lower_within_or_higher(scores, verdict):
    """One of three, with both numbers of ratings and the usual ups and downs."""
    text = said(before(*START, *((18 + number, score) for number, score in enumerate(scores))))
    assert f"(3 ratings): {verdict} (5.0, 12 ratings)." in text
    assert "In the 7 days up to 2026-03-22 your resting pain was" in text
    assert "worked out from your own 15 ratings." in text


def test_says_whose_ups_and_downs_are_meant():
    """With thirteen resting ratings they are still those of other people."""
    assert (
        "Usual ups and downs for such a week: 3.9 to 6.1, worked out from how ratings of other people differ."
    ) in said(before(*START, (12, 4)), today=12)


@pytest.mark.parametrize(
    ("step", "name"),
    [(0.4, "first week"), (1, "first two weeks"), (1.6, "first three weeks"), (5, "first 8 weeks")],
)
def test_first_weeks_are_as_many_as_they_were(step, name):
    """Three walks a week make two weeks; who walks less often began over a longer time."""
    assert f"Your {name}: " in said(before(*((round(n * step), 5) for n in range(12))), today=60)


def test_called_baseline_when_collected_before_the_first_walk():
    """Only then it is a measure of how it was without walking."""
    assert "Your baseline: 5.0" in said(before(*START), first_walk=at(11, 19))


def test_old_comparisons_are_called_old():
    """If the last week with a mean is over, the sentence says that nothing is known of later."""
    ratings = before(*START, (13, 4))
    silence = "Since then there were never 3 resting ratings within 7 days"
    assert silence not in said(ratings, today=20)
    assert silence in said(ratings, today=21)


def a_walk(number, first, later):
    """A walk with both ratings."""
    return [
        a_rating(number, first, Moment.BEFORE, f"walk {number}"),
        a_rating(number, later, Moment.AFTER, f"walk {number}"),
    ]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((-1, -1, 2), "Pain was 1 point lower after a walk than before it: the median of 3 walks"),
        ((-2, -1, -1, -2), "Pain was 1.5 points lower after a walk than before it: the median of 4 walks"),
        ((0, 0, 1), "Pain was the same after a walk as before it: the median of 3 walks"),
        ((2, 2, 2), "Pain was 2 points higher after a walk than before it: the median of 3 walks"),
    ],
)
def test_pairs_are_told_as_a_median(changes, words):
    """With the number of walks it rests on."""
    ratings = [r for number, change in enumerate(changes) for r in a_walk(number, 5, 5 + change)]
    assert words in said(ratings)


def test_two_pairs_are_too_few_to_tell():
    """A median of two is no median."""
    assert "median" not in said(a_walk(0, 5, 4) + a_walk(1, 5, 4))


def test_the_natural_course_always_stands_beside():
    """With the first rating already; and what the 30 % line is worth, as soon as there is one."""
    assert remark(review_ratings(before((0, 4)), None)) == (NATURAL_COURSE,)
    assert remark(review_ratings(before(*START), None)) == (NATURAL_COURSE, LINES_ARE_CROSSED)
    low = before(*((day, 1) for day, _ in START))
    assert remark(review_ratings(low, None)) == (NATURAL_COURSE,)


@given(histories())
def test_claims_nothing(ratings):
    """No cause, no praise, no promise, whatever the history."""
    review = review_ratings(ratings, FIRST_WALK)
    text = " ".join(caption(review, on(400), PlainDates())).lower()
    assert not [word for word in FORBIDDEN if word in text]
    assert bool(text) == bool(review.resting)
    assert bool(remark(review)) == bool(review.resting)
