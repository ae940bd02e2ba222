"""The rhythm of the motifs and the packaged sounds made from it."""

import itertools

import numpy as np
import pytest
import soundfile

from make_sounds import FOLDER, RATE_HZ, motif_samples
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Motif
from retrowalk.sound.notes import MOTIF_NOTES, beep

CHANGES = (Motif.FORWARD, Motif.BACKWARD, Motif.TURN, Motif.END)


def packaged(motif):
    """Return the samples of a packaged motif, and their rate."""
    return soundfile.read(FOLDER / f"{motif.value}.flac", dtype="float32")


@pytest.mark.parametrize("motif", Motif)
def test_packaged_sounds_are_what_the_script_makes(motif):
    """Whoever changes a rhythm makes the sounds anew."""
    samples, rate_hz = packaged(motif)
    assert rate_hz == RATE_HZ
    np.testing.assert_allclose(samples, motif_samples(motif), atol=2 / 32768)


@pytest.mark.parametrize("motif", Motif)
def test_a_motif_keeps_its_length_and_level(motif):
    """It is no longer than the cue plan reckons with, begins at once and never reaches -1.5 dB."""
    samples, rate_hz = packaged(motif)
    assert len(samples) / rate_hz <= MOTIF_LENGTH_S[motif]
    assert np.flatnonzero(np.abs(samples) > 10 ** (-50 / 20))[0] < 0.002 * rate_hz
    assert np.abs(samples).max() <= 10 ** (-1.5 / 20)


@pytest.mark.parametrize("motif", CHANGES)
def test_a_change_is_about_eighteen_decibels_below_full_scale(motif):
    """While it sounds; so motifs and speech are equally loud."""
    samples, rate_hz = packaged(motif)
    for note in MOTIF_NOTES[motif]:
        part = samples[round(note.at_s * rate_hz) : round((note.at_s + note.length_s) * rate_hz)]
        assert 20 * np.log10(np.sqrt(np.mean(part**2))) == pytest.approx(-18, abs=0.5)


def test_changes_differ_by_rhythm_alone():
    """Somebody who hears no pitch tells them apart: by the number of notes, and by their length."""
    rhythms = {motif: [round(n.length_s, 2) for n in MOTIF_NOTES[motif]] for motif in CHANGES}
    assert len(rhythms[Motif.FORWARD]) == 1
    assert len(rhythms[Motif.BACKWARD]) == 2
    for one, other in itertools.combinations(CHANGES, 2):
        assert len(rhythms[one]) != len(rhythms[other])


@pytest.mark.parametrize("motif", Motif)
def test_pitches_are_heard_by_old_ears(motif):
    """Every fundamental lies where ears of 70 hear well and a belt does not roar."""
    assert all(500 <= note.pitch_hz <= 1500 for note in MOTIF_NOTES[motif])


@pytest.mark.parametrize("motif", Motif)
def test_the_beep_that_stands_in_has_the_same_rhythm(motif):
    """A damaged file costs the timbre, not the meaning."""
    sounding, stand_in = motif_samples(motif), beep(motif, RATE_HZ)
    assert len(stand_in) == len(sounding)
    blocks = len(sounding) // 480 * 480
    loud = [np.abs(s[:blocks].reshape(-1, 480)).max(axis=1) > 0.005 for s in (sounding, stand_in)]
    assert np.mean(loud[0] != loud[1]) < 0.15
