"""Dates and times of day as people of the walker's country write them."""

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime

_LONG, _SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
_ISO = "yyyy-MM-dd"
_WEEK_DAY = re.compile(r"^dddd\S*\s+|[,،\s]*dddd$")
_YEAR = re.compile(r"^yyyy[^dM']*('[^']*'[^dM']*)*|[^dM']*('[^']*'[^dM']*)*yyyy.*$")
_TWO_DIGIT_YEAR = re.compile(r"(?<!y)yy(?!y)")


class LocaleDates:
    """Writes dates by the rules of one locale; see `DateWords` for the forms that sentences use.

    Args:
        locale: Whose rules; the program's own if not given.
    """

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale()
        plain = self._locale.language() is QLocale.Language.C
        long_form = self._locale.dateFormat(_LONG)
        # Two digits of a year save nothing and make people guess.
        self._short = _ISO if plain else _TWO_DIGIT_YEAR.sub("yyyy", self._locale.dateFormat(_SHORT))
        self._day = _WEEK_DAY.sub("", long_form)
        self._day_of_year = _YEAR.sub("", self._day).replace("MMMM", "MMM")

    @property
    def first_weekday(self) -> int:
        """On which day weeks begin, 0 for Monday."""
        return self._locale.firstDayOfWeek().value - 1

    def short_day(self, day: date) -> str:
        return self._locale.toString(_qdate(day), self._short)

    def day(self, day: date) -> str:
        return self._locale.toString(_qdate(day), self._day)

    def week_day(self, day: date) -> str:
        return self._locale.toString(_qdate(day), _LONG)

    def time(self, at: time) -> str:
        return self._locale.toString(QTime(at.hour, at.minute), _SHORT)

    def day_of_year(self, day: date) -> str:
        """Return a date without its year: "4 Mar"."""
        return self._locale.toString(_qdate(day), self._day_of_year)

    def month(self, day: date) -> str:
        """Return the name of a date's month: "Mar"."""
        return self._locale.standaloneMonthName(day.month, _SHORT)

    def year(self, day: date) -> str:
        """Return a date's year: "2025"."""
        return self._locale.toString(_qdate(day), "yyyy")


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
