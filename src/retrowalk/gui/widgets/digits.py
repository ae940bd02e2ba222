"""Digits as large as their room, each in a cell of its own, so that a second costs one repainted cell."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTransform

from retrowalk.gui.fonts import DIGITS_FAMILY

_DRAWN_AT_PX = 200
"""Glyphs are outlined once at this size and scaled."""


def shape_of(text: str) -> str:
    """Return the text with every digit replaced by 0: what has the same shape needs the same room."""
    return re.sub(r"\d", "0", text)


class Digits:
    """Writes texts of one shape into one room.

    Args:
        shape: The text with zeros for digits.
        room: Filled as far as the shape allows, the digits' height and the whole width being the limits.
    """

    def __init__(self, shape: str, room: QRect) -> None:
        font = _font()
        self._metrics = QFontMetricsF(font)
        self._font = font
        self._outlines: dict[str, QPainterPath] = {}
        widths = [self._advance(sign) for sign in shape]
        bounds = self._metrics.tightBoundingRect("0")
        # A pixel of air above and below for smoothed edges: a cell is painted anew without its neighbours.
        room_px = max(1, room.height() - 2)
        self._factor = min(room_px / bounds.height(), room.width() / max(1.0, sum(widths)))
        self._cells = tuple(self._lay_cells(room, widths))
        # Round digits reach below the line that the others stand on.
        self._baseline = QRectF(room).center().y() + (bounds.height() / 2 - bounds.bottom()) * self._factor

    @property
    def cells(self) -> tuple[QRect, ...]:
        """The cell of each character."""
        return self._cells

    def changed_cells(self, before: str, after: str) -> Iterator[QRect]:
        """Yield the cells to be painted again; both texts have the shape."""
        for cell, old, new in zip(self._cells, before, after, strict=True):
            if old != new:
                yield cell

    def draw(self, painter: QPainter, text: str, colour: QColor, dirty: QRect) -> None:
        """Draw the characters of which a part lies in `dirty`."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, sign in zip(self._cells, text, strict=True):
            if cell.intersects(dirty):
                painter.fillPath(self._placed(sign, cell), colour)

    def _placed(self, sign: str, cell: QRect) -> QPainterPath:
        outline = self._outlines.get(sign)
        if outline is None:
            outline = QPainterPath()
            outline.addText(0, 0, self._font, sign)
            self._outlines[sign] = outline
        middle = outline.boundingRect().center().x() * self._factor
        place = QTransform.fromTranslate(QRectF(cell).center().x() - middle, self._baseline)
        return place.scale(self._factor, self._factor).map(outline)

    def _lay_cells(self, room: QRect, widths: list[float]) -> Iterator[QRect]:
        left = room.left() + (room.width() - sum(widths) * self._factor) / 2
        for width in widths:
            right = left + width * self._factor
            yield QRect(round(left), room.top(), round(right) - round(left), room.height())
            left = right

    def _advance(self, sign: str) -> float:
        if sign.isdigit():
            return max(self._metrics.horizontalAdvance(digit) for digit in "0123456789")
        return self._metrics.horizontalAdvance(sign)


def _font() -> QFont:
    font = QFont(DIGITS_FAMILY)
    font.setPixelSize(_DRAWN_AT_PX)
    font.setWeight(QFont.Weight.Bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Digits of one width, and a colon that stands at their middle.
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("case"), 1)
    return font
