"""The weak Stop: held for a second, or pressed twice."""

from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter

from retrowalk.gui.measures import RADIUS
from retrowalk.gui.widgets.button import Button, ButtonColours, ButtonKind
from retrowalk.gui.widgets.shapes import draw_surface, faded

HOLD_MS = 1000
CONFIRM_MS = 3000
DOUBLE_PRESS_MS = 400
_STOP = "Stop"
_AGAIN = "Stop: again"


class _State(Enum):
    IDLE = "idle"
    HELD = "held"
    ARMED = "armed"


class StopButton(Button):
    """Stops nothing by accident: held by the mouse for a second, or pressed again within three.

    Two presses as fast as a double click count as one.

    Signals:
        stop_requested: Meant seriously.
    """

    stop_requested = Signal()

    def __init__(self) -> None:
        super().__init__("stop_button", _STOP, kind=ButtonKind.QUIET, key="S", spoken="Stop the walk")
        self.setAccessibleDescription("Hold for one second, or press twice")
        self._state = _State.IDLE
        self._progress = QVariantAnimation(self)
        self._progress.setStartValue(0.0)
        self._progress.setEndValue(1.0)
        self._progress.valueChanged.connect(self.update)
        self._progress.finished.connect(self._on_finished)

    def press(self) -> None:
        """Take one press of the key: the first arms, the second stops."""
        if self._state is not _State.ARMED:
            self._enter(_State.ARMED)
        elif self._progress.currentTime() >= DOUBLE_PRESS_MS:
            self._enter(_State.IDLE)
            self.stop_requested.emit()

    def sizeHint(self) -> QSize:
        # The wider of both texts, so that nothing moves under the pointer.
        hint = super().sizeHint()
        return QSize(hint.width() + self.text_width(_AGAIN) - self.text_width(self.text()), hint.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self._state is _State.IDLE:
            self._enter(_State.HELD)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setDown(False)
        if event.button() is Qt.MouseButton.LeftButton:
            self._on_released()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.press()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._state is _State.HELD:
            self._enter(_State.IDLE)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._enter(_State.IDLE)

    def draw_ground(self, painter: QPainter, surface: QRect, colours: ButtonColours) -> None:
        super().draw_ground(painter, surface, colours)
        share = float(self._progress.currentValue() or 0.0) if self._state is not _State.IDLE else 0.0
        if self._state is _State.ARMED:
            share = 1.0 - share
        if share > 0:
            painter.save()
            painter.setClipRect(
                QRect(surface.topLeft(), QSize(round(surface.width() * share), surface.height()))
            )
            draw_surface(painter, surface, RADIUS, faded(colours.text, 0.22))
            painter.restore()

    def _on_released(self) -> None:
        if self._state is _State.HELD:
            self._enter(_State.ARMED)
        elif self._state is _State.ARMED:
            self.press()

    @Slot()
    def _on_finished(self) -> None:
        held = self._state is _State.HELD
        self._enter(_State.IDLE)
        if held:
            self.setDown(False)
            self.stop_requested.emit()

    def _enter(self, state: _State) -> None:
        self._state = state
        self._progress.stop()
        self.show_label(_AGAIN if state is _State.ARMED else _STOP, spoken="Stop the walk")
        if state is not _State.IDLE:
            self._progress.setDuration(HOLD_MS if state is _State.HELD else CONFIRM_MS)
            self._progress.start()
        self.update()
