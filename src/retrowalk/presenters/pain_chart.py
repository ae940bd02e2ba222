"""The chart of pain and of minutes walked, as values to be drawn."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from retrowalk.core.pain.baseline import Collecting
from retrowalk.core.pain.rating import HIGHEST, LOWEST, Moment, Rating
from retrowalk.core.pain.review import PainReview, review_ratings
from retrowalk.core.pain.weekly_mean import WeeklyMean
from retrowalk.core.walk.session import SessionRecord
from retrowalk.presenters.chart_legend import (
    LAYER_OF_MOMENT,
    LAYER_OF_REFERENCE,
    Layer,
    LegendEntry,
    build_legend,
)
from retrowalk.presenters.chart_ranges import DaySpan, whole_span
from retrowalk.presenters.date_words import DateWords
from retrowalk.presenters.dose_bars import DoseBar, build_dose_bars
from retrowalk.presenters.durations import counted
from retrowalk.presenters.pain_words import baseline_name, caption, reference_name, remark


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """Ratings of one moment and one score on one day.

    Attributes:
        day: The walker's day.
        moment: Before or after a walk, or the next morning.
        score: 0-10.
        ratings: How many there are, nearly always one.
    """

    day: date
    moment: Moment
    score: int
    ratings: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePoint:
    """The seven-day mean of a day, with the band of usual ups and downs for its number of ratings.

    Attributes:
        day: The last of the seven days.
        mean: 0-10.
        band: Its lower and upper edge within 0-10; None where nothing is compared.
    """

    day: date
    mean: float
    band: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """A level line: the baseline or one below it.

    Attributes:
        layer: Which one.
        level: 0-10.
        label: Its name with its value, written on it.
    """

    layer: Layer
    level: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChart:
    """The whole chart.

    Attributes:
        points: The ratings, by day.
        runs: The line in unbroken pieces, the earliest first.
        collected: The days on which the baseline was collected, None while there is none.
        levels: The baseline and the lines below it that are allowed; empty without a baseline.
        bars: Minutes, by day.
        legend: The layers, in order.
        span: Everything there is to see, up to today at least.
        today: The walker's day; ranges end on it.
        caption: What may be said, in sentences.
        remark: What always has to be said beside it.
        description: The chart in words, for somebody who does not see it.
    """

    points: tuple[PainPoint, ...]
    runs: tuple[tuple[LinePoint, ...], ...]
    collected: DaySpan | None
    levels: tuple[LevelLine, ...]
    bars: tuple[DoseBar, ...]
    legend: tuple[LegendEntry, ...]
    span: DaySpan
    today: date
    caption: tuple[str, ...]
    remark: tuple[str, ...]
    description: str


def build_pain_chart(
    sessions: Sequence[SessionRecord], ratings: Sequence[Rating], *, today: date, dates: DateWords
) -> PainChart:
    """Return the chart of these sessions and ratings.

    Args:
        sessions: In any order.
        ratings: In any order.
        today: The walker's day.
        dates: How dates are written.
    """
    review = review_ratings(ratings, _first_walk(sessions))
    points = _points(ratings)
    bars = build_dose_bars(sessions)
    ends = [mark.day for marks in (points, bars) if marks for mark in (marks[0], marks[-1])]
    said, beside = caption(review, today, dates), remark(review)
    return PainChart(
        points=points,
        runs=tuple(tuple(_line_point(review, week) for week in run) for run in review.runs),
        collected=_collected(review),
        levels=_levels(review),
        bars=bars,
        legend=build_legend(review, frozenset(point.moment for point in points), has_minutes=bool(bars)),
        span=whole_span((min(ends), max(ends)) if ends else None, today),
        today=today,
        caption=said,
        remark=beside,
        description=" ".join((_inventory(points, bars, min(ends, default=today), dates), *said, *beside)),
    )


def _first_walk(sessions: Iterable[SessionRecord]) -> datetime | None:
    walked = (record.start.started_utc for record in sessions if record.summary.active_s > 0)
    return min(walked, default=None)


def _points(ratings: Sequence[Rating]) -> tuple[PainPoint, ...]:
    # A pass for each moment: looking a moment up for each of 100,000 ratings takes longer than all passes.
    counts = {
        moment: Counter((rating.local_day, rating.score) for rating in ratings if rating.moment is moment)
        for moment in LAYER_OF_MOMENT
    }
    points = [
        PainPoint(day=day, moment=moment, score=score, ratings=number)
        for moment, numbers in counts.items()
        for (day, score), number in numbers.items()
    ]
    return tuple(sorted(points, key=attrgetter("day")))


def _line_point(review: PainReview, week: WeeklyMean) -> LinePoint:
    comparison = review.compare(week)
    if comparison is None:
        return LinePoint(day=week.day, mean=week.mean, band=None)
    band = max(float(LOWEST), comparison.band.low), min(float(HIGHEST), comparison.band.high)
    return LinePoint(day=week.day, mean=week.mean, band=band)


def _collected(review: PainReview) -> DaySpan | None:
    if isinstance(review.baseline, Collecting):
        return None
    return DaySpan(first=review.baseline.first_day, last=review.baseline.last_day)


def _levels(review: PainReview) -> tuple[LevelLine, ...]:
    if isinstance(review.baseline, Collecting):
        return ()
    found = [(Layer.BASELINE, baseline_name(review.baseline), review.baseline.mean)]
    found += [
        (LAYER_OF_REFERENCE[line.kind], reference_name(line.kind), line.level)
        for line in review.reference_lines()
    ]
    return tuple(
        LevelLine(layer=layer, level=level, label=f"{name}: {level:.1f}") for layer, name, level in found
    )


def _inventory(points: Sequence[PainPoint], bars: Sequence[DoseBar], first: date, dates: DateWords) -> str:
    ratings = sum(point.ratings for point in points)
    rated_days = len({point.day for point in points})
    return (
        f"Pain from 0 to 10 over time, since {dates.day(first)}: {counted(ratings, 'rating')} on "
        f"{counted(rated_days, 'day')}, and walks on {counted(len(bars), 'day')}."
    )
