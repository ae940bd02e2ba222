"""Whatever becomes of the sound process, what is still to be heard is told to the next one."""

from datetime import UTC, datetime

import pytest

from retrowalk.core.clock import Reading
from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import Cue, CueKind, Motif, TimedCue
from retrowalk.sound.entry import NO_LIBRARY
from retrowalk.sound.keeper import PATIENCE_S, RETRY_WITHOUT_LIBRARY_S, SILENT_S, Keeper
from retrowalk.sound.messages import (
    Alive,
    ChooseOutput,
    Forget,
    Outcome,
    Output,
    Outputs,
    SetVolumes,
    Status,
    Tell,
    Told,
)

CRASH = -6
PLAYING = Status(SoundStatus(state=SoundState.PLAYING, device="ear"))
LOST = Status(SoundStatus(state=SoundState.LOST, reason="The sound output has stopped."))


class ManualClock:
    """A clock that a test moves."""

    def __init__(self):
        self.s = 100.0

    def read(self):
        return Reading(monotonic_s=self.s, utc=datetime(2026, 1, 1, tzinfo=UTC), utc_offset_min=0)


class Child:
    """A process that does nothing."""

    def __init__(self):
        self.sent = []
        self.was_ended = self.was_killed = False

    def send(self, wish):
        self.sent.append(wish)

    def end(self):
        self.was_ended = True

    def kill(self):
        self.was_killed = True

    def cues(self):
        return [cue for wish in self.sent if isinstance(wish, Tell) for cue in wish.cues]


class Desk:
    """A keeper with everything that it started and said."""

    def __init__(self):
        self.clock = ManualClock()
        self.children = []
        self.statuses = []
        self.cannot_start = False
        self.keeper = Keeper(launch=self._launch, clock=self.clock, tell_status=self.statuses.append)

    def _launch(self):
        if self.cannot_start:
            raise FileNotFoundError
        self.children.append(Child())
        return self.children[-1]

    @property
    def child(self):
        return self.children[-1]

    @property
    def states(self):
        return [status.state for status in self.statuses]

    def pass_time(self, seconds, *, alive=True):
        for _ in range(round(seconds / 0.25)):
            self.clock.s += 0.25
            if alive and self.children:
                self.keeper.heard(self.child, Alive())
            self.keeper.check()

    def play(self):
        self.keeper.open()
        self.keeper.heard(self.child, PLAYING)
        return self


def timed(at_s, motif=Motif.TICK):
    """Return a motif at an instant."""
    return TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.TICK, motif=motif))


def test_opening_starts_one_process_and_tells_its_state():
    """A second `open` changes nothing."""
    desk = Desk().play()
    desk.keeper.open()
    assert len(desk.children) == 1
    assert desk.states == [SoundState.OPENING, SoundState.PLAYING]


def test_the_same_state_is_told_once():
    """Nobody is spammed."""
    desk = Desk().play()
    for _ in range(5):
        desk.keeper.heard(desk.child, PLAYING)
    assert desk.states == [SoundState.OPENING, SoundState.PLAYING]


def test_a_process_that_dies_is_replaced_at_once():
    """The next one is told the volumes, the device and the cues still to come, and no others."""
    desk = Desk().play()
    desk.keeper.set_volumes(0.5, 0.7)
    desk.keeper.choose_output("ear")
    desk.keeper.tell([timed(101), timed(105), timed(106)])
    desk.keeper.heard(desk.child, Told(id=1, outcome=Outcome.PLAYED, at_s=105))
    desk.clock.s = 103.0
    desk.keeper.ended(desk.child, CRASH)
    assert len(desk.children) == 2
    assert SetVolumes(voice=0.5, sounds=0.7) in desk.child.sent
    assert ChooseOutput(id="ear") in desk.child.sent
    assert [cue.at_s for cue in desk.child.cues()] == [106]


def test_what_was_forgotten_is_not_told_again():
    """No old cue comes back with a new process."""
    desk = Desk().play()
    desk.keeper.tell([timed(105)])
    desk.keeper.forget()
    desk.keeper.tell([timed(107)])
    assert Forget() in desk.child.sent
    desk.keeper.ended(desk.child, CRASH)
    assert [cue.at_s for cue in desk.child.cues()] == [107]


def test_a_frozen_process_is_killed_and_replaced():
    """After about a second and a half without a sign of life."""
    desk = Desk().play()
    frozen = desk.child
    desk.pass_time(SILENT_S, alive=False)
    assert not frozen.was_killed
    desk.pass_time(0.5, alive=False)
    assert frozen.was_killed
    assert len(desk.children) == 2
    desk.keeper.heard(frozen, LOST)
    desk.keeper.ended(frozen, CRASH)
    assert len(desk.children) == 2
    assert SoundState.LOST not in desk.states


