"""A slider that says what it is set to, goes where it is clicked and leaves the wheel to the page."""

from PySide6.QtCore import QEvent, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from retrowalk.gui.measures import text_scale
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface

_KNOB = 22
_GROOVE = 6
_WIDTH = 190
_NARROWEST = 110


class Slider(QSlider):
    """Whole numbers from left to right; arrow keys go by one step, a click or a drag to the nearest one.

    Args:
        name: Its object name.
        spoken: What is set, for screen readers.
    """

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._ringed = False

    def show_value(self, value: int, lowest: int, highest: int, step: int) -> None:
        """Show a value without reporting it; one under the walker's hand is left alone."""
        if self.isSliderDown():
            return
        with QSignalBlocker(self):
            self.setRange(lowest, highest)
            self.setSingleStep(step)
            self.setPageStep(2 * step)
            self.setValue(value)

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDTH * text_scale()), self._knob_side() + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the page over it does not mean to set it.
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        painter = QPainter(self)
        knob = self._knob()
        whole = self.rect().adjusted(RING, 0, -RING, 0)
        groove = QRect(whole.left(), whole.center().y() - _GROOVE // 2, whole.width(), _GROOVE)
        draw_surface(painter, groove, _GROOVE / 2, theme.edge)
        filled = QRect(groove)
        if self._runs_right():
            filled.setRight(knob.center().x())
        else:
            filled.setLeft(knob.center().x())
        draw_surface(painter, filled, _GROOVE / 2, theme.accent)
        draw_surface(painter, knob, knob.height() / 2, theme.surface, theme.accent, thickness=3.0)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, knob, knob.height() / 2, theme.focus)

    def _go_to(self, event: QMouseEvent) -> None:
        at = round(event.position().x()) - RING - self._knob_side() // 2
        share = min(1.0, max(0.0, at / self._way()))
        if not self._runs_right():
            share = 1.0 - share
        step = self.singleStep()
        wanted = self.minimum() + share * (self.maximum() - self.minimum())
        self.setSliderPosition(round(wanted / step) * step)

    def _knob(self) -> QRect:
        side = self._knob_side()
        share = (self.sliderPosition() - self.minimum()) / max(1, self.maximum() - self.minimum())
        if not self._runs_right():
            share = 1.0 - share
        return QRect(RING + round(share * self._way()), (self.height() - side) // 2, side, side)

    def _way(self) -> int:
        return max(1, self.width() - 2 * RING - self._knob_side())

    def _knob_side(self) -> int:
        return round(_KNOB * text_scale())

    def _runs_right(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.LeftToRight
