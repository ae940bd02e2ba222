"""The Walk place before a walk: one key starts, two choose another walk."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.walk.idle_page import IdlePage
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label
from retrowalk.gui.widgets.tile import Tile
from tests.helpers.idle_views import an_idle_view
from tests.helpers.look import settle, show_active
from tests.helpers.presets import built_in, built_in_presets


@pytest.fixture
def page(dress, qtbot):
    """The page with First steps on it."""
    page = IdlePage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show_state(an_idle_view())
    show_active(qtbot, page)
    return page


@pytest.fixture
def wishes(page):
    """What the page wished for, in order."""
    wishes: list[Any] = []
    page.start_requested.connect(lambda: wishes.append("start"))
    page.preset_chosen.connect(wishes.append)
    return wishes


def shown(page):
    """The texts that can be read."""
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def button(page, name):
    """A button by its object name."""
    return page.findChild(Button, name)


def press(qtbot, page, *keys):
    """Press keys where the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def test_shows_the_preset(page):
    """Its name, length, minutes backward, turns, and where it comes from."""
    texts = shown(page)
    assert texts[:2] == ["First steps", "13 min · 2 min backward · 4 turns"]
    assert texts[2] == built_in("First steps").about


def test_enter_starts(page, qtbot, wishes):
    """One key repeats the last walk."""
    press(qtbot, page, Qt.Key.Key_Return)
    assert wishes == ["start"]


def test_enter_starts_without_a_button_in_focus(page, qtbot, wishes):
    """A click beside the button does not take the key away."""
    qtbot.keyClick(page, Qt.Key.Key_Enter)
    assert wishes == ["start"]


def test_click_starts(page, qtbot, wishes):
    """So does the mouse."""
    qtbot.mouseClick(button(page, "start_button"), Qt.MouseButton.LeftButton)
    assert wishes == ["start"]


def test_start_has_the_keyboard_whenever_the_page_comes(page):
    """Back from a walk, Enter starts the next one."""
    button(page, "choose_button").setFocus()
    page.hide()
    page.show()
    settle()
    assert page.focusWidget() is button(page, "start_button")


def test_other_walks_are_one_press_away(page, qtbot, wishes):
    """Every preset is there; arrows and Enter choose one; nothing starts by itself."""
    qtbot.mouseClick(button(page, "choose_button"), Qt.MouseButton.LeftButton)
    tiles = [tile for tile in page.findChildren(Tile) if tile.isVisibleTo(page)]
    assert [tile.accessibleName() for tile in tiles] == [preset.name for preset in built_in_presets()]
    assert page.focusWidget().accessibleName() == "First steps"
    press(qtbot, page, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert wishes == [built_in_presets()[1].id]


def test_last_tile_is_scrolled_into_view(page, qtbot):
    """Going down with the arrows never leaves the window."""
    page.open_chooser()
    settle()
    for _ in range(30):
        press(qtbot, page, Qt.Key.Key_Down)
    settle()
    focused = page.focusWidget()
    assert isinstance(focused, Tile)
    assert not focused.visibleRegion().isEmpty()


def test_escape_goes_back(page, qtbot, wishes):
    """Nothing is chosen, and Start has the keyboard again."""
    page.open_chooser()
    settle()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert wishes == []
    assert page.focusWidget() is button(page, "start_button")


def test_chosen_preset_is_shown_at_once(page):
    """A new view closes the chooser and shows what was chosen; the chooser marks it from then on."""
    page.open_chooser()
    page.show_state(an_idle_view(built_in("Forward only")))
    settle()
    assert shown(page)[0] == "Forward only"
    page.open_chooser()
    settle()
    marked = [tile for tile in page.findChildren(Tile) if tile.marked and tile.isVisible()]
    assert [tile.accessibleName() for tile in marked] == ["Forward only"]
    assert page.focusWidget() is marked[0]


def test_one_question_has_its_place_on_top(page):
    """Whatever is asked first stands above the preset."""
    question = Label("question", text="How strong was the pain this morning?")
    page.put_question(question)
    settle()
    assert question.isVisible()
    assert (
        question.mapTo(page, question.pos() * 0).y()
        < page.findChild(Label, "preset_name").mapTo(page, question.pos() * 0).y()
    )
