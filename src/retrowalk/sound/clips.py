"""Packaged sounds and spoken clips as samples; each file is read once, when it is first wanted."""

from pathlib import Path

import numpy as np

from retrowalk.core.walk.cue import Motif
from retrowalk.core.walk.phrases import Phrase
from retrowalk.core.walk.speech import gaps_s
from retrowalk.sound.notes import Samples, beep

SOUNDS_FOLDER = "sounds"
VOICE_FOLDER = "voice/en"
LONGEST_CLIP_S = 30.0


class DamagedClipError(Exception):
    """A file is missing, cannot be read, or holds no sound."""


class ClipStore:
    """The packaged sounds at one sample rate.

    A damaged motif is replaced by a beep of the same rhythm, a damaged word by nothing; `damaged` names both.

    Args:
        resources: The folder that holds `sounds` and `voice`.
        rate_hz: Samples a second of everything that comes out.
    """

    def __init__(self, resources: Path, rate_hz: int) -> None:
        self._resources = resources
        self._rate_hz = rate_hz
        self._clips: dict[str, Samples] = {}
        self._damaged: list[str] = []

    @property
    def damaged(self) -> tuple[str, ...]:
        """The names of the clips that could not be read so far."""
        return tuple(self._damaged)

    def motif(self, motif: Motif) -> Samples:
        """Return a motif; its first sample is its instant."""
        return self._clip(f"{SOUNDS_FOLDER}/{motif.value}", motif)

    def phrase(self, words: Phrase) -> Samples:
        """Return a phrase with its breaths; empty when no word of it can be spoken."""
        parts: list[Samples] = []
        for word, gap_s in zip(words, gaps_s(words), strict=True):
            clip = self._clip(f"{VOICE_FOLDER}/{word}")
            if clip.size:
                parts += (clip, np.zeros(round(gap_s * self._rate_hz), dtype=np.float32))
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    def _clip(self, name: str, motif: Motif | None = None) -> Samples:
        if name not in self._clips:
            try:
                self._clips[name] = read_clip(self._resources / f"{name}.flac", self._rate_hz)
            except DamagedClipError:
                self._damaged.append(name)
                silence = np.zeros(0, dtype=np.float32)
                self._clips[name] = silence if motif is None else beep(motif, self._rate_hz)
        return self._clips[name]


def read_clip(path: Path, rate_hz: int) -> Samples:
    """Return a sound file as one channel at the wanted rate.

    Raises:
        DamagedClipError: If there is no such sound.
    """
    try:
        import soundfile  # noqa: PLC0415  it fails to load where libsndfile is missing: one more damaged clip

        samples, file_rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (ImportError, OSError, RuntimeError) as error:
        raise DamagedClipError(str(error)) from error
    if not 0 < len(samples) <= LONGEST_CLIP_S * file_rate_hz:
        raise DamagedClipError(f"{path.name} holds {len(samples)} samples")
    return resampled(samples.mean(axis=1), file_rate_hz, rate_hz)


def resampled(samples: Samples, from_hz: int, to_hz: int) -> Samples:
    """Return samples at another rate, by way of their spectrum."""
    if from_hz == to_hz:
        return samples.astype(np.float32)
    length = max(1, round(len(samples) * to_hz / from_hz))
    spectrum = np.fft.rfft(samples)[: length // 2 + 1]
    return np.asarray(np.fft.irfft(spectrum, length) * (length / len(samples)), dtype=np.float32)
