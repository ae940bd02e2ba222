"""A field to find things by words."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from retrowalk.gui.measures import Space, TextSize, text_font
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.icons import Icon, draw_icon

_LONGEST_TYPED = 80


class SearchField(QLineEdit):
    """A line with a magnifying glass; Escape and the cross empty it.

    Args:
        name: Its object name.
        prompt: What it says while it is empty, and its accessible name.
    """

    def __init__(self, name: str, prompt: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(prompt)
        self.setPlaceholderText(prompt)
        self.setMaxLength(_LONGEST_TYPED)
        self._cross = Button(
            f"{name}_clear", "", kind=ButtonKind.QUIET, size=TextSize.SMALL, icon=Icon.CLEAR, spoken="Clear"
        )
        self._cross.setParent(self)
        # Escape does the same in the field.
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.hide()
        self._cross.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(self._sign_side() * 2.9))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * self._sign_side(), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = min(self._cross.sizeHint().height(), self.height() - 2)
        place = QRect(self.width() - side - Space.TIGHT, (self.height() - side) // 2, side, side)
        self._cross.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        room = self._sign_side() + Space.MEDIUM
        self.setTextMargins(room, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._sign_side()
        sign = QRect(Space.MEDIUM, (self.height() - side) // 2, side, side)
        sign = QStyle.visualRect(self.layoutDirection(), self.rect(), sign)
        draw_icon(QPainter(self), QRectF(sign), Icon.FIND, theme_in_use().quiet)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _sign_side(self) -> int:
        return QFontMetrics(text_font(TextSize.BODY)).ascent()
