"""A field to find things."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from retrowalk.gui.widgets.search_field import SearchField
from tests.helpers.look import lies_in, show_active


@pytest.fixture
def field(dress, qtbot):
    """An empty field with the keyboard."""
    field = SearchField("search", "Find a setting")
    qtbot.addWidget(field)
    field.resize(300, field.sizeHint().height())
    show_active(qtbot, field)
    field.setFocus()
    return field


@pytest.fixture
def cross(field):
    """Its cross."""
    return field.findChild(QPushButton)


def test_escape_empties_it(field, qtbot):
    """Escape takes the words away; in an empty field it is left to the page."""
    qtbot.keyClicks(field, "volume")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_cross_empties_it(field, cross, qtbot):
    """The cross is there while there are words, inside the field, and keeps the keyboard where it is."""
    assert cross.isHidden()
    qtbot.keyClicks(field, "volume")
    assert lies_in(cross, field)
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert (field.text(), cross.isHidden(), field.hasFocus()) == ("", True, True)


def test_says_what_it_is(field, cross):
    """A screen reader hears what the empty field shows."""
    assert field.accessibleName() == field.placeholderText() == "Find a setting"
    assert cross.accessibleName() == "Clear"
