"""Schedules: repeats unrolled, turns put in, absolute offsets."""

from itertools import pairwise

import pytest
from hypothesis import given

from retrowalk.core.units import on_whole_ms
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, Repeat, TurnKind
from retrowalk.core.walk.schedule import PhaseKind, build_schedule, joined
from tests.helpers.presets import a_preset, a_schedule, backward, built_in_presets, forward, random_presets


def kinds(schedule):
    """The kinds of its phases, as words."""
    return [phase.kind.value for phase in schedule.phases]


def test_turn_wherever_the_direction_changes():
    """A turn stands between two directions, none between two bouts of the same."""
    schedule = a_schedule(forward(60), forward(30), backward(60), forward(60))
    assert kinds(schedule) == ["forward", "forward", "turn", "backward", "turn", "forward"]
    assert (schedule.turns, schedule.bouts) == (2, 4)


def test_offsets_are_absolute():
    """Each phase begins where the one before ends, the first at 0."""
    schedule = a_schedule(forward(60), backward(30), turn_s=20.0)
    assert [(phase.starts_at_s, phase.ends_at_s) for phase in schedule.phases] == [
        (0, 60),
        (60, 80),
        (80, 110),
    ]
    assert schedule.length_s == 110


def test_reverse_belt_needs_no_turns():
    """A belt that runs in reverse changes direction at once."""
    schedule = a_schedule(forward(60), backward(60), turn=TurnKind.REVERSE_BELT)
    assert kinds(schedule) == ["forward", "backward"]


def test_turn_that_waits():
    """With "wait for me" the turns go on until a key; their length is an estimate."""
    turn = a_schedule(forward(60), backward(60), turn=TurnKind.WAIT).phases[1]
    assert turn.holds
    assert turn.length_s == 45


def test_turn_tells_what_follows():
    """A turn knows the direction that it leads to and the speed to start the belt at."""
    to_backward, to_forward = a_schedule().phases[1], a_schedule().phases[3]
    assert (to_backward.turns_to, to_backward.speed_kmh) == (Direction.BACKWARD, 0.8)
    assert (to_forward.turns_to, to_forward.speed_kmh) == (Direction.FORWARD, 2.5)


def test_repeats_are_unrolled():
    """Bouts done three times in a row are walked three times, with the turns between."""
    schedule = a_schedule(forward(60), Repeat(times=3, bouts=(backward(30), forward(60))))
    assert [kind for kind in kinds(schedule) if kind != "turn"] == ["forward", *["backward", "forward"] * 3]
    assert schedule.turns == 6


def test_bouts_are_counted_by_direction():
    """The main bouts of each direction are numbered, as in "backward 2 of 3"; warm-up and cool-down not."""
    schedule = a_schedule(
        forward(60, role=BoutRole.WARM_UP),
        Repeat(times=3, bouts=(backward(30), forward(60))),
        forward(60, role=BoutRole.COOL_DOWN),
    )
    numbers = [(phase.kind.value, phase.number, phase.of) for phase in schedule.phases]
    counted = [f"{kind} {number} of {of}" for kind, number, of in numbers if number]
    assert counted == [f"{kind} {number} of 3" for number in (1, 2, 3) for kind in ("backward", "forward")]
    assert numbers[0] == ("forward", 0, 0)
    assert numbers[-1] == ("forward", 0, 0)


def test_bout_carries_what_the_walker_wrote():
    """Speed, incline, note and waiting go from the bout into its phase."""
    bout = backward(60, speed_kmh=1.2, incline_percent=2.5, note="small steps", until_key=True)
    phase = a_schedule(bout).phases[0]
    assert (phase.speed_kmh, phase.incline_percent, phase.note, phase.holds) == (
        1.2,
        2.5,
        "small steps",
        True,
    )


def test_seconds_by_kind():
    """Minutes forward, backward and turning are told apart, also where there are none."""
    assert a_schedule().seconds_by_kind == {
        PhaseKind.FORWARD: 120,
        PhaseKind.BACKWARD: 60,
        PhaseKind.TURN: 90,
    }
    assert a_schedule(forward(60)).seconds_by_kind[PhaseKind.BACKWARD] == 0


def test_no_bouts():
    """A preset without bouts has an empty schedule of no length."""
    schedule = build_schedule(a_preset(Repeat(times=2, bouts=())))
    assert schedule.phases == ()
    assert schedule.length_s == 0


@given(random_presets())
def test_schedule_has_no_gaps_and_lies_on_whole_milliseconds(preset):
    """Whatever the preset, its phases follow each other to the millisecond, as they will in the journal."""
    at_s = 0.0
    for index, phase in enumerate(build_schedule(preset).phases):
        assert phase.starts_at_s == at_s
        assert phase.ends_at_s == on_whole_ms(phase.ends_at_s) > at_s
        assert phase.plan_index == index
        at_s = phase.ends_at_s
    assert at_s == pytest.approx(
        sum(bout.length_s for bout in preset.bouts()) + build_schedule(preset).turns * preset.turn.length_s
    )


@pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)
def test_built_in_presets(preset):
    """Every preset that comes with the program begins and ends forward, and turns as its belt wants."""
    schedule = build_schedule(preset)
    assert schedule.phases[0].kind is schedule.phases[-1].kind is PhaseKind.FORWARD
    directions = [bout.direction for bout in preset.bouts()]
    changes = sum(a is not b for a, b in pairwise(directions))
    assert schedule.turns == (0 if preset.turn.kind is TurnKind.REVERSE_BELT else changes)


def test_joined():
    """Phases laid end to end keep their lengths and begin where they are told."""
    phases = a_schedule().phases
    laid = joined(phases[2:4], from_s=500.0)
    assert [(phase.starts_at_s, phase.ends_at_s) for phase in laid] == [(500, 560), (560, 605)]
