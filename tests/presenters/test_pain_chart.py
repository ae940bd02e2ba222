"""The chart as values: what is drawn, what the legend offers, and the same in words."""

from datetime import timedelta

import pytest

from retrowalk.core.pain.rating import Moment
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.chart_ranges import DaySpan
from retrowalk.presenters.pain_chart import PainPoint, build_pain_chart
from tests.helpers.pain_histories import a_rating, a_session, before, on, weeks_of_walks
from tests.helpers.plain_dates import PlainDates


def a_chart(sessions=(), ratings=(), today=100):
    """The chart of these."""
    return build_pain_chart(sessions, ratings, today=on(today), dates=PlainDates())


def labels(chart):
    """The legend, as layers with their names."""
    return {entry.layer: entry.label for entry in chart.legend}


def test_nothing_gives_an_empty_chart():
    """Two weeks up to today with nothing in them, no sentence and no legend."""
    chart = a_chart(today=0)
    assert (chart.points, chart.runs, chart.levels, chart.bars, chart.legend) == ((), (), (), (), ())
    assert chart.span == DaySpan(first=on(-13), last=on(0))
    assert (chart.caption, chart.remark) == ((), ())
    assert chart.description == (
        "Pain from 0 to 10 over time, since 2026-03-02: no ratings on no days, and walks on no days."
    )


def test_points_are_the_ratings_of_three_moments():
    """Those during a walk and for the week are no points; the same one twice on a day counts two."""
    ratings = [a_rating(0, 5, moment) for moment in Moment]
    ratings += [a_rating(1, 3, Moment.AFTER, "a"), a_rating(1, 3, Moment.AFTER, "b")]
    chart = a_chart((), ratings)
    assert set(chart.points[:3]) == {
        PainPoint(day=on(0), moment=moment, score=5)
        for moment in (Moment.BEFORE, Moment.AFTER, Moment.NEXT_MORNING)
    }
    assert chart.points[3:] == (PainPoint(day=on(1), moment=Moment.AFTER, score=3, ratings=2),)


def test_points_come_by_day():
    """Whatever order the ratings were written in."""
    days = [point.day for point in a_chart((), before((9, 1), (2, 1), (5, 1))).points]
    assert days == sorted(days)


def test_a_history_without_baseline_has_no_levels():
    """And no band, and no switches for either."""
    chart = a_chart((), before((0, 4), (1, 5), (2, 4)))
    assert chart.levels == ()
    assert chart.collected is None
    assert [[point.band for point in run] for run in chart.runs] == [[None]]
    assert labels(chart) == {Layer.BEFORE: "before a walk", Layer.MEAN: "7-day mean"}


def test_twelve_weeks_have_everything():
    """Baseline over the first two weeks, lines below it, and the band after it."""
    sessions, ratings = weeks_of_walks(12, fall_per_week=0.3, pause=range(5, 8))
    chart = a_chart(sessions, ratings, today=84)
    assert chart.collected == DaySpan(first=on(0), last=on(12))
    assert [(level.layer, level.label) for level in chart.levels] == [
        (Layer.BASELINE, "first two weeks: 5.3"),
        (Layer.THIRTY_PERCENT, "30\u00a0% lower: 3.7"),
        (Layer.FIFTY_PERCENT, "50\u00a0% lower: 2.7"),
        (Layer.TWO_POINTS, "2 points lower: 3.3"),
    ]
    assert list(labels(chart)) == list(Layer)
    assert {entry.layer for entry in chart.legend if not entry.is_on} == {
        Layer.FIFTY_PERCENT,
        Layer.TWO_POINTS,
    }
    assert len(chart.runs) == 2
    banded = [point.band is not None for run in chart.runs for point in run]
    days = [point.day for run in chart.runs for point in run]
    assert banded == [day > on(12) for day in days]


def test_the_band_stays_on_the_scale():
    """Nothing is drawn below 0 or above 10."""
    chart = a_chart((), before(*((day, 0) for day in range(12)), (12, 10), (13, 10), (14, 0)))
    bands = [point.band for run in chart.runs for point in run if point.band is not None]
    assert bands
    assert all(low == 0.0 and high <= 10.0 for low, high in bands)


def test_a_low_baseline_has_no_percentages():
    """A third of one and a half points is less than the scale can show."""
    chart = a_chart((), before(*((day, 1 + day % 2) for day in range(12))))
    assert [level.layer for level in chart.levels] == [Layer.BASELINE]


def test_bars_without_ratings_are_a_chart():
    """Somebody who skips every rating still sees the minutes."""
    chart = a_chart([a_session(3)], today=5)
    assert labels(chart) == {Layer.MINUTES: "minutes walked"}
    assert len(chart.bars) == 1
    assert chart.caption == ()


def test_spans_all_that_there_is():
    """From the first bar or point to the last, and to today at least."""
    sessions, ratings = [a_session(40), a_session(3)], [a_rating(1, 5), a_rating(50, 5)]
    assert a_chart(sessions, ratings, today=45).span == DaySpan(first=on(1), last=on(50))
    assert a_chart(sessions, ratings, today=60).span == DaySpan(first=on(1), last=on(60))


@pytest.mark.parametrize(("active_s", "name"), [(600.0, "first two weeks"), (0.0, "baseline")])
def test_a_walk_that_never_began_is_no_walk(active_s, name):
    """Who stops in the countdown has not walked, and the ratings are still from before the first walk."""
    session = a_session(-1, active_s=active_s)
    chart = a_chart([session], before(*((day, 5) for day in range(12))))
    assert chart.levels[0].label == f"{name}: 5.0"


def test_is_told_in_words():
    """What a screen reader says of the picture: how much there is, and the sentences under it."""
    sessions, ratings = weeks_of_walks(2)
    chart = a_chart(sessions, ratings, today=14)
    assert chart.description.startswith(
        "Pain from 0 to 10 over time, since 2026-03-02: 18 ratings on 12 days, and walks on 6 days. Your"
    )
    assert chart.description.endswith(chart.remark[-1])


def test_a_traveller_keeps_the_days_of_the_place():
    """A rating belongs to the local day on which it was given, whatever the day in UTC."""
    late = a_rating(0, 5, rated_utc=a_rating(0, 5).rated_utc + timedelta(hours=9), utc_offset_min=-540)
    assert a_chart((), [late]).points[0].day == on(0)
