"""The tool that people bind their media keys to finds the walk and works it."""

import os
import queue
import shutil
import subprocess

import pytest

pytest.importorskip("jeepney", reason="this system has no message bus")
if missing := [tool for tool in ("dbus-daemon", "playerctl") if shutil.which(tool) is None]:
    pytest.skip(f"not installed: {' '.join(missing)}", allow_module_level=True)

from retrowalk.system.media_keys import MediaKey, MediaKeys
from tests.helpers.message_bus import MessageBus
from tests.helpers.sound_server import wait_until


def playerctl(*words):
    """Return what the tool says, without the end of the line; empty if it finds no player."""
    done = subprocess.run(
        ["playerctl", *words], env=os.environ, capture_output=True, text=True, check=False, timeout=10
    )
    return done.stdout.strip()


@pytest.fixture
def bus(monkeypatch):
    """The session bus that is found."""
    with MessageBus() as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started


def test_worked_by_playerctl(bus):
    """Found while open and not afterwards; each key comes; a pause and a title are seen."""
    pressed: queue.Queue[MediaKey] = queue.Queue()
    keys = MediaKeys(pressed.put)
    keys.show_state("Backward, 2 of 5", playing=True)
    keys.open()
    wait_until(lambda: playerctl("--list-all") == "retrowalk", what="the player")
    for method in ("play-pause", "pause", "play", "next", "previous", "stop"):
        playerctl(method)
    came = [pressed.get(timeout=5.0) for _ in range(6)]
    assert came == [
        MediaKey.PLAY_PAUSE,
        MediaKey.PAUSE,
        MediaKey.PLAY,
        MediaKey.NEXT,
        MediaKey.PREVIOUS,
        MediaKey.PAUSE,
    ]
    assert playerctl("status") == "Playing"
    assert playerctl("metadata", "title") == "Backward, 2 of 5"
    keys.show_state("Backward, 2 of 5", playing=False)
    wait_until(lambda: playerctl("status") == "Paused", what="the pause")
    keys.close()
    assert playerctl("--list-all") == ""
