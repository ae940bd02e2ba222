"""Tiles: as many columns as fit, arrows between them."""

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.theme import LIGHT
from retrowalk.gui.widgets.tile import Tile
from retrowalk.gui.widgets.tile_grid import TileGrid, neighbour
from retrowalk.presenters.strip import build_strip
from tests.helpers.look import first_column, settle, show_active
from tests.helpers.presets import a_schedule


@pytest.fixture
def grid(dress, qtbot):
    """Five tiles in two columns."""
    grid = TileGrid([Tile(f"tile_{number}", f"Tile {number}", "what it means") for number in range(5)], 3)
    qtbot.addWidget(grid)
    grid.resize(650, 600)
    show_active(qtbot, grid)
    return grid


def columns(grid):
    """How many columns there are."""
    return len({tile.x() for tile in grid.tiles})


@pytest.mark.parametrize(("width", "number"), [(300, 1), (650, 2), (900, 3), (3000, 3)])
def test_as_many_columns_as_fit(grid, width, number):
    """The wider the window, the more tiles in a row, up to the most wanted."""
    grid.resize(width, 600)
    settle()
    assert columns(grid) == number


def test_grids_are_in_line(dress, qtbot):
    """Two tiles are as wide as if there were many more."""
    widths = []
    for number in (2, 7):
        grid = TileGrid([Tile(f"tile_{one}", "Tile", "") for one in range(number)], 3)
        qtbot.addWidget(grid)
        grid.resize(1000, 400)
        grid.show()
        settle()
        widths.append(grid.tiles[0].width())
    assert widths[0] == pytest.approx(widths[1], abs=2)
    assert widths[0] < 1000 / 2.9


def test_facts_are_kept_together(dress, qtbot):
    """A row of facts breaks between them, not within one."""
    tile = Tile("a", "Heading", "21 min 30 s · 15 min backward · 2 turns")
    qtbot.addWidget(tile)
    tile.resize(300, 120)
    widths = [w for w in range(200, 400) if tile.heightForWidth(w) != tile.heightForWidth(w + 1)]
    assert widths
    assert tile.accessibleDescription() == "21 min 30 s · 15 min backward · 2 turns"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (0, Qt.Key.Key_Right, 1),
        (1, Qt.Key.Key_Right, 2),
        (2, Qt.Key.Key_Left, 1),
        (0, Qt.Key.Key_Down, 2),
        (3, Qt.Key.Key_Down, 4),
        (4, Qt.Key.Key_Up, 2),
        (3, Qt.Key.Key_Up, 1),
    ],
)
def test_arrows_lead_to_neighbours(grid, start, key, end):
    """Sideways along the order, up and down to the tile that is nearest."""
    grid.tiles[start].setFocus()
    assert neighbour(grid.tiles, key) is grid.tiles[end]


@pytest.mark.parametrize(
    ("start", "key"), [(0, Qt.Key.Key_Left), (4, Qt.Key.Key_Right), (0, Qt.Key.Key_Up), (0, Qt.Key.Key_A)]
)
def test_no_neighbour_there(grid, start, key):
    """Beyond the ends, and for other keys, there is none."""
    grid.tiles[start].setFocus()
    assert neighbour(grid.tiles, key) is None


def test_arrows_from_right_to_left(grid):
    """Where rows run from the right, the left arrow goes on."""
    for tile in grid.tiles:
        tile.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.tiles[0].setFocus()
    assert neighbour(grid.tiles, Qt.Key.Key_Left) is grid.tiles[1]


def test_no_tile_has_the_keyboard(grid):
    """Then arrows lead nowhere."""
    grid.tiles[0].clearFocus()
    assert neighbour(grid.tiles, Qt.Key.Key_Right) is None


def test_tile_grows_with_its_text(dress, qtbot):
    """A long text takes more lines instead of being cut, a strip takes room of its own."""
    short, long = Tile("a", "Heading", "short"), Tile("b", "Heading", "a longer text " * 10)
    with_strip = Tile("c", "Heading", "short", strip=build_strip(a_schedule().phases))
    heights = [tile.heightForWidth(260) for tile in (short, with_strip, long)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3
    for tile in (short, long, with_strip):
        qtbot.addWidget(tile)


def test_chosen_tile_is_marked(dress, qtbot):
    """By its outline, and in words for a screen reader."""
    tile = Tile("a", "Heading", "13 min", marked=True)
    qtbot.addWidget(tile)
    tile.resize(260, 90)
    assert tile.accessibleName() == "Heading"
    assert tile.accessibleDescription() == "13 min (chosen now)"
    assert first_column(tile, LIGHT.accent) is not None
