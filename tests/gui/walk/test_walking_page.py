"""The walk: keys that work wherever the keyboard is, buttons, and nothing cut."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from retrowalk.core.walk.preset import TurnKind
from retrowalk.gui.theme import DARK, LIGHT, THEMES
from retrowalk.gui.walk.walk_controls import WalkControls
from retrowalk.gui.walk.walking_page import SIZES, WalkingPage
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label
from retrowalk.presenters.walk_view import ColourRole
from tests.helpers.colours import contrast, over
from tests.helpers.look import colour_at, lies_in, settle, show_active
from tests.helpers.presets import a_preset
from tests.helpers.walk_views import IN_BACKWARD_S, a_paused_view, a_walk_view

# Simulated key presses of media keys have no letter, and Qt's tests say so.
pytestmark = pytest.mark.qt_log_ignore("keyToAscii Unhandled key code", extend=True)
WAITING = a_walk_view(62, a_preset(turn=TurnKind.WAIT))


class Window(QWidget):
    """A window with the page, and with something else that may have the keyboard."""

    def __init__(self):
        super().__init__()
        self.page = WalkingPage()
        self.elsewhere = Button("elsewhere_button", "Elsewhere")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        layout.addWidget(self.elsewhere)
        self.resize(800, 560)


@pytest.fixture
def window(dress, qtbot):
    """A window in a walk."""
    window = Window()
    qtbot.addWidget(window)
    window.page.show_state(a_walk_view())
    show_active(qtbot, window)
    return window


@pytest.fixture
def page(window):
    """The page in its window."""
    return window.page


@pytest.fixture
def wishes(page):
    """What the page wished for, in order."""
    wishes: list[Any] = []
    for name in (
        "pause_toggled",
        "go_on_requested",
        "pain_requested",
        "stop_requested",
        "back_requested",
        "skip_requested",
    ):
        getattr(page, name).connect(lambda name=name: wishes.append(name))
    page.time_requested.connect(wishes.append)
    return wishes


def press(qtbot, page, *keys):
    """Press keys where the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key)


def buttons(page):
    """All buttons by object name."""
    return {button.objectName(): button for button in page.findChildren(Button)}


KEYS = [
    (Qt.Key.Key_Space, "pause_toggled"),
    (Qt.Key.Key_MediaTogglePlayPause, "pause_toggled"),
    (Qt.Key.Key_MediaPlay, "pause_toggled"),
    (Qt.Key.Key_Left, "back_requested"),
    (Qt.Key.Key_PageUp, "back_requested"),
    (Qt.Key.Key_Right, "skip_requested"),
    (Qt.Key.Key_PageDown, "skip_requested"),
    (Qt.Key.Key_Up, 15.0),
    (Qt.Key.Key_Down, -15.0),
    (Qt.Key.Key_P, "pain_requested"),
]


@pytest.mark.parametrize(("key", "wish"), KEYS)
def test_keys(page, qtbot, wishes, key, wish):
    """Every wish has its key."""
    press(qtbot, page, key)
    assert wishes == [wish]


@pytest.mark.parametrize(("key", "wish"), KEYS)
def test_keys_work_wherever_the_keyboard_is(page, qtbot, wishes, key, wish):
    """Also after a click on another button, or in another part of the window."""
    buttons(page)["pain_button"].setFocus()
    press(qtbot, page, key)
    page.window().elsewhere.setFocus()
    press(qtbot, page, key)
    assert wishes == [wish, wish]


def test_keys_mean_nothing_when_another_page_is_seen(page, qtbot, wishes):
    """The walk is not paused by a Space in a note."""
    page.hide()
    page.window().elsewhere.setFocus()
    press(qtbot, page, *(key for key, _ in KEYS))
    assert wishes == []


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("pause_button", "pause_toggled"),
        ("pain_button", "pain_requested"),
        ("phase_back_button", "back_requested"),
        ("skip_phase_button", "skip_requested"),
        ("less_time_button", -15.0),
        ("more_time_button", 15.0),
    ],
)
def test_buttons(page, qtbot, wishes, name, wish):
    """Every wish has its button, and Enter presses it."""
    qtbot.mouseClick(buttons(page)[name], Qt.MouseButton.LeftButton)
    qtbot.keyClick(buttons(page)[name], Qt.Key.Key_Return)
    assert wishes == [wish, wish]


def test_held_key_is_one_wish(page, qtbot, wishes):
    """Nobody who holds a key means a hundred skips."""
    target = page.window().focusWidget()
    for repeated in (False, *[True] * 50):
        for kind in (QKeyEvent.Type.ShortcutOverride, QKeyEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "", repeated)
            QApplication.sendEvent(target, event)
    assert wishes in ([], ["skip_requested"])


