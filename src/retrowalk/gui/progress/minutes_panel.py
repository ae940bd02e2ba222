"""The lower panel: minutes forward as bars upward, backward as bars downward, planned ones as outlines."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from retrowalk.gui.measures import TextSize, text_px
from retrowalk.gui.progress.drawn_stretch import DrawnStretch
from retrowalk.gui.theme import Theme
from retrowalk.gui.widgets.chart import Panel
from retrowalk.presenters.dose_bars import DoseBar
from retrowalk.presenters.mark_layout import bin_bars
from retrowalk.presenters.minutes_scale import minutes_heading, minutes_scale

Columns = Sequence[tuple[float, DoseBar]]
"""Bars with their places in days, in order."""
_BAR_SHARE = 0.7
"""Width of a bar, of its column."""
_TICK_EMS = 1.2
"""Height that a named number of minutes needs, in heights of small text."""
_WIDEST_BAR = 3.0
"""In widths of a mark."""


class MinutesPanel:
    """Draws the minutes of a chart on a panel.

    Args:
        panel: Where to.
    """

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._planned = panel.add_bars(1)
        self._forward = panel.add_bars(2)
        self._backward = panel.add_bars(2)
        self._columns: dict[int, Columns] = {1: ()}
        self._drawn = DrawnStretch()
        self._scale = (0, 0)

    def show_bars(self, bars: Sequence[DoseBar]) -> None:
        """Take these bars, by day, in place of the last ones; `place` draws them."""
        self._columns = {1: tuple((float(bar.day.toordinal()), bar) for bar in bars)}
        self._drawn.forget()
        self._scale = (0, 0)

    def place(self, first_day: float, last_day: float, days: int, mark_days: float) -> None:
        """Draw a bar for so many days where they are seen, not much wider than a mark of `mark_days`."""
        if days not in self._columns:
            self._columns[days] = bin_bars(self._columns[1], days)
        self._set_scale(days)
        width = min(_BAR_SHARE * days, _WIDEST_BAR * mark_days)
        if not self._drawn.covers((days, width), first_day, last_day):
            first, last = self._drawn.around((days, width), first_day, last_day)
            start = bisect_left(self._columns[days], first - days, key=_place)
            end = bisect_right(self._columns[days], last + days, key=_place)
            self._draw(self._columns[days][start:end], width)

    def _draw(self, columns: Columns, width_days: float) -> None:
        self._forward.show_bars(_heights(columns, lambda bar: bar.forward_min), width_days)
        self._backward.show_bars(_heights(columns, lambda bar: -bar.backward_min), width_days)
        planned = _heights(columns, lambda bar: bar.planned_forward_min)
        planned += _heights(columns, lambda bar: -bar.planned_backward_min)
        self._planned.show_bars(planned, width_days)

    def _set_scale(self, days: int) -> None:
        most_ticks = max(2, round(self._panel.height_px / (_TICK_EMS * text_px(TextSize.SMALL))))
        if (days, most_ticks) != self._scale:
            self._scale = days, most_ticks
            scale = minutes_scale([bar for _, bar in self._columns[days]], most_ticks)
            self._panel.set_heights(scale.low, scale.high, [scale.ticks])
            self._panel.show_heading(minutes_heading(days))

    def set_look(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._planned.set_look(theme.edge, None)
        self._forward.set_look(None, theme.forward.mark)
        self._backward.set_look(None, theme.backward.mark)


def _heights(columns: Columns, minutes: Callable[[DoseBar], float]) -> list[tuple[float, float]]:
    return [(middle, minutes(bar)) for middle, bar in columns if minutes(bar)]


def _place(column: tuple[float, DoseBar]) -> float:
    return column[0]
