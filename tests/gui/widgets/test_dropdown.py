"""A list that opens: all lines readable, nothing reported that nobody chose."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from retrowalk.gui.theme import DARK
from retrowalk.gui.widgets.dropdown import Dropdown
from tests.helpers.look import settle, show_active

LINES = ("System default", "Speakers", "A device with a name that is much longer than any list on a page")


@pytest.fixture
def dropdown(dress, qtbot):
    """Three lines, the second chosen."""
    dropdown = Dropdown("output_list", "Output device")
    qtbot.addWidget(dropdown)
    dropdown.show_lines(LINES, 1)
    show_active(qtbot, dropdown)
    dropdown.setFocus(Qt.FocusReason.TabFocusReason)
    return dropdown


@pytest.fixture
def chosen(dropdown):
    """What somebody chose."""
    chosen = []
    dropdown.activated.connect(chosen.append)
    return chosen


def test_arrow_chooses(dropdown, chosen, qtbot):
    """Down takes the next line."""
    qtbot.keyClick(dropdown, Qt.Key.Key_Down)
    assert chosen == [2]


def test_showing_reports_nothing(dropdown, chosen):
    """New lines, or another chosen one, are no choice."""
    dropdown.show_lines(LINES[:2], 0)
    assert (dropdown.count(), dropdown.currentIndex(), chosen) == (2, 0, [])


def test_wheel_belongs_to_the_page(dropdown, chosen):
    """Scrolling over it changes nothing."""
    wheel = QWheelEvent(
        QPointF(50, 10),
        QPointF(50, 10),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(dropdown, wheel)
    assert dropdown.currentIndex() == 1
    assert chosen == []


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_open_list_shows_whole_lines(dropdown):
    """A line too long for the closed list is read in the open one."""
    dropdown.showPopup()
    settle()
    view = dropdown.view()
    assert view.width() > dropdown.width()
    assert view.width() >= view.sizeHintForColumn(0)
    dropdown.hidePopup()


def test_long_line_does_not_push_the_page_apart(dropdown):
    """The closed list asks for the same width whatever is in it."""
    before = dropdown.sizeHint()
    dropdown.show_lines(("x" * 5000,), 0)
    assert dropdown.sizeHint() == before


def test_is_painted_in_the_theme(dress, dropdown):
    """In the dark its surface is dark."""
    dress(DARK)
    colour = dropdown.grab().toImage().pixelColor(dropdown.width() // 2, 10)
    assert colour in (DARK.surface, DARK.hover)
