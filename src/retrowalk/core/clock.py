"""The only place where time is read; everything else is told."""

import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One look at both clocks.

    Attributes:
        monotonic_s: Seconds of the computer's steady clock; only differences mean anything. On Linux and
            macOS it stands still while the computer sleeps.
        utc: The wall time, aware, in UTC. It may jump when somebody sets the clock.
        utc_offset_min: What local time was ahead of UTC at that moment, in minutes.
    """

    monotonic_s: float
    utc: datetime
    utc_offset_min: int

    @property
    def local_day(self) -> date:
        """The day on the walker's calendar."""
        return (self.utc + timedelta(minutes=self.utc_offset_min)).date()

    @property
    def local(self) -> datetime:
        """The wall time as the walker reads it, aware."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.utc_offset_min)))


class Clock(Protocol):
    """Something that can be asked for the time."""

    def read(self) -> Reading:
        """Return both clocks as they stand now."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def read(self) -> Reading:
        """Return both clocks as they stand now."""
        local = datetime.now(UTC).astimezone()
        offset = local.utcoffset() or timedelta()
        return Reading(
            monotonic_s=time.monotonic(),
            utc=local.astimezone(UTC),
            utc_offset_min=round(offset.total_seconds() / 60),
        )


class ScaledClock:
    """A clock that runs faster, to try a long session out in a short time.

    Args:
        clock: The clock to speed up, read once now.
        rate: Scaled seconds per real second, above 0.
    """

    def __init__(self, clock: Clock, rate: float) -> None:
        self._clock = clock
        self._rate = rate
        self._base = clock.read()

    def read(self) -> Reading:
        """Return both clocks, as far from the first reading as `rate` says."""
        now = self._clock.read()
        passed_s = (now.monotonic_s - self._base.monotonic_s) * self._rate
        return Reading(
            monotonic_s=self._base.monotonic_s + passed_s,
            utc=self._base.utc + timedelta(seconds=passed_s),
            utc_offset_min=now.utc_offset_min,
        )
