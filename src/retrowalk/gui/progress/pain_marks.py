"""The ratings of the chart as marks: each by itself, or those of a column together where days are narrow."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date

from retrowalk.core.pain.rating import HIGHEST, HIGHEST_LABEL, LOWEST, LOWEST_LABEL, Moment
from retrowalk.gui.measures import TextSize, text_px, text_scale
from retrowalk.gui.progress.drawn_stretch import DrawnStretch
from retrowalk.gui.progress.layer_signs import MARK_SHARE, OUTLINE_PX
from retrowalk.gui.theme import Theme
from retrowalk.gui.widgets.chart import Panel
from retrowalk.gui.widgets.chart_look import MarkShape
from retrowalk.presenters.chart_legend import LAYER_OF_MOMENT, Layer
from retrowalk.presenters.mark_layout import PlacedMark, bin_days, column_name, place_binned, place_single
from retrowalk.presenters.pain_chart import PainPoint

_MARGIN = 0.75
"""Free height above 10 and below 0, for the marks that lie there."""
_SCORES = (range(LOWEST, HIGHEST + 1, 2), range(LOWEST + 1, HIGHEST, 2))
"""The whole numbers at the side, those first that are named where there is little room."""
_HEADING = f"Pain, {LOWEST} ({LOWEST_LABEL}) to {HIGHEST} ({HIGHEST_LABEL})"
_CROWDED = 0.5
"""Strength of marks over years, so that the line is seen among them."""
_CROWDED_FROM_DAYS = 28
_SHAPES = {
    Moment.BEFORE: MarkShape.CIRCLE,
    Moment.AFTER: MarkShape.CIRCLE,
    Moment.NEXT_MORNING: MarkShape.TRIANGLE,
}


class PainMarks:
    """Draws ratings on a panel, which gets the heights and the heading of pain.

    Args:
        panel: Where to.
    """

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self._marks = {moment: panel.add_marks(shape, 5) for moment, shape in _SHAPES.items()}
        self._points: Sequence[PainPoint] = ()
        self._days: list[date] = []
        self._columns: dict[int, tuple[PlacedMark, ...]] = {}
        self._mark_px = 1.0
        self._drawn = DrawnStretch()
        levels = [[(float(score), str(score)) for score in scores] for scores in _SCORES]
        panel.set_heights(LOWEST - _MARGIN, HIGHEST + _MARGIN, levels)

    @property
    def mark_px(self) -> float:
        """Width of a full-sized mark."""
        return self._mark_px

    def show_points(self, points: Sequence[PainPoint]) -> None:
        """Take these ratings, by day, in place of the last ones; `place` draws them."""
        self._points = points
        self._days = [point.day for point in points]
        self._columns.clear()
        self._drawn.forget()

    def place(self, first_day: float, last_day: float, mark_days: float) -> None:
        """Draw the marks where they belong while these days are seen and a mark is `mark_days` wide."""
        days = bin_days(mark_days)
        if days > 1:
            self._place_columns(days)
        else:
            self._place_single(mark_days, first_day, last_day)

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show or hide a layer, if it is one of marks."""
        for moment, marks in self._marks.items():
            if LAYER_OF_MOMENT[moment] is layer:
                marks.set_visible(shown)

    def set_look(self, theme: Theme) -> None:
        """Take the colours of a theme and the size of text in use; `place` again after that."""
        self._mark_px = text_px(TextSize.SMALL) * MARK_SHARE
        self._drawn.forget()
        self._marks[Moment.BEFORE].set_look(theme.chart.before, OUTLINE_PX * text_scale(), None)
        self._marks[Moment.AFTER].set_look(None, 0.0, theme.chart.after)
        self._marks[Moment.NEXT_MORNING].set_look(None, 0.0, theme.chart.next_morning)

    def _place_columns(self, days: int) -> None:
        if self._drawn.covers((days,), 0.0, 0.0):
            return
        if days not in self._columns:
            self._columns[days] = place_binned(self._points, days)
        self._drawn.everything((days,))
        self._show_marks(self._columns[days], _CROWDED if days >= _CROWDED_FROM_DAYS else 1.0)
        self._panel.show_heading(
            f"{_HEADING} · one mark per score and {column_name(days)}, larger for more ratings"
        )

    def _place_single(self, mark_days: float, first_day: float, last_day: float) -> None:
        if self._drawn.covers((1, mark_days), first_day, last_day):
            return
        first, last = self._drawn.around((1, mark_days), first_day, last_day)
        start = bisect_left(self._days, first, key=date.toordinal)
        end = bisect_right(self._days, last, key=date.toordinal)
        self._show_marks(place_single(self._points[start:end], mark_days))
        self._panel.show_heading(_HEADING)

    def _show_marks(self, placed: Sequence[PlacedMark], strength: float = 1.0) -> None:
        for moment, marks in self._marks.items():
            marks.set_strength(strength)
            mine = [mark for mark in placed if mark.moment is moment]
            marks.show_marks(
                [(mark.at_day, mark.score) for mark in mine], [mark.size * self._mark_px for mark in mine]
            )
