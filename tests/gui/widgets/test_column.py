"""Pages that scroll when they must, and rows of buttons that turn into columns."""

import pytest
from PySide6.QtWidgets import QLabel

from retrowalk.gui.measures import TextSize
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.button_row import ButtonRow
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.label import Label, TextKind
from tests.helpers.look import lies_in, place_in, settle


class TallColumn(Column):
    """A column with tall content and a footer."""

    def __init__(self):
        super().__init__("column")
        self.tall, self.foot = QLabel("tall"), QLabel("foot")
        self.tall.setFixedHeight(600)
        self.content.addWidget(self.tall)
        self.footer.addWidget(self.foot)


@pytest.fixture
def column(dress, qtbot):
    """A column in a window that is tall enough."""
    column = TallColumn()
    qtbot.addWidget(column)
    column.resize(500, 800)
    column.show()
    settle()
    return column


def test_spare_height_is_left_above_and_below(column):
    """In a large window the content stands in the middle, the footer right beneath."""
    assert lies_in(column.tall, column)
    assert place_in(column.tall, column).top() > 30
    assert place_in(column.foot, column).bottom() < 760


def test_footer_is_always_seen(column):
    """In a small window the content scrolls, the footer stays."""
    column.resize(500, 300)
    settle()
    assert lies_in(column.foot, column)
    assert not lies_in(column.tall, column)


def test_is_never_wider_than_good_to_read(column):
    """On a wide screen the lines do not grow for ever; with larger text they may be longer."""
    column.resize(2000, 800)
    settle()
    assert column.tall.width() <= 760


def test_what_has_the_keyboard_is_scrolled_into_view(column):
    """The end of the content can be reached."""
    last = QLabel("last")
    column.content.addWidget(last)
    column.resize(500, 300)
    settle()
    column.show_widget(last)
    assert lies_in(last, column)


class TwoButtons(ButtonRow):
    """Two buttons in a row."""

    def __init__(self):
        self.buttons = Button("one", "The first of them"), Button("two", "The second of them")
        super().__init__(*self.buttons)


@pytest.fixture
def row(dress, qtbot):
    """Two buttons with room for both."""
    row = TwoButtons()
    qtbot.addWidget(row)
    row.resize(600, 60)
    row.show()
    settle()
    return row


def test_buttons_stand_side_by_side(row):
    """There is room for both."""
    assert row.buttons[0].y() == row.buttons[1].y()
    assert row.buttons[0].width() == row.buttons[0].sizeHint().width()


def test_buttons_stand_one_above_the_other(row):
    """There is no room; back in a wide window they stand side by side again."""
    row.setMinimumWidth(0)
    row.resize(250, 130)
    settle()
    assert row.buttons[0].y() < row.buttons[1].y()
    assert row.buttons[1].width() <= 250
    row.resize(600, 60)
    settle()
    assert row.buttons[0].y() == row.buttons[1].y()


def test_hidden_button_takes_no_room(row):
    """What is not offered does not push others down."""
    row.buttons[1].hide()
    row.resize(250, 60)
    settle()
    row.buttons[1].show()
    row.buttons[1].hide()
    assert row.minimumSizeHint().width() <= row.buttons[0].sizeHint().width()


def test_grows_with_its_window(dress, qtbot):
    """To be read from the treadmill, a page that grows is larger in a large window, and never smaller."""
    column = Column("column", grows=True)
    label, button = Label("label", TextKind.BODY, "Read me"), Button("button", "Press me")
    column.content.addWidget(label)
    column.content.addWidget(button)
    qtbot.addWidget(column)
    sizes = []
    for size in ((640, 480), (960, 620), (1920, 1240), (3840, 2160)):
        column.resize(*size)
        column.show()
        settle()
        sizes.append((label.fontInfo().pixelSize(), button.sizeHint().height()))
    assert sizes[0] == sizes[1] == (TextSize.BODY, Button("other", "Press me").sizeHint().height())
    assert sizes[2][0] == 2 * TextSize.BODY
    assert sizes[3][0] > sizes[2][0]
    assert sizes[1][1] < sizes[2][1] < sizes[3][1]


def test_other_columns_stay_as_they_are(column):
    """Only a page that is read from afar grows."""
    button = Button("button", "Press me")
    before = button.sizeHint()
    column.content.addWidget(button)
    column.resize(3840, 2160)
    settle()
    assert button.sizeHint() == before
