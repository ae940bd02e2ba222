"""Presets, short and readable; and random ones."""

from pathlib import Path

from hypothesis import strategies as st

from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, BoutRole, Preset, Repeat, TurnKind, TurnPolicy
from retrowalk.core.walk.schedule import build_schedule
from retrowalk.storage.built_in_presets import FILES, load_built_in

FOLDER = Path(__file__).parents[2] / "resources" / "retrowalk_resources" / "presets"
PRESET_ID = "7d5c9a3e-2f10-4a63-9b57-1d5e0c0f8a11"


def forward(length_s, speed_kmh=2.5, **rest):
    """A bout forward."""
    return Bout(direction=Direction.FORWARD, length_s=length_s, speed_kmh=speed_kmh, **rest)


def backward(length_s, speed_kmh=0.8, **rest):
    """A bout backward."""
    return Bout(direction=Direction.BACKWARD, length_s=length_s, speed_kmh=speed_kmh, **rest)


def a_preset(*parts, turn=TurnKind.TIMED, turn_s=45.0):
    """A preset of these parts, or of a minute forward, one backward and one forward again."""
    parts = parts or (forward(60), backward(60), forward(60))
    return Preset(id=PRESET_ID, name="Walk", parts=parts, turn=TurnPolicy(kind=turn, length_s=turn_s))


def a_schedule(*parts, **rest):
    """The schedule of a preset of these parts."""
    return build_schedule(a_preset(*parts, **rest))


def built_in_presets():
    """Every preset that comes with the program."""
    files = {name: (FOLDER / f"{name}.json").read_bytes() for name in FILES}
    return [preset for _, presets in load_built_in(files) for preset in presets]


def built_in(name):
    """The preset of that name that comes with the program."""
    return next(preset for preset in built_in_presets() if preset.name == name)


def bouts(longest_s=200):
    """Random bouts of 5 s and more, to the millisecond."""
    speeds = st.none() | st.integers(1, 80).map(lambda tenths: tenths / 10)
    return st.builds(
        Bout,
        direction=st.sampled_from(Direction),
        length_s=st.integers(5, longest_s).map(float)
        | st.integers(5_000, longest_s * 1000).map(lambda ms: ms / 1000),
        speed_kmh=speeds,
        incline_percent=st.none() | st.integers(-60, 400).map(lambda tenths: tenths / 10),
        note=st.sampled_from(["", "look ahead"]),
        role=st.sampled_from(BoutRole),
        until_key=st.integers(0, 9).map(lambda number: number == 0),
    )


def random_presets(longest_s=200, fewest_parts=1):
    """Random presets of up to some twenty bouts and every turn policy."""
    some_bouts = st.lists(bouts(longest_s), min_size=1, max_size=3).map(tuple)
    repeats = st.builds(Repeat, times=st.integers(1, 2), bouts=some_bouts)
    turns = st.builds(
        TurnPolicy,
        kind=st.sampled_from(TurnKind),
        length_s=st.sampled_from([20.0, 45.0, 120.0])
        | st.integers(20_000, 120_000).map(lambda ms: ms / 1000),
    )
    parts = st.lists(bouts(longest_s) | repeats, min_size=fewest_parts, max_size=4).map(tuple)
    return st.builds(Preset, id=st.just(PRESET_ID), name=st.just("Walk"), parts=parts, turn=turns)
