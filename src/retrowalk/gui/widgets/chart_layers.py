"""What is drawn on a chart without any help of pyqtgraph: headings and filled areas."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsTextItem, QGraphicsWidget


class Heading(QGraphicsWidget):
    """A text above a panel, in as many lines as it needs."""

    def __init__(self) -> None:
        super().__init__()
        self._text = QGraphicsTextItem(self)
        self._width_px = 0.0

    def show_text(self, text: str) -> None:
        self._text.setPlainText(text)
        self.fit(self._width_px)

    def set_look(self, colour: QColor, font: QFont) -> None:
        self._text.setDefaultTextColor(colour)
        self._text.setFont(font)
        self.fit(self._width_px)

    def fit(self, width_px: float) -> None:
        """Break the text into lines of this width; the chart never gets wider for it."""
        self._width_px = width_px
        self._text.setTextWidth(width_px)
        height = self._text.boundingRect().height()
        # The least first: Qt cuts it down to what was the most so far.
        self.setMinimumHeight(0)
        self.setMaximumHeight(height)
        self.setMinimumHeight(height)


class Area(QGraphicsPathItem):
    """Areas between a lower and an upper edge, in places of the chart."""

    def __init__(self) -> None:
        super().__init__()
        self.setPen(QPen(Qt.PenStyle.NoPen))

    def show_runs(self, runs: Sequence[Sequence[tuple[float, float, float]]]) -> None:
        """Fill, for each run, what lies between its places with a lower and an upper height each."""
        path = QPainterPath()
        for run in runs:
            low = [QPointF(at, bottom) for at, bottom, _ in run]
            high = [QPointF(at, top) for at, _, top in reversed(run)]
            path.addPolygon(QPolygonF(low + high))
        self.setPath(path)

    def set_look(self, fill: QColor) -> None:
        self.setBrush(fill)
