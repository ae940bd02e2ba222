"""How dates are written is the business of the walker's country; presenters only say which form they want."""

from datetime import date, time
from typing import Protocol


class DateWords(Protocol):
    """Writes dates and times of day as people of one country do."""

    def short_day(self, day: date) -> str:
        """Return a whole date for a column: "04/03/2025"."""
        ...

    def day(self, day: date) -> str:
        """Return a whole date for a sentence: "4 March 2025"."""
        ...

    def week_day(self, day: date) -> str:
        """Return a date with its day of the week: "Tuesday, 4 March 2025"."""
        ...

    def time(self, at: time) -> str:
        """Return a time of day to the minute: "18:05"."""
        ...
