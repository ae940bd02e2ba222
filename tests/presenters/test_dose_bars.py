"""Minutes by day: done beside planned, each direction for itself."""

import pytest

from retrowalk.presenters.dose_bars import DoseBar, build_dose_bars
from tests.helpers.pain_histories import a_session, on


def test_a_bar_has_what_was_done_and_what_was_planned():
    """A walk of 2 minutes backward and 8 forward, broken off half-way."""
    (bar,) = build_dose_bars([a_session(0, backward_s=60.0, forward_s=240.0)])
    assert bar == DoseBar(
        day=on(0), backward_min=1.0, forward_min=4.0, planned_backward_min=2.0, planned_forward_min=8.0
    )


def test_sessions_of_a_day_are_one_bar():
    """By the local day on which they began."""
    first, second = build_dose_bars([a_session(1), a_session(0, 20), a_session(0, 7)])
    assert (first.day, second.day) == (on(0), on(1))
    assert [first.backward_min, first.planned_forward_min] == pytest.approx([4.0, 16.0])