def test_a_process_may_take_its_time_to_begin():
    """A cold disk is no reason to kill it, but the walker is told that nothing is heard."""
    desk = Desk()
    desk.keeper.open()
    expected = [SoundState.OPENING, SoundState.LOST]
    desk.pass_time(PATIENCE_S - 1, alive=False)
    assert (len(desk.children), desk.states) == (1, expected)
    desk.pass_time(2, alive=False)
    assert desk.children[0].was_killed


def test_own_sleep_is_not_held_against_the_process(expect_log):
    """When the program itself stood still it gives the other one time to be heard again."""
    desk = Desk().play()
    desk.clock.s += 600
    desk.keeper.check()
    assert not desk.child.was_killed
    desk.pass_time(1)
    assert len(desk.children) == 1


def test_retries_slow_down_and_the_message_stays():
    """Without a device a process is tried about every second and a half; the message does not flicker."""
    desk = Desk().play()
    for _ in range(6):
        desk.keeper.heard(desk.child, Status(SoundStatus(state=SoundState.OPENING, device="ear")))
        desk.keeper.heard(desk.child, LOST)
        desk.keeper.ended(desk.child, 75)
        desk.pass_time(2)
    assert desk.states == [SoundState.OPENING, SoundState.PLAYING, SoundState.OPENING, SoundState.LOST]
    before = len(desk.children)
    desk.keeper.ended(desk.child, 75)
    desk.pass_time(1.25)
    assert len(desk.children) == before
    desk.pass_time(0.5)
    assert len(desk.children) == before + 1


def test_without_the_sound_library_it_hardly_tries():
    """It may be installed while the program runs, but not every second."""
    desk = Desk()
    desk.keeper.open()
    desk.keeper.heard(desk.child, LOST)
    desk.keeper.ended(desk.child, NO_LIBRARY)
    desk.pass_time(RETRY_WITHOUT_LIBRARY_S - 1)
    assert len(desk.children) == 1
    desk.pass_time(2)
    assert len(desk.children) == 2


def test_a_process_that_cannot_be_started_is_a_message():
    """And it is tried again."""
    desk = Desk()
    desk.cannot_start = True
    desk.keeper.open()
    assert desk.statuses[-1].reason == "The sound process cannot be started."
    desk.cannot_start = False
    desk.pass_time(1)
    desk.keeper.heard(desk.child, PLAYING)
    assert desk.states[-1] is SoundState.PLAYING


def test_closing_ends_the_process_or_kills_it():
    """It is at rest when the process is gone, at the latest a second after."""
    desk = Desk().play()
    desk.keeper.close()
    assert desk.child.was_ended
    assert desk.states[-1] is SoundState.CLOSED
    assert not desk.keeper.is_at_rest
    desk.pass_time(1.5, alive=False)
    assert desk.child.was_killed
    assert desk.keeper.is_at_rest
    desk.pass_time(5)
    assert len(desk.children) == 1


def test_it_can_be_opened_again_without_old_cues():
    """The next session begins with nothing of the last."""
    desk = Desk().play()
    desk.keeper.tell([timed(105)])
    desk.keeper.close()
    desk.keeper.ended(desk.child, 0)
    desk.keeper.open()
    assert len(desk.children) == 2
    assert desk.child.cues() == []


def test_opened_again_before_the_old_process_is_gone():
    """The new stream does not wait for the end of a process that no longer plays."""
    desk = Desk().play()
    old = desk.child
    desk.keeper.close()
    desk.keeper.open()
    desk.keeper.tell([timed(105)])
    desk.keeper.ended(old, 0)
    assert desk.child is not old
    assert [cue.at_s for cue in desk.child.cues()] == [105]


def test_notes_are_left_to_the_system_voice():
    """A cue without packaged words or motif never reaches the stream."""
    desk = Desk().play()
    desk.keeper.tell([TimedCue(at_monotonic_s=105, cue=Cue(kind=CueKind.NOTE, note="Breathe"))])
    assert desk.child.cues() == []


def test_outputs_are_known_as_reported():
    """Settings can offer them."""
    desk = Desk().play()
    outputs = (Output(id="ear", name="Ear", is_default=True),)
    desk.keeper.heard(desk.child, Outputs(outputs))
    assert desk.keeper.outputs == outputs


@pytest.fixture(autouse=True)
def _expect_the_loss_to_be_logged(request, expect_log):
    """The tests in which sound is lost find a warning in the log, each change once."""
    if any(word in request.node.name for word in ("take_its_time", "retries", "library", "cannot_be")):
        expect_log("sound is lost")
