"""One setting: what it is on the left, its control on the right, or below it where there is no room."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from retrowalk.gui.measures import Space, TextSize, text_px
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.remark import Remark
from retrowalk.gui.widgets.shapes import RING
from retrowalk.presenters.settings_rows import RowText

_TEXT_EMS = 17
"""Width that the words beside a control have at least."""

T = TypeVar("T", bound=RowText)


class SettingRow(QWidget, Generic[T]):
    """The words of a row, a control, and what has to be said about them.

    Signals:
        wished: Something was chosen; carries Changes.

    Args:
        row: What it says at first.
        control: What it is set with.
        below: Whether the control always stands below the words.
    """

    wished = Signal(object)

    def __init__(self, row: T, control: QWidget, *, below: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"row_{row.name}")
        self._name = row.name
        self._below = below
        self._divided = False
        self._control = control
        self._title = Label(f"{row.name}_title", TextKind.BODY, row.title)
        self._note = Remark(f"{row.name}_note")
        self._problem = Remark(f"{row.name}_problem")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(row)

    def show_row(self, row: T) -> None:
        """Show what is set; nothing is wished by that."""
        self._note.show_text(row.note)

    def drop_typed(self) -> None:
        """Show what is in use in the place of what was typed and could not be used."""

    def set_divided(self, divided: bool) -> None:
        """Draw a line above the row, or none."""
        self._divided = divided
        self.update()

    def show_problem(self, sentence: str) -> None:
        """Name what is wrong with what was chosen; an empty sentence takes it back."""
        self._problem.show_text(sentence)

    def wish(self, value: object) -> None:
        """Tell what was chosen for the setting of this row."""
        self.wished.emit({self._name: value})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_direction()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._choose_direction()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._divided:
            painter = QPainter(self)
            painter.fillRect(RING, 0, self.width() - 2 * RING, 1, theme_in_use().line)

    def _lay_out(self, row: T) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(Label(f"{row.name}_about", TextKind.SMALL, row.about))
        words.addStretch(1)
        self._beside.setSpacing(Space.SMALL)
        self._beside.addLayout(words, 1)
        self._beside.addWidget(self._control)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.MEDIUM, 0, Space.MEDIUM)
        column.setSpacing(Space.TIGHT)
        column.addLayout(self._beside)
        column.addWidget(self._problem)
        column.addWidget(self._note)
        self._choose_direction()

    def _choose_direction(self) -> None:
        beside_px = self._control.sizeHint().width() + Space.SMALL + _TEXT_EMS * text_px(TextSize.BODY)
        below = self._below or (self.width() < beside_px and not self._is_small())
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(direction)
        upright = Qt.AlignmentFlag.AlignVCenter
        self._beside.setAlignment(self._control, Qt.AlignmentFlag(0) if below else upright)

    def _is_small(self) -> bool:
        """Return whether the control is so narrow that it is never in the way of the words."""
        return self._control.sizeHint().width() < _TEXT_EMS / 4 * text_px(TextSize.BODY)
