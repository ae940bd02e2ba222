"""Our button: three ways to press it, and what is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from retrowalk.gui.measures import TextSize
from retrowalk.gui.theme import LIGHT
from retrowalk.gui.widgets.button import Button, ButtonColours, ButtonKind
from retrowalk.gui.widgets.icons import Icon
from tests.helpers.look import colour_at, first_column, show_active


@pytest.fixture
def make(dress, qtbot):
    """Make a button and show it at the size that it wants."""

    def make_one(text="Start", **rest):
        button = Button("start_button", text, **rest)
        qtbot.addWidget(button)
        button.show()
        return button

    return make_one


def colours(**rest):
    """Colours that no theme has."""
    fields = {
        "ground": "#102030",
        "hover": "#203040",
        "pressed": "#304050",
        "text": "#f0f0f0",
        "focus": "#ff0000",
    }
    return ButtonColours(**{name: QColor(value) for name, value in fields.items()} | {"edge": None} | rest)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(make, qtbot, key):
    """Enter presses whatever has the keyboard, as Space does."""
    button = make()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_click_presses_it(make, qtbot):
    """So does the mouse."""
    button = make()
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_says_what_it_is_called(make):
    """A screen reader gets the text, or better words for an icon."""
    assert make().accessibleName() == "Start"
    assert make("", icon=Icon.NEXT, spoken="Skip").accessibleName() == "Skip"


def test_ampersand_is_a_letter(make):
    """Text is shown as it is: no letter is eaten for a mnemonic."""
    assert make("Rest & go").sizeHint().width() > make("Rest go").sizeHint().width()


@pytest.mark.parametrize("more", [{"size": TextSize.TITLE}, {"key": "S"}, {"icon": Icon.PLAY}])
def test_has_room_for_all_of_it(make, more):
    """Larger text, a key and an icon make it wider."""
    assert make(**more).sizeHint().width() > make().sizeHint().width()


def test_is_cut_rather_than_pushing_the_page_apart(make):
    """A long text asks for its width, and can do with less."""
    button = make("A text that is long enough for two buttons and more")
    assert button.minimumSizeHint().width() < button.sizeHint().width() / 2


def test_changed_label_is_seen_and_heard(make):
    """One button says Pause now and Resume then."""
    button = make("Pause", icon=Icon.PAUSE)
    before = button.grab().toImage()
    button.show_label("Resume", Icon.PLAY)
    assert button.accessibleName() == "Resume"
    assert button.grab().toImage() != before


def test_primary_is_painted_in_the_accent(make):
    """The ground of the primary button is the accent, of a quiet one nothing."""
    primary = make("", icon=Icon.PLAY, kind=ButtonKind.PRIMARY)
    quiet = make("", icon=Icon.PLAY, kind=ButtonKind.QUIET)
    assert colour_at(primary, 12, 12) == LIGHT.accent
    assert colour_at(quiet, 12, 12) != LIGHT.accent


def test_colours_of_a_phase_can_be_put_on(make):
    """It is painted with the colours given, until they are taken back."""
    button = make("", icon=Icon.PLAY)
    button.set_colours(colours())
    assert colour_at(button, 12, 12) == QColor("#102030")
    button.set_colours(None)
    assert colour_at(button, 12, 12) == LIGHT.surface


def test_ring_is_for_the_keyboard(make, qtbot):
    """The ring shows when the keyboard comes by Tab, not when the mouse clicks."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    buttons = make(), make()
    for button in buttons:
        button.set_colours(colours())
        layout.addWidget(button)
    show_active(qtbot, page)
    buttons[1].setFocus(Qt.FocusReason.MouseFocusReason)
    assert first_column(buttons[1], "#ff0000") is None
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert first_column(buttons[0], "#ff0000") is not None


def test_reads_from_the_right(make):
    """In a language from right to left the icon stands right of the text."""
    button = make("Skip", icon=Icon.PLAY)
    beginning = QRect(0, 0, 10, 10)
    assert button.laid(beginning) == beginning
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert button.laid(beginning).right() == button.rect().right()


def test_what_cannot_be_pressed_looks_so(make, qtbot):
    """A disabled button is pale, and deaf."""
    button = make(kind=ButtonKind.PRIMARY)
    enabled = colour_at(button, 12, 25)
    button.setEnabled(False)
    assert colour_at(button, 12, 25).lightness() > enabled.lightness() + 40
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
