"""Looking for a screen before Qt does."""

import sys

import pytest

from retrowalk.app.display import display_problem

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland are there on Linux alone")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    """No display of any kind."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_no_display_is_a_problem():
    """Without any display there is one plain sentence."""
    assert display_problem() == (
        "There is no display to show a window on. Start the program from a desktop session."
    )


def test_a_display_that_does_not_answer_is_named(monkeypatch):
    """A display that nobody serves is found out before Qt aborts on it."""
    monkeypatch.setenv("DISPLAY", ":987")
    assert display_problem() == "The display “:987” does not answer."


def test_a_wayland_name_without_its_socket_is_no_display(monkeypatch, tmp_path):
    """A variable left over from another session does not count."""
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert "no display" in display_problem()


@pytest.mark.parametrize("platform", ["offscreen", "offscreen:size=1x1", "nonsense;offscreen"])
def test_a_platform_without_a_screen_needs_none(monkeypatch, platform):
    """Who asks for a platform that needs no screen gets it."""
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert display_problem() == ""


def test_a_platform_that_is_not_there_is_named_with_those_that_are(monkeypatch):
    """A misspelt platform is answered with the known ones."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "exbee")
    said = display_problem()
    assert "“exbee”" in said
    assert "offscreen" in said
    assert "xcb" in said
