"""The ranges: they end today, and what is shown at first suits what is there."""

import pytest

from retrowalk.presenters.chart_ranges import ChartRange, DaySpan, opening_range, range_span, whole_span
from tests.helpers.pain_histories import on


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (ChartRange.TWO_WEEKS, 14),
        (ChartRange.ONE_MONTH, 31),
        (ChartRange.THREE_MONTHS, 92),
        (ChartRange.TWELVE_MONTHS, 366),
    ],
)
def test_ranges_end_today(chosen, days):
    """Each is as long as it says, today included."""
    span = range_span(chosen, DaySpan(first=on(-999), last=on(3)), on(0))
    assert (span.last, span.days) == (on(0), days)


def test_all_is_everything():
    """From the first day with anything on it, to a day in the future if there is one."""
    whole = whole_span((on(-999), on(3)), on(0))
    assert range_span(ChartRange.ALL, whole, on(0)) == whole == DaySpan(first=on(-999), last=on(3))


@pytest.mark.parametrize("days", [None, (on(-2), on(-1)), (on(0), on(0))])
def test_there_are_always_two_weeks_up_to_today(days):
    """A single day would fill the whole width."""
    assert whole_span(days, on(0)) == DaySpan(first=on(-13), last=on(0))


@pytest.mark.parametrize(
    ("days", "chosen"),
    [
        (1, ChartRange.TWO_WEEKS),
        (14, ChartRange.TWO_WEEKS),
        (15, ChartRange.ONE_MONTH),
        (32, ChartRange.THREE_MONTHS),
        (93, ChartRange.THREE_MONTHS),
        (3650, ChartRange.THREE_MONTHS),
    ],
)
def test_opens_with_everything_up_to_three_months(days, chosen):
    """The shortest range that shows all; a longer history opens with its last three months."""
    assert opening_range(whole_span((on(1 - days), on(0)), on(0))) is chosen
