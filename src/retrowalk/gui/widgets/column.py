"""A page's content as one column in the middle, scrolled when the window is too small for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from retrowalk.gui.measures import GROWTH, Space, text_scale

_WIDEST = 760
_PLAIN_SIZE = (960, 620)
"""Width and height up to which a column that grows is as large as others."""
_MOST_GROWTH = 2.4


class Column(QWidget):
    """One column, never wider than is good to read; what has the keyboard is scrolled into view.

    Attributes:
        content: Where a page puts what may scroll.
        footer: Under it, always seen.
        header: Above it, always seen, in a column that has a header and no footer.

    Args:
        name: Its object name.
        fills: Whether the content takes the whole height; else spare height is left above and below.
        widest: Its greatest width in pixels at 100 % text.
        grows: Whether all of it is larger in a large window, to be read from the treadmill.
        headed: Whether it has a header in the place of a footer; the content then goes down to its end.
    """

    def __init__(
        self,
        name: str,
        *,
        fills: bool = False,
        widest: int = _WIDEST,
        grows: bool = False,
        headed: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._widest = widest
        self._grows = grows
        self._bodies = tuple(QWidget(self) for _ in range(3))
        self.content, self.footer, self.header = (_body_layout(body) for body in self._bodies)
        self._scroll = _SnugScroll(_centred(self._bodies[0]), fills=fills)
        self._head, foot = _centred(self._bodies[2]), _centred(self._bodies[1])
        self._head.setVisible(headed)
        foot.setVisible(not headed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.MEDIUM, 0, 0 if headed else Space.MEDIUM)
        layout.setSpacing(0)
        if not fills:
            layout.addStretch(2)
        layout.addWidget(self._head)
        layout.addWidget(self._scroll, int(fills))
        layout.addWidget(foot)
        if not fills:
            layout.addStretch(3)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._line_up_header)
        self._fit_width()

    def show_widget(self, widget: QWidget) -> None:
        """Scroll until a widget of the content is seen."""
        self._scroll.ensureWidgetVisible(widget)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_width()

    @Slot()
    def _line_up_header(self) -> None:
        """Keep the header above the content, which gives way to a scroll bar."""
        bar = self._scroll.verticalScrollBar()
        bar_px = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._head.setContentsMargins(0, 0, bar_px, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._grows:
            self._fit_growth()

    def _fit_growth(self) -> None:
        room = min(self.width() / _PLAIN_SIZE[0], self.height() / _PLAIN_SIZE[1]) / text_scale()
        # In steps: a window that is pulled larger is not laid out anew for each of its pixels.
        growth = min(_MOST_GROWTH, max(1.0, int(room * 10) / 10))
        if growth == self.property(GROWTH):
            return
        self.setProperty(GROWTH, growth)
        self._fit_width()
        for widget in self.findChildren(QWidget):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))

    def _fit_width(self) -> None:
        for body in self._bodies:
            body.setMaximumWidth(round(self._widest * text_scale(self)))


class _SnugScroll(QScrollArea):
    """As tall as its content, and less where there is no room."""

    def __init__(self, content: QWidget, *, fills: bool) -> None:
        super().__init__()
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        upright = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Maximum
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        content = self._content
        width = max(self.width(), content.minimumSizeHint().width())
        height = content.heightForWidth(width) if content.hasHeightForWidth() else content.sizeHint().height()
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), min(120, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # QScrollArea watches its content for this; its own wish changes with it.
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Arrows lead from choice to choice, and what has the keyboard is scrolled into view.
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


def _body_layout(body: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(body)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Space.MEDIUM)
    return layout


def _centred(body: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(Space.LARGE, Space.SMALL, Space.LARGE, Space.SMALL)
    row.addStretch(1)
    row.addWidget(body, 1000)
    row.addStretch(1)
    return whole
