"""A switch: something that is on or off, and is so at once."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from retrowalk.gui.measures import text_scale
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface, mixed

_TRACK = QSize(46, 26)
_AIR = 4


class Switch(QCheckBox):
    """Space, Enter and a click turn it; on, it shows a check, so that nothing rests on its colour.

    Args:
        name: Its object name.
        spoken: What is turned on and off, for screen readers.
    """

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ringed = False

    def sizeHint(self) -> QSize:
        return _TRACK * text_scale() + QSize(2 * RING, 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        painter = QPainter(self)
        track = self.rect().adjusted(RING, RING, -RING, -RING)
        radius = track.height() / 2
        on = self.isChecked()
        ground = theme.accent if on else theme.surface
        if self.underMouse():
            ground = mixed(ground, theme.text, 0.08)
        draw_surface(painter, track, radius, ground, None if on else theme.edge, thickness=2.0)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, track, radius, theme.focus)
        knob = self._knob(track, on=on)
        draw_surface(painter, knob, knob.height() / 2, theme.on_accent if on else theme.edge)
        if on:
            room = QRectF(knob).adjusted(_AIR, _AIR, -_AIR, -_AIR)
            draw_icon(painter, room, Icon.CHECK, theme.accent, bold=1.4)

    def _knob(self, track: QRect, *, on: bool) -> QRect:
        side = track.height() - 2 * _AIR
        at_right = on is (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        left = track.right() + 1 - _AIR - side if at_right else track.left() + _AIR
        return QRect(left, track.top() + _AIR, side, side)
