"""The table of sessions: what each cell says, and the order that its values really have."""

import pytest

from retrowalk.core.pain.rating import Moment
from retrowalk.core.walk.session import Outcome
from retrowalk.presenters.session_table import LONGEST_NAME, Column, build_session_table, one_line
from tests.helpers.pain_histories import a_rating, a_session
from tests.helpers.plain_dates import PlainDates


def a_table(sessions, ratings=()):
    """The table of these sessions."""
    return build_session_table(sessions, ratings, dates=PlainDates())


def row(table, number=0):
    """What a row says, cell by cell."""
    return [table.text(number, column) for column in Column]


def test_a_row_says_what_a_session_came_to():
    """Date, time, preset, minutes, ratings, and how it ended."""
    walk = a_session(1, 18, 5, session="a", backward_s=90.0)
    ratings = [a_rating(1, 5, Moment.BEFORE, "a"), a_rating(1, 4, Moment.AFTER, "a")]
    assert row(a_table([walk], ratings)) == [
        *("2026-03-03", "18:05", "First steps", "1 min 30 s", "8 min", "5", "4", "finished")
    ]


def test_missing_is_missing():
    """A rating that was not given is a dash, and one of 0 is a 0."""
    table = a_table([a_session(0, session="a")], [a_rating(0, 0, Moment.AFTER, "a")])
    assert (table.text(0, Column.BEFORE), table.text(0, Column.AFTER)) == ("–", "0")


def test_ratings_without_a_walk_belong_to_no_row():
    """They are on the chart, not in the list."""
    assert a_table([a_session(0)], [a_rating(0, 5)]).text(0, Column.BEFORE) == "–"


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_words(outcome):
    """How a session ended is never shown as a name from the code."""
    words = a_table([a_session(0, outcome=outcome)]).text(0, Column.ENDED)
    assert words
    assert words != outcome.value or outcome is Outcome.FINISHED


def by(column, sessions, ratings=(), *, descending=False):
    """The cells of a column, sorted by it."""
    table = a_table(sessions, ratings)
    return [table.text(number, column) for number in table.order(column, descending=descending)]


def test_minutes_sort_as_lengths():
    """As text, 10 minutes would come before 9, and an hour before both."""
    walks = [a_session(day, backward_s=length) for day, length in ((2, 3600.0), (1, 540.0), (0, 600.0))]
    assert by(Column.BACKWARD, walks) == ["9 min", "10 min", "1 h"]
    assert by(Column.BACKWARD, walks, descending=True) == ["1 h", "10 min", "9 min"]


def test_scores_sort_as_numbers_and_missing_ones_come_last():
    """Ten is more than nine; what is not known is neither most nor least."""
    walks = [a_session(day, session=str(day)) for day in (3, 2, 1)]
    ratings = [a_rating(3, 10, Moment.BEFORE, "3"), a_rating(1, 9, Moment.BEFORE, "1")]
    assert by(Column.BEFORE, walks, ratings) == ["9", "10", "–"]
    assert by(Column.BEFORE, walks, ratings, descending=True) == ["10", "9", "–"]


def test_dates_sort_by_the_instant():
    """Two walks of one day, and one of the day before."""
    walks = [a_session(1, 19), a_session(1, 7), a_session(0, 23)]
    table = a_table(walks)
    assert table.order(Column.DATE, descending=False) == [2, 1, 0]
    assert table.order(Column.DATE, descending=True) == [0, 1, 2]


def test_times_sort_by_the_clock():
    """Whatever the day."""
    assert by(Column.TIME, [a_session(2, 9, 30), a_session(1, 18, 5), a_session(0, 6)]) == [
        *("06:00", "09:30", "18:05")
    ]


def test_names_sort_without_regard_to_capitals():
    """As people expect it."""
    walks = [a_session(day, name=name) for day, name in enumerate(("beta", "Gamma", "Alpha"))]
    assert by(Column.PRESET, walks) == ["Alpha", "beta", "Gamma"]


@pytest.mark.parametrize("column", [Column.FORWARD, Column.ENDED, Column.AFTER])
def test_equal_values_stay_in_their_order(column):
    """The latest first, in both directions."""
    table = a_table([a_session(day) for day in (3, 2, 1)])
    assert table.order(column, descending=False) == [0, 1, 2]
    assert table.order(column, descending=True) == [0, 1, 2]


def test_long_names_are_cut():
    """A name may have any length and any line breaks; a cell has one line."""
    assert one_line("Two\nlines\t and  more") == "Two lines and more"
    assert len(one_line("x" * 100_000)) == LONGEST_NAME
    assert one_line("x" * 100_000).endswith("…")


def test_knows_its_sessions():
    """The row says which session it is."""
    assert a_table([a_session(0, session="a"), a_session(1, session="b")]).session_id(1) == "b"
