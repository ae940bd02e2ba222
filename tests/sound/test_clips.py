"""Clips become samples, whatever state their files are in."""

import numpy as np
import pytest
import soundfile

from retrowalk.core.walk.cue import Motif
from retrowalk.core.walk.speech import phrase_length_s
from retrowalk.sound.clips import ClipStore, resampled
from retrowalk.sound.notes import beep

RATE_HZ = 48_000


@pytest.fixture
def resources(tmp_path):
    """The folders of the packaged sounds, empty."""
    (tmp_path / "sounds").mkdir()
    (tmp_path / "voice/en").mkdir(parents=True)
    return tmp_path


def put(path, length_s, *, rate_hz=RATE_HZ, channels=1, level=0.2):
    """Write a sound file."""
    soundfile.write(path, np.full((round(length_s * rate_hz), channels), level, np.float32), rate_hz)


def test_a_phrase_is_as_long_as_planned(resources):
    """The plan and the ear reckon with the same breaths between clips."""
    lengths_s = {"start-at": 0.3, "number-0": 0.2, "point-8": 0.4, "step-on": 0.25}
    for clip, length_s in lengths_s.items():
        put(resources / f"voice/en/{clip}.flac", length_s)
    words = tuple(lengths_s)
    samples = ClipStore(resources, RATE_HZ).phrase(words)
    assert len(samples) / RATE_HZ == pytest.approx(phrase_length_s(words, lengths_s), abs=0.001)


def test_stereo_is_played_as_one_channel(resources):
    """Both ears are told the same."""
    put(resources / "sounds/tick.flac", 0.05, channels=2)
    samples = ClipStore(resources, RATE_HZ).motif(Motif.TICK)
    assert samples.shape == (2400,)
    assert samples.max() == pytest.approx(0.2, abs=0.001)


@pytest.mark.parametrize("content", [None, b"", b"fLaC", b"\0" * 5000])
def test_a_damaged_motif_is_a_beep_and_is_named(resources, content):
    """A missing, empty or broken file is heard as a beep of the same rhythm."""
    if content is not None:
        (resources / "sounds/turn.flac").write_bytes(content)
    store = ClipStore(resources, RATE_HZ)
    np.testing.assert_array_equal(store.motif(Motif.TURN), beep(Motif.TURN, RATE_HZ))
    store.motif(Motif.TURN)
    assert store.damaged == ("sounds/turn",)


def test_a_damaged_word_is_left_out_and_named(resources):
    """The rest of the phrase is still spoken."""
    put(resources / "voice/en/forward.flac", 0.5)
    store = ClipStore(resources, RATE_HZ)
    assert len(store.phrase(("forward", "no-such-word"))) >= 0.5 * RATE_HZ
    assert store.phrase(("no-such-word",)).size == 0
    assert store.damaged == ("voice/en/no-such-word",)


def test_a_clip_without_sound_or_end_is_damaged(resources):
    """Neither nothing nor half a minute is a motif."""
    put(resources / "sounds/tick.flac", 31, rate_hz=8000)
    assert ClipStore(resources, RATE_HZ).motif(Motif.TICK).size == beep(Motif.TICK, RATE_HZ).size


@pytest.mark.parametrize("to_hz", [44_100, 96_000, 32_000])
def test_another_rate_keeps_pitch_and_level(to_hz):
    """A device that refuses 48 kHz hears the same tone."""
    tone = np.sin(2 * np.pi * 1000 * np.arange(4800) / RATE_HZ).astype(np.float32)
    expected = np.sin(2 * np.pi * 1000 * np.arange(to_hz // 10) / to_hz)
    np.testing.assert_allclose(resampled(tone, RATE_HZ, to_hz), expected, atol=0.001)
