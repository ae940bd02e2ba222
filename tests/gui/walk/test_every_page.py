"""What holds for every page of the Walk place: names, the keyboard, and nothing cut at any size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea, QWidget

from retrowalk.gui.theme import DARK
from retrowalk.gui.walk.after_page import AfterPage
from retrowalk.gui.walk.check_page import CheckPage
from retrowalk.gui.walk.idle_page import IdlePage
from retrowalk.gui.walk.pain_page import PainPage
from retrowalk.gui.walk.summary_page import SummaryPage
from retrowalk.gui.walk.walking_page import WalkingPage
from retrowalk.presenters.check_view import CHECKLIST, PAIN_SCALE, ForwardProposal
from retrowalk.presenters.summary_view import SummaryView
from tests.helpers.idle_views import a_strange_preset, an_idle_view
from tests.helpers.look import lies_in, place_in, settle, show_active
from tests.helpers.walk_views import a_walk_view


def idle(chosen=None):
    """What is seen first."""
    page = IdlePage()
    page.show_state(an_idle_view(chosen))
    return page


def chooser():
    """Every preset to choose from."""
    page = idle()
    page.open_chooser()
    return page


def check():
    """The question before a walk."""
    page = CheckPage()
    page.ask(PAIN_SCALE, CHECKLIST)
    return page


def proposal():
    """The proposal to walk forward only."""
    page = CheckPage()
    page.propose(
        ForwardProposal(reason="7 is a lot of pain. Walk forward only today? It is a good session too.")
    )
    return page


def walking():
    """A walk with a message."""
    page = WalkingPage()
    page.show_state(a_walk_view())
    page.show_message("No sound: the headphones are gone. The walk goes on without it.")
    return page


def pain():
    """The question in a walk."""
    page = PainPage()
    page.ask(PAIN_SCALE)
    return page


def offer():
    """The ways to go on."""
    page = pain()
    page.offer(7, 5)
    return page


def after():
    """The first question after a walk."""
    page = AfterPage()
    page.ask()
    return page


def summary():
    """What a walk came to, just stopped."""
    page = SummaryPage()
    page.show_state(
        SummaryView(title="Walk finished", rows=(("Backward", "2 min"), ("Forward", "8 min 30 s")) * 2)
    )
    page.show_saved(True)
    page.offer_resume(True)
    return page


PAGES = {
    "idle": idle,
    "idle_strange": lambda: idle(a_strange_preset()),
    "chooser": chooser,
    "check": check,
    "proposal": proposal,
    "walking": walking,
    "pain": pain,
    "offer": offer,
    "after": after,
    "summary": summary,
}


@pytest.fixture(params=list(PAGES))
def make_page(request, dress, qtbot):
    """Make one of the pages and show it."""

    def make(width=800, height=500):
        page = PAGES[request.param]()
        qtbot.addWidget(page)
        page.resize(width, height)
        show_active(qtbot, page)
        return page

    return make


def controls(page):
    """Everything that can be seen and have the keyboard."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def test_every_control_has_names(make_page):
    """An object name for tests, unique, and one that a screen reader tells."""
    page = make_page()
    found = controls(page)
    names = [control.objectName() for control in found]
    assert found
    assert all(names)
    assert len(set(names)) == len(names)
    assert [control.objectName() for control in found if not control.accessibleName()] == []


def test_every_text_is_plain(make_page):
    """No label takes what a walker wrote for markup."""
    page = make_page()
    labels = page.findChildren(QLabel)
    assert [label.objectName() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []


def test_tab_reaches_every_control(make_page, qtbot):
    """Tab goes round all of them and comes back to where it began."""
    page = make_page()
    expected = {control.objectName() for control in controls(page)}
    start = page.focusWidget()
    seen = set()
    for _ in range(len(expected) + 2):
        seen.add(page.focusWidget().objectName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        settle()
        if page.focusWidget() is start:
            break
    assert seen == expected


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
@pytest.mark.parametrize("size", [(520, 460), (800, 500), (1024, 700), (1920, 1080)])
def test_nothing_is_wider_than_the_window(make_page, dress, size, text_scale):
    """Pages may scroll down; nothing sticks out at the side, and the window keeps its size."""
    dress(text_scale=text_scale)
    page = make_page(*size)
    assert page.size().toTuple() == size
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel | QPlainTextEdit):
            place = place_in(widget, page)
            assert place.left() >= 0, widget.objectName()
            assert place.right() < size[0], widget.objectName()


@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_whatever_is_cut_below_can_be_scrolled_to(make_page, dress, text_scale):
    """Each control can be brought into view in a small window."""
    dress(text_scale=text_scale)
    page = make_page(800, 500)
    for control in controls(page):
        area = control.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(control)
        settle()
        assert not control.visibleRegion().isEmpty(), control.objectName()
        if area is None:
            assert lies_in(control, page), control.objectName()


def test_theme_and_text_size_can_change_while_it_is_seen(make_page, dress):
    """Nothing breaks when the system's colours or the text size change."""
    page = make_page()
    before = page.grab().toImage()
    dress(DARK, 1.5)
    settle()
    assert page.grab().toImage() != before


def test_reads_from_the_right(make_page):
    """In a language from right to left every page keeps its parts inside."""
    page = make_page()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    page.grab()
    for control in controls(page):
        place = place_in(control, page)
        assert place.left() >= 0
        assert place.right() < 800
