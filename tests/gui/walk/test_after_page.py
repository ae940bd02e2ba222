"""After a walk: three questions, each free to skip, each to be corrected."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from retrowalk.gui.walk.after_page import AfterPage
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label
from tests.helpers.look import settle, show_active


@pytest.fixture
def page(dress, qtbot):
    """The page with its first question."""
    page = AfterPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.ask()
    show_active(qtbot, page)
    return page


@pytest.fixture
def answers(page):
    """What was answered, in order."""
    answers: list[Any] = []
    page.rated.connect(answers.append)
    page.described.connect(lambda effort, note: answers.append((effort, note)))
    return answers


def question(page):
    """What is asked now."""
    names = {"question", "note_prompt"}
    return next(
        label.text()
        for label in page.findChildren(Label)
        if label.isVisible() and label.objectName() in names
    )


def press(qtbot, page, *keys):
    """Press keys where the keyboard is."""
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)
        settle()


def test_two_keys_and_a_note(page, qtbot, answers):
    """Pain, effort, note, and done."""
    press(qtbot, page, "3", "6")
    qtbot.keyClicks(page.focusWidget(), "tired at 10 km/h, slept 5 h")
    press(qtbot, page, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert answers == [3, (6, "tired at 10 km/h, slept 5 h")]


def test_everything_can_be_skipped(page, qtbot, answers):
    """Missing is missing: no rating, no effort, no note."""
    press(qtbot, page, Qt.Key.Key_S, Qt.Key.Key_S)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert answers == [(None, "")]


def test_skipping_by_mouse(page, qtbot, answers):
    """The same with clicks."""
    for name in ("skip_pain_button", "skip_effort_button", "described_button"):
        qtbot.mouseClick(page.findChild(Button, name), Qt.MouseButton.LeftButton)
        settle()
    assert answers == [(None, "")]


def test_zero_is_an_answer(page, qtbot, answers):
    """No effort at all is not the same as not said."""
    press(qtbot, page, "0", "0")
    qtbot.mouseClick(page.findChild(Button, "described_button"), Qt.MouseButton.LeftButton)
    assert answers == [0, (0, "")]


def test_answer_can_be_corrected(page, qtbot, answers):
    """Escape goes one question back; the last answer counts."""
    press(qtbot, page, "1", "0", Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert question(page).startswith("Right now")
    press(qtbot, page, Qt.Key.Key_T, "4")
    qtbot.mouseClick(page.findChild(Button, "described_button"), Qt.MouseButton.LeftButton)
    assert answers == [1, 10, (4, "")]


def test_effort_taken_back_is_not_said(page, qtbot, answers):
    """Skipping after an answer takes the answer back."""
    press(qtbot, page, "1", "5")
    qtbot.mouseClick(page.findChild(Button, "back_to_effort_button"), Qt.MouseButton.LeftButton)
    settle()
    press(qtbot, page, Qt.Key.Key_S)
    qtbot.mouseClick(page.findChild(Button, "described_button"), Qt.MouseButton.LeftButton)
    assert answers == [1, (None, "")]


def test_next_walk_begins_afresh(page, qtbot, answers):
    """Nothing of the last walk is left on the page."""
    press(qtbot, page, "3", "6")
    qtbot.keyClicks(page.focusWidget(), "old")
    page.ask()
    settle()
    assert question(page).startswith("Right now")
    assert page.findChild(QPlainTextEdit).toPlainText() == ""
    press(qtbot, page, Qt.Key.Key_S, Qt.Key.Key_S)
    qtbot.mouseClick(page.findChild(Button, "described_button"), Qt.MouseButton.LeftButton)
    assert answers == [3, (None, "")]


def test_pasted_markup_is_text(page, qtbot, answers):
    """A note is what was typed, to the letter, without space around it."""
    press(qtbot, page, Qt.Key.Key_S, Qt.Key.Key_S)
    page.findChild(QPlainTextEdit).setPlainText("  <b>7</b> & more\n")
    qtbot.mouseClick(page.findChild(Button, "described_button"), Qt.MouseButton.LeftButton)
    assert answers == [(None, "<b>7</b> & more")]
