"""The media keys and the computer's sleep, along with a walk."""

import pytest
from PySide6.QtCore import QTimer

from retrowalk.core.walk.snapshot import RunState
from retrowalk.gui.walk.attendants import RELEASE_AFTER_MS, Attendants
from retrowalk.system.media_keys import MediaKey
from tests.helpers.presets import a_preset, backward, forward
from tests.helpers.program import TestProgram

PLAN = a_preset(forward(30), backward(30), forward(30), turn_s=20.0)


class _Awake:
    """Remembers what was wished."""

    def __init__(self) -> None:
        self.wishes: list[str] = []

    def hold(self):
        self.wishes.append("hold")

    def release(self):
        self.wishes.append("release")


@pytest.fixture
def walk(qtbot, tmp_path):
    """A program with a walk to start, and attendants of the test's own."""
    with TestProgram(qtbot, tmp_path / "data", opened=[PLAN]) as program:
        program.awake = _Awake()
        program.attendants = Attendants(program.parts.walk.session, program.awake, program.window)
        program.parts.walk.session.start(PLAN, 3)
        yield program
        program.attendants.close()


def test_a_walk_keeps_the_computer_awake_until_its_end(walk):
    """Held from the countdown on, released when the walk is over."""
    assert walk.awake.wishes == ["hold"]
    for _ in range(15 + 130):
        walk.clock.advance(1.0)
        walk.parts.walk.session.tick()
    assert walk.awake.wishes[-1] == "release"
    assert "release" not in walk.awake.wishes[:-1]


def test_a_long_pause_lets_it_sleep_and_going_on_wakes_it(walk):
    """After five minutes of pause it may sleep; a pause that ends sooner changes nothing."""
    session = walk.parts.walk.session
    patience = next(
        timer for timer in walk.attendants.findChildren(QTimer) if timer.interval() == RELEASE_AFTER_MS
    )
    session.toggle_pause()
    assert patience.isActive()
    patience.timeout.emit()
    assert walk.awake.wishes[-1] == "release"
    session.toggle_pause()
    assert walk.awake.wishes[-1] == "hold"
    assert not patience.isActive()


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ([MediaKey.PLAY_PAUSE], RunState.PAUSED),
        ([MediaKey.PAUSE], RunState.PAUSED),
        ([MediaKey.PLAY], RunState.COUNTDOWN),
        ([MediaKey.PAUSE, MediaKey.PAUSE], RunState.PAUSED),
        ([MediaKey.PAUSE, MediaKey.PLAY], RunState.COUNTDOWN),
        ([MediaKey.PLAY_PAUSE, MediaKey.PLAY_PAUSE], RunState.COUNTDOWN),
    ],
)
def test_media_keys_pause_and_go_on(walk, qtbot, keys, state):
    """Play only goes on, pause only pauses, and the key that does both does both."""
    for key in keys:
        walk.attendants.key_pressed.emit(key)
        walk.settle()
    assert walk.parts.service.snapshot().state is state


def test_a_key_that_comes_after_the_end_does_nothing(walk):
    """A late key neither resumes nor raises."""
    walk.parts.service.stop()
    walk.parts.walk.session.tick()
    walk.attendants.key_pressed.emit(MediaKey.PLAY_PAUSE)
    walk.settle()
    assert walk.parts.service.snapshot().state is RunState.STOPPED
