"""What the chart says of a day, in words."""

from retrowalk.core.pain.rating import Moment
from retrowalk.core.walk.session import Outcome
from retrowalk.presenters.day_book import build_day_book
from tests.helpers.pain_histories import MONDAY, a_rating, a_session, on
from tests.helpers.plain_dates import PlainDates


def a_book(sessions, ratings=()):
    """The book of these."""
    return build_day_book(sessions, ratings, dates=PlainDates())


def test_tells_a_session_with_its_ratings():
    """The rating of the next morning stands with the walk that it belongs to."""
    ratings = [
        a_rating(0, 5, Moment.BEFORE, "a"),
        a_rating(0, 4, Moment.AFTER, "a"),
        a_rating(1, 3, Moment.NEXT_MORNING, "a"),
    ]
    book = a_book([a_session(0, 18, 5, session="a")], ratings)
    assert book.words(on(0)) == (
        "Monday 2026-03-02: 18:05 First steps, 2 min backward, 8 min forward, finished"
        " · pain before 5, after 4, next morning 3"
    )
    assert book.words(on(1)) == "Tuesday 2026-03-03: 08:00 the morning after, pain 3"


def test_says_nothing_of_what_was_not_walked():
    """A forward session has no minutes backward to speak of, and one without ratings no pain."""
    walk = a_session(0, backward_s=0.0, outcome=Outcome.STOPPED)
    words = a_book([walk]).words(on(0))
    assert words == "Monday 2026-03-02: 18:00 First steps, 8 min forward, stopped early"


def test_tells_ratings_without_a_walk():
    """Those of a run-in, or of a walk that was deleted."""
    book = a_book([], [a_rating(0, 6), a_rating(0, 2, Moment.WEEKLY, "gone")])
    assert book.words(on(0)) == "Monday 2026-03-02: 18:00 pain before 6; 20:00 pain for the week 2"


def test_tells_three_sessions_of_a_day_and_counts_the_rest():
    """In the order in which they were walked, whatever order they come in."""
    words = a_book([a_session(0, hour) for hour in (20, 7, 12, 16, 18)]).words(on(0))
    assert [hour for hour in ("07:00", "12:00", "16:00", "18:00", "20:00") if hour in words] == [
        *("07:00", "12:00", "16:00")
    ]
    assert words.endswith("; and 2 more")


def test_finds_the_nearest_day():
    """Between two days the nearer one, and beyond the ends the end."""
    book = a_book([a_session(0), a_session(10)], [a_rating(4, 5)])
    first = MONDAY.toordinal()
    near = {place: book.nearest(first + place) for place in (-50.0, 1.9, 2.1, 6.9, 7.1, 80.0)}
    assert near == {
        -50.0: on(0),
        1.9: on(0),
        2.1: on(4),
        6.9: on(4),
        7.1: on(10),
        80.0: on(10),
    }


def test_an_empty_book_has_no_nearest_day():
    """There is nothing to point at."""
    assert a_book([]).nearest(5.0) is None


def test_goes_from_day_to_day():
    """Over days with nothing on them, to the ends and not beyond."""
    book = a_book([a_session(0), a_session(10)], [a_rating(4, 5)])
    assert [book.next_after(on(day)) for day in (0, 4, 10)] == [on(4), on(10), None]
    assert [book.last_before(on(day)) for day in (0, 4, 10)] == [None, on(0), on(4)]


def test_knows_the_first_session_of_a_day():
    """The one that is opened; a day with ratings alone has none."""
    book = a_book([a_session(0, 20, session="late"), a_session(0, 7, session="early")], [a_rating(4, 5)])
    assert book.first_session(on(0)) == "early"
    assert book.first_session(on(4)) is None
