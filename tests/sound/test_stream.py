"""A stream on devices that are late, slow, forgetful or dead, in no time at all."""

import numpy as np
import pytest

from retrowalk.core.walk.cue import Motif
from retrowalk.sound.clips import ClipStore
from retrowalk.sound.messages import Outcome, SetVolumes, SoundCue
from retrowalk.sound.notes import beep
from retrowalk.sound.stream import RATE_HZ, DeviceLostError, Stream
from retrowalk.sound.stream_clock import HANDED_AHEAD_S

BLOCK = 480


class Now:
    """A clock that a test moves."""

    def __init__(self):
        self.s = 1000.0

    def __call__(self):
        return self.s


class SimulatedDevice:
    """Plays into a list of (instant, sample) pieces: a second of buffer, taken in blocks by its own clock."""

    def __init__(self, now, *, rate_hz=RATE_HZ, delay_s=0.0, drift=0.0):
        self.rate_hz = rate_hz
        self.is_dead = self.refuses = False
        self.starts = 0
        self._now = now
        self._delay_s = delay_s
        self._drift = drift
        self._streams = []
        self._dry = 0

    def start(self):
        if self.refuses:
            return False
        self.starts += 1
        self._streams.append((self._now() + self._delay_s, []))
        self._dry = 0
        self._written = self._taken = 0
        return True

    def silence(self):
        if self._streams:
            begun_s, pieces = self._streams[-1]
            kept = np.concatenate(pieces)[: max(0, self._heard_frames())] if pieces else np.zeros(0)
            self._streams[-1] = (begun_s, [kept])

    def run_dry(self, seconds):
        """Play nothing for a while, as when the server was not served in time."""
        begun_s, pieces = self._streams[-1]
        played = self.played_frames()
        samples = np.concatenate(pieces)
        gap = np.zeros(round(seconds * self.rate_hz), np.float32)
        self._streams[-1] = (begun_s, [samples[:played], gap, samples[played:]])
        self._dry += len(gap)

    def free_frames(self):
        return self.rate_hz - (self._written - self.played_frames())

    def played_frames(self):
        if not self.is_dead:
            taken = (self._now() - self._streams[-1][0]) * self.rate_hz * (1 + self._drift) - self._dry
            self._taken = max(self._taken, min(self._written, int(max(0.0, taken)) // BLOCK * BLOCK))
        return self._taken

    def write(self, samples):
        self._written += len(samples)
        self._streams[-1][1].append(samples.copy())

    def call_when_taken(self, then):
        pass

    def heard_at(self, sound):
        """Return the instants at which a sound was heard from its beginning."""
        size = min(len(sound), self.rate_hz // 10)
        head = sound[:size]
        found = []
        for begun_s, pieces in self._streams:
            samples = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
            fit = (
                np.correlate(samples, head, "valid") / np.sum(head**2)
                if len(samples) >= size
                else np.zeros(0)
            )
            places = np.flatnonzero((fit > 0.95) & (fit < 1.05))
            same = [at for at in places if np.allclose(samples[at : at + size], head, atol=0.02)]
            step_s = 1 / (self.rate_hz * (1 + self._drift))
            found += [begun_s + at * step_s + HANDED_AHEAD_S for at in same]
        return found

    def _heard_frames(self):
        return self.played_frames() + self._dry


class Room:
    """A stream with its clock and what it told."""

    def __init__(self, resources, **device):
        self.now = Now()
        self.told = []
        self.stream = Stream(resources, self.now, self.told.append)
        self.device = SimulatedDevice(self.now, **device)
        self._ids = 0

    def open(self):
        assert self.device.start()
        self.stream.play_on(self.device)
        return self

    def pass_time(self, seconds):
        end_s = self.now.s + seconds
        while self.now.s < end_s:
            self.now.s += self.stream.tick_after_s()
            self.stream.tick()

    def tell(self, *cues):
        made = []
        for motif, at_s in cues:
            self._ids += 1
            made.append(SoundCue(id=self._ids, at_s=at_s, motif=motif))
        self.stream.tell(made)

    def outcomes(self):
        return [told.outcome for told in self.told]


@pytest.fixture
def resources(tmp_path):
    """A folder without any sounds, so that beeps are heard."""
    return tmp_path


TICK = beep(Motif.TICK, RATE_HZ)
BACKWARD = beep(Motif.BACKWARD, RATE_HZ)


def test_a_cue_is_heard_at_its_instant(resources):
    """Told ten seconds ahead or half a second ahead."""
    room = Room(resources).open()
    room.pass_time(2)
    begin_s = room.now.s
    room.tell((Motif.TICK, begin_s + 5))
    room.pass_time(5.5)
    room.tell((Motif.TICK, begin_s + 6))
    room.pass_time(2)
    assert room.device.heard_at(TICK) == pytest.approx([begin_s + 5, begin_s + 6], abs=0.02)
    assert room.outcomes() == [Outcome.PLAYED] * 2


@pytest.mark.parametrize("delay_s", [0.3, 1.7])
def test_a_device_that_begins_late_is_noticed(resources, delay_s):
    """A radio link or a sleeping sound card takes its time; cues after it are right."""
    room = Room(resources, delay_s=delay_s).open()
    at_s = room.now.s + 4
    room.tell((Motif.TICK, at_s))
    room.pass_time(6)
    assert room.device.heard_at(TICK) == pytest.approx([at_s], abs=0.02)


def test_a_cue_told_while_a_device_wakes_is_not_lost(resources):
    """The stream was begun for a device that slept: the next beginning is not reckoned to be as slow."""
    room = Room(resources, delay_s=1.8).open()
    while not room.stream.is_playing:
        room.pass_time(0.02)
    room.device._delay_s = 0.0
    at_s = room.now.s + 0.3
    room.tell((Motif.TICK, at_s))
    room.pass_time(3)
    assert room.outcomes() == [Outcome.PLAYED]
    assert room.device.heard_at(TICK) == pytest.approx([at_s], abs=0.1)


@pytest.mark.parametrize("drift", [-80e-6, 80e-6])
def test_distances_stay_right_on_a_device_that_drifts(resources, drift):
    """Over five minutes 24 ms would have gathered; it is less than two."""
    room = Room(resources, drift=drift).open()
    begin_s = room.now.s + 8
    ats_s = [begin_s + n * 20 for n in range(15)]
    for at_s in ats_s:
        room.tell((Motif.TICK, at_s))
        room.pass_time(at_s + 1 - room.now.s)
    room.pass_time(2)
    errors_s = np.array(room.device.heard_at(TICK)) - ats_s
    assert errors_s.max() - errors_s.min() < 0.002


def test_after_running_dry_the_next_cue_is_right_again(resources):
    """Silence that the server put in makes one cue late, not all of them."""
    room = Room(resources).open()
    room.pass_time(5)
    room.device.run_dry(0.2)
    room.pass_time(3)
    at_s = room.now.s + 1.5
    room.tell((Motif.TICK, at_s))
    room.pass_time(3)
    assert room.device.heard_at(TICK) == pytest.approx([at_s], abs=0.02)


def test_a_command_empties_the_buffer(resources):
    """What was rendered ahead is not heard; what is told after the command is, at once."""
    room = Room(resources).open()
    room.pass_time(3)
    room.tell((Motif.TICK, room.now.s + 0.5), (Motif.TICK, room.now.s + 3))
    room.stream.forget()
    key_s = room.now.s
    room.tell((Motif.BACKWARD, key_s))
    room.pass_time(5)
    assert room.device.heard_at(TICK) == []
    assert room.device.heard_at(BACKWARD)[0] - key_s < 0.15


def test_a_device_that_stands_still_is_lost(resources):
    """Within a second, in one plain sentence."""
    room = Room(resources).open()
    room.pass_time(3)
    room.device.is_dead = True
    died_s = room.now.s
    with pytest.raises(DeviceLostError, match=r"has stopped\.$"):
        room.pass_time(5)
    assert room.now.s - died_s < 1.0


def test_a_device_that_never_plays_is_lost(resources):
    """After three seconds."""
    room = Room(resources, delay_s=60).open()
    with pytest.raises(DeviceLostError, match=r"does not play\.$"):
        room.pass_time(5)


def test_a_device_that_does_not_start_again_is_lost(resources):
    """It is not tried for ever."""
    room = Room(resources).open()
    room.pass_time(3)
    room.device.refuses = True
    room.stream.forget()
    with pytest.raises(DeviceLostError):
        room.pass_time(1)


def test_another_device_takes_over_with_its_own_rate(resources):
    """What is still to come is heard on it, at its instant and pitch; volumes stay."""
    room = Room(resources).open()
    room.stream.set_volumes(SetVolumes(voice=1.0, sounds=1.0))
    room.pass_time(2)
    at_s = room.now.s + 0.8
    room.tell((Motif.TICK, at_s), (Motif.TICK, at_s + 2))
    room.pass_time(0.2)
    other = SimulatedDevice(room.now, rate_hz=44_100)
    assert other.start()
    room.stream.play_on(other)
    room.device = other
    room.pass_time(4)
    heard = ClipStore(resources, 44_100).motif(Motif.TICK)
    assert other.heard_at(heard) == pytest.approx([at_s, at_s + 2], abs=0.1)


def test_without_a_device_cues_grow_old(resources):
    """When one comes back there is no burst of what was missed."""
    room = Room(resources)
    room.tell((Motif.TICK, room.now.s + 1), (Motif.TICK, room.now.s + 9))
    at_s = room.now.s + 9
    room.pass_time(5)
    room.open()
    room.pass_time(6)
    assert room.outcomes() == [Outcome.LATE, Outcome.PLAYED]
    assert room.device.heard_at(TICK) == pytest.approx([at_s], abs=0.02)


def test_damaged_sounds_are_named(resources):
    """Whoever shows the state can say what is missing."""
    assert "sounds/forward" in Room(resources).open().stream.damaged
