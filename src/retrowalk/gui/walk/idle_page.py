"""The Walk place without a session: what will be walked, a large Start, and the way to other presets."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from retrowalk.gui.measures import Space, TextSize
from retrowalk.gui.walk.page import Page
from retrowalk.gui.walk.preset_chooser import PresetChooser
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.legend import Legend
from retrowalk.gui.widgets.shapes import RING
from retrowalk.gui.widgets.strip import Strip
from retrowalk.presenters.idle_view import IdleView, PresetCard


class IdlePage(Page):
    """Shows one preset large; the others are one press away.

    Signals:
        start_requested: The preset shown is to be walked.
        preset_chosen: Another preset was chosen; carries its id.
    """

    start_requested = Signal()
    preset_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("idle_page", parent)
        self._card = _CardFrame()
        self._start = Button(
            "start_button", "Start", kind=ButtonKind.PRIMARY, size=TextSize.TITLE, icon=Icon.PLAY
        )
        self._choose = Button("choose_button", "Choose another walk", size=TextSize.LARGE)
        self._chooser = PresetChooser()
        self._pages = QStackedWidget()
        self._question_slot = QVBoxLayout()
        self._lay_out()
        self._connect_signals()

    def show_state(self, view: IdleView) -> None:
        """Show the preset that *Start* begins, and have the others ready."""
        self._card.show_state(view.card)
        self._start.setAccessibleDescription(view.card.name)
        self._chooser.show_state(view.groups, view.card.preset_id)
        self.close_chooser()

    def put_question(self, question: QWidget) -> None:
        """Put a question above the card; it stays this page's until it is deleted."""
        self._question_slot.addWidget(question)

    @Slot()
    def open_chooser(self) -> None:
        """Show the other presets."""
        self._pages.setCurrentWidget(self._chooser)
        self.give_focus(self._chooser.first_tile())

    @Slot()
    def close_chooser(self) -> None:
        """Show the one preset again."""
        self._pages.setCurrentIndex(0)
        self.give_focus(self._start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter starts also when no button has the keyboard.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._pages.currentIndex() == 0:
            self._start.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = Column("idle_column", grows=True)
        column.content.addLayout(self._question_slot)
        column.content.addWidget(self._card)
        column.footer.addWidget(ButtonRow(self._start, self._choose))
        self._pages.addWidget(column)
        self._pages.addWidget(self._chooser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self._start.clicked.connect(self.start_requested)
        self._choose.clicked.connect(self.open_chooser)
        self._chooser.chosen.connect(self.preset_chosen)
        self._chooser.closed.connect(self.close_chooser)


class _CardFrame(QFrame):
    """A preset at a glance, large."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preset_card")
        self.setProperty("surface", "card")
        self._name = Label("preset_name", TextKind.TITLE)
        self._facts = Label("preset_facts", TextKind.LARGE)
        self._strip = Strip("preset_strip", thickness=34)
        self._legend = Legend("preset_legend")
        self._about = Label("preset_about", TextKind.QUIET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.LARGE, Space.LARGE, Space.LARGE, Space.LARGE)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        layout.addSpacing(Space.MEDIUM)
        in_line = QVBoxLayout()
        in_line.setContentsMargins(RING, 0, RING, 0)
        in_line.addWidget(self._strip)
        in_line.addWidget(self._legend)
        layout.addLayout(in_line)
        layout.addSpacing(Space.SMALL)
        layout.addWidget(self._about)

    def show_state(self, card: PresetCard) -> None:
        self.setAccessibleName(f"{card.name}: {card.facts}")
        self._name.show_text(card.name)
        self._facts.show_text(card.facts)
        self._about.show_text(card.about)
        self._about.setVisible(bool(card.about))
        self._strip.show_state(card.strip)
        self._legend.show_state(card.strip)
