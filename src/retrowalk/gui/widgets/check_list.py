"""A few lines to go through, each with a drawn mark."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retrowalk.gui.measures import Space, TextSize, text_px
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.label import Label, TextKind


class IconMark(QWidget):
    """A drawn icon in the accent's colour, as tall as a line of text."""

    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._icon = icon

    def sizeHint(self) -> QSize:
        side = round(text_px(TextSize.BODY, self) * 1.25)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        draw_icon(QPainter(self), room, self._icon, theme_in_use().accent)


class CheckList(QFrame):
    """Lines on a card under a title; invisible without any."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setProperty("surface", "card")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Space.LARGE, Space.MEDIUM, Space.LARGE, Space.MEDIUM)
        self._layout.setSpacing(Space.SMALL)
        self._layout.addWidget(Label(f"{name}_title", TextKind.STRONG, title))
        self._rows: list[QWidget] = []

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these lines in place of the last ones."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._make_row(number, line) for number, line in enumerate(lines)]
        self.setVisible(bool(lines))

    def _make_row(self, number: int, line: str) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(IconMark(Icon.CHECK), 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(Label(f"{self.objectName()}_{number}", text=line), 1)
        self._layout.addWidget(row)
        return row
