"""A slider goes by steps, where it is clicked, and not by the wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from retrowalk.gui.widgets.slider import Slider
from tests.helpers.look import show_active


@pytest.fixture
def slider(dress, qtbot):
    """A slider at 50, from 0 to 100 in steps of 5, with the keyboard."""
    slider = Slider("volume_slider", "Volume")
    qtbot.addWidget(slider)
    slider.show_value(50, 0, 100, 5)
    slider.resize(200, slider.sizeHint().height())
    show_active(qtbot, slider)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    return slider


@pytest.fixture
def values(slider):
    """What it reported."""
    values = []
    slider.valueChanged.connect(values.append)
    return values


def at(slider, share):
    """The point at a share of its way."""
    return QPoint(round(slider.width() * share), slider.height() // 2)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 55),
        (Qt.Key.Key_Left, 45),
        (Qt.Key.Key_PageUp, 60),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
    ],
)
def test_keys(slider, values, qtbot, key, value):
    """Arrows go by a step, pages by two, Home and End all the way."""
    qtbot.keyClick(slider, key)
    assert values == [value]


@pytest.mark.parametrize(("share", "value"), [(0.0, 0), (0.5, 50), (0.99, 100)])
def test_click_leads_there(slider, qtbot, share, value):
    """A click sets it to the nearest step, not one page nearer."""
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, share))
    assert slider.value() == value


def test_drag_goes_by_steps(slider, values, qtbot):
    """While it is dragged it reports steps only, each of them at once."""
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.5))
    for x in range(100, 190):
        qtbot.mouseMove(slider, QPoint(x, slider.height() // 2))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.95))
    assert values == sorted(set(values))
    assert all(value % 5 == 0 for value in values)
    assert values[-1] == 100


def test_can_wait_until_it_is_let_go(slider, values, qtbot):
    """Without tracking a drag reports once, at its end."""
    slider.setTracking(False)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.6))
    qtbot.mouseMove(slider, at(slider, 0.95))
    assert values == []
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.95))
    assert values == [100]


def test_other_buttons_do_nothing(slider, values, qtbot):
    """A right click sets nothing."""
    qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 0.9))
    assert values == []


def test_wheel_belongs_to_the_page(slider, values):
    """Scrolling over it changes nothing and is passed on."""
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
    QApplication.sendEvent(slider, wheel)
    assert values == []
    assert not wheel.isAccepted()


def test_showing_reports_nothing(slider, values):
    """What is shown was not chosen here; and what is under the hand stays there."""
    slider.show_value(20, 0, 100, 5)
    assert (slider.value(), values) == (20, [])
    slider.setSliderDown(True)
    slider.show_value(80, 0, 100, 5)
    assert slider.value() == 20
    slider.setSliderDown(False)


def test_runs_from_the_right(slider, qtbot):
    """In a language from right to left the most is on the left."""
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=at(slider, 0.0))
    assert slider.value() == 100