def test_stop_needs_two_presses(page, qtbot, wishes):
    """S alone does nothing; it says that it wants another one."""
    press(qtbot, page, Qt.Key.Key_S)
    assert wishes == []
    assert buttons(page)["stop_button"].text() == "Stop: again"


def test_large_button_says_what_it_does(page, qtbot, wishes):
    """Pause, Resume in a pause, Go on where the phase waits; Space does the same."""
    main = buttons(page)["pause_button"]
    assert main.accessibleName() == "Pause"
    page.show_state(a_paused_view())
    assert main.accessibleName() == "Resume"
    press(qtbot, page, Qt.Key.Key_Space)
    page.show_state(WAITING)
    assert main.accessibleName() == "Go on"
    press(qtbot, page, Qt.Key.Key_Space)
    assert wishes == ["pause_toggled", "go_on_requested"]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("role", ColourRole)
def test_buttons_can_be_read_in_every_phase(dress, qtbot, theme, role):
    """What is written on a button is 4.5:1 and more, also under the pointer."""
    dress(theme)
    controls = WalkControls()
    qtbot.addWidget(controls)
    controls.show_role(role)
    ground = theme.phase(role).ground
    for button in controls.findChildren(Button):
        colours = button.colours
        for surface in (colours.ground, colours.hover):
            assert contrast(colours.text, over(surface, ground)) >= 4.5, button.objectName()


def test_whole_page_has_the_colour_of_the_phase(page):
    """Round the buttons too; and it follows the theme."""
    page.show_state(a_walk_view(IN_BACKWARD_S))
    settle()
    assert colour_at(page, 2, page.height() - 2) == LIGHT.backward.ground


def test_theme_can_change_in_a_walk(page, dress):
    """Evening comes: page and buttons take the dark colours."""
    dress(DARK)
    settle()
    assert colour_at(page, 2, page.height() - 2) == DARK.forward.ground
    assert buttons(page)["pause_button"].colours.ground == DARK.forward.text


def test_message_is_shown_and_goes(page):
    """One line on top for what the walker should know; none is no line."""
    message = page.findChild(Label, "walk_message")
    assert not message.isVisible()
    page.show_message("No sound: the headphones are gone.")
    settle()
    assert message.isVisible()
    assert lies_in(message, page)
    page.show_message("")
    assert not message.isVisible()


@pytest.mark.parametrize(
    ("keys", "size"),
    [
        ([Qt.Key.Key_Plus], SIZES[3]),
        ([Qt.Key.Key_Equal], SIZES[3]),
        ([Qt.Key.Key_Minus], SIZES[1]),
        ([Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_0], 1.0),
    ],
)
def test_size_by_keys(page, qtbot, keys, size):
    """Larger, smaller, and as it was; the new size is told."""
    sizes: list[Any] = []
    page.size_changed.connect(sizes.append)
    for key in keys:
        qtbot.keyClick(page.window().focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert sizes[-1] == size


def test_size_by_wheel(page):
    """Ctrl and the wheel, up to the largest; the wheel alone does nothing."""
    sizes: list[Any] = []
    page.size_changed.connect(sizes.append)
    for modifiers in (Qt.KeyboardModifier.NoModifier, *[Qt.KeyboardModifier.ControlModifier] * 9):
        QApplication.sendEvent(page, wheel(page, modifiers))
    assert sizes == [*SIZES[3:], *[SIZES[-1]] * (9 - len(SIZES[3:]))]


def wheel(page, modifiers):
    """One notch of the wheel, up."""
    at = QPointF(page.rect().center())
    no_button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, page.mapToGlobal(at), QPoint(), QPoint(0, 120), no_button, modifiers, phase, False)


def test_mirror_by_key(page, qtbot):
    """M turns the picture for a mirror, and back; it is told, to be kept."""
    told: list[Any] = []
    page.mirror_changed.connect(told.append)
    plain = page.grab().toImage()
    press(qtbot, page, Qt.Key.Key_M)
    assert page.grab().toImage() != plain
    press(qtbot, page, Qt.Key.Key_M)
    assert page.grab().toImage() == plain
    assert told == [True, False]


@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(640, 480), (800, 500), (1024, 700), (1920, 1080), (3840, 2160)])
def test_no_button_is_cut(dress, qtbot, size, text_scale):
    """At every size of window and text each button has its width, with its widest words."""
    dress(text_scale=text_scale)
    page = WalkingPage()
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle()
    for view in (a_paused_view(), a_walk_view(), WAITING):
        page.show_state(view)
        settle()
        for button in buttons(page).values():
            assert lies_in(button, page)
            assert button.width() >= button.sizeHint().width() - 1, button.objectName()
        assert page.size().toTuple() == size


def test_keyboard_rests_on_the_view(page):
    """A screen reader reads the view, whose name changes, and not a button."""
    assert page.window().focusWidget().objectName() == "phase_display"
    assert page.window().focusWidget().accessibleName().startswith("Forward")
