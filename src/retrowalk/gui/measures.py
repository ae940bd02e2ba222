"""Sizes of text and distances between things: few, and all of them here."""

from enum import Enum, IntEnum

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget


class TextSize(IntEnum):
    """The sizes of text outside the walking view, in pixels at 100 %."""

    SMALL = 15
    BODY = 17
    LARGE = 21
    TITLE = 28


class Space(IntEnum):
    """Distances between things, in pixels; they do not grow with the text."""

    TIGHT = 4
    SMALL = 8
    MEDIUM = 16
    LARGE = 24
    HUGE = 40


class Weight(Enum):
    """How bold a text is; each is one of the packaged font files."""

    REGULAR = QFont.Weight.Normal
    SEMIBOLD = QFont.Weight.DemiBold


_TITLE_GROWTH = 0.5
GROWTH = "text_growth"
"""The property by which a page makes all text in it larger, as a factor: it grows with its window."""

RADIUS = 10
"""Rounding of the corners of surfaces and buttons, in pixels."""


def text_scale(inside: QWidget | None = None) -> float:
    """Return the size of text in use; 1.0 is 100 %.

    Args:
        inside: A widget whose page may show larger text than others, by the property `GROWTH`.
    """
    body_px = QApplication.font().pixelSize()
    return (body_px / TextSize.BODY if body_px > 0 else 1.0) * _growth(inside)


def text_px(size: TextSize, inside: QWidget | None = None) -> int:
    """Return a size of text in pixels, at the scale in use; titles are large already and grow by less."""
    grown = (text_scale() - 1) * (_TITLE_GROWTH if size is TextSize.TITLE else 1)
    return round(size * (1 + grown) * _growth(inside))


def text_font(size: TextSize, weight: Weight = Weight.REGULAR, inside: QWidget | None = None) -> QFont:
    """Return the font for a painted text."""
    font = QApplication.font()
    font.setPixelSize(text_px(size, inside))
    font.setWeight(weight.value)
    return font


def size_rule(size: TextSize, inside: QWidget) -> str:
    """Return the style sheet that a text of Qt's needs in a page that has grown; empty in any other."""
    px = text_px(size, inside)
    return f"font-size: {px}px" if px != text_px(size) else ""


def _growth(inside: QWidget | None) -> float:
    widget = inside
    while widget is not None:
        growth = widget.property(GROWTH)
        if growth is not None:
            return float(growth)
        widget = widget.parentWidget()
    return 1.0
