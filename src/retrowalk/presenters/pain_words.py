"""The sentences about pain: what may be said, on how many ratings it rests, and always the natural course."""

from datetime import date

from retrowalk.core.pain.band import Spread, Verdict
from retrowalk.core.pain.baseline import DAYS_NEEDED, RATINGS_NEEDED, Baseline, BaselineKind, Collecting
from retrowalk.core.pain.pairs import MedianChange
from retrowalk.core.pain.reference_lines import ReferenceKind
from retrowalk.core.pain.resting import FEWEST, WINDOW_DAYS
from retrowalk.core.pain.review import Comparison, PainReview
from retrowalk.core.pain.weekly_mean import WeeklyMean
from retrowalk.presenters.date_words import DateWords
from retrowalk.presenters.durations import counted

NATURAL_COURSE = (
    "Back pain often eases in the first weeks whatever one does, so a line that falls does not show why."
)
LINES_ARE_CROSSED = (
    "Lasting back pain is about a third lower after six weeks in ordinary groups of people: many cross the "
    "30\u00a0% line without any treadmill."
)
_WEEKS = ("week", "two weeks", "three weeks", "four weeks", "five weeks", "six weeks")
"""What a start of so many weeks is called; three sessions a week with both ratings make it two."""
STALE_AFTER_DAYS = 7
_REFERENCES = {
    ReferenceKind.THIRTY_PERCENT: "30\u00a0% lower",
    ReferenceKind.FIFTY_PERCENT: "50\u00a0% lower",
    ReferenceKind.TWO_POINTS: "2 points lower",
}


def baseline_name(baseline: Baseline) -> str:
    """Return what the baseline is called; only one from before the first walk is called that."""
    if baseline.kind is BaselineKind.RUN_IN:
        return "baseline"
    weeks = max(1, round(((baseline.last_day - baseline.first_day).days + 1) / WINDOW_DAYS))
    return f"first {_WEEKS[weeks - 1] if weeks <= len(_WEEKS) else f'{weeks} weeks'}"


def reference_name(kind: ReferenceKind) -> str:
    return _REFERENCES[kind]


def caption(review: PainReview, today: date, dates: DateWords) -> tuple[str, ...]:
    """Return what may be said under the chart, in sentences; nothing without a resting rating.

    Args:
        review: What the ratings come to.
        today: The walker's day.
        dates: How dates are written.
    """
    if not review.resting:
        return ()
    sentences = (*_standing(review, today, dates), _over_a_walk(review.change))
    return tuple(sentence for sentence in sentences if sentence)


def remark(review: PainReview) -> tuple[str, ...]:
    """Return what always stands beside the caption: how back pain goes without any treadmill."""
    if not review.resting:
        return ()
    return (NATURAL_COURSE, LINES_ARE_CROSSED) if review.reference_lines() else (NATURAL_COURSE,)


def _standing(review: PainReview, today: date, dates: DateWords) -> list[str]:
    if isinstance(review.baseline, Collecting):
        return [_still_collecting(review.baseline)]
    comparison = review.compare(review.latest) if review.latest else None
    if comparison is None:
        return [_baseline_alone(review.baseline, dates)]
    return [
        _compared(comparison, review.baseline, dates),
        _silence_since(comparison.week, today),
        _usual(comparison, review.spread),
    ]


def _still_collecting(collecting: Collecting) -> str:
    return (
        f"Still collecting: {counted(collecting.ratings, 'resting rating')} so far (before a walk or on the "
        f"next morning), on {counted(collecting.days, 'day')}. Later weeks are compared with the first "
        f"{RATINGS_NEEDED}, on at least {DAYS_NEEDED} days."
    )


def _baseline_alone(baseline: Baseline, dates: DateWords) -> str:
    return (
        f"Your {baseline_name(baseline)}: {baseline.mean:.1f} on average ({baseline.ratings} resting "
        f"ratings, {dates.day(baseline.first_day)} to {dates.day(baseline.last_day)}). "
        "Later weeks are compared with that."
    )


def _compared(comparison: Comparison, baseline: Baseline, dates: DateWords) -> str:
    week, name = comparison.week, baseline_name(baseline)
    says = {
        Verdict.LOWER: f"lower than your {name}",
        Verdict.WITHIN: f"within your usual ups and downs around your {name}",
        Verdict.HIGHER: f"higher than your {name}",
    }[comparison.verdict]
    return (
        f"In the 7 days up to {dates.day(week.day)} your resting pain was {week.mean:.1f} on average "
        f"({week.ratings} ratings): {says} ({baseline.mean:.1f}, {baseline.ratings} ratings)."
    )


def _silence_since(week: WeeklyMean, today: date) -> str:
    if (today - week.day).days <= STALE_AFTER_DAYS:
        return ""
    return f"Since then there were never {FEWEST} resting ratings within 7 days, so nothing is said of later."


def _usual(comparison: Comparison, spread: Spread) -> str:
    whose = f"your own {spread.ratings} ratings" if spread.is_own else "how ratings of other people differ"
    return (
        f"Usual ups and downs for such a week: {max(0.0, comparison.band.low):.1f} to "
        f"{min(10.0, comparison.band.high):.1f}, worked out from {whose}."
    )


def _over_a_walk(change: MedianChange | None) -> str:
    if change is None or change.walks < FEWEST:
        return ""
    size = f"{abs(change.points):g} point{'' if abs(change.points) == 1 else 's'}"
    if change.points == 0:
        says = "the same after a walk as before it"
    else:
        says = f"{size} {'lower' if change.points < 0 else 'higher'} after a walk than before it"
    return f"Pain was {says}: the median of {change.walks} walks rated both times."
