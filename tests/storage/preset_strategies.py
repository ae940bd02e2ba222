"""Presets of every shape that is allowed, for hypothesis."""

import uuid

from hypothesis import strategies as st

from retrowalk.core.walk import preset_check as limits
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, BoutRole, Preset, Repeat, TurnKind, TurnPolicy

MAX_BOUT_MS = 600_000
"""Ten minutes, so that no walk gets longer than a day."""


def texts(**limits_of_length):
    """Any characters that can be stored: right-to-left, emoji, zero-width, markup."""
    storable = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    return st.text(storable, **limits_of_length)


def within(lowest, highest):
    """Every float from one to the other."""
    return st.floats(lowest, highest, allow_nan=False)


def seconds(lowest_ms, highest_ms):
    """Seconds that are whole milliseconds."""
    return st.integers(lowest_ms, highest_ms).map(lambda ms: ms / 1000)


bouts = st.builds(
    Bout,
    direction=st.sampled_from(Direction),
    length_s=seconds(5_000, MAX_BOUT_MS),
    speed_kmh=st.none() | within(limits.MIN_SPEED_KMH, limits.MAX_SPEED_KMH),
    incline_percent=st.none() | within(limits.MIN_INCLINE_PERCENT, limits.MAX_INCLINE_PERCENT),
    note=texts(max_size=20),
    role=st.sampled_from(BoutRole),
    until_key=st.booleans(),
)
some_bouts = st.lists(bouts, min_size=1, max_size=4).map(tuple)
repeats = st.builds(Repeat, times=st.integers(1, 9), bouts=some_bouts)
turns = st.builds(TurnPolicy, kind=st.sampled_from(TurnKind), length_s=seconds(20_000, 120_000))

presets = st.builds(
    Preset,
    id=st.uuids().map(str),
    # A letter at the end, since a name of spaces alone is no name.
    name=texts(max_size=40).map(lambda text: f"{text}a"),
    parts=st.lists(bouts | repeats, min_size=1, max_size=4).map(tuple),
    turn=turns,
    about=texts(max_size=40),
)


def a_bout(direction=Direction.FORWARD, length_s=60.0, **rest):
    """A bout without anything special."""
    return Bout(direction=direction, length_s=length_s, **rest)


def a_preset(*parts, name="Walk", **rest):
    """A preset without problems, of one bout unless others are given."""
    return Preset(id=str(uuid.UUID(int=1)), name=name, parts=parts or (a_bout(),), **rest)
