"""The real player of cues on a private sound server, with all that is heard and what it says of itself."""

import os
import time
from pathlib import Path

from retrowalk.core.clock import SystemClock
from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import Cue, CueKind, TimedCue
from retrowalk.sound.child import sound_command
from retrowalk.sound.clips import ClipStore
from retrowalk.sound.player import ProcessCuePlayer
from tests.helpers.sound_server import RATE_HZ, SINK, Recording, SoundServer, wait_until

RESOURCES = Path(__file__).parents[2] / "resources" / "retrowalk_resources"


class HeardPlayer:
    """A server, an ear at its first sink and an open player; all gone at the end of the block.

    Args:
        folder: For the server's files.
        monkeypatch: The test's, which leads this process and its children to the server.
        sinks: What the server has at first; with None it is not started.
        resources: The folder of the packaged sounds.
    """

    def __init__(self, folder, monkeypatch, *, sinks=(SINK,), resources=RESOURCES) -> None:
        self.server = SoundServer(folder)
        for name, value in self.server.environment.items():
            monkeypatch.setenv(name, value)
        self.clips = ClipStore(resources, RATE_HZ)
        self.statuses: list[SoundStatus] = []
        self.player = ProcessCuePlayer(sound_command(resources), SystemClock())
        self.player.listen(self.statuses.append)
        self.ear = None
        self._sinks = sinks
        self._recordings: list[Recording] = []

    def __enter__(self):
        if self._sinks is not None:
            self.server.start(*self._sinks)
        if self._sinks:
            # A null sink that nobody listens to sleeps for up to two seconds before it plays.
            self.ear = self.listen(self._sinks[0])
        self.player.open()
        return self

    def __exit__(self, *_):
        self.player.close()
        closed = self.player.wait_closed(5.0)
        for recording in self._recordings:
            recording.stop()
        self.server.kill()
        self.server.__exit__()
        assert closed, "the player did not close in time"

    @property
    def state(self):
        return self.statuses[-1].state if self.statuses else SoundState.CLOSED

    def listen(self, sink=SINK):
        """Return a recording of a sink, from now on."""
        self._recordings.append(self.server.record(sink))
        return self._recordings[-1]

    def wait_for(self, state, timeout_s=10.0):
        """Wait until the player says so; return how many seconds that took."""
        begin_s = time.monotonic()
        wait_until(lambda: self.state is state, timeout_s, f"{state} after {self.statuses}")
        return time.monotonic() - begin_s

    def tell(self, *motifs_at):
        """Tell cues as pairs of motif and instant."""
        self.player.tell([timed(motif, at_s) for motif, at_s in motifs_at])

    def error_s(self, recording, motif, at_s, within_s=0.3):
        """Return how late a motif was heard, or fail if it was not."""
        heard_s, likeness = recording.find(self.clips.motif(motif), at_s, within_s)
        assert likeness > 0.9, f"{motif} was not heard within {within_s} s of its instant ({likeness:.2f})"
        return heard_s - at_s


def timed(motif, at_s):
    """Return a motif as a timed cue."""
    return TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.CHANGE, motif=motif))


def spoken(words, at_s):
    """Return a phrase as a timed cue."""
    return TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.ACTION, words=words))


def sound_processes(parent=None):
    """Return the ids of the sound processes that a process, by default this one, has started."""
    tasks = Path(f"/proc/{parent or os.getpid()}/task")
    children = [pid for task in tasks.iterdir() for pid in (task / "children").read_text().split()]
    return [int(pid) for pid in children if b"retrowalk.sound.entry" in _command_line(pid)]


def _command_line(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
