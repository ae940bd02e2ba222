"""The presets that come along hold what was promised of them."""

import itertools

import pytest

from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, Repeat, TurnKind
from retrowalk.core.walk.preset_check import check_preset, remarks_on
from retrowalk.core.walk.schedule import PhaseKind, build_schedule
from retrowalk.storage.built_in_presets import FILES, load_built_in
from retrowalk.storage.preset_refused import PresetRefused
from retrowalk.system.resources import preset_files

GROUPS = dict(load_built_in(preset_files()))
ALL = [preset for presets in GROUPS.values() for preset in presets]
LADDER = [p for p in GROUPS["Four weeks to 15 minutes"] if p.turn.kind is TurnKind.TIMED]
REVERSE = " (reverse belt)"


def walked(preset):
    """The bouts as they are written in the table: direction and seconds."""
    return [(bout.direction.value[0].upper(), bout.length_s) for bout in preset.bouts()]


def backward(preset):
    """The backward bouts."""
    return [bout for bout in preset.bouts() if bout.direction is Direction.BACKWARD]


def only(title):
    """The first preset under a title."""
    return GROUPS[title][0]


def test_order_in_which_they_are_shown():
    """The easiest comes first."""
    assert list(GROUPS) == [
        "First steps",
        "Study dose",
        "As the article tells it",
        "Four weeks to 15 minutes",
        "Forward only",
    ]
    assert set(FILES) == set(preset_files())


@pytest.mark.parametrize("preset", ALL, ids=lambda preset: preset.name)
def test_each_can_be_walked_without_a_question(preset):
    """Nothing about them is wrong or worth a second thought, and each says where it comes from."""
    assert check_preset(preset) == ()
    assert remarks_on(preset) == ()
    assert preset.about.endswith(".")


def test_names_and_ids_are_their_own():
    """A preset is found again by either."""
    assert len({preset.id for preset in ALL}) == len({preset.name for preset in ALL}) == len(ALL) == 33


def test_ids_stay():
    """History and other computers know them by these."""
    assert only("First steps").id == "2f7f8711-1bf7-43ec-925b-b6bd83237f2e"
    assert LADDER[0].id == "e2f00859-fb76-44fd-b9fc-1c5de9e76559"
    assert only("Forward only").id == "245813b9-5ee1-4cf1-b670-bc3537152c73"


def test_first_steps():
    """Thirteen minutes with two backward minutes, at speeds that are easy to follow."""
    preset = only("First steps")
    assert preset.name == "First steps"
    assert walked(preset) == [("F", 240.0), ("B", 60.0), ("F", 120.0), ("B", 60.0), ("F", 120.0)]
    assert [bout.speed_kmh for bout in preset.bouts()] == [2.5, 0.8, 2.5, 0.8, 2.5]
    assert build_schedule(preset).length_s == 13 * 60


@pytest.mark.parametrize(
    ("title", "number", "backward_s"),
    [("Study dose", 0, 900.0), ("Study dose", 1, 600.0), ("As the article tells it", 0, 900.0)],
)
def test_study_dose(title, number, backward_s):
    """One long backward bout at the walker's own speed, level."""
    preset = GROUPS[title][number]
    assert walked(preset) == [("F", 180.0), ("B", backward_s), ("F", 120.0)]
    assert {(bout.speed_kmh, bout.incline_percent) for bout in preset.bouts()} == {(None, 0.0)}


def test_forward_only():
    """A quarter of an hour without a turn."""
    assert [walked(preset) for preset in GROUPS["Forward only"]] == [[("F", 900.0)]]


def test_ladder():
    """Twelve sessions from two minutes to fifteen, forward four minutes first, two between and last."""
    bouts = [(2, 60), (3, 60), (3, 60), (2, 120), (2, 150), (2, 180), (2, 240), (2, 270), (2, 300), (2, 360)]
    bouts += [(2, 420), (1, 900)]
    expected = [[("F", 240.0), *[("B", float(s)), ("F", 120.0)] * times] for times, s in bouts]
    assert [walked(preset) for preset in LADDER] == expected
    assert LADDER[0].name == "Week 1, session 1: 2 × 1:00 backward"
    assert LADDER[-1].name == "Week 4, session 3: 1 × 15:00 backward"


def test_time_or_speed_rises_never_both():
    """From one session of the ladder to the next at most one of them is raised, and the names follow."""
    steps = [
        (build_schedule(p).seconds_by_kind[PhaseKind.BACKWARD], backward(p)[0].speed_kmh) for p in LADDER
    ]
    given = [step for step in steps if step[1] is not None]
    assert [speed for _, speed in steps] == [0.8, 0.8, *[1.0] * 7, None, None, None]
    for (time_s, speed), (next_time_s, next_speed) in itertools.pairwise(given):
        assert (next_time_s > time_s) != (next_speed > speed)
    assert [time_s for time_s, _ in steps] == sorted(time_s for time_s, _ in steps)


def test_one_backward_speed_in_a_walk():
    """Nobody has to reach a console behind the back."""
    assert all(len({bout.speed_kmh for bout in backward(preset)}) <= 1 for preset in ALL)


def test_warm_up_and_cool_down_are_marked():
    """The first bout warms up and the last cools down, neither is counted; all the others are."""
    for preset in ALL:
        roles = [bout.role for bout in preset.bouts()]
        if len(roles) > 1:
            assert roles == [BoutRole.WARM_UP, *[BoutRole.MAIN] * (len(roles) - 2), BoutRole.COOL_DOWN]


def test_repeats_are_written_as_repeats():
    """What is walked more than twice in the same way is a repeat."""
    longest = next(preset for preset in LADDER if "session 2: 3 ×" in preset.name)
    assert [type(part) is Repeat for part in longest.parts] == [False, True, False, False]


def test_each_has_a_reverse_belt_variant():
    """All that goes backward can be had without turns, the same otherwise."""
    by_name = {preset.name: preset for preset in ALL}
    for preset in ALL:
        if backward(preset) and not preset.name.endswith(REVERSE):
            variant = by_name[preset.name + REVERSE]
            assert build_schedule(variant).turns == 0
            assert variant.turn.kind is TurnKind.REVERSE_BELT
            assert variant.parts == preset.parts
            assert preset.turn.kind is TurnKind.TIMED
            assert preset.turn.length_s == 45.0


def test_spoilt_file_is_refused():
    """A file that is not as it was packaged is named, never half used."""
    with pytest.raises(PresetRefused):
        load_built_in(preset_files() | {"first-steps": b""})
