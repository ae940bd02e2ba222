"""The names under the chart: as the country writes them, and as many as there is room for."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFontMetricsF

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.measures import TextSize, text_font
from retrowalk.gui.progress.time_axis import TimeAxis
from tests.helpers.pain_histories import on


def names(first, last, width_px, locale="en_GB"):
    """The names between two days of the history, by place."""
    axis = TimeAxis(LocaleDates(QLocale(locale)))
    return dict(axis.ticks(on(first).toordinal(), on(last).toordinal(), width_px).named)


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (14, ["2 Mar\n2026", "3 Mar", "4 Mar"]),
        (92, ["2 Mar\n2026", "9 Mar", "16 Mar"]),
        (366, ["Apr\n2026", "May", "Jun"]),
        (3650, ["2027", "2028", "2029"]),
    ],
)
def test_names_suit_the_time_seen(dress, days, wanted):
    """Days, weeks, months, years; the year is said once."""
    assert list(names(0, days - 1, 1100).values())[:3] == wanted


def test_names_are_those_of_the_country(dress):
    """In its order, with its months."""
    assert next(iter(names(0, 13, 1100, "en_US").values())) == "Mar 2\n2026"
    assert next(iter(names(0, 13, 1100, "de_DE").values())) == "2. März\n2026"


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("days", [5, 14, 31, 92, 366, 900, 3650, 20_000])
@pytest.mark.parametrize("width_px", [180, 640, 1500])
def test_names_never_touch(dress, days, width_px, scale):
    """Whatever is seen, at 200 % text too."""
    dress(text_scale=scale)
    found = names(0, days - 1, width_px)
    px_per_day = width_px / days
    metrics = QFontMetricsF(text_font(TextSize.SMALL))
    places = sorted(found)
    for left, right in pairwise(places):
        widths = [max(map(metrics.horizontalAdvance, found[place].split("\n"))) for place in (left, right)]
        assert (right - left) * px_per_day > sum(widths) / 2


def test_the_end_of_the_calendar_is_no_end_of_the_program(dress):
    """Days that no calendar has are not named."""
    axis = TimeAxis(LocaleDates(QLocale("en_GB")))
    assert axis.ticks(-400.0, 300.0, 600.0).named
    assert axis.ticks(3_652_000.0, 3_653_000.0, 600.0).named is not None
