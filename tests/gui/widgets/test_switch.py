"""A switch is turned by keys and clicks, and its state is seen without colours."""

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.widgets.switch import Switch
from tests.helpers.look import show_active


@pytest.fixture
def switch(dress, qtbot):
    """A switch that is off and has the keyboard."""
    switch = Switch("halfway_switch", "Halfway")
    qtbot.addWidget(switch)
    show_active(qtbot, switch)
    switch.setFocus(Qt.FocusReason.TabFocusReason)
    return switch


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_turn_it(switch, qtbot, key):
    """Space and Enter turn it on, and off again."""
    for on in (True, False):
        with qtbot.waitSignal(switch.toggled) as turned:
            qtbot.keyClick(switch, key)
        assert turned.args == [on]


def test_click_anywhere_turns_it(switch, qtbot):
    """The whole of it can be clicked."""
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().bottomRight())
    assert switch.isChecked()


def test_state_is_a_shape(switch):
    """In shades of grey, on and off are still two pictures: the knob stands elsewhere."""
    off = switch.grab().toImage()
    switch.setChecked(True)
    on = switch.grab().toImage()
    middle = off.height() // 2
    differing = [x for x in range(off.width()) if abs(_grey(off, x, middle) - _grey(on, x, middle)) > 60]
    assert differing
    assert min(differing) < off.width() / 2 < max(differing)


def test_grows_with_the_text(dress, switch):
    """At 200 % it is twice as large, for the same eyes."""
    before = switch.sizeHint().height()
    dress(text_scale=2.0)
    assert switch.sizeHint().height() > 1.6 * before


def test_is_mirrored(switch):
    """In a language from right to left the knob of what is on is left."""
    switch.setChecked(True)
    before = switch.grab().toImage()
    switch.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert switch.grab().toImage() != before


def _grey(image, x, y):
    return image.pixelColor(x, y).lightness()
