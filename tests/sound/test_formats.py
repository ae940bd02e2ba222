"""A device is opened in a format that it takes."""

from typing import Any

import numpy as np
import pytest

QtMultimedia = pytest.importorskip("PySide6.QtMultimedia", exc_type=ImportError)
from PySide6.QtMultimedia import QAudioFormat  # noqa: E402  after the skip

from retrowalk.sound.process import damage, encoded, formats  # noqa: E402  as above

INT16, FLOAT = QAudioFormat.SampleFormat.Int16, QAudioFormat.SampleFormat.Float


def a_format(rate_hz, channels, sample_format):
    """Return a format."""
    made = QAudioFormat()
    made.setSampleRate(rate_hz)
    made.setChannelCount(channels)
    made.setSampleFormat(sample_format)
    return made


class PickyDevice:
    """Takes only what it is made for."""

    def __init__(self, preferred, takes):
        self._preferred = preferred
        self._takes = takes

    def preferredFormat(self):
        return self._preferred

    def isFormatSupported(self, wanted):
        return self._takes(wanted)


def described(found):
    """Return formats as what can be compared."""
    return [(f.sampleRate(), f.channelCount(), f.sampleFormat()) for f in found]


def test_48_khz_in_whole_numbers_comes_first():
    """One channel, which the system puts on all."""
    device: Any = PickyDevice(a_format(44_100, 2, FLOAT), lambda _: True)
    assert described(formats(device))[0] == (48_000, 1, INT16)


def test_a_device_of_its_own_mind_is_still_played():
    """Six channels at 96 kHz in floating point: its own format is among those tried."""
    own = a_format(96_000, 6, FLOAT)
    device: Any = PickyDevice(own, lambda wanted: wanted == own)
    assert described(formats(device)) == [(96_000, 6, FLOAT)]


def test_every_channel_hears_the_same():
    """Samples are repeated for each, in the range of the format."""
    samples = np.array([0.0, 0.5, -1.0], np.float32)
    whole = np.frombuffer(encoded(samples, a_format(48_000, 2, INT16)), np.int16)
    assert list(whole) == [0, 0, 16384, 16384, -32767, -32767]
    assert encoded(samples, a_format(48_000, 1, FLOAT)) == samples.tobytes()


def test_damage_is_one_sentence():
    """However much is missing."""
    assert damage(()) == ""
    assert damage(("a", "b")).endswith("left out: a, b.")
    assert damage(tuple("abcdefg")).endswith("left out: a, b, c and 4 more.")
