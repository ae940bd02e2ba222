"""Before and after one walk: a median, not a sum."""

from hypothesis import given

from retrowalk.core.pain.pairs import MedianChange, median_change
from retrowalk.core.pain.rating import Moment
from tests.helpers.pain_histories import a_rating, histories


def a_walk(name, before, after):
    """Both ratings of a walk."""
    return [a_rating(0, before, Moment.BEFORE, name), a_rating(0, after, Moment.AFTER, name)]


def median_the_long_way(ratings):
    """The middle of the sorted differences, or halfway between the two in the middle."""
    changes = []
    for walk in {rating.session_id for rating in ratings if rating.session_id is not None}:
        before = [r.score for r in ratings if (r.session_id, r.moment) == (walk, Moment.BEFORE)]
        after = [r.score for r in ratings if (r.session_id, r.moment) == (walk, Moment.AFTER)]
        if before and after:
            changes.append(after[-1] - before[-1])
    changes.sort()
    half = len(changes) // 2
    if not changes:
        return None
    middle = changes[half] if len(changes) % 2 else (changes[half - 1] + changes[half]) / 2
    return MedianChange(points=middle, walks=len(changes))


@given(histories())
def test_equals_the_same_median_done_the_long_way(ratings):
    """Each walk rated both times counts once."""
    assert median_change(ratings) == median_the_long_way(ratings)


def test_one_bad_walk_does_not_move_it():
    """Changes of -1, -1 and +9 have the median -1."""
    ratings = a_walk("a", 5, 4) + a_walk("b", 6, 5) + a_walk("c", 1, 10)
    assert median_change(ratings) == MedianChange(points=-1.0, walks=3)


def test_a_walk_rated_once_does_not_count():
    """Neither do ratings without a walk."""
    ratings = [*a_walk("a", 5, 4)[:1], a_rating(0, 3, Moment.AFTER, "b"), *a_walk(None, 5, 1)]
    assert median_change(ratings) is None
