"""Tiles in as many columns as fit, and the arrow keys between them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from retrowalk.gui.widgets.tile import Tile


class TileGrid(QWidget):
    """Lays tiles out in rows.

    Args:
        tiles: In tab order.
        most_columns: No more columns than these.
    """

    def __init__(self, tiles: Sequence[Tile], most_columns: int) -> None:
        super().__init__()
        self.tiles = tuple(tiles)
        self._most = most_columns
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_out()
        return super().event(event)

    def _lay_out(self) -> None:
        width = max((tile.sizeHint().width() for tile in self.tiles), default=1)
        columns = max(1, min(self._most, self.width() // width))
        if columns == self._columns:
            return
        self._columns = columns
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // columns, index % columns)
        # Columns without a tile keep their width: grids of few and of many tiles are in line.
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
        self.updateGeometry()


def neighbour(tiles: Sequence[Tile], key: Qt.Key) -> Tile | None:
    """Return the tile that an arrow key leads to from the one with the keyboard; None where there is none."""
    at = next((index for index, tile in enumerate(tiles) if tile.hasFocus()), None)
    if at is None:
        return None
    if key in _SIDEWAYS:
        onward = (key is Qt.Key.Key_Right) is (tiles[at].layoutDirection() is Qt.LayoutDirection.LeftToRight)
        to = at + (1 if onward else -1)
        return tiles[to] if 0 <= to < len(tiles) else None
    return _above_or_below(tiles, tiles[at], _UPRIGHT[key]) if key in _UPRIGHT else None


def _above_or_below(tiles: Sequence[Tile], start: Tile, sign: int) -> Tile | None:
    start_x, start_y = _centre(start)
    beyond = [(sign * (y - start_y), abs(x - start_x), tile) for tile in tiles for x, y in [_centre(tile)]]
    # The nearest row first, then what lies most nearly straight above or below.
    candidates = [candidate for candidate in beyond if candidate[0] > 0]
    return min(candidates, key=lambda candidate: candidate[:2])[2] if candidates else None


def _centre(tile: Tile) -> tuple[int, int]:
    centre = tile.mapTo(tile.window(), tile.rect().center())
    return centre.x(), centre.y()


_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
