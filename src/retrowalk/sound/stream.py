"""One continuous stream: keeps a device filled, its clock true, and gives up on a device that stands still.

It knows neither Qt nor the computer's clock: a test plays devices that drift, start late or run dry.
"""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Protocol

from retrowalk.core.walk.cue import Motif
from retrowalk.sound.clips import ClipStore
from retrowalk.sound.messages import SetVolumes, SoundCue, Told
from retrowalk.sound.mixer import Mixer
from retrowalk.sound.notes import Samples
from retrowalk.sound.stream_clock import PREFILL_S, StreamClock

RATE_HZ = 48_000
TICK_S = 0.2
SETTLING_S = 1.0
SETTLING_TICK_S = 0.01
RESUME_S = 0.008
"""After a command silenced the stream: time for the cues that follow it, before sound goes on."""
START_DELAY_S = 0.085
"""From the start of a stream to its first frame heard, on a device that is awake."""
LONGEST_START_DELAY_S = 0.5
STILL_S = 0.8
"""A stream that stands still for so long is lost: no signal ever tells that a server died."""
OPENING_S = 3.0
BETWEEN_RESTARTS_S = 2.0

_log = logging.getLogger(__name__)


class DeviceLostError(Exception):
    """The device plays no more, or never began to; the text is one sentence for the walker."""


class Device(Protocol):
    """An output with a buffer of about a second."""

    @property
    def rate_hz(self) -> int: ...

    def start(self) -> bool:
        """Begin with an empty buffer and frame 0; return whether the device took it."""
        ...

    def silence(self) -> None:
        """Be silent at once, whatever lies in the buffer."""
        ...

    def free_frames(self) -> int:
        """Return how many frames the buffer still takes."""
        ...

    def played_frames(self) -> int:
        """Return how many frames have left the buffer since the start."""
        ...

    def write(self, samples: Samples) -> None:
        """Put samples into the buffer, on every channel."""
        ...

    def call_when_taken(self, then: Callable[[], None]) -> None:
        """Call once, right after frames are next taken from the buffer, if this device tells."""
        ...


