"""The question about a walk that was cut off."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.measures import TextSize
from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.recovery_view import RecoveryView

_DISCARD = "Discard it"
_SURE = "Really discard it: press again"


class RecoveryPage(Page):
    """Asks whether to keep, continue or discard a walk that was cut off.

    Signals:
        keep_requested: Put it into the history as far as it went.
        continue_requested: Go on where it was.
        discard_requested: Delete it; asked for twice.
    """

    keep_requested = Signal()
    continue_requested = Signal()
    discard_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("recovery_page", parent)
        self._title = Label("recovery_title", TextKind.TITLE)
        self._text = Label("recovery_text")
        self._keep = Button("keep_button", "Keep it as it is", kind=ButtonKind.PRIMARY, size=TextSize.LARGE)
        self._continue = Button("continue_button", "Continue the walk", size=TextSize.LARGE)
        self._discard = Button("discard_button", _DISCARD, size=TextSize.LARGE)
        self._is_sure = False
        self._lay_out()
        self._keep.clicked.connect(self.keep_requested)
        self._continue.clicked.connect(self.continue_requested)
        self._discard.clicked.connect(self._on_discard_clicked)

    def show_state(self, view: RecoveryView) -> None:
        """Show the question; keeping is the answer that Enter gives."""
        self._title.show_text(view.title)
        self._text.show_text(view.text)
        self._ask_twice(sure=False)
        self.give_focus(self._keep)

    def _lay_out(self) -> None:
        column = Column("recovery_column")
        column.content.addWidget(self._title)
        column.content.addWidget(self._text)
        column.footer.addWidget(ButtonRow(self._keep, self._continue, self._discard))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    @Slot()
    def _on_discard_clicked(self) -> None:
        if self._is_sure:
            self.discard_requested.emit()
        self._ask_twice(sure=not self._is_sure)

    def _ask_twice(self, *, sure: bool) -> None:
        self._is_sure = sure
        self._discard.show_label(_SURE if sure else _DISCARD)
