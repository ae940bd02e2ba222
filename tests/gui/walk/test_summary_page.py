"""What a walk came to, and whether it is on the disk."""

import pytest
from PySide6.QtCore import Qt

from retrowalk.gui.walk.summary_page import SummaryPage
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.label import Label
from retrowalk.presenters.summary_view import SummaryView
from tests.helpers.look import settle, show_active

VIEW = SummaryView(
    title="Walk finished", rows=(("Backward", "2 min"), ("Forward", "8 min"), ("Turns", "4 turns"))
)


@pytest.fixture
def page(dress, qtbot):
    """The page of a walk."""
    page = SummaryPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show_state(VIEW)
    show_active(qtbot, page)
    return page


def shown(page):
    """The texts that can be read."""
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_shows_the_figures(page):
    """The title, and each name before its figure; those of the last walk are gone."""
    page.show_state(VIEW)
    settle()
    assert shown(page) == ["Walk finished", "Backward", "2 min", "Forward", "8 min", "Turns", "4 turns"]


def test_says_saved_only_when_told(page):
    """First nothing, then that it is being saved, then that it is."""
    page.show_saved(False)
    assert "Saving …" in shown(page)
    page.show_saved(True)
    assert "Saved on this computer." in shown(page)


def test_enter_is_done(page, qtbot):
    """One key leads back to choosing."""
    with qtbot.waitSignal(page.done_requested):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_resume_only_when_offered(page, qtbot):
    """The way back into the walk is there when it may be gone."""
    resume = page.findChild(Button, "resume_button")
    assert not resume.isVisible()
    page.offer_resume(True)
    with qtbot.waitSignal(page.resume_requested):
        qtbot.mouseClick(resume, Qt.MouseButton.LeftButton)
    page.offer_resume(False)
    assert not resume.isVisible()
