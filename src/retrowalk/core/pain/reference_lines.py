"""Lines below the baseline that mark changes people call worth having, where they mean something."""

from dataclasses import dataclass
from enum import Enum

THIRTY_PERCENT = 0.3
"""A moderate change (IMMPACT; Dworkin 2008, 10.1016/j.jpain.2007.09.005)."""
FIFTY_PERCENT = 0.5
"""A substantial one, from the same source."""
TWO_POINTS = 2.0
"""Ostelo 2008, consensus."""
PERCENT_FROM = 2.0
"""Below this baseline a percentage is less than the scale can show."""
TWO_POINTS_FROM = 4.0
"""Below this baseline two points are most of what there is."""


class ReferenceKind(Enum):
    """Which line."""

    THIRTY_PERCENT = "thirty-percent"
    FIFTY_PERCENT = "fifty-percent"
    TWO_POINTS = "two-points"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceLine:
    """A line below the baseline.

    Attributes:
        kind: Which one.
        level: Where it lies, 0-10, unrounded.
    """

    kind: ReferenceKind
    level: float


def reference_lines(baseline_mean: float) -> tuple[ReferenceLine, ...]:
    """Return the lines that this baseline allows: no percentages below 2, no two points below 4."""
    lines = []
    if baseline_mean >= PERCENT_FROM:
        lines += [
            ReferenceLine(kind=ReferenceKind.THIRTY_PERCENT, level=baseline_mean * (1 - THIRTY_PERCENT)),
            ReferenceLine(kind=ReferenceKind.FIFTY_PERCENT, level=baseline_mean * (1 - FIFTY_PERCENT)),
        ]
    if baseline_mean >= TWO_POINTS_FROM:
        lines.append(ReferenceLine(kind=ReferenceKind.TWO_POINTS, level=baseline_mean - TWO_POINTS))
    return tuple(lines)
