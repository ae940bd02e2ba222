"""The scale of the bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.presenters.dose_bars import DoseBar
from retrowalk.presenters.minutes_scale import minutes_heading, minutes_scale
from tests.helpers.pain_histories import on

minutes = st.floats(0, 200_000)
bars = st.lists(
    st.builds(
        DoseBar,
        day=st.just(on(0)),
        backward_min=minutes,
        forward_min=minutes,
        planned_backward_min=minutes,
        planned_forward_min=minutes,
    ),
    max_size=5,
)


@given(bars)
def test_every_bar_fits_and_a_few_heights_are_named(some):
    """Backward below zero, forward above it, with minutes that are never negative."""
    scale = minutes_scale(some, 5)
    assert scale.low < 0 < scale.high
    for bar in some:
        assert max(bar.forward_min, bar.planned_forward_min) <= scale.high
        assert max(bar.backward_min, bar.planned_backward_min) <= -scale.low
    assert 1 <= len(scale.ticks) <= 6
    assert all(scale.low <= at <= scale.high and text == str(abs(int(at))) for at, text in scale.ticks)


def test_a_walk_of_ten_minutes_is_read_off_easily():
    """Two minutes backward, eight forward: a line at 5 and at 0."""
    bar = DoseBar(
        day=on(0), backward_min=2.0, forward_min=8.0, planned_backward_min=2.0, planned_forward_min=8.0
    )
    assert minutes_scale([bar], 5).ticks == ((-5.0, "5"), (0.0, "0"), (5.0, "5"))


def test_a_low_panel_names_fewer_minutes():
    """Numbers never stand on each other."""
    bar = DoseBar(
        day=on(0), backward_min=15.0, forward_min=8.0, planned_backward_min=15.0, planned_forward_min=8.0
    )
    assert [text for _, text in minutes_scale([bar], 5).ticks] == ["15", "10", "5", "0", "5"]
    assert [text for _, text in minutes_scale([bar], 2).ticks] == ["15", "0"]


@pytest.mark.parametrize(("days", "per"), [(1, "per day"), (7, "per week"), (84, "per 12 weeks")])
def test_says_what_a_bar_stands_for(days, per):
    """A bar of a year's chart is a week."""
    assert per in minutes_heading(days)
