"""The weak Stop: no accident stops a walk, and nobody has to fight with it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt, QVariantAnimation

from retrowalk.gui.walk.stop_button import CONFIRM_MS, DOUBLE_PRESS_MS, HOLD_MS, StopButton


@pytest.fixture
def button(dress, qtbot):
    """A stop button on the screen."""
    button = StopButton()
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    return button


@pytest.fixture
def stops(button):
    """How often the walk was to end."""
    stops: list[Any] = []
    button.stop_requested.connect(lambda: stops.append(True))
    return stops


def pass_ms(button, ms):
    """Let time pass for the button, as far as it is counting."""
    progress = button.findChild(QVariantAnimation)
    if progress.state() is QVariantAnimation.State.Running:
        progress.setCurrentTime(min(progress.currentTime() + ms, progress.duration()))


def hold(qtbot, button, ms):
    """Hold the mouse on it for a while."""
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    pass_ms(button, ms)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_held_for_a_second(button, qtbot, stops):
    """The walk ends while the button is still held, once."""
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    pass_ms(button, HOLD_MS - 1)
    assert stops == []
    pass_ms(button, 1)
    assert stops == [True]
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert stops == [True]


def test_short_click_asks_for_another(button, qtbot, stops):
    """A click says that another one is wanted; the second, not too fast, stops."""
    hold(qtbot, button, 100)
    assert button.text() == "Stop: again"
    assert stops == []
    pass_ms(button, DOUBLE_PRESS_MS)
    hold(qtbot, button, 0)
    assert stops == [True]
    assert button.text() == "Stop"


def test_double_click_is_one_press(button, qtbot, stops):
    """Two clicks in a hurry do not stop; nor does a shaking hand."""
    for _ in range(2):
        hold(qtbot, button, 10)
        qtbot.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert stops == []


def test_key_twice_within_three_seconds(button, stops):
    """The key arms, and stops when it comes again in time."""
    button.press()
    pass_ms(button, CONFIRM_MS - 1)
    button.press()
    assert stops == [True]


def test_key_once_is_forgotten(button, stops):
    """After three seconds the next press is a first one again."""
    button.press()
    pass_ms(button, CONFIRM_MS)
    assert button.text() == "Stop"
    button.press()
    assert stops == []


def test_held_key_is_one_press(button, qtbot, stops):
    """Keys that repeat while held do not confirm."""
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    pass_ms(button, DOUBLE_PRESS_MS)
    for _ in range(100):
        button.press()
        button.hide()
        button.show()
    assert stops in ([], [True])


def test_enter_presses_and_space_does_not(button, qtbot, stops):
    """Space is for pausing, wherever the keyboard is."""
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Stop"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert button.text() == "Stop: again"


def test_other_page_takes_it_back(button, stops):
    """Whatever was begun is forgotten when the button goes out of sight."""
    button.press()
    button.hide()
    button.show()
    button.press()
    assert stops == []


def test_progress_is_seen(button, qtbot):
    """Holding fills the button, waiting empties it."""
    plain = button.grab().toImage()
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    pass_ms(button, HOLD_MS // 2)
    half = button.grab().toImage()
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    middle = button.height() // 2
    assert half.pixelColor(8, middle) != plain.pixelColor(8, middle)
    assert half.pixelColor(button.width() - 12, middle) != half.pixelColor(8, middle)


def test_nothing_moves_when_its_words_change(button):
    """Both texts have the same room."""
    before = button.sizeHint()
    button.press()
    assert button.sizeHint() == before


def test_says_how_it_is_used(button):
    """A screen reader tells that it is held or pressed twice."""
    assert button.accessibleName() == "Stop the walk"
    assert "twice" in button.accessibleDescription()
