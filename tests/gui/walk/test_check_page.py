"""Before a walk: one answer by one key, and a proposal that is only a proposal."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.walk.check_page import CheckPage
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label
from retrowalk.presenters.check_view import CHECKLIST, PAIN_SCALE, ForwardProposal
from tests.helpers.look import settle, show_active

PROPOSAL = ForwardProposal(reason="7 is a lot of pain. Walk forward only today?")


@pytest.fixture
def page(dress, qtbot):
    """The page with its question."""
    page = CheckPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.ask(PAIN_SCALE, CHECKLIST)
    show_active(qtbot, page)
    return page


@pytest.fixture
def wishes(page):
    """What the page wished for, in order."""
    wishes: list[Any] = []
    page.rated.connect(wishes.append)
    for name in ("skipped", "cancelled", "forward_chosen", "anyway_chosen"):
        getattr(page, name).connect(lambda name=name: wishes.append(name))
    return wishes


def shown(page):
    """The texts that can be read."""
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def press(qtbot, page, *keys):
    """Press keys where the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


@pytest.mark.parametrize(
    ("key", "wish"),
    [("0", 0), ("7", 7), (Qt.Key.Key_T, 10), (Qt.Key.Key_S, "skipped"), (Qt.Key.Key_Escape, "cancelled")],
)
def test_one_key_answers_skips_or_goes_back(page, qtbot, wishes, key, wish):
    """Nothing needs two keys."""
    press(qtbot, page, key)
    assert wishes == [wish]


def test_nothing_is_chosen_beforehand(page, qtbot, wishes):
    """Enter does not answer for the walker."""
    press(qtbot, page, Qt.Key.Key_Return)
    assert wishes == []


def test_skip_weighs_as_much_as_an_answer(page):
    """Skip looks like the numbers, and is as tall as a line of them is at most."""
    skip, five = page.findChild(Button, "skip_button"), page.findChild(Button, "score_5")
    assert skip.kind is five.kind
    assert skip.height() >= 0.7 * five.height()


def test_check_list_is_shown_when_there_is_one(page):
    """The first times; later it is gone."""
    assert set(CHECKLIST) <= set(shown(page))
    page.ask(PAIN_SCALE, ())
    settle()
    assert not set(CHECKLIST) & set(shown(page))


@pytest.mark.parametrize(("key", "wish"), [(None, "forward_chosen"), (Qt.Key.Key_Tab, "anyway_chosen")])
def test_proposal_has_two_answers(page, qtbot, wishes, key, wish):
    """Enter takes the proposal; one Tab further the walk starts as planned."""
    page.propose(PROPOSAL)
    settle()
    assert PROPOSAL.reason in shown(page)
    press(qtbot, page, *([key] if key else []), Qt.Key.Key_Return)
    assert wishes == [wish]


def test_numbers_do_not_answer_the_proposal(page, qtbot, wishes):
    """A second digit, typed out of habit, is not an answer."""
    page.propose(PROPOSAL)
    settle()
    press(qtbot, page, "0", Qt.Key.Key_S)
    assert wishes == []


def test_proposal_can_be_left(page, qtbot, wishes):
    """Escape goes back to choosing."""
    page.propose(PROPOSAL)
    settle()
    press(qtbot, page, Qt.Key.Key_Escape)
    assert wishes == ["cancelled"]
