"""The Progress place before the first walk: a friendly sentence, and what will be seen here."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from retrowalk.gui.measures import Space, TextSize, text_px
from retrowalk.gui.progress.layer_signs import draw_sign
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.progress_view import EMPTY_SIGNS, EMPTY_TEXT, EMPTY_TITLE


class EmptyPage(Column):
    """Says that there is nothing yet, and shows the signs that will be drawn."""

    def __init__(self) -> None:
        super().__init__("progress_empty")
        self.content.addWidget(Label("progress_empty_title", TextKind.TITLE, EMPTY_TITLE))
        self.content.addWidget(Label("progress_empty_text", TextKind.BODY, EMPTY_TEXT))
        signs = QWidget()
        grid = QGridLayout(signs)
        grid.setContentsMargins(0, Space.SMALL, 0, 0)
        grid.setHorizontalSpacing(Space.MEDIUM)
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(1, 1)
        for row, (layer, words) in enumerate(EMPTY_SIGNS):
            grid.addWidget(_Sign(layer), row, 0)
            grid.addWidget(Label(f"progress_sign_{layer.name.lower()}", TextKind.QUIET, words), row, 1)
        self.content.addWidget(signs)


class _Sign(QWidget):
    """One sign, painted."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self._layer = layer
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = text_px(TextSize.LARGE)
        return QSize(2 * height, height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        draw_sign(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), self._layer, theme_in_use())
