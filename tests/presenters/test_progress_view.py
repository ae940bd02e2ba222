"""The Progress place as a value."""

from retrowalk.presenters.progress_view import EMPTY_SIGNS, EMPTY_TEXT, build_progress_view
from retrowalk.presenters.session_table import Column
from tests.helpers.pain_histories import a_rating, a_session, on
from tests.helpers.plain_dates import PlainDates


def a_view(sessions=(), ratings=(), today=0):
    """The place with these."""
    return build_progress_view(sessions, ratings, today=on(today), dates=PlainDates())


def test_is_empty_before_the_first_walk():
    """A friendly sentence stands there, which promises nothing."""
    assert a_view().is_empty
    assert not [word for word in ("heal", "better", "improve") if word in EMPTY_TEXT.lower()]
    assert all(words for _, words in EMPTY_SIGNS)


def test_one_session_or_one_rating_is_something():
    """From then on there is something to look at."""
    assert not a_view([a_session(0)]).is_empty
    assert not a_view((), [a_rating(0, 5)]).is_empty


def test_all_three_parts_show_the_same():
    """The point of the chart, the words of the day and the row of the table."""
    view = a_view([a_session(0, session="a")], [a_rating(0, 5, session="a")])
    assert [(point.day, point.score) for point in view.chart.points] == [(on(0), 5)]
    assert "pain before 5" in view.book.words(on(0))
    assert view.table.text(0, Column.BEFORE) == "5"
