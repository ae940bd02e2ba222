"""Puts each cue on its frame of the stream; plain arithmetic on arrays, told the time by its caller."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from retrowalk.core.walk.cue import Motif
from retrowalk.core.walk.phrases import Phrase
from retrowalk.sound.messages import LATE_S, Outcome, SoundCue, Told
from retrowalk.sound.notes import FADE_S, Samples
from retrowalk.sound.stream_clock import StreamClock

NUDGE_S = 0.005
"""A cue is moved by so little rather than begin the stream anew for it."""
KEEP_AWAKE_HZ = 40
KEEP_AWAKE_LEVEL = 0.001
"""-60 dB at 40 Hz: nobody hears it, and a wireless device does not go to sleep."""
KNEE = 0.85
"""Up to here nothing is changed; single sounds stay below. What is louder is bent so as never to clip."""


class Clips(Protocol):
    """Where cues become samples."""

    def motif(self, motif: Motif) -> Samples: ...
    def phrase(self, words: Phrase) -> Samples: ...


@dataclass(slots=True, kw_only=True)
class _Placed:
    """A cue on its place in the stream."""

    cue: SoundCue
    starts_s: float
    first_frame: int
    samples: Samples
    was_told: bool = False

    @property
    def end_frame(self) -> int:
        return self.first_frame + len(self.samples)


class Mixer:
    """Renders the stream block by block; where the cuts between blocks lie makes no difference.

    Args:
        clock: Maps instants to frames.
        clips: Turns cues into samples.
        tell: Told what became of each cue.
    """

    def __init__(self, clock: StreamClock, clips: Clips, tell: Callable[[Told], None]) -> None:
        self._clock = clock
        self._clips = clips
        self._tell = tell
        self._waiting: list[SoundCue] = []
        self._placed: list[_Placed] = []
        self._next_frame = 0
        self._voice_gain = self._sounds_gain = 1.0
        second = np.arange(clock.rate_hz) / clock.rate_hz
        self._keep_awake = (KEEP_AWAKE_LEVEL * np.sin(2 * np.pi * KEEP_AWAKE_HZ * second)).astype(np.float32)

    def tell(self, cues: Iterable[SoundCue]) -> None:
        """Take cues, to be placed when the stream comes to them."""
        self._waiting = sorted([*self._waiting, *cues], key=lambda cue: cue.at_s)

    def forget(self) -> None:
        """Drop every cue, also those that sound."""
        self._waiting.clear()
        self._placed.clear()

    def set_volumes(self, voice: float, sounds: float) -> None:
        """Take volumes of 0.0 to 1.0; half of it sounds about half as loud."""
        self._voice_gain, self._sounds_gain = voice**2, sounds**2

    @property
    def cues(self) -> tuple[SoundCue, ...]:
        """The cues that nobody has heard yet."""
        return (*(placed.cue for placed in self._placed if not placed.was_told), *self._waiting)

    @property
    def is_silent(self) -> bool:
        """Whether no cue has a place in what was rendered."""
        return not self._placed

    @property
    def is_overtaken(self) -> bool:
        """Whether a cue is due in what was rendered already, so that the stream must be begun anew for it."""
        ahead = self._next_frame - NUDGE_S * self._clock.rate_hz
        return any(self._clock.frame_at(cue.at_s) < ahead for cue in self._waiting)

    def drop_late(self, now_s: float) -> None:
        """Drop the cues that no stream could play in time any more."""
        late = [cue for cue in self._waiting if cue.at_s < now_s - LATE_S]
        for cue in late:
            self._waiting.remove(cue)
            self._tell(Told(id=cue.id, outcome=Outcome.LATE, at_s=now_s))

    def begin_anew(self) -> None:
        """Render from frame 0 of a clock that was started anew; what sounds goes on where it would be."""
        self._next_frame = 0
        for placed in self._placed:
            placed.first_frame = self._clock.frame_at(placed.starts_s)
            if placed.first_frame < 0:
                _fade_in(placed.samples, -placed.first_frame, self._clock.rate_hz)
        self._placed = [placed for placed in self._placed if placed.end_frame > 0]

    def render(self, frames: int) -> Samples:
        """Return the next frames of the stream, full scale 1.0."""
        until = self._next_frame + frames
        self._place(until)
        ticks = np.arange(self._next_frame, until) % len(self._keep_awake)
        block: Samples = self._keep_awake[ticks]
        for placed in self._placed:
            start, end = max(placed.first_frame, self._next_frame), min(placed.end_frame, until)
            if start < end:
                part = placed.samples[start - placed.first_frame : end - placed.first_frame]
                block[start - self._next_frame : end - self._next_frame] += part
        self._next_frame = until
        return limited(block)

    def note_played(self, frame: int) -> None:
        """Tell of the cues that began before a frame which has been played; let go of those that ended."""
        for placed in self._placed:
            if not placed.was_told and placed.first_frame < frame:
                placed.was_told = True
                heard_s = self._clock.instant_of(placed.first_frame)
                self._tell(Told(id=placed.cue.id, outcome=Outcome.PLAYED, at_s=heard_s))
        self._placed = [placed for placed in self._placed if placed.end_frame > frame]

    def _place(self, until: int) -> None:
        while self._waiting and self._clock.frame_at(self._waiting[0].at_s) < until:
            cue = self._waiting.pop(0)
            frame = self._clock.frame_at(cue.at_s)
            samples = self._samples(cue)
            # A stream that was just begun takes its own time to be heard; `drop_late` has judged its cues.
            if self._next_frame and frame < self._next_frame - LATE_S * self._clock.rate_hz:
                self._tell(Told(id=cue.id, outcome=Outcome.LATE, at_s=cue.at_s))
            elif not samples.size:
                self._tell(Told(id=cue.id, outcome=Outcome.UNSPEAKABLE, at_s=cue.at_s))
            else:
                first = max(frame, self._next_frame)
                starts_s = self._clock.instant_of(first)
                self._placed.append(_Placed(cue=cue, starts_s=starts_s, first_frame=first, samples=samples))

    def _samples(self, cue: SoundCue) -> Samples:
        if cue.motif is not None:
            return self._clips.motif(cue.motif) * np.float32(self._sounds_gain)
        return self._clips.phrase(cue.words) * np.float32(self._voice_gain)


def limited(block: Samples) -> Samples:
    """Return samples bent softly where they pass the knee, so that none reaches full scale."""
    size = np.abs(block)
    loud = size > KNEE
    if loud.any():
        over = (size[loud] - KNEE) / (1.0 - KNEE)
        block[loud] = np.sign(block[loud]) * (KNEE + (1.0 - KNEE) * np.tanh(over) * 0.999)
    return block


def _fade_in(samples: Samples, begin: int, rate_hz: int) -> None:
    """Let samples that go on in their middle rise from silence there."""
    end = min(begin + round(FADE_S * rate_hz), len(samples))
    if begin < end:
        samples[begin:end] *= np.linspace(0.0, 1.0, end - begin, dtype=np.float32)
