"""The chart of pain over the minutes walked: its panels, its cursor and its keys."""

from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.measures import RADIUS, Space, TextSize, text_font
from retrowalk.gui.progress.minutes_panel import MinutesPanel
from retrowalk.gui.progress.pain_lines import PainLines
from retrowalk.gui.progress.pain_marks import PainMarks
from retrowalk.gui.progress.time_axis import TimeAxis
from retrowalk.gui.theme import Theme, theme_in_use
from retrowalk.gui.widgets.chart import Chart
from retrowalk.gui.widgets.chart_look import ChartLook
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.chart_ranges import DaySpan
from retrowalk.presenters.day_book import DayBook
from retrowalk.presenters.mark_layout import bin_days
from retrowalk.presenters.pain_chart import PainChart

_ZOOM = 1.25
_GOOD_EMS, _LOWEST_EMS = 18, 14
"""Heights without the headings, in heights of small text: wanted, and taken if the page is no higher."""
_NARROWEST_EMS = 6
_MOVES = {Qt.Key.Key_PageUp: -0.8, Qt.Key.Key_PageDown: 0.8}
_ZOOMS = {
    Qt.Key.Key_Plus: 1 / _ZOOM,
    Qt.Key.Key_Equal: 1 / _ZOOM,
    Qt.Key.Key_Minus: _ZOOM,
    Qt.Key.Key_Underscore: _ZOOM,
}


class PainPlot(QWidget):
    """Shows a chart. Arrows go from day to day, Page Up and Down through time, plus and minus zoom.

    Signals:
        day_read: The pointer or the keys are on another day; carries it, or None when they are on none.
        day_opened: A day was clicked, or Enter pressed on it; carries it.

    Args:
        dates: How dates are written.
    """

    day_read = Signal(object)
    day_opened = Signal(object)

    def __init__(self, dates: LocaleDates) -> None:
        super().__init__()
        self.setObjectName("pain_plot")
        self.setAccessibleName("Pain chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._axis = TimeAxis(dates)
        self._chart = Chart(self._axis.ticks)
        self._upper, self._lower = self._chart.add_panel(5), self._chart.add_panel(2)
        self._marks, self._lines = PainMarks(self._upper), PainLines(self._upper)
        self._minutes = MinutesPanel(self._lower)
        self._book: DayBook | None = None
        self._state: PainChart | None = None
        self._day: date | None = None
        self._ringed = False
        self._em_px = 1
        self._page_px = 0
        layout = QVBoxLayout(self)
        inset = RING + Space.SMALL
        layout.setContentsMargins(inset, inset, inset, inset)
        layout.addWidget(self._chart)
        self._connect_signals()
        self.apply_theme(theme_in_use())

    def show_state(self, state: PainChart, book: DayBook) -> None:
        """Show a chart in place of the last one, with what its days say."""
        self._state, self._book = state, book
        self._chart.set_limits(state.span.first.toordinal() - 1.0, state.span.last.toordinal() + 1.5)
        self._marks.show_points(state.points)
        self._lines.show_chart(state)
        self._minutes.show_bars(state.bars)
        self.setAccessibleDescription(state.description)
        self._read(None)
        self._place()

    def show_span(self, span: DaySpan) -> None:
        """Show these days."""
        self._chart.show_days(span.first.toordinal() - 0.75, span.last.toordinal() + 0.75)

    def set_page_height(self, height_px: int) -> None:
        """Say how much of the chart can be seen at once; it does not ask for more if it can help it."""
        self._page_px = height_px
        self.updateGeometry()

    def set_layer(self, layer: Layer, shown: bool) -> None:
        """Show or hide a layer."""
        self._marks.set_layer(layer, shown)
        self._lines.set_layer(layer, shown)
        if layer is Layer.MINUTES:
            self._chart.set_panel_shown(self._lower, shown=shown)

    def apply_theme(self, theme: Theme) -> None:
        """Take the colours of a theme and the size of text in use."""
        font = text_font(TextSize.SMALL)
        metrics = QFontMetrics(font)
        look = ChartLook(
            ground=theme.surface,
            grid=theme.chart.grid,
            writing=theme.chart.axis,
            cursor=theme.edge,
            font=font,
            axis_width_px=metrics.horizontalAdvance("000") + Space.SMALL,
            axis_height_px=2 * metrics.height() + Space.SMALL,
        )
        self._chart.set_look(look)
        self._marks.set_look(theme)
        self._lines.set_look(theme)
        self._minutes.set_look(theme)
        self._em_px = metrics.height()
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        lowest, good = (ems * self._em_px + self._chart.headings_px() for ems in (_LOWEST_EMS, _GOOD_EMS))
        return QSize(_NARROWEST_EMS * self._em_px, max(lowest, min(good, self._page_px)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._chart.pan(_MOVES[key])
        elif key in _ZOOMS:
            self._chart.zoom(_ZOOMS[key])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._step(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._day is not None:
            self.day_opened.emit(self._day)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self._read(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self.apply_theme(theme_in_use())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        painter = QPainter(self)
        surface = self.rect().adjusted(RING, RING, -RING, -RING)
        draw_surface(painter, surface, RADIUS, theme.surface, theme.line)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, QRect(surface), RADIUS, theme.focus)

    def _connect_signals(self) -> None:
        self._chart.pointed.connect(self._on_pointed)
        self._chart.pointer_left.connect(self._on_pointer_left)
        self._chart.clicked.connect(self._on_clicked)
        self._chart.view_moved.connect(self._on_view_moved)

    def _step(self, key: Qt.Key) -> None:
        book = self._book
        if book is None or not book.days:
            return
        first, last = self._chart.visible_days()
        match key:
            case Qt.Key.Key_Home:
                self._go_to(book.days[0])
            case Qt.Key.Key_End:
                self._go_to(book.days[-1])
            case Qt.Key.Key_Right:
                self._go_to(book.next_after(self._day) if self._day else book.nearest(first))
            case _:
                self._go_to(book.last_before(self._day) if self._day else book.nearest(last))

    def _go_to(self, day: date | None) -> None:
        if day is None:
            return
        first, last = self._chart.visible_days()
        at = day.toordinal()
        if not first < at < last:
            half = (last - first) / 2
            self._chart.show_days(at - half, at + half)
        self._read(day)

    def _read(self, day: date | None) -> None:
        self._chart.set_cursor(None if day is None else float(day.toordinal()))
        if day != self._day:
            self._day = day
            self.day_read.emit(day)

    def _place(self) -> None:
        # Before it is shown the chart changes its size several times, and all of that is work for nothing.
        if self._state is None or not self.isVisible():
            return
        first, last = self._chart.visible_days()
        mark_days = self._marks.mark_px * max(last - first, 1.0) / self._chart.width_px()
        days = bin_days(mark_days)
        self._marks.place(first, last, mark_days)
        self._lines.place(first, last, days)
        self._minutes.place(first, last, days, mark_days)

    @Slot(float)
    def _on_pointed(self, at_day: float) -> None:
        if self._book is not None:
            self._read(self._book.nearest(at_day))

    @Slot()
    def _on_pointer_left(self) -> None:
        self._read(None)

    @Slot(float)
    def _on_clicked(self, at_day: float) -> None:
        day = self._book.nearest(at_day) if self._book else None
        if day is not None:
            self.day_opened.emit(day)

    @Slot()
    def _on_view_moved(self) -> None:
        self._place()
