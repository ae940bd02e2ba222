"""Before and after: the change over one walk, as a median over all that were rated twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from retrowalk.core.pain.rating import Moment, Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class MedianChange:
    """The median of after minus before.

    Attributes:
        points: Below 0 when pain was lower after the walk; a multiple of one half.
        walks: How many walks were rated both before and after, at least one.
    """

    points: float
    walks: int


def median_change(ratings: Iterable[Rating]) -> MedianChange | None:
    """Return the median change over a walk, None without a walk that was rated both times.

    Of several ratings of one moment of one walk the last counts.
    """
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    for rating in ratings:
        if rating.session_id is None:
            continue
        if rating.moment is Moment.BEFORE:
            before[rating.session_id] = rating.score
        elif rating.moment is Moment.AFTER:
            after[rating.session_id] = rating.score
    changes = [score - before[walk] for walk, score in after.items() if walk in before]
    return MedianChange(points=float(median(changes)), walks=len(changes)) if changes else None
