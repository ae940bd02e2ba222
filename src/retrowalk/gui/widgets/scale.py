"""A question answered by one number: by one key, one click, or arrows and Enter."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from retrowalk.gui.measures import RADIUS, Space, TextSize, text_font
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.shapes import RING, draw_ring
from retrowalk.presenters.check_view import ScaleView

KEY_OF_TEN = "T"
"""A number of two digits has no key of its own; this one is written on its button."""
_NARROWEST = 52
_MOST_ROWS = 4
_BELOW = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom


class ScoreButton(Button):
    """One number of a scale, at least as tall as a thumb; the key stands under it where it is another one."""

    def __init__(self, score: int) -> None:
        super().__init__(f"score_{score}", str(score), size=TextSize.LARGE, spoken=str(score))
        self.score = score

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(_NARROWEST, hint.width() - hint.height() // 3), round(hint.height() * 1.25))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.score > 9:
            painter = QPainter(self)
            painter.setFont(text_font(TextSize.SMALL, inside=self))
            painter.setPen(theme_in_use().quiet)
            below = self.rect().adjusted(0, 0, 0, -2 * RING)
            painter.drawText(below, _BELOW, f"key {KEY_OF_TEN}")


class _Scores(QWidget):
    """All numbers, in as few rows as the width allows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scores")
        self.setAccessibleName("Numbers from 0 to 10")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: tuple[ScoreButton, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 0

    def show_scores(self, buttons: tuple[ScoreButton, ...]) -> None:
        for old in self.buttons:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = buttons
        self._columns = 0
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._widest() * self._in_rows(_MOST_ROWS), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            draw_ring(
                QPainter(self), self.rect().adjusted(RING, RING, -RING, -RING), RADIUS, theme_in_use().focus
            )

    def _widest(self) -> int:
        return max((button.sizeHint().width() for button in self.buttons), default=0)

    def _in_rows(self, rows: int) -> int:
        return -(-len(self.buttons) // rows)

    def _lay_out(self) -> None:
        widest = self._widest()
        fitting = (rows for rows in range(1, _MOST_ROWS) if widest * self._in_rows(rows) <= self.width())
        columns = max(1, self._in_rows(next(fitting, _MOST_ROWS)))
        if columns == self._columns:
            return
        self._columns = columns
        for index, button in enumerate(self.buttons):
            self._grid.addWidget(button, index // columns, index % columns)
        for column in range(len(self.buttons)):
            self._grid.setColumnStretch(column, int(column < columns))
        self.updateGeometry()


class Scale(QWidget):
    """Asks a question. Nothing is chosen beforehand: the keyboard rests on the row, not on a number.

    Signals:
        answered: A number was chosen.
    """

    answered = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._asked: tuple[int, ...] = ()
        self._question = Label("question", TextKind.TITLE)
        self._scores = _Scores()
        self._low = Label("low_label", TextKind.QUIET)
        self._high = Label("high_label", TextKind.QUIET)
        self._shortcuts: list[QShortcut] = []
        self._lay_out()
        self.setFocusProxy(self._scores)

    def ask(self, view: ScaleView) -> None:
        """Show a question, unanswered."""
        self._question.show_text(view.question)
        self._scores.setAccessibleDescription(view.question)
        if view.scores != self._asked:
            self._asked = view.scores
            self._make_buttons(view.scores)
        self._name_ends(view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft and event.key() in _SIDEWAYS:
            step = -step
        self._move_focus(step)

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        ends.setContentsMargins(0, 0, 0, 0)
        ends.setSpacing(Space.LARGE)
        ends.addWidget(self._low, 1)
        ends.addWidget(self._high, 1)
        self._high.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(self._question)
        layout.addSpacing(Space.SMALL)
        layout.addWidget(self._scores)
        layout.addLayout(ends)

    def _make_buttons(self, scores: tuple[int, ...]) -> None:
        buttons = tuple(ScoreButton(score) for score in scores)
        self._scores.show_scores(buttons)
        for shortcut in self._shortcuts:
            # Two shortcuts of one key are none, and this one is deleted only later.
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [self._shortcut(score) for score in scores]
        for button in buttons:
            button.clicked.connect(partial(self.answered.emit, button.score))

    def _name_ends(self, view: ScaleView) -> None:
        ends = ((0, self._low, view.low_label), (-1, self._high, view.high_label))
        for index, label, words in ends:
            button = self._scores.buttons[index]
            button.setAccessibleDescription(words)
            label.show_text(f"{button.score}: {words}")

    def _shortcut(self, score: int) -> QShortcut:
        # In the whole window, and only while the scale is seen: the answer is one key wherever the focus is.
        shortcut = QShortcut(QKeySequence(KEY_OF_TEN if score > 9 else str(score)), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(partial(self.answered.emit, score))
        return shortcut

    def _move_focus(self, step: int) -> None:
        buttons = self._scores.buttons
        at = next((index for index, button in enumerate(buttons) if button.hasFocus()), None)
        before_first = -1 if step > 0 else len(buttons)
        to = min(len(buttons) - 1, max(0, (before_first if at is None else at) + step))
        buttons[to].setFocus(Qt.FocusReason.TabFocusReason)


_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Home: -99,
    Qt.Key.Key_End: 99,
}
