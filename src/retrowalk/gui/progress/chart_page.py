"""The chart with its ranges, its legend, what the pointer reads and what may be said."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.measures import Space
from retrowalk.gui.progress.chart_legend_bar import ChartLegendBar
from retrowalk.gui.progress.day_reading import DayReading
from retrowalk.gui.progress.pain_plot import PainPlot
from retrowalk.gui.widgets.choice_bar import ChoiceBar
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.chart_ranges import ChartRange, opening_range, range_span
from retrowalk.presenters.progress_view import ProgressView

_RANGE_KEYS = {chosen: str(number) for number, chosen in enumerate(ChartRange, 1)}


class ChartPage(QScrollArea):
    """Shows the chart of a ProgressView; scrolls where the window is low.

    Signals:
        day_opened: A day was chosen in the chart; carries it.

    Attributes:
        plot: The chart itself.
        ranges: The buttons of the ranges; whoever has a place for them that does not scroll may take them.

    Args:
        dates: How dates are written.
    """

    day_opened = Signal(object)

    def __init__(self, dates: LocaleDates) -> None:
        super().__init__()
        self.setObjectName("chart_page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view: ProgressView | None = None
        self.ranges = ChoiceBar(
            "chart_range",
            {chosen: chosen.value for chosen in ChartRange},
            spoken="Show",
            keys=_RANGE_KEYS,
        )
        self.plot = PainPlot(dates)
        self._reading = DayReading()
        self._legend = ChartLegendBar()
        self._caption = Label("chart_caption")
        self._remark = Label("chart_remark", TextKind.SMALL)
        self._lay_out()
        self._connect_signals()

    def show_state(self, view: ProgressView) -> None:
        """Show the chart; the first time with the range that suits what is there."""
        is_first = self._view is None
        self._view = view
        self.plot.show_state(view.chart, view.book)
        self._legend.show_entries(view.chart.legend)
        self._caption.show_text(" ".join(view.chart.caption))
        self._caption.setVisible(bool(view.chart.caption))
        self._remark.show_text(" ".join(view.chart.remark))
        self._remark.setVisible(bool(view.chart.remark))
        if is_first:
            self.show_range(opening_range(view.chart.span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.plot.set_page_height(event.size().height())
        super().resizeEvent(event)

    def take_ranges(self) -> None:
        """Put the buttons of the ranges above the chart."""
        self._column.insertWidget(0, self.ranges)

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("chart_body")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.SMALL)
        self._column.addWidget(self.plot, 1)
        for part in (self._reading, self._legend, self._caption, self._remark):
            self._column.addWidget(part)
        self.take_ranges()
        self.setWidget(body)

    def _connect_signals(self) -> None:
        self.ranges.chosen.connect(self._on_range_chosen)
        self.plot.day_read.connect(self._on_day_read)
        self.plot.day_opened.connect(self.day_opened)
        self._legend.layer_switched.connect(self._on_layer_switched)
        # Not once for the whole page: the ranges may be elsewhere, and two on one key cancel each other.
        for part in (self.ranges, self.plot, self._legend):
            self._add_range_keys(part)

    def _add_range_keys(self, part: QWidget) -> None:
        for chosen, key in _RANGE_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), part)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda chosen=chosen: self.show_range(chosen))

    def show_range(self, chosen: ChartRange) -> None:
        """Show a range, and mark its button."""
        if self._view is None:
            return
        self.ranges.show_choice(chosen)
        self.plot.show_span(range_span(chosen, self._view.chart.span, self._view.chart.today))

    @Slot(object)
    def _on_range_chosen(self, chosen: ChartRange) -> None:
        self.show_range(chosen)

    @Slot(object)
    def _on_day_read(self, day: date | None) -> None:
        self._reading.show_words("" if day is None or self._view is None else self._view.book.words(day))

    @Slot(object, bool)
    def _on_layer_switched(self, layer: Layer, shown: bool) -> None:
        self.plot.set_layer(layer, shown)
