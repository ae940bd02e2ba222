"""A question answered by one key, one click, or arrows and Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from retrowalk.gui.widgets.scale import Scale, ScoreButton
from retrowalk.presenters.check_view import EFFORT_SCALE, PAIN_SCALE
from tests.helpers.look import lies_in, settle, show_active


class Page(QWidget):
    """A page with a scale and something else that may have the keyboard."""

    def __init__(self):
        super().__init__()
        self.scale, self.other = Scale("pain"), QLineEdit()
        self.other.setReadOnly(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.scale)
        layout.addWidget(self.other)


@pytest.fixture
def page(dress, qtbot):
    """A page on which the pain is asked for."""
    page = Page()
    qtbot.addWidget(page)
    page.scale.ask(PAIN_SCALE)
    page.resize(800, 300)
    show_active(qtbot, page)
    page.scale.setFocus()
    return page


@pytest.fixture
def answers(page):
    """What was answered, in order."""
    answers: list[int] = []
    page.scale.answered.connect(answers.append)
    return answers


def press(qtbot, page, *keys):
    """Press keys wherever the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


@pytest.mark.parametrize("score", range(10))
def test_one_key_answers(page, qtbot, answers, score):
    """A digit is the answer at once."""
    press(qtbot, page, str(score))
    assert answers == [score]


def test_ten_has_a_key_of_its_own(page, qtbot, answers):
    """T is ten, since no key has two digits."""
    press(qtbot, page, Qt.Key.Key_T)
    assert answers == [10]


def test_keypad_counts(page, qtbot, answers):
    """The digits of the number pad are digits."""
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_7, Qt.KeyboardModifier.KeypadModifier)
    assert answers == [7]


def test_keys_work_wherever_the_keyboard_is(page, qtbot, answers):
    """A click somewhere else does not take the one key away."""
    page.other.setFocus()
    press(qtbot, page, "4")
    assert answers == [4]


def test_hidden_question_is_not_answered(page, qtbot, answers):
    """A digit typed on another page is not an answer."""
    page.scale.hide()
    page.other.setFocus()
    press(qtbot, page, "4")
    assert answers == []


def test_nothing_is_chosen_beforehand(page, qtbot, answers):
    """Enter and Space mean nothing before an arrow was pressed."""
    press(qtbot, page, Qt.Key.Key_Return, Qt.Key.Key_Space)
    assert answers == []


@pytest.mark.parametrize(
    ("arrows", "answer"),
    [
        ([Qt.Key.Key_Right], 0),
        ([Qt.Key.Key_Left], 10),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up], 2),
        ([Qt.Key.Key_End, Qt.Key.Key_Right], 10),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], 9),
        ([Qt.Key.Key_Right, Qt.Key.Key_Left], 0),
    ],
)
def test_arrows_and_enter(page, qtbot, answers, arrows, answer):
    """The first arrow goes to an end of the row, others along it and not beyond."""
    press(qtbot, page, *arrows, Qt.Key.Key_Return)
    assert answers == [answer]


def test_arrows_from_right_to_left(page, qtbot, answers):
    """Where rows run from the right, so do the arrows."""
    page.scale.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert answers == [1]


def test_click_answers(page, qtbot, answers):
    """A click on a number is the answer."""
    button = next(button for button in page.findChildren(ScoreButton) if button.score == 8)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers == [8]


def test_another_question_has_its_own_words(page, qtbot, answers):
    """The ends of the scale are named, for a screen reader too; each number is there once."""
    page.scale.ask(EFFORT_SCALE)
    page.scale.ask(EFFORT_SCALE)
    settle()
    buttons = page.findChildren(ScoreButton)
    shown = [button for button in buttons if button.isVisibleTo(page)]
    assert [button.score for button in shown] == list(range(11))
    assert shown[0].accessibleDescription() == "no effort at all"
    press(qtbot, page, "3")
    assert answers == [3]


def test_scale_of_other_numbers(page, qtbot, answers):
    """A shorter scale takes the place of the longer one, keys included."""
    page.scale.ask(replace(PAIN_SCALE, scores=(0, 1, 2, 3, 4), high_label="most"))
    settle()
    shown = [button.score for button in page.findChildren(ScoreButton) if button.isVisibleTo(page)]
    assert shown == [0, 1, 2, 3, 4]
    press(qtbot, page, "7", "3")
    assert answers == [3]


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("width", [420, 640, 800, 1400])
def test_numbers_fit_into_the_width(dress, page, text_scale, width):
    """In a narrow window, or with large text, the numbers take more rows instead of being cut."""
    dress(text_scale=text_scale)
    page.resize(width, 900)
    settle()
    for button in page.findChildren(ScoreButton):
        assert lies_in(button, page)
        assert button.width() >= button.sizeHint().width()
