"""The lines of the chart: the seven-day mean, the baseline with its band, and the lines below it."""

from collections.abc import Sequence

from PySide6.QtGui import QColor

from retrowalk.gui.measures import TextSize, text_font, text_scale
from retrowalk.gui.progress.layer_signs import DASHES, LINE_PX
from retrowalk.gui.theme import Theme
from retrowalk.gui.widgets.chart import Line, Panel, Writing
from retrowalk.gui.widgets.chart_look import MarkShape
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.line_layout import band_pieces, thin_run
from retrowalk.presenters.pain_chart import LevelLine, LinePoint, PainChart

_LONE_MEAN_PX = 5.0
_THIN_LINE_PX = 1.4
_THIN_FROM_DAYS = 28
"""Where a column of marks holds so many days, the line is drawn by the week, and thinner."""
_ANCHORS = {
    Layer.BASELINE: (1.0, 1.0),
    Layer.THIRTY_PERCENT: (1.0, 0.0),
    Layer.FIFTY_PERCENT: (1.0, 0.0),
    Layer.TWO_POINTS: (0.0, 0.0),
}
"""Where the name of a level stands: its corner that touches the end of the line."""


class PainLines:
    """Draws the lines of a chart on a panel.

    Args:
        panel: Where to.
    """

    def __init__(self, panel: Panel) -> None:
        self._band = panel.add_area(1)
        self._collected = panel.add_line(2)
        self._levels = {layer: panel.add_line(2) for layer in _ANCHORS}
        # Under the marks: a name may be covered, a rating never.
        self._names = {layer: panel.add_writing(3, anchor=anchor) for layer, anchor in _ANCHORS.items()}
        self._mean = panel.add_line(6)
        self._lone_means = panel.add_marks(MarkShape.SQUARE, 6)
        self._chart: PainChart | None = None
        self._column_days = 0
        self._colour = QColor()

    def show_chart(self, chart: PainChart) -> None:
        """Take the lines of a chart in place of the last ones; `place` draws those of the means."""
        self._chart = chart
        self._column_days = 0
        levels = {level.layer: level for level in chart.levels}
        for layer, line in self._levels.items():
            self._show_level(line, self._names[layer], levels.get(layer))

    def place(self, first_day: float, last_day: float, column_days: int) -> None:
        """Draw the lines for the days that are seen, in columns of marks of so many days."""
        if self._chart is None:
            return
        self._place_names(self._chart, first_day, last_day)
        if column_days != self._column_days:
            self._column_days = column_days
            self._show_means(self._chart.runs, column_days)

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show or hide a layer, if it is one of lines."""
        if layer in self._levels:
            self._levels[layer].set_visible(shown)
            self._names[layer].set_visible(shown)
        if layer is Layer.BASELINE:
            self._collected.set_visible(shown)
        if layer is Layer.BAND:
            self._band.setVisible(shown)
        if layer is Layer.MEAN:
            self._mean.set_visible(shown)
            self._lone_means.set_visible(shown)

    def set_look(self, theme: Theme) -> None:
        """Take the colours of a theme and the size of text in use; `place` again after that."""
        colours = theme.chart
        self._colour = colours.mean
        self._band.set_look(colours.band)
        self._lone_means.set_look(None, 0.0, colours.mean)
        self._collected.set_look(colours.baseline, LINE_PX * text_scale())
        for layer, line in self._levels.items():
            line.set_look(colours.baseline, text_scale(), DASHES[layer])
            self._names[layer].set_look(colours.axis, text_font(TextSize.SMALL))

    def _show_means(self, runs: Sequence[Sequence[LinePoint]], column_days: int) -> None:
        is_thin = column_days >= _THIN_FROM_DAYS
        drawn = [thin_run(run) for run in runs] if is_thin else runs
        self._mean.set_look(self._colour, (_THIN_LINE_PX if is_thin else LINE_PX) * text_scale())
        self._mean.show_runs([[(point.day.toordinal(), point.mean) for point in run] for run in drawn])
        lone = [(run[0].day.toordinal(), run[0].mean) for run in drawn if len(run) == 1]
        self._lone_means.show_marks(lone, [_LONE_MEAN_PX * text_scale()] * len(lone))
        self._band.show_runs(band_pieces(drawn, column_days if is_thin else 0))

    def _show_level(self, line: Line, name: Writing, level: LevelLine | None) -> None:
        chart = self._chart
        if chart is None or chart.collected is None or level is None:
            line.show_runs([])
            name.show_text("")
            return
        first, frozen = chart.collected.first.toordinal(), chart.collected.last.toordinal()
        line.show_runs([[(frozen, level.level), (chart.span.last.toordinal() + 0.5, level.level)]])
        name.show_text(level.label)
        if level.layer is Layer.BASELINE:
            self._collected.show_runs([[(first, level.level), (frozen, level.level)]])

    def _place_names(self, chart: PainChart, first_day: float, last_day: float) -> None:
        frozen = chart.collected.last.toordinal() if chart.collected else first_day
        for level in chart.levels:
            at_end = _ANCHORS[level.layer][0] == 1.0
            self._names[level.layer].move_to(last_day if at_end else max(first_day, frozen), level.level)
