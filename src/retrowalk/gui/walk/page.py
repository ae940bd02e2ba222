"""What all pages of the Walk place have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page that says what of it has the keyboard when it is shown.

    Qt forgets a focus that was set before the page came into its window.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._first: QWidget | None = None

    def give_focus(self, widget: QWidget) -> None:
        """Give the keyboard to a part of the page, now and whenever the page is shown again."""
        self._first = widget
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
