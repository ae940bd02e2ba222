"""Running a session: written down first, then heard, then shown."""

import sqlite3

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import Motif
from retrowalk.core.walk.session import Outcome
from retrowalk.core.walk.snapshot import RunState
from retrowalk.services.change_feed import Changed
from tests.helpers.presets import a_preset, backward, forward

PLAN = a_preset(forward(30), backward(30), forward(30), turn_s=20.0)
LENGTH_S = 130.0
GET_READY_S = 15.0


def test_a_walk_is_in_the_database_from_its_start(workshop):
    """The row, the copy of the plan and the rating before are there before the countdown is over."""
    workshop.service.start(PLAN, 4)
    assert workshop.rows("SELECT outcome, preset_name FROM sessions") == [("running", "Walk")]
    assert workshop.rows("SELECT moment, score FROM ratings") == [("before", 4)]
    assert workshop.rows("SELECT kind FROM facts") == [("started",)]


def test_a_walk_without_a_rating_has_none(workshop):
    """Skipping leaves nothing; missing is not zero."""
    workshop.service.start(PLAN)
    workshop.walk(20)
    assert workshop.rows("SELECT count(*) FROM ratings") == [(0,)]


def test_a_second_start_while_one_walks_changes_nothing(workshop):
    """A double click on Start gives one session."""
    workshop.service.start(PLAN, 4)
    assert workshop.service.start(PLAN, 5) == ()
    assert workshop.rows("SELECT count(*) FROM sessions") == [(1,)]


def test_a_finished_walk_is_closed_with_its_sums(workshop):
    """At the end the row has what was walked, and whoever shows the history is told."""
    told: list[Changed] = []
    workshop.changes.listen(told.append)
    workshop.service.start(PLAN, 4)
    events = workshop.walk(GET_READY_S + LENGTH_S)
    assert isinstance([e for e in events if not isinstance(e, ev.CueDue)][-1], ev.Finished)
    columns = "outcome, reached_ms, forward_ms, backward_ms, turns, bouts_done, bouts_planned"
    assert workshop.rows(f"SELECT {columns} FROM sessions") == [
        ("finished", 130_000, 60_000, 30_000, 2, 3, 3)
    ]
    assert told == [Changed.HISTORY]


def test_how_far_it_came_is_written_at_least_every_second(workshop):
    """Whenever the program is cut off, less than a second of the walk is missing."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S)
    for _ in range(40):
        workshop.walk(0.3, step_s=0.1)
        ((reached_ms,),) = workshop.rows("SELECT reached_ms FROM sessions")
        elapsed_s = workshop.service.snapshot().elapsed_s
        assert elapsed_s - 1.0 < reached_ms / 1000 <= elapsed_s


def test_cues_are_told_ten_seconds_ahead_and_once(workshop):
    """Every motif of the walk is heard at its instant, whatever the rhythm of the ticks."""
    workshop.service.start(PLAN, 4)
    began_s = workshop.clock.read().monotonic_s + GET_READY_S
    workshop.walk(GET_READY_S + LENGTH_S + 30, step_s=0.7)
    motifs = [
        (round(told.at_monotonic_s - began_s, 3), told.cue.motif)
        for told in workshop.player.heard()
        if told.cue.motif in {Motif.FORWARD, Motif.BACKWARD, Motif.END}
    ]
    assert motifs == [
        (0.0, Motif.FORWARD),
        (50.0, Motif.BACKWARD),
        (100.0, Motif.FORWARD),
        (130.0, Motif.END),
        (140.0, Motif.END),
        (150.0, Motif.END),
    ]


@pytest.mark.parametrize("command", ["pause", "skip", "back", "stop"])
def test_a_key_silences_what_was_told_before(workshop, command):
    """After a key that changes the course no stale cue is left."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 24)
    stale = [told for told in workshop.player.told if told.cue.motif is Motif.TURN]
    assert stale, "the turn was told ahead"
    getattr(workshop.service, command)()
    assert not set(stale) & set(workshop.player.told)


