"""The baseline: twelve ratings on four days, then frozen, and called what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.pain.baseline import Baseline, BaselineKind, Collecting, find_baseline
from retrowalk.core.pain.resting import resting
from tests.helpers.pain_histories import at, before, histories, on


def baseline_the_long_way(ratings):
    """Try every number of ratings, from few to many, counting days anew each time."""
    for count in range(12, len(ratings) + 1):
        first = ratings[:count]
        if len({rating.local_day for rating in first}) >= 4:
            return sum(rating.score for rating in first) / count, count
    return None


def frozen(ratings, first_walk=None):
    """The baseline, which must be there."""
    found = find_baseline(ratings, first_walk)
    assert isinstance(found, Baseline)
    return found


def twelve(days=12):
    """Twelve ratings on so many days, the last of them on the last day."""
    return before(*((min(number, days - 1), 5) for number in range(12)))


@given(histories())
def test_equals_the_same_search_done_the_long_way(ratings):
    """The baseline is the shortest beginning with twelve ratings on four days."""
    at_rest = resting(ratings)
    wanted = baseline_the_long_way(at_rest)
    if wanted is None:
        days = {rating.local_day for rating in at_rest}
        assert find_baseline(at_rest, None) == Collecting(ratings=len(at_rest), days=len(days))
    else:
        found = frozen(at_rest)
        assert (found.mean, found.ratings) == (pytest.approx(wanted[0]), wanted[1])


@given(histories(), st.integers(0, 60))
def test_is_frozen(ratings, count):
    """What comes after it never changes it."""
    at_rest = resting(ratings)
    earlier = find_baseline(at_rest[:count], None)
    assert isinstance(earlier, Collecting) or find_baseline(at_rest, None) == earlier


def test_eleven_are_still_collecting():
    """The twelfth makes it."""
    assert find_baseline(twelve()[:11], None) == Collecting(ratings=11, days=11)
    assert frozen(twelve()).ratings == 12


def test_waits_for_the_fourth_day():
    """Twelve ratings on three days are not enough; the next one on a fourth day is in it too."""
    crowded = twelve(days=3)
    assert find_baseline(crowded, None) == Collecting(ratings=12, days=3)
    found = frozen([*crowded, *before((9, 10))])
    assert (found.ratings, found.first_day, found.last_day) == (13, on(0), on(9))
    assert found.mean == pytest.approx((12 * 5 + 10) / 13)


@pytest.mark.parametrize(
    ("first_walk", "kind"),
    [
        (None, BaselineKind.RUN_IN),
        (at(30, 18), BaselineKind.RUN_IN),
        (at(11, 18), BaselineKind.RUN_IN),
        (at(11, 17), BaselineKind.FIRST_WEEKS),
        (at(0, 19), BaselineKind.FIRST_WEEKS),
    ],
    ids=["no walk", "walk later", "walk right after the last", "walk before the last", "walk on day 0"],
)
def test_is_a_baseline_only_from_before_the_first_walk(first_walk, kind):
    """If walking had begun with any of its ratings, it is called the first weeks."""
    assert frozen(twelve(), first_walk).kind is kind
