"""All presets to choose from, in groups."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.measures import Space
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.icons import Icon
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.tile import Tile
from retrowalk.gui.widgets.tile_grid import TileGrid, neighbour
from retrowalk.presenters.idle_view import CardGroup, PresetCard

_COLUMNS = 3


class PresetChooser(QWidget):
    """Tiles in groups; arrows go from tile to tile, Enter chooses, Escape goes back.

    Signals:
        chosen: Carries the id of a preset.
        closed: Back without a choice.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preset_chooser")
        self._groups: tuple[CardGroup, ...] = ()
        self._chosen_id = ""
        self._parts: list[QWidget] = []
        self._tiles: list[Tile] = []
        self._back = Button("chooser_back_button", "Back", kind=ButtonKind.QUIET, icon=Icon.LEFT)
        self._column = Column("chooser_column", fills=True, widest=1100)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.SMALL, Space.SMALL, Space.SMALL, 0)
        layout.setSpacing(0)
        layout.addWidget(ButtonRow(self._back))
        layout.addWidget(self._column, 1)
        self._column.content.addStretch(1)
        self._back.clicked.connect(self.closed)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.closed)

    def show_state(self, groups: tuple[CardGroup, ...], chosen_id: str) -> None:
        """Have these groups ready, the chosen preset marked; tiles are made when they are first seen."""
        if (groups, chosen_id) == (self._groups, self._chosen_id):
            return
        self._groups, self._chosen_id = groups, chosen_id
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self._tiles = [], []

    def first_tile(self) -> QWidget:
        """Return what is to have the keyboard: the chosen preset, else the first; *Back* without any."""
        if not self._tiles:
            self._make_tiles()
        return next(
            (tile for tile in self._tiles if tile.marked), self._tiles[0] if self._tiles else self._back
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        towards = neighbour(self._tiles, Qt.Key(event.key()))
        if towards is None:
            super().keyPressEvent(event)
        else:
            towards.setFocus(Qt.FocusReason.TabFocusReason)
            self._column.show_widget(towards)

    def _make_tiles(self) -> None:
        for number, group in enumerate(self._groups):
            tiles = [self._make_tile(card) for card in group.cards]
            parts: tuple[QWidget, QWidget] = (
                Label(f"group_{number}", TextKind.LARGE, group.title),
                TileGrid(tiles, _COLUMNS),
            )
            for part in parts:
                # Before the stretch that keeps them at the top.
                self._column.content.insertWidget(self._column.content.count() - 1, part)
                # Laid out into a page that is seen already, it would be shown too late to get the keyboard.
                part.show()
            self._parts.extend(parts)
            self._tiles.extend(tiles)

    def _make_tile(self, card: PresetCard) -> Tile:
        marked = card.preset_id == self._chosen_id
        tile = Tile(f"preset_{card.preset_id}", card.name, card.facts, strip=card.strip, marked=marked)
        tile.clicked.connect(partial(self.chosen.emit, card.preset_id))
        return tile
