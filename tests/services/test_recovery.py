"""A walk that was cut off: kept, continued or discarded."""

import pytest

from retrowalk.core.walk.snapshot import RunState
from retrowalk.services.change_feed import Changed
from tests.helpers.presets import a_preset, backward, forward

PLAN = a_preset(forward(30), backward(30), forward(30), turn_s=20.0)
GET_READY_S = 15.0


@pytest.fixture
def cut_off(workshop):
    """A walk cut off 62 s after its first step, in its backward bout."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 62)
    workshop.service = workshop.new_service()
    return workshop.recovery.find().result(10)


def test_a_walk_that_is_over_is_not_offered(workshop):
    """Stopping and finishing leave nothing to recover."""
    workshop.service.start(PLAN, 4)
    workshop.walk(GET_READY_S + 5)
    workshop.service.stop()
    assert workshop.recovery.find().result(10) is None


def test_it_is_found_with_less_than_a_second_missing(cut_off):
    """What is offered is the walk as far as it was written."""
    assert 61.0 < cut_off.reached_s <= 62.0
    assert cut_off.start.plan == PLAN


def test_kept_it_is_in_the_history_once(workshop, cut_off):
    """Keeping closes it with its sums; it is not offered again."""
    told: list[Changed] = []
    workshop.changes.listen(told.append)
    workshop.recovery.keep(cut_off).result(10)
    assert workshop.recovery.find().result(10) is None
    (record,) = workshop.history.sessions().result(10)
    assert record.summary.backward_s == pytest.approx(12.0, abs=1.0)
    assert record.summary.bouts_done == 1
    assert told == [Changed.HISTORY | Changed.PAIN]


def test_keeping_twice_gives_one_session(workshop, cut_off):
    """A recovery that was itself cut off can be done again."""
    workshop.recovery.keep(cut_off).result(10)
    workshop.recovery.keep(cut_off).result(10)
    assert len(workshop.history.sessions().result(10)) == 1


def test_discarded_it_is_gone_with_its_rating(workshop, cut_off):
    """Neither the history nor the chart shows anything of it."""
    workshop.recovery.discard(cut_off).result(10)
    assert workshop.recovery.find().result(10) is None
    assert workshop.history.sessions().result(10) == ()
    assert workshop.history.ratings().result(10) == ()


def test_continued_it_waits_and_steps_on_with_a_countdown(workshop, cut_off):
    """It never goes on by itself, and not before a countdown; then it ends where it would have."""
    service = workshop.service
    service.continue_unfinished(cut_off)
    assert service.snapshot().state is RunState.PAUSED
    workshop.walk(30)
    assert service.snapshot().elapsed_s == cut_off.reached_s
    service.resume()
    assert service.snapshot().state is RunState.COUNTDOWN
    workshop.walk(10 + 130 - 60)
    assert workshop.rows("SELECT outcome, reached_ms, backward_ms FROM sessions") == [
        ("finished", 130_000, 30_000)
    ]
