"""F44-F46: whatever becomes of the server, its devices or the sound process, sound comes back by itself."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from retrowalk.core.ports import SoundState
from retrowalk.core.walk.cue import Motif
from retrowalk.sound.child import sound_command
from tests.helpers.heard_player import RESOURCES, HeardPlayer, sound_processes
from tests.helpers.sound_server import SINK, wait_until

AGAIN_S = 8.0
"""How long a loaded computer may take where two seconds are meant."""


@pytest.fixture
def heard(tmp_path, monkeypatch):
    """An open player that is listened to and plays."""
    with HeardPlayer(tmp_path, monkeypatch) as player:
        player.wait_for(SoundState.PLAYING)
        yield player


def is_heard(player, ear, motif=Motif.BACKWARD):
    """Tell a motif and fail unless it is heard at its instant; a busy computer may cut one, but not three."""
    for _ in range(3):
        at_s = time.monotonic() + 1.5
        player.tell((motif, at_s))
        wait_until(lambda at_s=at_s: ear.since(at_s + 1.0).size)
        heard_s, likeness = ear.find(player.clips.motif(motif), at_s)
        if likeness > 0.9:
            break
    assert likeness > 0.9, f"{motif} is not heard: {likeness:.2f}"
    assert abs(heard_s - at_s) < 0.060


def states_since(player, count):
    """Return the states that were told after the first `count`."""
    return [status.state for status in player.statuses[count:]]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "frozen"])
def test_a_dead_or_frozen_sound_process_is_replaced(heard, number):
    """Cues told before are heard in time from the next process; those of the gap are not heard late."""
    (first,) = sound_processes()
    begin_s = time.monotonic()
    heard.tell((Motif.TURN, begin_s + 0.3), (Motif.BACKWARD, begin_s + 6.0))
    os.kill(first, number)
    wait_until(lambda: heard.ear.since(begin_s + 7.2).size)
    assert abs(heard.error_s(heard.ear, Motif.BACKWARD, begin_s + 6.0)) < 0.060
    assert heard.ear.loudness(begin_s + 2.5, begin_s + 5.8) < 0.003
    assert first not in sound_processes()
    assert len(sound_processes()) == 1


def test_a_server_that_crashes_again_and_again(heard, expect_log):
    """Each time the loss is told within seconds, sound returns with the server, and no old cue with it."""
    expect_log("sound is lost")
    for _ in range(3):
        told = len(heard.statuses)
        # Too soon for any new process: if it is heard after the restart, it is heard late.
        heard.tell((Motif.TURN, time.monotonic() + 0.05))
        heard.server.kill()
        assert heard.wait_for(SoundState.LOST, AGAIN_S) < 3.0
        heard.server.start(SINK)
        ear = heard.listen()
        heard.wait_for(SoundState.PLAYING, AGAIN_S)
        assert states_since(heard, told).count(SoundState.LOST) == 1
        playing_s = time.monotonic()
        wait_until(lambda ear=ear, at_s=playing_s: ear.since(at_s + 0.5).size)
        assert ear.loudness(playing_s - 2, playing_s + 0.5) < 0.003
    is_heard(heard, ear)


def test_the_only_device_goes_and_returns(heard, expect_log):
    """Without a device there is one plain sentence; with it there is sound again within two seconds or so."""
    expect_log("sound is lost")
    heard.server.remove_sink(SINK)
    heard.wait_for(SoundState.LOST, AGAIN_S)
    wait_until(lambda: heard.statuses[-1].reason)
    heard.server.add_sink(SINK)
    ear = heard.listen()
    heard.wait_for(SoundState.PLAYING, AGAIN_S)
    is_heard(heard, ear)


def test_the_default_device_is_followed_unless_one_is_chosen(tmp_path, monkeypatch):
    """Somebody puts headphones on, and the cues go there; a chosen device is kept."""
    with HeardPlayer(tmp_path, monkeypatch, sinks=(SINK, "headphones")) as heard:
        other = heard.listen("headphones")
        heard.wait_for(SoundState.PLAYING)
        heard.server.choose_default("headphones")
        wait_until(lambda: heard.statuses[-1].device == "headphones")
        heard.wait_for(SoundState.PLAYING)
        is_heard(heard, other)
        # The server moved the first ear along with the default device.
        ear = heard.listen(SINK)
        heard.player.choose_output(SINK)
        wait_until(lambda: (heard.statuses[-1].device, heard.state) == (SINK, SoundState.PLAYING))
        is_heard(heard, ear)
        assert {output.id for output in heard.player.outputs()} == {SINK, "headphones"}


def test_without_any_server_there_is_one_sentence(tmp_path, monkeypatch, expect_log):
    """No call waits, nothing is repeated, and sound comes by itself when a server does."""
    expect_log("sound is lost")
    with HeardPlayer(tmp_path, monkeypatch, sinks=None) as heard:
        begin_s = time.monotonic()
        heard.tell((Motif.TURN, begin_s + 0.5))
        heard.player.forget()
        assert time.monotonic() - begin_s < 0.1
        heard.wait_for(SoundState.LOST, AGAIN_S)
        assert heard.statuses[-1].reason == "No sound server answers."
        (waiting,) = sound_processes()
        wait_until(lambda: time.monotonic() > begin_s + 4)
        assert sound_processes() == [waiting]
        assert states_since(heard, 0).count(SoundState.LOST) == 1
        heard.server.start(SINK)
        ear = heard.listen()
        heard.wait_for(SoundState.PLAYING, AGAIN_S)
        is_heard(heard, ear)


def test_a_missing_sound_library_is_a_sentence(tmp_path, monkeypatch, expect_log):
    """Where libpulse is not installed the sound part of Qt cannot be loaded; that is told, and no more."""
    expect_log("sound is lost")
    (tmp_path / "PySide6").mkdir()
    broken = 'raise ImportError("libpulse.so.0: cannot open shared object file")'
    (tmp_path / "PySide6/__init__.py").write_text(broken)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with HeardPlayer(tmp_path, monkeypatch, sinks=None) as heard:
        heard.wait_for(SoundState.LOST, AGAIN_S)
        assert heard.statuses[-1].reason == "No sound: the system lacks libpulse.so.0."


def test_the_sound_process_ends_with_its_parent(tmp_path):
    """Also when the program is killed: the end of its input is enough."""
    command = [sys.executable, "-c", PARENT, *sound_command(RESOURCES)]
    parent = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=tmp_path)
    with parent:
        child = int(parent.stdout.readline())
        parent.kill()
    wait_until(lambda: not is_running(child), what="the end of the sound process")


PARENT = """
import subprocess, sys, time
nowhere = subprocess.DEVNULL
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere)
print(child.pid, flush=True)
time.sleep(60)
"""


def is_running(pid):
    """Return whether a process runs; one that ended and was not yet waited for does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
