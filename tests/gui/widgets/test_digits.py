"""Digits that fill their room, one cell each."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from retrowalk.gui.widgets.digits import Digits, shape_of

pytestmark = pytest.mark.usefixtures("dress")
BLACK = QColor("black")


def draw(digits, text, size, dirty=None):
    """Draw a text into an image and return the rectangle of what is not white."""
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    image.fill("white")
    painter = QPainter(image)
    digits.draw(painter, text, BLACK, dirty or image.rect())
    painter.end()
    inked = [
        (x, y) for x in range(size[0]) for y in range(size[1]) if image.pixelColor(x, y) != QColor("white")
    ]
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if inked else QRect()


@pytest.mark.parametrize(("text", "room"), [("0:00", (10, 5, 180, 90)), ("1:02:05", (5, 10, 170, 80))])
def test_nothing_is_cut(text, room):
    """All ink lies in the room, and reaches its limits in height or in width."""
    room = QRect(*room)
    ink = draw(Digits(shape_of(text), room), text.replace("1", "8"), (200, 100))
    assert room.contains(ink)
    assert ink.height() >= 0.95 * room.height() or ink.width() >= 0.85 * room.width()


def test_stands_in_the_middle():
    """As much air above as below."""
    room = QRect(0, 0, 90, 100)
    ink = draw(Digits("0:00", room), "8:88", (90, 100))
    assert abs(ink.top() - (99 - ink.bottom())) <= 2


@given(
    width=st.integers(40, 400),
    height=st.integers(20, 300),
    shape=st.sampled_from(["0:00", "00:00", "0:00:00", "–"]),
)
def test_cells_tile_the_text(width, height, shape):
    """Cells lie side by side, in order, inside the room: no digit touches the cell of its neighbour."""
    room = QRect(3, 4, width, height)
    cells = Digits(shape, room).cells
    assert len(cells) == len(shape)
    assert all(room.adjusted(-1, 0, 1, 0).contains(cell) for cell in cells)
    assert all(cell.right() + 1 == following.left() for cell, following in itertools.pairwise(cells))


@pytest.mark.parametrize("digit", "0123456789")
def test_each_digit_stays_in_its_cell(digit):
    """Repainting one cell repaints the whole digit."""
    digits = Digits("00", QRect(0, 0, 160, 100))
    ink = draw(digits, f"{digit}{digit}", (160, 100), dirty=digits.cells[0].adjusted(2, 0, -2, 0))
    assert digits.cells[0].contains(ink)


def test_a_second_changes_one_cell():
    """Only cells whose character is another one are to be painted."""
    digits = Digits("0:00", QRect(0, 0, 160, 100))
    assert list(digits.changed_cells("1:05", "1:04")) == [digits.cells[3]]
    assert list(digits.changed_cells("1:00", "0:59")) == [digits.cells[0], *digits.cells[2:]]
    assert list(digits.changed_cells("1:05", "1:05")) == []


def test_shape_keeps_everything_but_the_digits():
    """Two texts of one shape need the same room."""
    assert shape_of("Backward 2 of 5, 1:05") == "Backward 0 of 0, 0:00"


@pytest.mark.parametrize("room", [(20, 30, 900, 120), (20, 30, 240, 200), (20, 30, 901, 121)])
def test_no_digit_is_painted_outside_its_room(room):
    """A digit painted anew leaves nothing of the one before, in a low room as in a narrow one."""
    room = QRect(*room)
    for text in ("3:46", "8:88", "0:05"):
        image = QImage(QSize(room.right() + 40, room.bottom() + 40), QImage.Format.Format_RGB32)
        image.fill("white")
        blank = QImage(image)
        painter = QPainter(image)
        Digits("0:00", room).draw(painter, text, BLACK, image.rect())
        painter.fillRect(room, QColor("white"))
        painter.end()
        assert image == blank, text
