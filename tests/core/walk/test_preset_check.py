"""Every problem of a preset is found at its place, and remarks never block."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, Preset, Repeat, TurnKind, TurnPolicy
from retrowalk.core.walk.preset_check import MAX_WRITTEN_BOUTS, check_preset, remarks_on, turns_in
from retrowalk.core.walk.schedule import build_schedule
from tests.storage.preset_strategies import a_bout, a_preset, presets

BACK = Direction.BACKWARD
DAY_S = 24 * 3600.0


def places(preset):
    """Where the problems are."""
    return [problem.place for problem in check_preset(preset)]


@given(presets)
def test_good_presets_have_no_problems(preset):
    """What keeps within the limits is taken."""
    assert check_preset(preset) == ()


@pytest.mark.parametrize("name", ["", " ", "\t\n", "\u00a0\u2003", "\u200b", "\u202e"])
def test_name_must_be_visible(name):
    """Spaces and zero-width characters are no name."""
    assert places(a_preset(name=name)) == [("name",)]


@pytest.mark.parametrize("name", ["a", "٣", "👟", "\u200bx", "<b>"])
def test_anything_visible_is_a_name(name):
    """Any script, sign or markup is a name."""
    assert places(a_preset(name=name)) == []


@pytest.mark.parametrize("text", ["a\0b", "a\ud800"])
def test_text_that_cannot_be_stored(text):
    """A NUL or half a character is named wherever it stands."""
    preset = a_preset(a_bout(note=text), name=text, about=text)
    assert places(preset) == [("name",), ("about",), ("parts", 0, "note")]


def test_texts_are_limited_together():
    """A hundred thousand characters are allowed, one more is too much."""
    assert places(a_preset(name="n" * 60_000, about="a" * 40_000)) == []
    assert places(a_preset(name="n" * 60_000, about="a" * 40_001)) == [()]


@pytest.mark.parametrize("wrong", ["", "1", "00000000-0000-0000-0000-00000000000A", "../x", "0" * 36])
def test_id_is_a_uuid(wrong):
    """An id that is no UUID would not find its preset on another computer."""
    assert places(replace(a_preset(), id=wrong)) == [("id",)]


@pytest.mark.parametrize(
    "length_s",
    [math.nan, math.inf, -math.inf, -5.0, 0.0, 1e-9, 4.999, DAY_S + 1, 1e308, 60.0001, 60.1 + 0.2],
)
def test_wrong_lengths(length_s):
    """A length that is no number, not positive, too short, too long or too fine is one problem."""
    found = places(a_preset(a_bout(length_s=length_s)))
    assert found[0] == ("parts", 0, "length_s")
    assert set(found[1:]) <= {("parts",)}


@pytest.mark.parametrize("length_s", [5.0, 5.001, 90.123, DAY_S])
def test_right_lengths(length_s):
    """From five seconds to a day, to the millisecond."""
    assert places(a_preset(a_bout(length_s=length_s))) == []


@pytest.mark.parametrize("speed", [0.0, -1.0, 0.09, 25.01, math.nan, math.inf])
def test_wrong_speeds(speed):
    """No belt runs at that speed."""
    assert places(a_preset(a_bout(speed_kmh=speed))) == [("parts", 0, "speed_kmh")]


@pytest.mark.parametrize("incline", [-6.1, 40.1, math.nan, -math.inf])
def test_wrong_inclines(incline):
    """No home treadmill stands like that."""
    assert places(a_preset(a_bout(incline_percent=incline))) == [("parts", 0, "incline_percent")]


@pytest.mark.parametrize("length_s", [19.999, 120.001, math.nan, math.inf, -1.0, 45.00001])
def test_wrong_turns(length_s):
    """A turn takes 20 to 120 seconds, to the millisecond."""
    assert places(a_preset(turn=TurnPolicy(length_s=length_s))) == [("turn", "length_s")]


@pytest.mark.parametrize("times", [0, -3, 100, 10**9, 10**400])
def test_wrong_repeats(times):
    """Repeats go from 1 to 99, and absurd ones are found without walking through them."""
    found = places(a_preset(Repeat(times=times, bouts=(a_bout(),) * 3)))
    assert found[0] == ("parts", 0, "times")
    assert set(found[1:]) <= {("parts",)}


def test_no_bouts():
    """A preset, and a repeat, without bouts cannot be walked."""
    assert places(replace(a_preset(), parts=())) == [("parts",)]
    assert places(a_preset(Repeat(times=2, bouts=()))) == [("parts", 0, "bouts"), ("parts",)]


def test_number_of_bouts_is_limited():
    """As many bouts as may be written, and ten thousand with all repeats, and not one more."""
    bout = a_bout(length_s=5.0)
    assert places(a_preset(*[bout] * MAX_WRITTEN_BOUTS)) == []
    assert places(a_preset(*[bout] * (MAX_WRITTEN_BOUTS + 1))) == [("parts",)]
    # The turn policy does not matter, all go one way.
    many = [Repeat(times=99, bouts=(bout,) * 101), bout]
    assert places(a_preset(*many)) == []
    assert places(a_preset(*many, bout)) == [("parts",)]


def test_whole_walk_is_limited_to_a_day():
    """Twenty-four hours to the dot are allowed, turns counted, a millisecond more is not."""
    there_and_back = Repeat(times=12, bouts=(a_bout(length_s=3600.0 - 45), a_bout(BACK, 3600.0 - 45)))
    last_turn_is_missing = a_bout(BACK, length_s=45.0)
    assert places(a_preset(there_and_back, last_turn_is_missing)) == []
    assert places(a_preset(there_and_back, a_bout(BACK, length_s=45.001))) == [("parts",)]


def test_all_problems_at_once():
    """An editor shows every one of them."""
    wrong = a_bout(length_s=-1.0, speed_kmh=99.0, incline_percent=99.0)
    preset = a_preset(wrong, Repeat(times=0, bouts=(wrong,)), name=" ", turn=TurnPolicy(length_s=1.0))
    assert places(preset) == [
        ("name",),
        ("turn", "length_s"),
        *[("parts", 0, field) for field in ("length_s", "speed_kmh", "incline_percent")],
        *[("parts", 1, "bouts", 0, field) for field in ("length_s", "speed_kmh", "incline_percent")],
        ("parts", 1, "times"),
    ]


def test_each_problem_is_one_sentence():
    """What is said can be put beside its field as it is."""
    preset = a_preset(
        a_bout(length_s=math.nan), Repeat(times=0, bouts=()), name="", turn=TurnPolicy(length_s=0.0)
    )
    sentences = [problem.sentence for problem in check_preset(preset)]
    assert all(text[0].isupper() and text.endswith(".") and "\n" not in text for text in sentences)
    assert "The length is not a number." in sentences


any_float = st.none() | st.floats()
any_bouts = st.builds(
    Bout,
    direction=st.sampled_from(Direction),
    length_s=st.floats(),
    speed_kmh=any_float,
    incline_percent=any_float,
    note=st.text(st.characters(), max_size=3),
)
any_parts = any_bouts | st.builds(
    Repeat, times=st.integers(), bouts=st.lists(any_bouts, max_size=3).map(tuple)
)
any_presets = st.builds(
    Preset,
    id=st.text(max_size=3),
    name=st.text(st.characters(), max_size=3),
    parts=st.lists(any_parts, max_size=3).map(tuple),
    turn=st.builds(TurnPolicy, kind=st.sampled_from(TurnKind), length_s=st.floats()),
)


@given(any_presets)
def test_nothing_raises(preset):
    """Whatever an editor or a file puts into a preset, the answer is a list of problems."""
    assert all(problem.sentence for problem in check_preset(preset))


@given(presets)
def test_turns_are_those_of_the_schedule(preset):
    """Turns counted without unrolling are as many as the schedule has."""
    assert turns_in(preset) == build_schedule(preset).turns


# ------------------------------------------------------------------------- remarks


def remarked(preset):
    """Where the remarks are."""
    return [remark.place for remark in remarks_on(preset)]


@pytest.mark.parametrize(
    ("direction", "speed", "asked"),
    [
        (BACK, 3.2, False),
        (BACK, 3.3, True),
        (BACK, None, False),
        (Direction.FORWARD, 6.0, False),
        (Direction.FORWARD, 6.1, True),
    ],
)
def test_brisk_speeds_are_asked_about(direction, speed, asked):
    """Above 3.2 km/h backward and 6 km/h forward the walker is asked, and nothing is refused."""
    preset = a_preset(a_bout(), a_bout(direction, speed_kmh=speed))
    assert remarked(preset) == ([("parts", 1, "speed_kmh")] if asked else [])
    assert check_preset(preset) == ()


def test_number_of_turns_is_shown():
    """Above six turns the number is shown; a belt that runs in reverse has none."""
    walk = (Repeat(times=4, bouts=(a_bout(), a_bout(BACK))),)
    (remark,) = remarks_on(a_preset(*walk))
    assert remark.place == ("parts",)
    assert remark.sentence.startswith("7 turns")
    assert remarked(a_preset(*walk, turn=TurnPolicy(kind=TurnKind.REVERSE_BELT))) == []


def test_walk_that_begins_backward():
    """Forward minutes come first; where they do not, it is said once."""
    assert remarked(a_preset(a_bout(BACK), a_bout())) == [("parts", 0)]
    assert remarked(a_preset(Repeat(times=2, bouts=(a_bout(BACK),)))) == [("parts", 0, "bouts", 0)]


def test_console_is_out_of_reach_backward():
    """A change of speed between two backward bouts is remarked at the second, also round a repeat."""
    slow, fast = a_bout(BACK, speed_kmh=0.8), a_bout(BACK, speed_kmh=1.0)
    assert remarked(a_preset(a_bout(), slow, fast)) == [("parts", 2)]
    assert remarked(a_preset(a_bout(), slow, slow)) == []
    assert remarked(a_preset(a_bout(), slow, a_bout(), fast)) == []
    round_again = Repeat(times=2, bouts=(slow, fast))
    assert remarked(a_preset(a_bout(), round_again)) == [("parts", 1, "bouts", 1), ("parts", 1, "bouts", 0)]
