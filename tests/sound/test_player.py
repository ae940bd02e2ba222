"""The players keep the promise of their port: they return at once and never raise."""

import sys
import threading
import time

import pytest

from retrowalk.core.clock import SystemClock
from retrowalk.core.ports import SoundState
from retrowalk.core.walk.cue import Cue, CueKind, Motif, TimedCue
from retrowalk.sound.player import ProcessCuePlayer, SilentCuePlayer

CUE = TimedCue(at_monotonic_s=1.0, cue=Cue(kind=CueKind.TICK, motif=Motif.TICK))
DEAF = "import time; time.sleep(60)"


@pytest.fixture
def player():
    """A player of a process that hears nothing."""
    made = ProcessCuePlayer((sys.executable, "-c", DEAF), SystemClock())
    yield made
    made.close()
    assert made.wait_closed(5.0)


def test_no_call_waits_for_the_process(player):
    """Even one that reads nothing holds nobody up, however much it is told."""
    begin_s = time.perf_counter()  # noqa: TID251  the cost of a call is what is tested
    player.open()
    for _ in range(2000):
        player.tell([CUE] * 5)
        player.forget()
    player.set_volumes(0.5, 0.5)
    player.choose_output("ear")
    assert time.perf_counter() - begin_s < 1.0  # noqa: TID251  as above


def test_a_deaf_process_is_ended_in_bounded_time(player):
    """It does not hear that its input was closed, so it is killed."""
    player.open()
    player.close()
    assert player.wait_closed(4.0)
    assert not [thread for thread in threading.enumerate() if thread.name == "sound keeper"]


def test_listeners_hear_of_each_change(player):
    """From a thread of the player's own."""
    heard, threads = [], set()

    def listen(status):
        heard.append(status.state)
        threads.add(threading.current_thread().name)

    player.listen(listen)
    player.open()
    player.close()
    assert player.wait_closed(4.0)
    assert heard == [SoundState.OPENING, SoundState.CLOSED]
    assert threads == {"sound keeper"}


def test_calls_on_a_closed_player_are_harmless(player):
    """Nothing is started for them."""
    player.close()
    player.forget()
    player.tell([CUE])
    assert player.outputs() == ()
    assert player.wait_closed(0.1)


def test_the_silent_player_says_why():
    """It takes everything and plays nothing."""
    player, heard = SilentCuePlayer("Sounds are off."), []
    player.listen(heard.append)
    player.open()
    player.tell([CUE])
    player.forget()
    player.close()
    assert [(status.state, status.reason) for status in heard] == [(SoundState.CLOSED, "Sounds are off.")]
