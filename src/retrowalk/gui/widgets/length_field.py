"""A length of time: typed, or moved by buttons and arrow keys."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from retrowalk.gui.measures import Space, TextSize, text_font
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.shapes import RING
from retrowalk.presenters.durations import length_text
from retrowalk.presenters.length_reading import TypedLength, check_length

STEP_S = 5
_LONGEST_TYPED = 40
_WIDEST_TEXT = "00 min 00 s"


class LengthField(QWidget):
    """What is typed is taken with Enter or when the field is left; what cannot be used stays to be mended.

    Signals:
        chosen: A length within the limits, in seconds.
        problem_told: Why what is typed cannot be used, in one sentence; empty once nothing is wrong.

    Args:
        name: Its object name.
        spoken: What is set, for screen readers.
        about: What that is, for them too.
    """

    chosen = Signal(float)
    problem_told = Signal(str)

    def __init__(self, name: str, spoken: str, about: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._about = about
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._length_s = self._lowest_s = self._highest_s = 0.0
        self._has_problem = False
        self._less = _step_button(f"{name}_less", f"{spoken}: less", Icon.MINUS)
        self._more = _step_button(f"{name}_more", f"{spoken}: more", Icon.PLUS)
        self._edit = _LengthEdit(f"{name}_edit", spoken, beside=self._less)
        self.setFocusProxy(self._edit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._less, self._edit, self._more):
            layout.addWidget(part)
        self._connect_signals()

    def show_length(self, length_s: float, lowest_s: float, highest_s: float) -> None:
        """Show the length in use; what is being typed is left alone while that stays the same."""
        is_new = (length_s, lowest_s, highest_s) != (self._length_s, self._lowest_s, self._highest_s)
        self._length_s, self._lowest_s, self._highest_s = length_s, lowest_s, highest_s
        self._less.setEnabled(length_s > lowest_s)
        self._more.setEnabled(length_s < highest_s)
        limits = f"{length_text(lowest_s)} to {length_text(highest_s)}"
        self._edit.setAccessibleDescription(f"{limits}. {self._about}")
        if is_new:
            self.drop_typed()

    @Slot()
    def drop_typed(self) -> None:
        """Show the length in use."""
        self._edit.setText(length_text(self._length_s))
        self._tell("")

    def hideEvent(self, event: QHideEvent) -> None:
        # A window put away for a while is no reason to forget what is half typed.
        if not event.spontaneous():
            self._take_typed()
            self.drop_typed()
        super().hideEvent(event)

    def _connect_signals(self) -> None:
        self._edit.done.connect(self._on_done)
        self._edit.stepped.connect(self._on_stepped)
        self._edit.cancelled.connect(self.drop_typed)
        self._edit.textEdited.connect(self._on_text_edited)
        self._less.clicked.connect(lambda: self._on_stepped(-1))
        self._more.clicked.connect(lambda: self._on_stepped(1))

    @Slot()
    def _on_done(self) -> None:
        self._take_typed()

    @Slot(int)
    def _on_stepped(self, steps: int) -> None:
        onward_s = (self._length_s // STEP_S + steps) * STEP_S
        if steps < 0 and self._length_s % STEP_S:
            onward_s += STEP_S
        self._use(min(self._highest_s, max(self._lowest_s, onward_s)))

    @Slot()
    def _on_text_edited(self) -> None:
        # The sentence goes with the mistake; a new one is told only when the field is left.
        if self._has_problem and not self._check().problem:
            self._tell("")

    def _take_typed(self) -> None:
        typed = self._check()
        if typed.seconds is None:
            self._tell(typed.problem)
        elif self._edit.text() != length_text(self._length_s):
            self._use(typed.seconds)

    def _use(self, length_s: float) -> None:
        changed = length_s != self._length_s
        self._length_s = length_s
        self.drop_typed()
        if changed:
            self.chosen.emit(length_s)

    def _tell(self, problem: str) -> None:
        if problem or self._has_problem:
            self._has_problem = bool(problem)
            self._edit.mark(wrong=self._has_problem)
            self.problem_told.emit(problem)

    def _check(self) -> TypedLength:
        return check_length(self._edit.text(), self._lowest_s, self._highest_s, self._length_s)


class _LengthEdit(QLineEdit):
    """The field itself, as tall as a button beside it.

    Signals:
        done: Enter, or the keyboard went elsewhere.
        stepped: Up or down, carries 1 or -1.
        cancelled: Escape, what was typed does not count.
    """

    done = Signal()
    stepped = Signal(int)
    cancelled = Signal()

    def __init__(self, name: str, spoken: str, *, beside: Button) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._beside = beside
        self.setMaxLength(_LONGEST_TYPED)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def mark(self, *, wrong: bool) -> None:
        """Have what is typed look wrong, or not."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(text_font(TextSize.BODY))
        height = self._beside.sizeHint().height() - 2 * RING
        return QSize(metrics.horizontalAdvance(_WIDEST_TEXT) + 2 * Space.MEDIUM, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(1)
            case Qt.Key.Key_Down:
                self.stepped.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.done.emit()
                self.selectAll()
            case Qt.Key.Key_Escape:
                self.cancelled.emit()
                self.selectAll()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The menu of a right click is not elsewhere.
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.done.emit()


def _step_button(name: str, spoken: str, icon: Icon) -> Button:
    button = Button(name, "", icon=icon, spoken=spoken)
    # The arrow keys do the same in the field, which Tab leads to once instead of three times.
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAutoRepeat(True)
    return button
