"""Shapes that every painted control shares: rounded surfaces and the ring of the keyboard."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

RING = 4
"""Pixels that a control keeps free round its surface for the ring."""


def draw_surface(
    painter: QPainter,
    rect: QRect,
    radius: float,
    ground: QColor,
    edge: QColor | None = None,
    thickness: float = 1.0,
) -> None:
    """Draw a rounded surface, with an outline inside its bounds if there is a colour for it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground)
    painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, thickness))
    # A thin line is sharp only when it runs through the middle of its pixels.
    inset = thickness / 2 if edge is not None else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_ring(painter: QPainter, surface: QRect, radius: float, colour: QColor) -> None:
    """Draw the ring round a surface that has the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.5))
    gap = RING - 1.5
    painter.drawRoundedRect(QRectF(surface).adjusted(-gap, -gap, gap, gap), radius + gap, radius + gap)


def faded(colour: QColor, share: float) -> QColor:
    """Return the colour at a share of its strength, 0-1, what lies under it shining through."""
    weaker = QColor(colour)
    weaker.setAlphaF(share)
    return weaker


def mixed(colour: QColor, other: QColor, share: float) -> QColor:
    """Return the colour with a share, 0-1, of another one mixed in."""
    return QColor.fromRgbF(
        colour.redF() + (other.redF() - colour.redF()) * share,
        colour.greenF() + (other.greenF() - colour.greenF()) * share,
        colour.blueF() + (other.blueF() - colour.blueF()) * share,
    )
