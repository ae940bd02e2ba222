"""Pain in the middle of a walk: how strong, and how to go on."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from retrowalk.gui.walk.page import Page
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.scale import Scale
from retrowalk.gui.widgets.tile import Tile
from retrowalk.gui.widgets.tile_grid import TileGrid, neighbour
from retrowalk.presenters.check_view import ScaleView
from retrowalk.presenters.pain_view import PainChoice, PainOffer, PainWay, build_pain_offer

_KEYS = {PainWay.GO_ON: "G", PainWay.FORWARD_ONLY: "F", PainWay.COOL_DOWN: "C", PainWay.STOP: "S"}


class PainPage(Page):
    """Asks for the pain, then offers four ways; the walk stands still meanwhile.

    Signals:
        rated: The pain, 0-10. Comes again when the walker corrects the answer: the last one counts.
        cancelled: Back to the walk, which stands still.
        go_on_requested: As planned.
        forward_only_requested: The rest without backward bouts.
        cool_down_requested: A short bout forward, then the end.
        stop_requested: The walk is to end.
        trouble_requested: Something else is wrong, a sign of danger.
    """

    rated = Signal(int)
    cancelled = Signal()
    go_on_requested = Signal()
    forward_only_requested = Signal()
    cool_down_requested = Signal()
    stop_requested = Signal()
    trouble_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("pain_page", parent)
        self._back = Button("pain_back_button", "Back to the walk", kind=ButtonKind.QUIET, icon=Icon.LEFT)
        self._scale = Scale("pain_during")
        self._title = Label("offer_title", TextKind.TITLE)
        self._grid: TileGrid | None = None
        self._change = Button("change_pain_button", "Change the answer", kind=ButtonKind.QUIET)
        self._trouble = tuple(_trouble_button(number) for number in range(2))
        self._question = Column("pain_column", grows=True)
        self._offer = Column("offer_column", grows=True)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect_signals()

    def ask(self, scale: ScaleView) -> None:
        """Ask how strong the pain is."""
        self._scale.ask(scale)
        self._pages.setCurrentWidget(self._question)
        self.give_focus(self._scale)

    def offer(self, score: int, stop_line: int) -> None:
        """Offer the ways to go on at this pain, the one to take first in front.

        Args:
            score: The answer, 0-10.
            stop_line: The pain above which to stop, 0-10.
        """
        offer = build_pain_offer(score, stop_line)
        self._title.show_text(offer.title)
        if self._grid is not None:
            # Hidden at once: the keys of its tiles would be there twice.
            self._grid.hide()
            self._grid.deleteLater()
        self._grid = self._make_grid(offer)
        self._offer.content.insertWidget(1, self._grid)
        # What is laid out into a page that is seen already is itself shown only later.
        self._grid.show()
        self._pages.setCurrentWidget(self._offer)
        self.give_focus(self._grid.tiles[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        towards = neighbour(self._grid.tiles, Qt.Key(event.key())) if self._grid is not None else None
        if towards is None:
            super().keyPressEvent(event)
        else:
            towards.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        self._question.content.addWidget(self._scale)
        self._question.footer.addWidget(ButtonRow(self._back, self._trouble[0]))
        self._offer.content.addWidget(self._title)
        self._offer.content.addWidget(ButtonRow(self._change, self._trouble[1]))
        self._pages.addWidget(self._question)
        self._pages.addWidget(self._offer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self._scale.answered.connect(self.rated)
        self._back.clicked.connect(self.cancelled)
        self._change.clicked.connect(self._on_change_clicked)
        for button in self._trouble:
            button.clicked.connect(self.trouble_requested)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)

    def _make_grid(self, offer: PainOffer) -> TileGrid:
        advised = offer.choices[0] if offer.stop_first else None
        return TileGrid([self._make_tile(choice, choice is advised) for choice in offer.choices], 2)

    def _make_tile(self, choice: PainChoice, advised: bool) -> Tile:
        kind = ButtonKind.PRIMARY if advised else ButtonKind.PLAIN
        key = _KEYS[choice.way]
        tile = Tile(f"{choice.way.value}_button", choice.name, choice.meaning, key=key, kind=kind)
        take = partial(self._take, choice.way)
        tile.clicked.connect(take)
        QShortcut(QKeySequence(key), tile).activated.connect(take)
        return tile

    def _take(self, way: PainWay) -> None:
        match way:
            case PainWay.GO_ON:
                self.go_on_requested.emit()
            case PainWay.FORWARD_ONLY:
                self.forward_only_requested.emit()
            case PainWay.COOL_DOWN:
                self.cool_down_requested.emit()
            case PainWay.STOP:
                self.stop_requested.emit()

    @Slot()
    def _on_change_clicked(self) -> None:
        self._pages.setCurrentWidget(self._question)
        self.give_focus(self._scale)


def _trouble_button(number: int) -> Button:
    text = "Something else is wrong: dizzy, chest pain, numb leg"
    return Button(f"trouble_button_{number}", text, kind=ButtonKind.QUIET, icon=Icon.PAIN)
