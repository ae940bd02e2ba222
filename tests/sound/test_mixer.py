"""Whole sessions rendered into an array: each cue is found at its sample, whatever the blocks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.walk.cue import Motif
from retrowalk.sound.messages import LATE_S, Outcome, SoundCue
from retrowalk.sound.mixer import KEEP_AWAKE_LEVEL, KNEE, Mixer, limited
from retrowalk.sound.stream_clock import StreamClock

RATE_HZ = 1000
ORIGIN_S = 50.0


class SquareClips:
    """Motifs of 100 samples and words of 50, all of one level."""

    def __init__(self, level=0.4):
        self.level = level

    def motif(self, motif):
        return np.full(100, self.level, np.float32)

    def phrase(self, words):
        return np.full(50 * len(words), self.level, np.float32)


class Desk:
    """A mixer with its clock and what it told."""

    def __init__(self, level=0.4):
        self.told = []
        self.clock = StreamClock(RATE_HZ)
        self.clock.start(ORIGIN_S)
        self.mixer = Mixer(self.clock, SquareClips(level), self.told.append)

    def tell(self, *ats_s, words=()):
        first = len(self.told) + 1
        motif = None if words else Motif.FORWARD
        self.mixer.tell(
            SoundCue(id=first + n, at_s=ORIGIN_S + at_s, motif=motif, words=words)
            for n, at_s in enumerate(ats_s)
        )

    def render(self, frames, block=None):
        sizes = [frames] if block is None else [min(block, frames - at) for at in range(0, frames, block)]
        return np.concatenate([self.mixer.render(size) for size in sizes])


def begins(samples):
    """Return where sounds begin."""
    loud = np.abs(samples) > 0.01
    return list(np.flatnonzero(np.diff(loud.astype(int), prepend=0) == 1))


def test_each_cue_is_at_its_sample():
    """A twenty-minute session has every cue where the plan put it."""
    desk = Desk()
    ats_s = [1 + n * 1.7 for n in range(700)]
    desk.tell(*ats_s)
    assert begins(desk.render(1_200_000, block=83)) == [round(at_s * RATE_HZ) for at_s in ats_s]


@given(
    st.lists(st.floats(0, 5), max_size=8),
    st.lists(st.integers(1, 700), min_size=1, max_size=40),
)
def test_where_blocks_are_cut_makes_no_difference(ats_s, sizes):
    """The device may take what it likes, the sound is the same."""
    whole, cut = Desk(), Desk()
    whole.tell(*ats_s)
    cut.tell(*ats_s)
    pieces = np.concatenate([cut.mixer.render(size) for size in sizes])
    np.testing.assert_array_equal(pieces, whole.render(len(pieces)))


def test_the_stream_is_never_quite_silent():
    """Between cues there is a tone that keeps a device awake and that nobody hears."""
    tone = Desk().render(5000)
    assert np.abs(tone.reshape(-1, 100)).max(axis=1).min() > 0.5 * KEEP_AWAKE_LEVEL
    assert np.abs(tone).max() <= KEEP_AWAKE_LEVEL * 1.001


def test_volumes_are_separate():
    """The voice can be soft while the motifs are loud; full volume leaves a sound as it is."""
    desk = Desk()
    desk.mixer.set_volumes(voice=0.5, sounds=1.0)
    desk.tell(0.1)
    desk.tell(0.5, words=("forward",))
    samples = desk.render(1000)
    assert samples[150] == pytest.approx(0.4, abs=0.002)
    assert samples[520] == pytest.approx(0.1, abs=0.002)


def test_nothing_clips():
    """Any number of sounds at once stays below full scale; a single one is not touched."""
    desk = Desk(level=0.8)
    desk.tell(0.1, 0.1, 0.1, 0.1)
    assert 0.95 < desk.render(500).max() < 1.0
    quiet = np.linspace(-KNEE, KNEE, 100, dtype=np.float32)
    np.testing.assert_array_equal(limited(quiet.copy()), quiet)


def test_a_late_cue_is_dropped_and_told():
    """More than 60 ms late is not heard at all; less begins at once."""
    desk = Desk()
    desk.render(1000)
    desk.tell(1 - LATE_S - 0.01, 1 - LATE_S + 0.01)
    assert begins(desk.render(500)) == [0]
    assert [told.outcome for told in desk.told] == [Outcome.LATE]


def test_cues_that_no_stream_could_play_in_time_are_dropped():
    """After a time without sound no burst of old cues follows, but what is still to come does."""
    desk = Desk()
    desk.tell(1.0, 2.0, 3.0)
    desk.mixer.drop_late(ORIGIN_S + 2.5)
    assert [told.outcome for told in desk.told] == [Outcome.LATE] * 2
    assert begins(desk.render(4000)) == [3000]


def test_forgetting_drops_what_sounds_and_what_is_to_come():
    """Nothing told before is heard afterwards."""
    desk = Desk()
    desk.tell(0.1, 0.5)
    desk.render(150)
    desk.mixer.forget()
    assert desk.mixer.is_silent
    assert begins(desk.render(2000)) == []


def test_a_cue_inside_what_was_rendered_asks_for_a_new_beginning():
    """The stream must be begun anew for it; one further ahead can wait for its turn."""
    desk = Desk()
    desk.render(1000)
    desk.tell(2.0)
    assert not desk.mixer.is_overtaken
    desk.tell(0.5)
    assert desk.mixer.is_overtaken


def test_a_new_beginning_goes_on_where_each_sound_would_be():
    """What sounds is resumed in its middle, rising gently; what comes later keeps its instant."""
    desk = Desk()
    desk.tell(0.95, 1.5)
    desk.render(1600)
    desk.clock.start(ORIGIN_S + 1.0)
    desk.mixer.begin_anew()
    samples = desk.render(1000)
    assert samples[0] < 0.01
    assert samples[20] == pytest.approx(0.4, abs=0.002)
    assert samples[60] < 0.002
    assert begins(samples)[1:] == [500]


def test_a_cue_is_told_once_when_it_is_heard():
    """With the instant of its first sample."""
    desk = Desk()
    desk.tell(0.2)
    desk.render(1000)
    desk.mixer.note_played(200)
    assert desk.told == []
    desk.mixer.note_played(250)
    desk.mixer.note_played(600)
    assert [(told.outcome, told.at_s) for told in desk.told] == [(Outcome.PLAYED, ORIGIN_S + 0.2)]
    assert desk.mixer.is_silent


def test_a_phrase_without_a_clip_is_told():
    """Nobody waits for it."""
    desk = Desk()
    desk.mixer.tell([SoundCue(id=7, at_s=ORIGIN_S + 0.1)])
    desk.render(500)
    assert [(told.id, told.outcome) for told in desk.told] == [(7, Outcome.UNSPEAKABLE)]


def test_unheard_cues_can_be_taken_elsewhere():
    """When a device of another rate takes over, it gets what was rendered but not yet heard as well."""
    desk = Desk()
    desk.tell(0.1, 0.6, 5.0)
    desk.render(1000)
    desk.mixer.note_played(300)
    assert [cue.at_s - ORIGIN_S for cue in desk.mixer.cues] == pytest.approx([0.6, 5.0])
