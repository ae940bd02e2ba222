"""Which stretch of time is drawn already, so that a drag draws anew only now and then."""

from math import inf


class DrawnStretch:
    """Remembers what was drawn last: the days, and a scale that everything drawn depends on."""

    def __init__(self) -> None:
        self._scale: tuple[float, ...] = ()
        self._first, self._last = inf, -inf

    def forget(self) -> None:
        """Know of nothing that is drawn."""
        self._scale = ()

    def covers(self, scale: tuple[float, ...], first_day: float, last_day: float) -> bool:
        """Return whether these days are drawn, at this scale."""
        return scale == self._scale and self._first <= first_day and last_day <= self._last

    def around(self, scale: tuple[float, ...], first_day: float, last_day: float) -> tuple[float, float]:
        """Return the days to be drawn now: those seen, and as many again on either side."""
        margin = last_day - first_day
        self._scale = scale
        self._first, self._last = first_day - margin, last_day + margin
        return self._first, self._last

    def everything(self, scale: tuple[float, ...]) -> None:
        """Take down that all days are drawn, at this scale."""
        self._scale = scale
        self._first, self._last = -inf, inf
