"""Buttons side by side, or one above the other where there is no room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from retrowalk.gui.measures import Space


class ButtonRow(QWidget):
    """Lays buttons out from the beginning of a row, which turns into a column when it would be cut off.

    Args:
        buttons: In tab order.
    """

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._buttons = buttons
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.SMALL)
        for button in buttons:
            self._layout.addWidget(button)
        self._layout.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        widest = max((button.minimumSizeHint().width() for button in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_direction()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._choose_direction()
        return super().event(event)

    def _choose_direction(self) -> None:
        shown = self._shown()
        wanted = sum(button.sizeHint().width() for button in shown)
        wanted += self._layout.spacing() * max(0, len(shown) - 1)
        down = QBoxLayout.Direction.TopToBottom
        direction = QBoxLayout.Direction.LeftToRight if wanted <= self.width() else down
        if direction is not self._layout.direction():
            self._layout.setDirection(direction)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [button for button in self._buttons if not button.isHidden()]
