"""Charts over time: the one module that knows pyqtgraph, with types towards us.

Times are days as `date.toordinal` counts them; a whole number is the middle of that day. Importing this
module takes a fifth of a second and more, so it is imported when a chart is first shown.
"""

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.widgets.chart_layers import Area, Heading
from retrowalk.gui.widgets.chart_look import ChartLook, MarkShape, TicksOf, even_pen

NEAREST_VIEW_DAYS = 5.0
"""The chart shows this many days at least."""
_GAP = float("nan")
_BEHIND, _IN_FRONT = -1000, 50
_FULL_HEIGHT_PX = 16_777_215
"""What Qt takes for "no limit"."""
_ROWS_OF_A_PANEL = 3


class _Axis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis that is drawn each time it is seen.

    What it comes from records a picture and plays it back, which takes ten times as long as drawing it.
    """

    # pyqtgraph sets it to None when something has changed.
    picture: tuple[Any, Any, Any] | None

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        if self.picture is None:
            self.picture = self.generateDrawSpecs(painter)
        if self.picture is not None:
            painter.save()
            self.drawPicture(painter, *self.picture)
            painter.restore()


class _DayAxis(_Axis):
    """A time axis that names days as it is told to."""

    def __init__(self, ticks_of: TicksOf) -> None:
        super().__init__("bottom", maxTickLength=6)
        self._ticks_of = ticks_of
        self._names: dict[float, str] = {}
        # Only the first level has names; the second one marks what lies between.
        self.setStyle(maxTextLevel=0, tickTextOffset=6, hideOverlappingLabels=False)

    def tickValues(self, first: float, last: float, width_px: float) -> list[tuple[float, list[float]]]:
        ticks = self._ticks_of(first, last, width_px)
        self._names = dict(ticks.named)
        return [(1.0, list(self._names)), (0.0, list(ticks.marked))]

    def tickStrings(self, values: Sequence[float], _scale: float, _spacing: float) -> list[str]:
        return [self._names.get(value, "") for value in values]


class _Part:
    """Something drawn in a panel."""

    def __init__(self, item: Any) -> None:
        self._item = item

    def set_visible(self, visible: bool) -> None:
        self._item.setVisible(visible)


class Line(_Part):
    """A line over time."""

    def show_runs(self, runs: Sequence[Sequence[tuple[float, float]]]) -> None:
        """Draw these runs of places and heights, with nothing between one run and the next."""
        places = [place for run in runs for place in (*run, (_GAP, _GAP))]
        self._item.setData([at for at, _ in places], [height for _, height in places])

    def set_look(self, colour: QColor, width_px: float = 1.0, dashes: Sequence[float] = ()) -> None:
        self._item.setPen(even_pen(colour, width_px, dashes))


class Marks(_Part):
    """Marks of one shape, as large on every scale."""

    def show_marks(self, places: Sequence[tuple[float, float]], sizes_px: Sequence[float]) -> None:
        """Draw a mark of each size at each place."""
        self._item.setData(
            x=[at for at, _ in places], y=[height for _, height in places], size=list(sizes_px)
        )

    def set_look(self, outline: QColor | None, width_px: float, fill: QColor | None) -> None:
        """Draw the marks with an outline, filled, or both."""
        self._item.setPen(even_pen(outline, width_px), update=False)
        self._item.setBrush(pg.mkBrush(fill))

    def set_strength(self, share: float) -> None:
        """Draw the marks with this share of their strength, 0-1."""
        self._item.setOpacity(share)


class Bars(_Part):
    """Upright bars."""

    def show_bars(self, bars: Sequence[tuple[float, float]], width_days: float) -> None:
        """Draw a bar from 0 to each height, at each place."""
        self._item.setOpts(
            x=[at for at, _ in bars], y0=[0.0] * len(bars), y1=[to for _, to in bars], width=width_days
        )

    def set_look(self, outline: QColor | None, fill: QColor | None) -> None:
        self._item.setOpts(pen=even_pen(outline), brush=pg.mkBrush(fill))


class Writing(_Part):
    """A short text at a place."""

    def show_text(self, text: str) -> None:
        self._item.setPlainText(text)

    def move_to(self, at_day: float, height: float) -> None:
        self._item.setPos(at_day, height)

    def set_look(self, colour: QColor, font: QFont) -> None:
        self._item.setFont(font)
        self._item.setColor(colour)


class Panel:
    """One field of the chart with heights of its own, under a heading; made by `Chart.add_panel`.

    Attributes:
        view: The field itself, as pyqtgraph knows it.
    """

    def __init__(self, layout: Any, row: int, stretch: int, ticks_of: TicksOf) -> None:
        self.view = pg.ViewBox(enableMenu=False)
        self.view.setMouseEnabled(x=True, y=False)
        self.view.disableAutoRange()
        self._layout, self._row, self._stretch = layout, row, stretch
        self._heading = Heading()
        self._heights = _Axis("left", maxTickLength=0)
        self._heights.setStyle(maxTextLevel=2, tickTextOffset=6)
        self._days = _DayAxis(ticks_of)
        self._names_days = False
        self._axis_height_px = 0
        layout.addItem(self._heading, row, 0, 1, 2)
        layout.addItem(self._heights, row + 1, 0)
        layout.addItem(self.view, row + 1, 1)
        layout.addItem(self._days, row + 2, 1)
        for axis in (self._heights, self._days):
            axis.linkToView(self.view)
            axis.setGrid(255)
            # The lines of the grid belong to the axis, and would lie over the marks.
            axis.setZValue(_BEHIND)
        # Whole heights are all worth a line; days without a name get a fainter one.
        self._heights.setStyle(tickAlpha=255)
        self._cursor = self._add(pg.InfiniteLine(angle=90, movable=False), _IN_FRONT)
        self._cursor.hide()
        self.set_shown(True)

    def add_line(self, z: float) -> Line:
        item = self._add(pg.PlotDataItem(connect="finite", antialias=True), z)
        # pyqtgraph clips only what is in a view already.
        item.setClipToView(True)
        return Line(item)

    def add_marks(self, shape: MarkShape, z: float) -> Marks:
        return Marks(self._add(pg.ScatterPlotItem(symbol=shape.value, pxMode=True, antialias=True), z))

    def add_bars(self, z: float) -> Bars:
        return Bars(self._add(pg.BarGraphItem(x=[], y0=[], y1=[], width=1.0), z))

    def add_area(self, z: float) -> Area:
        area = Area()
        self._add(area, z)
        return area

    def add_writing(self, z: float, *, anchor: tuple[float, float]) -> Writing:
        return Writing(self._add(pg.TextItem("", anchor=anchor), z))

    def set_heights(self, low: float, high: float, levels: Sequence[Sequence[tuple[float, str]]]) -> None:
        """Show heights from `low` to `high`, with ticks in levels, the most important ones first."""
        self.view.setYRange(low, high, padding=0)
        self._heights.setTicks([list(level) for level in levels])

    def show_heading(self, text: str) -> None:
        """Say above the panel what it shows."""
        self._heading.show_text(text)

    def fit_heading(self, width_px: float) -> None:
        """Break the heading into lines of this width."""
        self._heading.fit(width_px)

    @property
    def heading_px(self) -> float:
        """Height of the heading, in pixels."""
        return self._heading.minimumHeight()

    @property
    def height_px(self) -> float:
        """Height of the field, in pixels."""
        return float(self.view.height())

    @property
    def is_shown(self) -> bool:
        """Whether the panel has a place in the chart."""
        return self._heading.isVisible()

    def set_shown(self, shown: bool) -> None:
        for item in (self._heading, self._heights, self.view, self._days):
            item.setVisible(shown)
        for row in range(self._row, self._row + _ROWS_OF_A_PANEL):
            self._layout.setRowMaximumHeight(row, _FULL_HEIGHT_PX if shown else 0)
        self._layout.setRowStretchFactor(self._row + 1, self._stretch if shown else 0)

    def set_names_days(self, names: bool) -> None:
        """Name the days under this panel, or only draw their lines."""
        self._names_days = names
        self._days.setStyle(showValues=names)
        self._days.setHeight(self._axis_height_px if names else 0)

    def set_cursor(self, at_day: float | None) -> None:
        """Draw the cursor at a day, or none."""
        self._cursor.setVisible(at_day is not None)
        if at_day is not None:
            self._cursor.setPos(at_day)

    def set_look(self, look: ChartLook) -> None:
        self._axis_height_px = look.axis_height_px
        self.set_names_days(self._names_days)
        self._heights.setWidth(look.axis_width_px)
        for axis in (self._heights, self._days):
            axis.setStyle(tickFont=look.font)
            axis.setPen(look.grid)
            axis.setTickPen(look.grid)
            axis.setTextPen(look.writing)
        self._cursor.setPen(even_pen(look.cursor))
        self._heading.set_look(look.writing, look.font)

    def _add(self, item: Any, z: float) -> Any:
        item.setZValue(z)
        self.view.addItem(item, ignoreBounds=True)
        return item


class Chart(QWidget):
    """Panels above each other on one time axis; wheel and drag move in time only, within limits.

    Signals:
        pointed: The pointer is over the chart; carries the place in days.
        pointer_left: The pointer is no longer over it.
        clicked: Somebody clicked; carries the place in days.
        view_moved: Other days are seen than before, or the chart has another size.

    Args:
        ticks_of: Says which days are named and marked.
    """

    pointed = Signal(float)
    pointer_left = Signal()
    clicked = Signal(float)
    view_moved = Signal()

    def __init__(self, ticks_of: TicksOf) -> None:
        super().__init__()
        self._ticks_of = ticks_of
        self._panels: list[Panel] = []
        self._pointer: QPointF | None = None
        self._canvas = pg.GraphicsLayoutWidget()
        self._canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas.setFrameShape(self._canvas.Shape.NoFrame)
        self._canvas.ci.layout.setContentsMargins(0, 0, 0, 0)
        self._canvas.ci.layout.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self._canvas.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._canvas.scene().sigMouseClicked.connect(self._on_mouse_clicked)

    def add_panel(self, stretch: int) -> Panel:
        """Add a panel below the others, `stretch` parts of the height."""
        row = _ROWS_OF_A_PANEL * len(self._panels)
        panel = Panel(self._canvas.ci.layout, row, stretch, self._ticks_of)
        if self._panels:
            panel.view.setXLink(self._panels[0].view)
        else:
            panel.view.sigXRangeChanged.connect(self._on_view_changed)
            panel.view.sigResized.connect(self._on_view_changed)
        self._panels.append(panel)
        self._name_days()
        return panel

    def set_panel_shown(self, panel: Panel, *, shown: bool) -> None:
        """Show a panel, or leave its room to the others; the lowest one that is shown names the days."""
        panel.set_shown(shown)
        self._name_days()

    def set_limits(self, first_day: float, last_day: float) -> None:
        """Let nobody move past these days."""
        span = max(last_day - first_day, NEAREST_VIEW_DAYS)
        for panel in self._panels:
            panel.view.setLimits(
                xMin=first_day, xMax=first_day + span, minXRange=NEAREST_VIEW_DAYS, maxXRange=span
            )

    def show_days(self, first_day: float, last_day: float) -> None:
        """Show these days, as far as the limits allow."""
        self._panels[0].view.setXRange(first_day, last_day, padding=0)

    def visible_days(self) -> tuple[float, float]:
        """Return the left and the right edge of what is seen, in days."""
        (first, last), _ = self._panels[0].view.viewRange()
        return float(first), float(last)

    def width_px(self) -> float:
        """Return the width of the panels, in pixels."""
        return max(1.0, float(self._panels[0].view.width()))

    def headings_px(self) -> int:
        """Return the height of all headings, in pixels."""
        return round(sum(panel.heading_px for panel in self._panels if panel.is_shown))

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days, round the middle."""
        self._panels[0].view.scaleBy(x=factor)

    def pan(self, share: float) -> None:
        """Move on by a share of what is seen; below 0 to earlier days."""
        first, last = self.visible_days()
        self._panels[0].view.translateBy(x=(last - first) * share)

    def set_look(self, look: ChartLook) -> None:
        self._canvas.setBackground(look.ground)
        for panel in self._panels:
            panel.set_look(look)

    def set_cursor(self, at_day: float | None) -> None:
        """Draw the cursor through all panels, or none."""
        for panel in self._panels:
            panel.set_cursor(at_day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for panel in self._panels:
            panel.fit_heading(event.size().width())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.pointer_left.emit()

    def _name_days(self) -> None:
        lowest = [panel for panel in self._panels if panel.is_shown][-1]
        for panel in self._panels:
            panel.set_names_days(panel is lowest)

    @Slot(object)
    def _on_mouse_moved(self, position: QPointF) -> None:
        # Qt tells of a pointer that stands still, too, whenever the chart under it has moved.
        if position != self._pointer:
            self._pointer = QPointF(position)
            self.pointed.emit(self._day_at(position))

    @Slot(object)
    def _on_mouse_clicked(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self._day_at(event.scenePos()))

    def _day_at(self, position: QPointF) -> float:
        return float(self._panels[0].view.mapSceneToView(position).x())

    @Slot()
    def _on_view_changed(self) -> None:
        self.view_moved.emit()
