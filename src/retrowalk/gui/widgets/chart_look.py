"""What a chart over time looks like: values that go in, known without loading the chart itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen


class MarkShape(Enum):
    """Shapes of marks, told apart without colour."""

    CIRCLE = "o"
    TRIANGLE = "t1"
    SQUARE = "s"


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisTicks:
    """The ticks of a time axis: places with a name, and places with a mark alone."""

    named: Sequence[tuple[float, str]]
    marked: Sequence[float] = ()


TicksOf = Callable[[float, float, float], AxisTicks]
"""From the first day seen, the last one and the width in pixels to the ticks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLook:
    """What is common to all panels.

    Attributes:
        ground: Behind everything.
        grid: Lines of the grid.
        writing: Names at the axes and headings.
        cursor: The line at the day that is read.
        font: Of all writing.
        axis_width_px: Room for the heights on the left.
        axis_height_px: Room for the names of the days.
    """

    ground: QColor
    grid: QColor
    writing: QColor
    cursor: QColor
    font: QFont
    axis_width_px: int
    axis_height_px: int


def even_pen(colour: QColor | None, width_px: float = 1.0, dashes: Sequence[float] = ()) -> QPen:
    """Return a pen that is as wide on every scale, or none; dashes are in widths of the pen."""
    if colour is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(colour, width_px)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashes:
        pen.setDashPattern(list(dashes))
    return pen
