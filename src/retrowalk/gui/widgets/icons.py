"""Icons and arrows, drawn: many fonts have no such characters."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_BOX = 24.0
"""Icons are written down in a square of this side, with strokes of `_STROKE`."""
_STROKE = 2.6


class Icon(Enum):
    """What is drawn."""

    UP = "up"
    DOWN = "down"
    TURN = "turn"
    PAUSE = "pause"
    PLAY = "play"
    CHECK = "check"
    PREVIOUS = "previous"
    NEXT = "next"
    LEFT = "left"
    PAIN = "pain"
    MINUS = "minus"
    PLUS = "plus"
    BELOW = "below"
    FIND = "find"
    CLEAR = "clear"


_LINES: dict[Icon, tuple[tuple[tuple[float, float], ...], ...]] = {
    Icon.UP: (((12, 21), (12, 4)), ((4.5, 11.5), (12, 4), (19.5, 11.5))),
    Icon.DOWN: (((12, 3), (12, 20)), ((4.5, 12.5), (12, 20), (19.5, 12.5))),
    Icon.CHECK: (((4, 12.5), (9.5, 18), (20, 6.5)),),
    Icon.LEFT: (((14.5, 5), (7.5, 12), (14.5, 19)),),
    Icon.PAIN: (((12, 4.5), (12, 13.5)), ((12, 19.2), (12, 19.3))),
    Icon.MINUS: (((5, 12), (19, 12)),),
    Icon.PLUS: (((5, 12), (19, 12)), ((12, 5), (12, 19))),
    Icon.BELOW: (((5, 8.5), (12, 15.5), (19, 8.5)),),
    Icon.FIND: (((15.2, 15.2), (20.5, 20.5)),),
    Icon.CLEAR: (((6, 6), (18, 18)), ((18, 6), (6, 18))),
    Icon.TURN: (((2.8, 11.2), (7, 15.5), (11.2, 11.2)),),
}
_SOLIDS: dict[Icon, tuple[tuple[tuple[float, float], ...], ...]] = {
    Icon.PAUSE: (
        ((6, 4.5), (9.5, 4.5), (9.5, 19.5), (6, 19.5)),
        ((14.5, 4.5), (18, 4.5), (18, 19.5), (14.5, 19.5)),
    ),
    Icon.PLAY: (((7, 4.5), (19.5, 12), (7, 19.5)),),
    Icon.NEXT: (((5, 5.5), (15, 12), (5, 18.5)), ((17, 5.5), (19, 5.5), (19, 18.5), (17, 18.5))),
    Icon.PREVIOUS: (((19, 5.5), (9, 12), (19, 18.5)), ((7, 5.5), (5, 5.5), (5, 18.5), (7, 18.5))),
}


def draw_icon(painter: QPainter, rect: QRectF, icon: Icon, colour: QColor, *, bold: float = 1.0) -> None:
    """Draw an icon into the largest square of a rectangle.

    Args:
        painter: Where to.
        rect: The room for it, in painter coordinates.
        icon: Which one.
        colour: The one colour of it.
        bold: Thickness of the strokes, 1.0 as written down.
    """
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center() - QPointF(side / 2, side / 2))
    painter.scale(side / _BOX, side / _BOX)
    pen = QPen(colour, _STROKE * bold)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(_strokes(icon))
    pen.setWidthF(1.6)
    painter.setPen(pen)
    painter.setBrush(colour)
    painter.drawPath(_filled(icon))
    painter.restore()


def _strokes(icon: Icon) -> QPainterPath:
    path = QPainterPath()
    for line in _LINES.get(icon, ()):
        path.moveTo(*line[0])
        for point in line[1:]:
            path.lineTo(*point)
    if icon is Icon.TURN:
        # Down the left, from an arch over the top: the head of the arrow is among the lines.
        path.moveTo(7, 15)
        path.lineTo(7, 10)
        path.arcTo(QRectF(7, 3.5, 12, 12), 180, -180)
        path.lineTo(19, 20.5)
    elif icon is Icon.FIND:
        path.addEllipse(QRectF(3.5, 3.5, 13.5, 13.5))
    return path


def _filled(icon: Icon) -> QPainterPath:
    path = QPainterPath()
    for corners in _SOLIDS.get(icon, ()):
        path.moveTo(*corners[0])
        for point in corners[1:]:
            path.lineTo(*point)
        path.closeSubpath()
    return path
