"""A few things of which one is chosen, side by side."""

from collections.abc import Mapping
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from retrowalk.gui.measures import Space, TextSize
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.button import Button, ButtonColours, ButtonKind
from retrowalk.gui.widgets.flow import FlowLayout
from retrowalk.gui.widgets.shapes import mixed

T = TypeVar("T", bound=Enum)


class ChoiceBar(QWidget, Generic[T]):
    """One button for each choice; the arrow keys go from one to the next.

    Signals:
        chosen: Somebody chose; carries the choice.

    Args:
        name: Its object name; buttons are called after it and after their choice.
        choices: The choices with what their buttons say, in order.
        keys: The key that does the same, for the choices that have one; wiring it is up to the page.
        spoken: What is chosen here, for screen readers: "Range".
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Mapping[T, str], *, spoken: str, keys: Mapping[T, str] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._buttons: dict[T, _ChoiceButton] = {}
        layout = FlowLayout(gap_px=Space.TIGHT)
        for choice, text in choices.items():
            button = _ChoiceButton(f"{name}_{choice.name.lower()}", text, (keys or {}).get(choice, ""))
            button.setAccessibleName(f"{spoken}: {text}")
            self._group.addButton(button)
            self._buttons[choice] = button
            layout.addWidget(button)
        self.setLayout(layout)
        self._group.buttonClicked.connect(self._on_button_clicked)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """The buttons, in order."""
        return tuple(self._buttons.values())

    def show_choice(self, choice: T | None) -> None:
        """Mark what is chosen; None marks nothing."""
        self._group.setExclusive(choice is not None)
        for known, button in self._buttons.items():
            button.setChecked(known is choice)
        self._group.setExclusive(True)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, clicked: QAbstractButton) -> None:
        choice = next(known for known, button in self._buttons.items() if button is clicked)
        self.show_choice(choice)
        self.chosen.emit(choice)


class _ChoiceButton(Button):
    """A button that stays marked."""

    def __init__(self, name: str, text: str, key: str) -> None:
        super().__init__(name, text, kind=ButtonKind.QUIET, size=TextSize.SMALL, key=key)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._on_toggled)

    def sizeHint(self) -> QSize:
        # Several of them share a row, so each stands a little tighter than a button alone.
        hint, text_px = super().sizeHint(), self.fontMetrics().height()
        return QSize(hint.width() - round(0.6 * text_px), hint.height() - round(0.3 * text_px))

    @Slot()
    def _on_toggled(self) -> None:
        self._take_colours()

    def _take_colours(self) -> None:
        theme = theme_in_use()
        if not self.isChecked():
            self.set_colours(None)
            return
        self.set_colours(
            ButtonColours(
                ground=theme.accent,
                hover=mixed(theme.accent, theme.text, 0.14),
                pressed=mixed(theme.accent, theme.text, 0.26),
                text=theme.on_accent,
                edge=None,
                focus=theme.focus,
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}:
            self._take_colours()