class Stream:
    """What is to be heard, on whichever device there is.

    Args:
        resources: The folder of the packaged sounds.
        now_s: Reads the monotonic clock that cues are timed by.
        tell: Told what became of each cue.
    """

    def __init__(self, resources: Path, now_s: Callable[[], float], tell: Callable[[Told], None]) -> None:
        self._resources = resources
        self._now_s = now_s
        self._tell = tell
        self._volumes = SetVolumes(voice=1.0, sounds=1.0)
        self._device: Device | None = None
        self._clock, self._clips, self._mixer = self._at_rate(RATE_HZ)
        self._start_delay_s = START_DELAY_S
        self._opened_s = self._started_s = self._moved_s = self._restarted_s = 0.0
        self._resume_s: float | None = None
        self._played = self._ticks = 0
        self._has_played = self._was_awake = False

    @property
    def is_playing(self) -> bool:
        """Whether the device was seen to play."""
        return self._has_played

    @property
    def damaged(self) -> tuple[str, ...]:
        """The names of the packaged sounds that could not be read so far."""
        return self._clips.damaged

    def tick_after_s(self) -> float:
        """Return in how many seconds `tick` wants to be called: often after a start, and never evenly.

        A device takes its frames in blocks of some milliseconds. At an even pace all readings of its position
        might fall on the same part of a block, and say nothing of the rest.
        """
        if self._resume_s is not None:
            return RESUME_S
        self._ticks += 1
        is_settling = self._now_s() - self._started_s < SETTLING_S or not self._clock.is_sure
        pace_s = SETTLING_TICK_S if self._device is not None and is_settling else TICK_S
        return pace_s + self._ticks * 7 % 17 / 1000

    # ------------------------------------------------------------ wishes

    def tell(self, cues: Iterable[SoundCue]) -> None:
        """Take cues; one that is due within the second already rendered begins the stream anew."""
        for cue in cues:
            self._clips.phrase(cue.words)
            self._mixer.tell((cue,))
        self.tick()

    def forget(self) -> None:
        """Be silent at once and drop every cue."""
        self._mixer.forget()
        if self._device is not None:
            self._device.silence()
            self._resume_s = self._now_s() + RESUME_S

    def set_volumes(self, volumes: SetVolumes) -> None:
        """Take volumes for the cues that are not rendered yet."""
        self._volumes = volumes
        self._mixer.set_volumes(volumes.voice, volumes.sounds)

    def play_on(self, device: Device) -> None:
        """Go on with what is to be heard on another device, which was just started."""
        if self._device is not None:
            self._device.silence()
        if device.rate_hz != self._clock.rate_hz:
            cues = self._mixer.cues
            self._clock, self._clips, self._mixer = self._at_rate(device.rate_hz)
            self._mixer.tell(cues)
        self._device = device
        self._opened_s = self._now_s()
        self._has_played = self._was_awake = False
        self._begin_anew(device)
        # Read now, while silence plays: later a cue would wait for the disk.
        for motif in Motif:
            self._clips.motif(motif)

    # ------------------------------------------------------------ stream

    def tick(self) -> None:
        """Look after the stream.

        Raises:
            DeviceLostError: If the device plays no more.
        """
        device, now_s = self._device, self._now_s()
        self._mixer.drop_late(now_s)
        if device is None or (self._resume_s is not None and now_s < self._resume_s):
            return
        if self._resume_s is None:
            self._watch(device)
        if self._resume_s is not None or self._mixer.is_overtaken:
            self._restart(device)
        if free := device.free_frames():
            device.write(self._mixer.render(free))
        device.call_when_taken(self._read_position)

    def _read_position(self) -> None:
        """Read how far the stream was played; best at the moment at which a block is taken."""
        if self._device is not None and self._resume_s is None:
            played = self._device.played_frames()
            # The time is read after the position: a pause between makes the reading late, never early.
            self._clock.observe(self._now_s(), played)

    def _watch(self, device: Device) -> None:
        """See how far the stream was played, and act if that is not as it should be."""
        played, now_s = device.played_frames(), self._now_s()
        if played != self._played:
            self._played, self._moved_s = played, now_s
        self._has_played = self._has_played or played > PREFILL_S * device.rate_hz
        if not self._has_played and now_s - self._opened_s > OPENING_S:
            raise DeviceLostError("The sound output does not play.")
        if self._has_played and now_s - self._moved_s > STILL_S:
            raise DeviceLostError("The sound output has stopped.")
        self._clock.observe(now_s, played)
        self._mixer.note_played(played)
        if self._clock.has_lost_track:
            self._find_track(device, now_s)
        elif self._mixer.is_silent and now_s - self._started_s < SETTLING_S:
            self._clock.adopt()

    def _find_track(self, device: Device, now_s: float) -> None:
        """Put the clock right: at once where nothing sounds, else by beginning the stream anew."""
        _log.info("the stream is heard %.0f ms off its time", self._clock.off_track_s * 1000)
        if self._was_awake:
            # The next start will take as long as this one did.
            delay_s = self._start_delay_s + self._clock.off_track_s
            self._start_delay_s = min(max(delay_s, 0.0), LONGEST_START_DELAY_S)
        if self._mixer.is_silent or now_s - self._restarted_s < BETWEEN_RESTARTS_S:
            self._clock.adopt()
        else:
            self._restarted_s = now_s
            self._restart(device)

    def _restart(self, device: Device) -> None:
        """Drop what lies in the buffer and render it anew, from now."""
        self._was_awake = self._has_played
        device.silence()
        if not device.start():
            raise DeviceLostError("The sound output has stopped.")
        self._begin_anew(device)

    def _begin_anew(self, device: Device) -> None:
        self._resume_s = None
        self._started_s = self._moved_s = self._now_s()
        self._played = 0
        self._clock.start(self._started_s + self._start_delay_s)
        self._mixer.begin_anew()
        device.write(self._mixer.render(device.free_frames()))

    def _at_rate(self, rate_hz: int) -> tuple[StreamClock, ClipStore, Mixer]:
        """Return all that depends on the device's rate."""
        clock, clips = StreamClock(rate_hz), ClipStore(self._resources, rate_hz)
        mixer = Mixer(clock, clips, self._tell)
        mixer.set_volumes(self._volumes.voice, self._volumes.sounds)
        return clock, clips, mixer
