"""The form in which values are stored, and the range that each can have."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, TypeAlias

from msgspec import Meta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_DAY_MS = 24 * 3600 * 1000

UtcMs: TypeAlias = Annotated[int, Meta(ge=-62_135_596_800_000, le=253_402_300_799_999)]
"""Milliseconds from 1970, within the years that a `datetime` knows."""
OffsetMin: TypeAlias = Annotated[int, Meta(ge=-1440, le=1440)]
WalkMs: TypeAlias = Annotated[int, Meta(ge=0, le=31 * _DAY_MS)]
"""A stretch of active time. Nobody walks for a month; what says so is damaged."""
GapMs: TypeAlias = Annotated[int, Meta(ge=0, le=36_525 * _DAY_MS)]
"""A stretch in which the computer slept, or its clock was set."""
ChangeMs: TypeAlias = Annotated[int, Meta(ge=-_DAY_MS, le=_DAY_MS)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=1_000_000)]


def utc_ms(moment: datetime) -> int:
    """Return whole milliseconds from 1970 to an aware moment; what is finer is cut off."""
    return (moment - _EPOCH) // _MILLISECOND


def utc_of(milliseconds: int) -> datetime:
    """Return the moment in UTC of milliseconds within the range of `UtcMs`."""
    return _EPOCH + milliseconds * _MILLISECOND
