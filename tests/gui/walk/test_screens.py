"""The decisive screens, as they were looked at and accepted."""

import pytest

from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.gui.walk.check_page import CheckPage
from retrowalk.gui.walk.idle_page import IdlePage
from retrowalk.gui.walk.walking_page import WalkingPage
from retrowalk.presenters.check_view import CHECKLIST, PAIN_SCALE
from tests.helpers.idle_views import an_idle_view
from tests.helpers.walk_views import IN_BACKWARD_S, IN_TURN_S, a_paused_view, a_walk_view


@pytest.mark.parametrize(
    ("name", "view", "theme"),
    [
        ("walking_forward", a_walk_view(), LIGHT),
        ("walking_backward", a_walk_view(IN_BACKWARD_S), LIGHT),
        ("walking_turn", a_walk_view(IN_TURN_S), LIGHT),
        ("walking_paused", a_paused_view(), LIGHT),
        ("walking_backward_dark", a_walk_view(IN_BACKWARD_S), DARK),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_walking(dress, qtbot, assert_screenshot, name, view, theme):
    """Each phase, the pause, and the dark theme."""
    dress(theme)
    page = WalkingPage()
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show_state(view)
    assert_screenshot(page, name)


def test_walking_with_large_text(dress, qtbot, assert_screenshot):
    """The smallest window with the largest text."""
    dress(text_scale=2.0)
    page = WalkingPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    page.show_state(a_walk_view(IN_TURN_S))
    assert_screenshot(page, "walking_turn_large_text")


def test_idle(dress, qtbot, assert_screenshot):
    """What is seen first."""
    page = IdlePage()
    qtbot.addWidget(page)
    page.resize(860, 600)
    page.show_state(an_idle_view())
    assert_screenshot(page, "idle")


def test_check(dress, qtbot, assert_screenshot):
    """The question before a walk, with the check list of the first times."""
    page = CheckPage()
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.ask(PAIN_SCALE, CHECKLIST)
    assert_screenshot(page, "check")
