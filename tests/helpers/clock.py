"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

from retrowalk.core.clock import Reading

MORNING = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
"""A Monday."""
US_PER_S = 1_000_000


class FakeClock:
    """Both clocks in the hand of a test; kept in whole microseconds, so that many small steps add up.

    Args:
        utc: The wall time at the beginning.
        monotonic_s: The steady clock at the beginning.
        utc_offset_min: What local time is ahead of UTC, in minutes.
    """

    def __init__(self, utc=MORNING, monotonic_s=1000, utc_offset_min=60) -> None:
        self._utc = utc
        self._monotonic_us = round(monotonic_s * US_PER_S)
        self._utc_offset_min = utc_offset_min

    def read(self):
        """Return both clocks as they stand now."""
        return Reading(
            monotonic_s=self._monotonic_us / US_PER_S, utc=self._utc, utc_offset_min=self._utc_offset_min
        )

    def advance(self, seconds):
        """Let time pass."""
        self._monotonic_us += _whole_us(seconds)
        self.suspend(seconds)

    def suspend(self, seconds):
        """Let the computer sleep, as Linux and macOS see it: the steady clock stands still."""
        self._utc += timedelta(microseconds=_whole_us(seconds))

    def set_wall(self, utc):
        """Set the wall time, forward or back, as somebody sets a clock."""
        self._utc = utc


def _whole_us(seconds):
    if seconds < 0:
        raise ValueError(f"time does not go backwards: {seconds} s")
    return round(seconds * US_PER_S)
