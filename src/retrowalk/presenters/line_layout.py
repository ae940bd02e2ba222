"""The line of the seven-day mean where a week is hardly wider than the line itself."""

from collections.abc import Sequence

from retrowalk.core.pain.resting import WINDOW_DAYS
from retrowalk.presenters.pain_chart import LinePoint


def thin_run(run: Sequence[LinePoint]) -> tuple[LinePoint, ...]:
    """Return one mean of each week of an unbroken piece, the last one, and the piece's two ends.

    Means seven days apart have no rating in common, so the line still says all there is to say; it is only
    not drawn over itself.
    """
    if not run:
        return ()
    last_of_week = {(point.day - run[0].day).days // WINDOW_DAYS: point for point in run}
    return tuple(dict.fromkeys((run[0], *last_of_week.values())))


def band_pieces(
    runs: Sequence[Sequence[LinePoint]], bridge_days: int
) -> list[list[tuple[float, float, float]]]:
    """Return the band in pieces of places, as ordinals, with its lower and upper edge.

    Args:
        runs: The line in unbroken pieces, by day.
        bridge_days: Gaps of the line up to this are no gaps of the band: they are narrower than can be shown.
    """
    pieces: list[list[tuple[float, float, float]]] = []
    for run in runs:
        places = [(float(point.day.toordinal()), *point.band) for point in run if point.band is not None]
        if not places:
            continue
        if pieces and places[0][0] - pieces[-1][-1][0] <= bridge_days:
            pieces[-1] += places
        else:
            pieces.append(places)
    return pieces
