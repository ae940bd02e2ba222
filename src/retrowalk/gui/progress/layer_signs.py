"""The sign of each layer of the chart, as it is drawn there: for the legend and for the page without data."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from retrowalk.gui.theme import Theme
from retrowalk.presenters.chart_legend import Layer

MARK_SHARE = 0.62
"""Width of a mark, in heights of small text."""
OUTLINE_PX = 1.8
LINE_PX = 2.0
DASHES = {
    Layer.BASELINE: (7.0, 4.0),
    Layer.THIRTY_PERCENT: (2.0, 3.0),
    Layer.FIFTY_PERCENT: (2.0, 3.0),
    Layer.TWO_POINTS: (9.0, 3.0, 2.0, 3.0),
}
"""Dash patterns of the level lines, in widths of the pen."""


def draw_sign(painter: QPainter, room: QRectF, layer: Layer, theme: Theme) -> None:
    """Draw the sign of a layer into a room."""
    match layer:
        case Layer.BEFORE | Layer.AFTER | Layer.NEXT_MORNING:
            _draw_mark(painter, room, layer, theme)
        case Layer.BAND:
            painter.fillRect(room.adjusted(0, room.height() * 0.2, 0, -room.height() * 0.2), theme.chart.band)
        case Layer.MINUTES:
            _draw_bars(painter, room, theme)
        case _:
            pen = QPen(theme.chart.mean if layer is Layer.MEAN else theme.chart.baseline, LINE_PX)
            if layer in DASHES:
                pen.setDashPattern(list(DASHES[layer]))
            painter.setPen(pen)
            painter.drawLine(
                QPointF(room.left(), room.center().y()), QPointF(room.right(), room.center().y())
            )


def _draw_mark(painter: QPainter, room: QRectF, layer: Layer, theme: Theme) -> None:
    side = room.height() * 0.7
    square = QRectF(0, 0, side, side)
    square.moveCenter(room.center())
    if layer is Layer.BEFORE:
        painter.setPen(QPen(theme.chart.before, OUTLINE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(square)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(_fill(layer, theme)))
    if layer is Layer.AFTER:
        painter.drawEllipse(square)
    else:
        top = QPointF(square.center().x(), square.top())
        painter.drawPolygon(QPolygonF([top, square.bottomRight(), square.bottomLeft()]))


def _fill(layer: Layer, theme: Theme) -> QColor:
    return theme.chart.after if layer is Layer.AFTER else theme.chart.next_morning


def _draw_bars(painter: QPainter, room: QRectF, theme: Theme) -> None:
    width = room.width() / 5
    middle = room.center().y()
    for number, share in enumerate((0.6, 1.0, 0.8)):
        left = room.left() + (0.5 + number * 1.5) * width
        half = room.height() / 2 * share
        painter.fillRect(QRectF(left, middle - half, width, half), theme.forward.mark)
        painter.fillRect(QRectF(left, middle, width, half), theme.backward.mark)
