"""Progress views of whole histories, for the widgets that show them."""

from PySide6.QtCore import QLocale

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.presenters.progress_view import build_progress_view
from tests.helpers.pain_histories import a_rating, a_session, on, weeks_of_walks

DATES = LocaleDates(QLocale("en_GB"))


def a_progress_view(sessions=(), ratings=(), today=0):
    """The place with these, dates written as in Britain."""
    return build_progress_view(sessions, ratings, today=on(today), dates=DATES)


def one_walk():
    """A single walk, rated 4 before it."""
    return a_progress_view([a_session(0, session="a")], [a_rating(0, 4, session="a")])


def twelve_weeks():
    """Three walks a week with three weeks of holidays, falling slowly."""
    sessions, ratings = weeks_of_walks(12, fall_per_week=0.3, pause=range(5, 8))
    return a_progress_view(sessions, ratings, today=84)


def ten_years():
    """Ten years of three walks a week, with a summer of nothing."""
    sessions, ratings = weeks_of_walks(520, fall_per_week=0.005, pause=range(300, 312))
    return a_progress_view(sessions, ratings, today=3640)
