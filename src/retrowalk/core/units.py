"""The units a walker reads, and the one each value is kept in."""

from enum import Enum

KM_PER_MILE = 1.609344
MS_PER_S = 1000


class SpeedUnit(Enum):
    """The unit in which belt speeds are shown, spoken and typed; kept is always km/h."""

    KMH = "km/h"
    MPH = "mph"


def speed_in(unit: SpeedUnit, speed_kmh: float) -> float:
    """Return a belt speed in the walker's unit, unrounded."""
    return speed_kmh if unit is SpeedUnit.KMH else speed_kmh / KM_PER_MILE


def speed_kmh(unit: SpeedUnit, value: float) -> float:
    """Return the km/h of a speed given in the walker's unit, unrounded."""
    return value if unit is SpeedUnit.KMH else value * KM_PER_MILE


def whole_ms(seconds: float) -> int:
    """Return the nearest whole milliseconds, the form in which times are stored."""
    return round(seconds * MS_PER_S)


def from_ms(milliseconds: int) -> float:
    """Return seconds from stored milliseconds."""
    return milliseconds / MS_PER_S


def on_whole_ms(seconds: float) -> float:
    """Return seconds moved to the nearest whole millisecond.

    Sums of such times are moved again, so that a walk told from its journal lies on the very same instants.
    """
    return from_ms(whole_ms(seconds))
