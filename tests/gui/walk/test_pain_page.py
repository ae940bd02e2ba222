"""Pain in the middle of a walk: one key, then four ways."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.walk.pain_page import PainPage
from retrowalk.gui.widgets.button import Button, ButtonKind
from retrowalk.gui.widgets.label import Label
from retrowalk.gui.widgets.tile import Tile
from retrowalk.presenters.check_view import PAIN_SCALE
from tests.helpers.look import settle, show_active


@pytest.fixture
def page(dress, qtbot):
    """The page with its question."""
    page = PainPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.ask(PAIN_SCALE)
    show_active(qtbot, page)
    return page


@pytest.fixture
def wishes(page):
    """What the page wished for, in order."""
    wishes: list[Any] = []
    page.rated.connect(wishes.append)
    for name in (
        "cancelled",
        "go_on_requested",
        "forward_only_requested",
        "cool_down_requested",
        "stop_requested",
        "trouble_requested",
    ):
        getattr(page, name).connect(lambda name=name: wishes.append(name))
    return wishes


def tiles(page):
    """The ways to go on, in order."""
    return [tile for tile in page.findChildren(Tile) if tile.isVisible()]


def press(qtbot, page, *keys):
    """Press keys where the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def offer(page, score, stop_line=5):
    """Offer the ways to go on."""
    page.offer(score, stop_line)
    settle()


def test_one_key_rates(page, qtbot, wishes):
    """As before and after the walk."""
    press(qtbot, page, "4")
    assert wishes == [4]


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_G, "go_on_requested"),
        (Qt.Key.Key_F, "forward_only_requested"),
        (Qt.Key.Key_C, "cool_down_requested"),
        (Qt.Key.Key_S, "stop_requested"),
        (Qt.Key.Key_Escape, "cancelled"),
    ],
)
def test_one_key_chooses_a_way(page, qtbot, wishes, key, wish):
    """Each way has a letter; a second offer does not make it two."""
    offer(page, 7)
    offer(page, 3)
    press(qtbot, page, key)
    assert wishes == [wish]


@pytest.mark.parametrize("number", range(4))
def test_click_chooses_a_way(page, qtbot, wishes, number):
    """So does the mouse."""
    offer(page, 3)
    names = ["go_on_requested", "forward_only_requested", "cool_down_requested", "stop_requested"]
    qtbot.mouseClick(tiles(page)[number], Qt.MouseButton.LeftButton)
    assert wishes == [names[number]]


def test_arrows_and_enter_choose_a_way(page, qtbot, wishes):
    """The first way has the keyboard."""
    offer(page, 3)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert wishes == ["stop_requested"]


def test_above_the_stop_line_stop_comes_first(page, qtbot, wishes):
    """It says so, stands in front, stands out, and Enter takes it."""
    offer(page, 6)
    title = page.findChild(Label, "offer_title").text()
    assert "above your stop line of 5" in title
    assert "Stop first" in title
    assert [tile.kind is ButtonKind.PRIMARY for tile in tiles(page)] == [True, False, False, False]
    press(qtbot, page, Qt.Key.Key_Return)
    assert wishes == ["stop_requested"]


def test_at_the_stop_line_nothing_is_advised(page):
    """The line itself is not above it."""
    offer(page, 5)
    assert "Stop first" not in page.findChild(Label, "offer_title").text()
    assert all(tile.kind is ButtonKind.PLAIN for tile in tiles(page))


def test_answer_can_be_corrected(page, qtbot, wishes):
    """Whoever typed 1 and 0 for ten sees it, and answers again."""
    press(qtbot, page, "1")
    offer(page, 1)
    press(qtbot, page, "0")
    assert "Pain 1 of 10" in page.findChild(Label, "offer_title").text()
    qtbot.mouseClick(page.findChild(Button, "change_pain_button"), Qt.MouseButton.LeftButton)
    settle()
    press(qtbot, page, Qt.Key.Key_T)
    assert wishes == [1, 10]


@pytest.mark.parametrize("offered", [False, True])
def test_signs_of_danger_can_be_told_at_any_time(page, qtbot, wishes, offered):
    """Before and after the number."""
    if offered:
        offer(page, 3)
    button = next(
        button for button in page.findChildren(Button) if "dizzy" in button.text() and button.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == ["trouble_requested"]


def test_question_can_be_left(page, qtbot, wishes):
    """Escape goes back to the walk, unanswered."""
    press(qtbot, page, Qt.Key.Key_Escape)
    assert wishes == ["cancelled"]
