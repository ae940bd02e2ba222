"""Everything that the ratings say, worked out at once: what the chart draws and what may be said about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter

from retrowalk.core.pain.band import Band, Spread, Verdict, find_band, find_spread, is_comparable, judge
from retrowalk.core.pain.baseline import Baseline, Collecting, find_baseline
from retrowalk.core.pain.pairs import MedianChange, median_change
from retrowalk.core.pain.rating import WORDING, Rating
from retrowalk.core.pain.reference_lines import ReferenceLine, reference_lines
from retrowalk.core.pain.resting import resting
from retrowalk.core.pain.weekly_mean import Run, WeeklyMean, weekly_runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A week held against the baseline."""

    week: WeeklyMean
    band: Band
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class PainReview:
    """What the ratings of one wording come to.

    Attributes:
        resting: How many resting ratings there are.
        runs: The seven-day means, in pieces that a line may join.
        baseline: The frozen baseline, or how far collecting it has come.
        spread: How much single ratings differ within a week.
        change: The median change over a walk, None without a walk rated twice.
    """

    resting: int
    runs: tuple[Run, ...]
    baseline: Baseline | Collecting
    spread: Spread
    change: MedianChange | None

    @property
    def latest(self) -> WeeklyMean | None:
        """The latest seven-day mean, None before the first."""
        return self.runs[-1][-1] if self.runs else None

    def compare(self, week: WeeklyMean) -> Comparison | None:
        """Return a week against the baseline; None while there is none, or if the week lies in it."""
        if isinstance(self.baseline, Collecting) or not is_comparable(week, self.baseline):
            return None
        band = find_band(self.baseline, self.spread, week.ratings)
        return Comparison(week=week, band=band, verdict=judge(week, band))

    def reference_lines(self) -> tuple[ReferenceLine, ...]:
        """Return the lines below the baseline that may be drawn."""
        return () if isinstance(self.baseline, Collecting) else reference_lines(self.baseline.mean)


def review_ratings(ratings: Iterable[Rating], first_walk_utc: datetime | None) -> PainReview:
    """Return what the ratings come to; those that answer another wording are another series and left out.

    Args:
        ratings: In any order.
        first_walk_utc: When the first walk began, aware; None before it.
    """
    series = [rating for rating in ratings if rating.wording == WORDING]
    series.sort(key=attrgetter("local_day", "rated_utc"))
    at_rest = resting(series)
    return PainReview(
        resting=len(at_rest),
        runs=weekly_runs(at_rest),
        baseline=find_baseline(at_rest, first_walk_utc),
        spread=find_spread(at_rest),
        change=median_change(series),
    )
