"""Laying the cues of one phase: none over another."""

import pytest

from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Cue, CueKind, Motif
from retrowalk.core.walk.cue_layout import PAUSE_BETWEEN_S, CueLayout
from tests.helpers.presets import a_schedule, backward, forward

SENTENCE, WORD = ("one", "two", "three"), ("one",)


def a_layout(from_s=0.0, bout=None):
    """The room of a bout of a minute, with a voice that takes a second for each clip."""
    return CueLayout(a_schedule(bout or forward(60)).phases[0], lambda words: float(len(words)), from_s)


def laid(layout):
    """What was laid, as instants and kinds."""
    return [(point.at_s, point.cue.kind.value) for point in layout.points()]


def test_motif_lies_at_its_instant():
    """A motif is laid where it is wanted or not at all."""
    layout = a_layout()
    assert layout.sound(CueKind.CHANGE, Motif.FORWARD, 0.0)
    assert not layout.sound(CueKind.ALIVE, Motif.ALIVE, 0.5)
    assert laid(layout) == [(0.0, "change")]


def test_phrase_moves_behind_what_is_there():
    """A phrase that would be heard over a motif begins a breath after it."""
    layout = a_layout()
    layout.sound(CueKind.CHANGE, Motif.FORWARD, 0.0)
    assert layout.speak(CueKind.ACTION, [SENTENCE], 0.0, 4.0)
    assert layout.points()[1].at_s == MOTIF_LENGTH_S[Motif.FORWARD] + PAUSE_BETWEEN_S


def test_phrase_moves_behind_all_that_is_there():
    """Between two ticks there is no room for a sentence: it begins after the last."""
    layout = a_layout()
    for at_s in (10.0, 11.0, 12.0):
        layout.sound(CueKind.TICK, Motif.TICK, at_s)
    assert layout.speak(CueKind.ACTION, [SENTENCE], 9.0, 20.0)
    assert laid(layout)[-1] == (12.23, "action")


def test_shorter_variant():
    """Where the whole sentence would begin too late, the shorter one is said."""
    layout = a_layout()
    layout.sound(CueKind.CHANGE, Motif.FORWARD, 2.0)
    assert layout.speak(CueKind.ACTION, [SENTENCE, WORD], 0.0, 1.0)
    assert layout.points()[0].cue.words == WORD


def test_no_room_at_all():
    """What finds no room is left out, and the layout says so."""
    layout = a_layout()
    layout.sound(CueKind.CHANGE, Motif.FORWARD, 0.5)
    assert not layout.speak(CueKind.ACTION, [SENTENCE, WORD], 0.0, 1.0)
    assert laid(layout) == [(0.5, "change")]


def test_nothing_is_heard_past_the_end_of_the_phase():
    """A sound that would last into the next phase is left out; one that just fits is not."""
    assert a_layout().sound(CueKind.TURN_AGAIN, Motif.TURN, 59.1)
    assert not a_layout().sound(CueKind.TURN_AGAIN, Motif.TURN, 59.101)


def test_nothing_is_said_in_the_last_three_seconds():
    """They belong to the countdown, between its ticks too; a phrase that just fits before them is said."""
    assert a_layout().speak(CueKind.ACTION, [SENTENCE], 54.0, 60.0)
    assert not a_layout().speak(CueKind.ACTION, [SENTENCE], 54.001, 60.0)


def test_holding_phase_has_no_end():
    """A phase that waits for a key goes on, so its reckoned end hinders nothing."""
    layout = a_layout(bout=backward(5, until_key=True))
    assert layout.speak(CueKind.ACTION, [SENTENCE], 100.0, 100.0)


def test_notes_take_time_by_their_letters():
    """The walker's own note is given as long as a system's voice needs for it."""
    layout = a_layout()
    layout.place(Cue(kind=CueKind.NOTE, note="x" * 26), 10.0, 10.0)
    assert layout.points()[0].length_s == 2.0


def test_whole_milliseconds():
    """Whatever is asked for, a cue lies on a whole millisecond and lasts for whole ones."""
    layout = CueLayout(a_schedule(forward(60)).phases[0], lambda _words: 1 / 3, 0.0)
    layout.speak(CueKind.HALFWAY, [WORD], 10 / 3, 5.0)
    point = layout.points()[0]
    assert (point.at_s, point.length_s) == (3.333, 0.334)


class TestAfterAKey:
    """A layout made anew because a key changed the course."""

    def test_silenced_cue_takes_no_room(self):
        """A motif that a key has cut off does not keep a tick away."""
        layout = a_layout(from_s=0.3)
        layout.sound(CueKind.CHANGE, Motif.FORWARD, 0.0)
        assert layout.sound(CueKind.TICK, Motif.TICK, 0.3)

    def test_past_lies_as_it_did(self):
        """What was said before the key stays where it was, so that it is not said again."""
        layout = a_layout(from_s=30.0)
        layout.sound(CueKind.CHANGE, Motif.FORWARD, 0.0)
        layout.speak(CueKind.ACTION, [SENTENCE], 0.0, 4.0)
        assert laid(layout) == [(0.0, "change"), (0.85, "action")]

    def test_phrase_cut_off_by_the_answer_moves_behind_it(self):
        """A phrase that would run into the answer to the key is said after it."""
        layout = a_layout(from_s=2.0)
        layout.speak(CueKind.CONFIRMATION, [WORD], 2.0, 2.0)
        layout.speak(CueKind.ACTION, [SENTENCE], 0.85, 4.0)
        assert laid(layout) == [(2.0, "confirmation"), (3.15, "action")]


@pytest.mark.parametrize("kind", [CueKind.ACTION, CueKind.CHANGE])
def test_end_of_a_kind(kind):
    """Where the last cue of a kind ends is known; without one it is the phase's start."""
    layout = a_layout()
    assert layout.end_of(kind) == 0.0
    layout.place(Cue(kind=kind, words=WORD), 5.0, 5.0)
    layout.place(Cue(kind=kind, words=WORD), 10.0, 10.0)
    assert layout.end_of(kind) == 11.0
