"""The page for signs that are worse than pain: what to do, and whom to call."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.measures import TextSize
from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.safety_text import SafetyText


class TroublePage(Page):
    """Shows advice after the walk was ended for a sign of trouble.

    Signals:
        understood: The advice was read.
    """

    understood = Signal()

    def __init__(self, advice: SafetyText, parent: QWidget | None = None) -> None:
        super().__init__("trouble_page", parent)
        column = Column("trouble_column")
        column.content.addWidget(Label("trouble_title", TextKind.TITLE, advice.title))
        for number, (heading, signs) in enumerate(advice.paragraphs):
            column.content.addWidget(Label(f"trouble_heading_{number}", TextKind.STRONG, heading))
            text = "\n".join(f"•  {sign}" for sign in signs)
            column.content.addWidget(Label(f"trouble_signs_{number}", TextKind.BODY, text))
        column.content.addWidget(Label("trouble_closing", TextKind.QUIET, advice.closing))
        self._done = Button("understood_button", "Understood", kind=ButtonKind.PRIMARY, size=TextSize.LARGE)
        column.footer.addWidget(ButtonRow(self._done))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)
        self._done.clicked.connect(self.understood)
        self.give_focus(self._done)
