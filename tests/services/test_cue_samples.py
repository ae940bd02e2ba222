"""Cues to be listened to."""

from itertools import pairwise

from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Motif
from retrowalk.services.cue_samples import LEAD_IN_S, CueSamples
from tests.helpers.clock import FakeClock
from tests.helpers.cue_player import RecordingCuePlayer
from tests.helpers.speech import speech_length, told


def make(clock):
    """Return samples and the player that remembers them."""
    player = RecordingCuePlayer(clock)
    return CueSamples(player=player, clock=clock, speech_length=speech_length), player


def test_each_motif_is_followed_by_what_is_said_at_it():
    """In order, after a second of lead-in, without two at once."""
    clock = FakeClock()
    samples, player = make(clock)
    samples.play([Motif.BACKWARD, Motif.TICK, Motif.END], speech=True)
    cues = player.told
    assert [told(cue.cue) for cue in cues] == [
        "backward",
        "Backward. One minute.",
        "tick",
        "end",
        "The walk is finished.",
    ]
    assert cues[0].at_monotonic_s == clock.read().monotonic_s + LEAD_IN_S
    for one, other in pairwise(cues):
        length_s = MOTIF_LENGTH_S[one.cue.motif] if one.cue.motif else speech_length(one.cue.words)
        assert other.at_monotonic_s >= one.at_monotonic_s + length_s


def test_without_speech_only_the_sounds_are_played():
    """Who has switched speech off hears the motif alone."""
    samples, player = make(FakeClock())
    samples.play([Motif.FORWARD], speech=False)
    assert [told(cue.cue) for cue in player.told] == ["forward"]


def test_a_new_sample_breaks_the_last_one_off():
    """Pressing the next button does not queue up behind the first."""
    samples, player = make(FakeClock())
    samples.play([Motif.FORWARD], speech=False)
    samples.play([Motif.TURN], speech=False)
    assert [told(cue.cue) for cue in player.told] == ["turn"]
