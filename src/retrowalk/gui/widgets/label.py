"""Labels that show plain text, however long, and say what they are for."""

import re
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel

from retrowalk.gui.measures import TextSize, size_rule
from retrowalk.gui.widgets.shapes import RING

_LONG_WORD = re.compile(r"\S{12}")


class TextKind(Enum):
    """What a label is for; the style sheet knows its size, weight and colour."""

    TITLE = "title"
    LARGE = "large"
    BODY = "body"
    STRONG = "strong"
    QUIET = "quiet"
    SMALL = "small"
    MESSAGE = "message"


_SIZES = {TextKind.TITLE: TextSize.TITLE, TextKind.LARGE: TextSize.LARGE, TextKind.SMALL: TextSize.SMALL}


class Label(QLabel):
    """A text of any length and origin, wrapped; markup in it is only text."""

    def __init__(self, name: str, kind: TextKind = TextKind.BODY, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("kind", kind.value)
        self._size = _SIZES.get(kind, TextSize.BODY)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        # In line with the surfaces of buttons, which keep room for their ring.
        self.setContentsMargins(RING, 0, RING, 0)
        self.show_text(text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit_text()

    def _fit_text(self) -> None:
        # The style sheet knows the size of text in use, but not that of a page that grows with its window.
        rule = size_rule(self._size, self)
        if rule != self.styleSheet():
            self.setStyleSheet(rule)

    def show_text(self, text: str) -> None:
        """Show a text; a word that no line could hold is allowed to break."""
        # A zero-width space is a place to wrap; screen readers get the text as it was.
        self.setText(_LONG_WORD.sub(lambda found: f"{found.group()}\u200b", text))
        self.setAccessibleName(text)
