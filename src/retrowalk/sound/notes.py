"""The rhythm of each motif, and the plain beeps that stand in for a damaged sound.

The packaged sounds are made from the same table by packaging/make_sounds.py, so a stand-in can be told apart
by the same ears.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from retrowalk.core.walk.cue import Motif

Samples: TypeAlias = npt.NDArray[np.float32]
"""One channel; full scale is 1.0."""

FADE_S = 0.005
"""Rise and fall of every tone: short enough to mark an instant, long enough not to click."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One tone of a motif.

    Attributes:
        at_s: Seconds from the motif's begin.
        length_s: Seconds that it sounds.
        pitch_hz: The fundamental; ears of 70 hear well between 500 and 1500 Hz, and a belt is lower.
        level_db: Mean level while it sounds, in dB below full scale.
        falls_s: Seconds in which it dies away to a third, None for an even tone.
    """

    at_s: float
    length_s: float
    pitch_hz: float
    level_db: float = -18.0
    falls_s: float | None = None


# One long, two short, four quick, three falling: pitch alone is not told apart over a loud belt.
MOTIF_NOTES: Mapping[Motif, tuple[Note, ...]] = MappingProxyType(
    {
        Motif.FORWARD: (Note(at_s=0.0, length_s=0.66, pitch_hz=988.0),),
        Motif.BACKWARD: (
            Note(at_s=0.0, length_s=0.22, pitch_hz=659.0),
            Note(at_s=0.44, length_s=0.22, pitch_hz=659.0),
        ),
        Motif.TURN: (
            Note(at_s=0.0, length_s=0.12, pitch_hz=784.0),
            Note(at_s=0.24, length_s=0.12, pitch_hz=1175.0),
            Note(at_s=0.48, length_s=0.12, pitch_hz=784.0),
            Note(at_s=0.72, length_s=0.12, pitch_hz=1175.0),
        ),
        Motif.END: (
            Note(at_s=0.0, length_s=0.5, pitch_hz=1047.0),
            Note(at_s=0.6, length_s=0.5, pitch_hz=784.0),
            Note(at_s=1.2, length_s=1.1, pitch_hz=523.0),
        ),
        Motif.TICK: (Note(at_s=0.0, length_s=0.07, pitch_hz=1319.0, falls_s=0.03),),
        Motif.ALIVE: (Note(at_s=0.0, length_s=0.055, pitch_hz=587.0, level_db=-30.0, falls_s=0.03),),
    }
)


def beep(motif: Motif, rate_hz: int) -> Samples:
    """Return the motif's rhythm in plain tones."""
    return render(MOTIF_NOTES[motif], rate_hz, harmonics=(1.0,))


def render(notes: tuple[Note, ...], rate_hz: int, harmonics: tuple[float, ...]) -> Samples:
    """Return notes as samples, the first of which begins the first note.

    Args:
        notes: In order of time, without overlap.
        rate_hz: Samples a second.
        harmonics: The share of the fundamental and of each multiple of it.
    """
    length = round(max(note.at_s + note.length_s for note in notes) * rate_hz)
    samples = np.zeros(length, dtype=np.float64)
    for note in notes:
        tone = _tone(note, rate_hz, harmonics)
        start = round(note.at_s * rate_hz)
        samples[start : start + len(tone)] = tone[: length - start]
    return samples.astype(np.float32)


def _tone(note: Note, rate_hz: int, harmonics: tuple[float, ...]) -> npt.NDArray[np.float64]:
    time_s = np.arange(round(note.length_s * rate_hz)) / rate_hz
    waves = (
        share * np.sin(2 * np.pi * note.pitch_hz * (n + 1) * time_s) for n, share in enumerate(harmonics)
    )
    tone = np.sum(list(waves), axis=0)
    if note.falls_s is not None:
        tone *= np.exp(-np.log(3.0) * time_s / note.falls_s)
    tone *= _fades(len(tone), rate_hz)
    loudness = np.sqrt(np.mean(tone**2))
    return np.asarray(tone * 10 ** (note.level_db / 20) / loudness)


def _fades(length: int, rate_hz: int) -> npt.NDArray[np.float64]:
    """Return a window that rises and falls within FADE_S."""
    ramp = np.sin(np.linspace(0.0, np.pi / 2, round(FADE_S * rate_hz), endpoint=False)) ** 2
    window = np.ones(length)
    window[: len(ramp)] = ramp
    window[length - len(ramp) :] = ramp[::-1]
    return window
