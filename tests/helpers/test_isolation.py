"""No test sees the folders or the desktop of whoever runs it."""

import os
from pathlib import Path

import pytest

from tests.helpers.isolation import FOLDERS

MINE = {name: os.environ.get(name) for name in FOLDERS}


@pytest.mark.parametrize("name", FOLDERS)
def test_folders_are_others_and_exist(name):
    """Every folder of a person is there, empty, and not the one of whoever runs the tests."""
    place = Path(os.environ[name])
    assert str(place) != MINE[name]
    assert place.is_dir()
    assert not list(place.iterdir())


def test_home_is_followed():
    """The home folder that Python finds is the test's own."""
    assert Path.home() == Path(os.environ["HOME"])


@pytest.mark.parametrize("person", ["first", "second"])
def test_two_tests_are_two_persons(person, tmp_path):
    """What one test leaves in its home is not found by another; its own folder starts empty too."""
    assert not list(tmp_path.iterdir())
    assert not list(Path.home().iterdir())
    (Path.home() / "left").touch()


def test_nothing_appears_on_a_screen_or_is_heard():
    """Qt draws offscreen; no display, message bus or sound server is named."""
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys()
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"] == "disabled:"
    assert os.environ["PULSE_SERVER"] == "unix:/nowhere"
