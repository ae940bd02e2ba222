"""The Progress place: pain and minutes over time, what may be said, and the sessions as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retrowalk.core.pain.rating import Rating
from retrowalk.core.walk.session import SessionRecord
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.date_words import DateWords
from retrowalk.presenters.day_book import DayBook, build_day_book
from retrowalk.presenters.pain_chart import PainChart, build_pain_chart
from retrowalk.presenters.session_table import SessionTable, build_session_table

EMPTY_TITLE = "Nothing to look back on yet"
EMPTY_TEXT = (
    "After your first walk this page fills by itself, and every session is kept in a list. "
    "Leaving a rating out costs nothing."
)
EMPTY_SIGNS = (
    (Layer.BEFORE, "your pain before a walk, 0 to 10"),
    (Layer.AFTER, "your pain after it"),
    (Layer.NEXT_MORNING, "your pain on the next morning"),
    (Layer.MEAN, "the mean of seven days, from three ratings on"),
    (Layer.MINUTES, "minutes walked forward and backward"),
)
"""The signs that will be drawn, with what they stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressView:
    """The Progress place.

    Attributes:
        is_empty: There is neither a session nor a rating; a sentence takes the place of everything else.
        chart: What is drawn.
        book: What each day of it says in words.
        table: The sessions.
    """

    is_empty: bool
    chart: PainChart
    book: DayBook
    table: SessionTable


def build_progress_view(
    sessions: Sequence[SessionRecord], ratings: Sequence[Rating], *, today: date, dates: DateWords
) -> ProgressView:
    """Return the place for these sessions and ratings.

    Args:
        sessions: The latest first.
        ratings: The earliest first.
        today: The walker's day.
        dates: How dates are written.
    """
    return ProgressView(
        is_empty=not sessions and not ratings,
        chart=build_pain_chart(sessions, ratings, today=today, dates=dates),
        book=build_day_book(sessions, ratings, dates=dates),
        table=build_session_table(sessions, ratings, dates=dates),
    )
