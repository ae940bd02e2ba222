"""The names of days under the chart, as many as there is room for."""

from datetime import date
from math import ceil, floor

from PySide6.QtGui import QFontMetricsF

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.measures import TextSize, text_font
from retrowalk.gui.widgets.chart_look import AxisTicks
from retrowalk.presenters.day_ticks import TickForm, day_ticks, year_turns

_WIDEST_DAY = date(2028, 12, 28)
_ROOM = 1.35
"""Room for a name, in widths of the widest one."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class TimeAxis:
    """Names days by the rules of a locale.

    Args:
        dates: How dates are written.
    """

    def __init__(self, dates: LocaleDates) -> None:
        self._dates = dates

    def ticks(self, first_day: float, last_day: float, width_px: float) -> AxisTicks:
        """Return the ticks between two places in days, on an axis of this width."""
        name_px = QFontMetricsF(text_font(TextSize.SMALL)).horizontalAdvance(
            self._dates.day_of_year(_WIDEST_DAY)
        )
        first, last = _day(ceil(first_day)), _day(floor(last_day))
        most = max(1, int(width_px / (name_px * _ROOM)))
        ticks = day_ticks(first, max(first, last), most, self._dates.first_weekday)
        with_year = year_turns(ticks.named) if ticks.form is not TickForm.YEAR else frozenset()
        return AxisTicks(
            named=[(day.toordinal(), self._name(day, ticks.form, with_year)) for day in ticks.named],
            marked=[day.toordinal() for day in ticks.marked],
        )

    def _name(self, day: date, form: TickForm, with_year: frozenset[date]) -> str:
        if form is TickForm.YEAR:
            return self._dates.year(day)
        name = self._dates.month(day) if form is TickForm.MONTH else self._dates.day_of_year(day)
        return f"{name}\n{self._dates.year(day)}" if day in with_year else name


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, _FIRST), _LAST))
