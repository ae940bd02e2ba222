"""A length that is typed or stepped; what cannot be used is named and changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from retrowalk.gui.widgets.length_field import LengthField
from tests.helpers.look import settle, show_active


class Page(QWidget):
    """A field at 10 s, from 5 s to 1 min, and something else that may have the keyboard."""

    def __init__(self):
        super().__init__()
        self.field, self.other = LengthField("lead_field", "Warning", "About it."), QLineEdit()
        self.edit = self.field.findChild(QLineEdit)
        self.less, self.more = self.field.findChildren(QPushButton)
        self.chosen, self.problems = [], []
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        self.field.show_length(10.0, 5.0, 60.0)
        self.field.chosen.connect(self.chosen.append)
        self.field.problem_told.connect(self.problems.append)


@pytest.fixture
def page(dress, qtbot):
    """The page, with the keyboard in the field."""
    page = Page()
    qtbot.addWidget(page)
    show_active(qtbot, page)
    page.field.setFocus(Qt.FocusReason.TabFocusReason)
    page.edit.selectAll()
    return page


def enter(qtbot, page, text, key=Qt.Key.Key_Return):
    """Type in place of what is there, and press a key."""
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, text)
    qtbot.keyClick(page.edit, key)


def test_enter_takes_it(page, qtbot):
    """What is typed is used with Enter, and shown as lengths are written."""
    enter(qtbot, page, "0:20")
    assert page.chosen == [20.0]
    assert page.edit.text() == "20 s"


def test_leaving_takes_it(page, qtbot):
    """Tab, or the mouse elsewhere, is as good as Enter."""
    enter(qtbot, page, "30", Qt.Key.Key_Tab)
    assert page.chosen == [30.0]


def test_half_typed_is_not_used(page, qtbot):
    """On the way to 45 the field does not use 4."""
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, "45")
    assert page.chosen == []


@pytest.mark.parametrize("typed", ["4", "61", "400", "abc", "-10"])
def test_what_cannot_be_used_is_named(page, qtbot, typed):
    """It stays to be mended, with a sentence; what was in use stays in use."""
    enter(qtbot, page, typed, Qt.Key.Key_Tab)
    assert page.chosen == []
    assert page.edit.text() == typed
    assert page.problems[-1].endswith("Still in use: 10 s.")
    assert page.edit.property("wrong")


def test_sentence_goes_with_the_mistake(page, qtbot):
    """As soon as what is typed can be used, nothing is wrong any more."""
    enter(qtbot, page, "4")
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, "12")
    assert page.problems[-1] == ""
    assert not page.edit.property("wrong")


def test_escape_goes_back(page, qtbot):
    """Escape shows what is in use, and nothing is chosen by it."""
    enter(qtbot, page, "400")
    enter(qtbot, page, "33", Qt.Key.Key_Escape)
    assert (page.edit.text(), page.problems[-1], page.chosen) == ("10 s", "", [])


@pytest.mark.parametrize(
    ("start_s", "key", "end_s"),
    [
        (10.0, Qt.Key.Key_Up, 15.0),
        (10.0, Qt.Key.Key_Down, 5.0),
        (12.0, Qt.Key.Key_Up, 15.0),
        (12.0, Qt.Key.Key_Down, 10.0),
        (58.0, Qt.Key.Key_Up, 60.0),
        (7.0, Qt.Key.Key_Down, 5.0),
    ],
)
def test_arrows_step(page, qtbot, start_s, key, end_s):
    """Up and down go to the next round length within the limits."""
    page.field.show_length(start_s, 5.0, 60.0)
    qtbot.keyClick(page.edit, key)
    assert page.chosen == [end_s]


def test_no_step_beyond_the_limits(page, qtbot):
    """At the end of the range arrows do nothing, and the button there is off."""
    page.field.show_length(60.0, 5.0, 60.0)
    qtbot.keyClick(page.edit, Qt.Key.Key_Up)
    assert page.chosen == []
    assert (page.less.isEnabled(), page.more.isEnabled()) == (True, False)


def test_buttons_step(page, qtbot):
    """So do the buttons, which are none of the stops of Tab."""
    qtbot.mouseClick(page.more, Qt.MouseButton.LeftButton)
    page.field.show_length(15.0, 5.0, 60.0)
    qtbot.mouseClick(page.less, Qt.MouseButton.LeftButton)
    assert page.chosen == [15.0, 10.0]
    qtbot.keyClick(page.edit, Qt.Key.Key_Tab)
    assert page.other.hasFocus()


def test_odd_length_is_not_rounded_by_looking_at_it(page, qtbot):
    """A length from the file that is shown rounded stays as it is when the field is only passed through."""
    page.field.show_length(7.5, 5.0, 60.0)
    qtbot.keyClick(page.edit, Qt.Key.Key_Tab)
    assert page.chosen == []


def test_news_do_not_disturb_typing(page, qtbot):
    """Being shown the same length again leaves half-typed text alone; another length replaces it."""
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, "4")
    page.field.show_length(10.0, 5.0, 60.0)
    assert page.edit.text() == "4"
    page.field.show_length(20.0, 5.0, 60.0)
    assert page.edit.text() == "20 s"


def test_put_away_takes_what_is_good(page, qtbot):
    """Leaving the page uses what can be used and forgets what cannot."""
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, "25")
    page.field.hide()
    settle()
    assert page.chosen == [25.0]
    page.field.show()
    page.edit.selectAll()
    qtbot.keyClicks(page.edit, "999")
    page.field.hide()
    settle()
    assert page.chosen == [25.0]
    assert (page.edit.text(), page.problems[-1]) == ("25 s", "")


def test_screen_reader_hears_limits(page):
    """Name, limits and what it is are told."""
    assert page.edit.accessibleName() == "Warning"
    assert page.edit.accessibleDescription() == "5 s to 1 min. About it."
    assert page.more.accessibleName() == "Warning: more"
