"""The player that remembers instead of sounding."""

import pytest

from retrowalk.core.walk.cue import Cue, CueKind, Motif, TimedCue
from tests.helpers.clock import FakeClock
from tests.helpers.cue_player import RecordingCuePlayer


@pytest.fixture
def clock():
    """A clock that reads 100 s."""
    return FakeClock(monotonic_s=100)


@pytest.fixture
def player(clock):
    """A player that heard nothing yet."""
    return RecordingCuePlayer(clock)


def a_cue(at_s, motif=Motif.TICK):
    """A motif at its instant."""
    return TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.TICK, motif=motif))


def test_cue_is_heard_at_its_instant(clock, player):
    """What was told ahead is heard when its time has come, not before."""
    player.tell([a_cue(101)])
    clock.advance(0.999)
    assert player.heard() == []
    clock.advance(0.001)
    assert player.heard() == [a_cue(101)]


def test_forgotten_cue_is_not_heard(clock, player):
    """What was told and forgotten before its instant is never heard; what was heard stays so."""
    player.tell([a_cue(101), a_cue(103)])
    clock.advance(2)
    player.forget()
    clock.advance(2)
    assert player.heard() == [a_cue(101)]


def test_cues_told_after_a_forget_are_heard(clock, player):
    """The same cue may be told again once it was forgotten."""
    player.tell([a_cue(101)])
    player.forget()
    player.tell([a_cue(101)])
    clock.advance(1)
    assert player.heard() == [a_cue(101)]


def test_cue_told_twice_fails(player):
    """A cue that would sound twice is found out at once."""
    player.tell([a_cue(101)])
    with pytest.raises(AssertionError, match="twice"):
        player.tell([a_cue(101)])


def test_cue_told_late_fails(player):
    """A cue whose instant has passed was told too late to be heard."""
    with pytest.raises(AssertionError, match="late"):
        player.tell([a_cue(99.9)])
