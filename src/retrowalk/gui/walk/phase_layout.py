"""Where each part of the walking view stands: as large as can be, the digits first, nothing cut."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from retrowalk.gui.measures import Weight
from retrowalk.gui.widgets.digits import shape_of
from retrowalk.presenters.walk_view import WalkView

SMALLEST_PX = 15
_DIGITS_SHARE = 0.43
"""Of the height; what else is shown shrinks before the digits do."""
_SHRINK = 0.94
_MOST_HINT_LINES = 3
_WORD_TO_INFO = 2.1
_THINNEST_STRIP = 12
HINT_FLAGS = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayTexts:
    """The texts of a view with zeros for digits: while they stay the same, so does the layout."""

    word: str
    digits: str
    hint: str
    next_text: str
    left_text: str
    speed_text: str
    count_text: str

    @classmethod
    def of(cls, view: WalkView) -> "DisplayTexts":
        """Return the shapes of a view's texts."""
        return cls(
            word=view.word,
            digits=shape_of(view.digits),
            hint=view.hint,
            next_text=shape_of(view.next_text),
            left_text=shape_of(view.left_text),
            speed_text=view.speed_text,
            count_text=shape_of(view.count_text),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseLayout:
    """The places of all parts, in pixels, as read from left to right.

    Attributes:
        info_px: Size of everything but the word and the digits.
        word_px: Size of the word.
        fits: Nothing has to be cut, and the digits have their share.
    """

    info_px: int
    word_px: int
    fits: bool
    arrow: QRect
    word: QRect
    speed: QRect
    count: QRect
    digits: QRect
    hint: QRect
    next: QRect
    left: QRect
    strip: QRect


def lay_out(size: QSize, texts: DisplayTexts, scale: float) -> PhaseLayout:
    """Return the largest layout in which everything fits.

    Args:
        size: The room, in pixels.
        texts: What is to be shown.
        scale: Size of all text but the digits, 1.0 is 100 %.
    """
    wanted_px = max(18.0, 0.5 * min(size.width() / 19, size.height() / 10.5)) * scale
    layout = _arrange(size, texts, max(SMALLEST_PX, round(wanted_px)))
    while not layout.fits and wanted_px > SMALLEST_PX:
        wanted_px *= _SHRINK
        layout = _arrange(size, texts, max(SMALLEST_PX, round(wanted_px)))
    return layout


def info_font(px: int, weight: Weight = Weight.REGULAR) -> QFont:
    """Return the font of everything but the digits."""
    font = QApplication.font()
    font.setPixelSize(px)
    font.setWeight(weight.value)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def fitted_hint(hint: str, room: QRect, px: int) -> str:
    """Return the hint, cut at its end where even the smallest size leaves no room for all of it."""
    metrics = QFontMetrics(info_font(px, Weight.SEMIBOLD))
    if _wrapped_height(metrics, hint, room.width()) <= room.height():
        return hint
    kept = len(hint)
    while kept and _wrapped_height(metrics, f"{hint[:kept]}…", room.width()) > room.height():
        kept = kept * 9 // 10
    return f"{hint[:kept]}…"


def _arrange(size: QSize, texts: DisplayTexts, px: int) -> PhaseLayout:
    margin = round(px * 0.9)
    room = QRect(QPoint(0, 0), size).adjusted(margin, round(margin * 0.7), -margin, -round(margin * 0.7))
    head = _arrange_head(room, texts, px)
    foot = _arrange_foot(room, texts, px)
    strong = QFontMetrics(info_font(px, Weight.SEMIBOLD))
    wanted = _wrapped_height(strong, texts.hint, room.width())
    hint_height = min(wanted, _MOST_HINT_LINES * strong.lineSpacing())
    gap = round(px * 0.6)
    hint = QRect(room.left(), foot.top - gap - hint_height, room.width(), hint_height)
    top = head.bottom + gap
    digits = QRect(room.left(), top, room.width(), max(1, hint.top() - gap - top))
    roomy = digits.height() >= _DIGITS_SHARE * size.height()
    return PhaseLayout(
        info_px=px,
        word_px=head.word_px,
        fits=roomy and head.fits and foot.fits and wanted <= hint_height,
        arrow=head.arrow,
        word=head.word,
        speed=head.speed,
        count=head.count,
        digits=digits,
        hint=hint,
        next=foot.next,
        left=foot.left,
        strip=foot.strip,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    word_px: int
    arrow: QRect
    word: QRect
    speed: QRect
    count: QRect
    bottom: int
    fits: bool


def _arrange_head(room: QRect, texts: DisplayTexts, px: int) -> _Head:
    plain, strong = QFontMetrics(info_font(px)), QFontMetrics(info_font(px, Weight.SEMIBOLD))
    word_px = round(px * _WORD_TO_INFO)
    word = QFontMetrics(info_font(word_px, Weight.SEMIBOLD))
    line = plain.lineSpacing()
    height = max(word.height(), 2 * line)
    corner = max(strong.horizontalAdvance(texts.speed_text), plain.horizontalAdvance(texts.count_text)) + 2
    corner_left = room.right() + 1 - corner
    word_left = room.left() + round(word_px * 1.3)
    word_width = corner_left - px - word_left
    middle = room.top() + height // 2
    return _Head(
        word_px=word_px,
        arrow=QRect(room.left(), middle - word_px // 2, word_px, word_px),
        word=QRect(word_left, room.top(), max(1, word_width), height),
        speed=QRect(corner_left, middle - line, corner, line),
        count=QRect(corner_left, middle, corner, line),
        bottom=room.top() + height,
        fits=word.horizontalAdvance(texts.word) <= word_width,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Foot:
    next: QRect
    left: QRect
    strip: QRect
    top: int
    fits: bool


def _arrange_foot(room: QRect, texts: DisplayTexts, px: int) -> _Foot:
    plain, strong = QFontMetrics(info_font(px)), QFontMetrics(info_font(px, Weight.SEMIBOLD))
    line = plain.lineSpacing()
    next_width = plain.horizontalAdvance(texts.next_text)
    left_width = strong.horizontalAdvance(texts.left_text) + 2
    side_by_side = next_width + px + left_width <= room.width()
    thickness = max(_THINNEST_STRIP, round(px * 0.62))
    strip = QRect(room.left(), room.bottom() + 1 - thickness, room.width(), thickness)
    last_line = strip.top() - round(px * 0.45) - line
    top = last_line if side_by_side else last_line - line
    left = room.right() + 1 - left_width if side_by_side else room.left()
    return _Foot(
        next=QRect(room.left(), top, left - px - room.left() if side_by_side else room.width(), line),
        left=QRect(left, last_line, left_width, line),
        strip=strip,
        top=top,
        fits=max(next_width, left_width) <= room.width(),
    )


def _wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    if not text:
        return 0
    return metrics.boundingRect(QRect(0, 0, width, 10_000), HINT_FLAGS, text).height()
