"""Units: what the walker reads, and what is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.units import SpeedUnit, from_ms, on_whole_ms, speed_in, speed_kmh, whole_ms

seconds = st.floats(0, 200_000)


def test_miles():
    """One mile an hour is 1.609344 km/h."""
    assert speed_kmh(SpeedUnit.MPH, 1.0) == 1.609344
    assert speed_in(SpeedUnit.MPH, 1.609344) == 1.0


@pytest.mark.parametrize("unit", SpeedUnit)
@given(value=st.floats(0.1, 25))
def test_speeds_go_and_come_back(unit, value):
    """A speed that is kept and shown again is the one that was typed."""
    assert speed_in(unit, speed_kmh(unit, value)) == pytest.approx(value)


@given(st.integers(0, 10**10))
def test_stored_times_go_and_come_back(milliseconds):
    """Whole milliseconds survive being seconds."""
    assert whole_ms(from_ms(milliseconds)) == milliseconds


@given(seconds)
def test_whole_milliseconds_stay(value):
    """A time on a whole millisecond is the nearest one, and the very same number, each time again."""
    moved = on_whole_ms(value)
    assert abs(moved - value) <= 0.0005 + 1e-9
    assert on_whole_ms(moved) == moved == from_ms(whole_ms(moved))


def test_sum_of_tenths():
    """Three tenths of a second added up are 0.3, which plain floats are not."""
    assert 0.1 + 0.2 != 0.3
    assert on_whole_ms(0.1 + 0.2) == 0.3