def test_time_that_merely_passes_silences_nothing(workshop):
    """Ticking never restarts the stream."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + LENGTH_S)
    assert workshop.player.calls == ["open"]


def test_pain_in_the_walk_is_a_rating_and_a_fact(workshop):
    """P and a number: the walk stands still and the rating is saved."""
    workshop.service.start(PLAN, 2)
    workshop.walk(GET_READY_S + 10)
    workshop.service.pause_for_pain()
    workshop.service.rate_pain(6)
    assert workshop.service.snapshot().state is RunState.PAUSED
    assert workshop.rows("SELECT moment, score FROM ratings ORDER BY rated_utc_ms") == [
        ("before", 2),
        ("during", 6),
    ]


def test_the_rating_after_counts_as_saved_when_its_commit_is_back(workshop):
    """The future of the rating is done only when the row is there."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 5)
    workshop.service.stop()
    workshop.service.rate_after(3).result(10)
    workshop.service.describe(5, "warm day").result(10)
    assert workshop.rows("SELECT score FROM ratings WHERE moment = 'after'") == [(3,)]
    assert workshop.rows("SELECT outcome, effort, note FROM sessions") == [("stopped", 5, "warm day")]


def test_a_corrected_answer_takes_the_place_of_the_first(workshop):
    """Answering the same question again leaves one rating, the last."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 5)
    workshop.service.rate_pain(7)
    workshop.service.rate_pain(2)
    workshop.service.stop()
    workshop.service.rate_after(9)
    workshop.service.rate_after(3)
    assert workshop.rows("SELECT moment, score FROM ratings ORDER BY moment") == [
        ("after", 3),
        ("before", 4),
        ("during", 2),
    ]


def test_a_stop_can_be_taken_back(workshop):
    """Resume after a stop goes on in the same session."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 5)
    workshop.service.stop()
    workshop.service.reopen()
    assert workshop.rows("SELECT outcome FROM sessions") == [("running",)]
    workshop.service.resume()
    workshop.walk(10 + LENGTH_S)
    assert workshop.service.summary().outcome is Outcome.FINISHED
    assert workshop.rows("SELECT outcome, reached_ms FROM sessions") == [("finished", 130_000)]


def test_leaving_ends_the_sound_and_makes_room_for_the_next_walk(workshop):
    """After a walk is left another can begin."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 5)
    workshop.service.leave()
    assert workshop.service.is_under_way, "a walk under way cannot be left"
    workshop.service.stop()
    workshop.service.leave()
    assert workshop.player.calls[-1] == "close"
    assert workshop.service.snapshot() is None
    assert workshop.service.start(PLAN, 4)


def test_without_a_session_nothing_happens(workshop):
    """Commands, ratings and questions without a walk do nothing and raise nothing."""
    service = workshop.service
    for command in (service.tick, service.pause, service.resume, service.skip, service.stop, service.reopen):
        assert command() == ()
    assert service.rate_after(3) is None
    assert service.describe(3, "") is None
    assert service.summary() is None
    assert service.next_due_s() is None
    assert service.plan is None
    assert workshop.rows("SELECT count(*) FROM ratings") == [(0,)]


def test_a_write_that_fails_through_our_own_fault_is_told(workshop, expect_log):
    """A rating that breaks the rules of the database does not get lost without a word."""
    workshop.service.start(PLAN, 4)
    expect_log("a write failed: IntegrityError")
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        workshop.service.rate_after(99).result(10)
    workshop.rows("SELECT 1")
    assert len(workshop.faults) == 1
    workshop.faults.clear()


def test_a_plan_with_problems_is_not_begun(workshop):
    """What the editor would name as a problem never reaches the belt."""
    assert workshop.service.start(a_preset(forward(-3))) == ()
    assert workshop.service.snapshot() is None
