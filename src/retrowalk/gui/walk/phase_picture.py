"""The picture of a view of the walk: how its parts are drawn, and which of them another view changes."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle

from retrowalk.gui.measures import Space, Weight
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.walk.phase_layout import HINT_FLAGS, DisplayTexts, fitted_hint, info_font, lay_out
from retrowalk.gui.widgets.digits import Digits
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import draw_surface
from retrowalk.gui.widgets.strip import draw_strip, playhead_x
from retrowalk.presenters.walk_view import Arrow, WalkView

_ICONS = {
    Arrow.FORWARD: Icon.UP,
    Arrow.BACKWARD: Icon.DOWN,
    Arrow.TURN: Icon.TURN,
    Arrow.PAUSE: Icon.PAUSE,
    Arrow.DONE: Icon.CHECK,
}
_FRAME = 4
_LEADING, _TRAILING = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class PhasePicture:
    """Holds for all views whose texts have the same shape, in a room of one size.

    Args:
        view: One of these views.
        size: The room.
        scale: Size of everything but the digits, 1.0 is 100 %.
        direction: Where reading begins.
    """

    def __init__(self, view: WalkView, size: QSize, scale: float, direction: Qt.LayoutDirection) -> None:
        self._texts = DisplayTexts.of(view)
        self._looks = (view.role, view.arrow)
        self._room = QRect(0, 0, size.width(), size.height())
        self._direction = direction
        self._layout = lay_out(size, self._texts, scale)
        self._digits = Digits(self._texts.digits, self._layout.digits)
        place = self._layout.strip
        self._strip_frame = place.adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
        side_by_side = self._layout.next.top() == self._layout.left.top()
        self._left_alignment = _TRAILING if side_by_side else _LEADING

    def holds_for(self, view: WalkView) -> bool:
        """Return whether another view can be painted in the same places and colours."""
        return (view.role, view.arrow) == self._looks and DisplayTexts.of(view) == self._texts

    def changes(self, before: WalkView, after: WalkView) -> Iterator[QRect]:
        """Yield what has to be painted again when one of these views follows on another."""
        yield from self._digits.changed_cells(before.digits, after.digits)
        layout = self._layout
        for old, new, rect in (
            (before.next_text, after.next_text, layout.next),
            (before.left_text, after.left_text, layout.left),
            (before.count_text, after.count_text, layout.count),
        ):
            if old != new:
                yield self._laid(rect)
        yield from self._strip_changes(before, after)

    def draw(self, painter: QPainter, view: WalkView, text: QColor, dirty: QRect) -> None:
        """Draw whatever of a view lies in `dirty`, onto the ground that is there."""
        layout = self._layout
        painter.setPen(text)
        if layout.digits.intersects(dirty):
            self._digits.draw(painter, view.digits, text, dirty)
        if self._laid(layout.arrow | layout.word).intersects(dirty):
            self._draw_word(painter, view)
        for rect, line, weight, alignment in (
            (layout.speed, view.speed_text, Weight.SEMIBOLD, _TRAILING),
            (layout.count, view.count_text, Weight.REGULAR, _TRAILING),
            (layout.next, view.next_text, Weight.REGULAR, _LEADING),
            (layout.left, view.left_text, Weight.SEMIBOLD, self._left_alignment),
        ):
            if self._laid(rect).intersects(dirty):
                self._draw_line(painter, rect, line, weight, alignment)
        if layout.hint.intersects(dirty):
            painter.setFont(info_font(layout.info_px, Weight.SEMIBOLD))
            painter.drawText(layout.hint, HINT_FLAGS, fitted_hint(view.hint, layout.hint, layout.info_px))
        if self._strip_frame.intersects(dirty):
            theme = theme_in_use()
            draw_surface(painter, self._strip_frame, layout.strip.height() / 2, theme.surface)
            draw_strip(painter, layout.strip, view.strip, theme, self._direction)

    def _draw_word(self, painter: QPainter, view: WalkView) -> None:
        arrow, word = self._laid(self._layout.arrow), self._laid(self._layout.word)
        draw_icon(painter, QRectF(arrow), _ICONS[view.arrow], painter.pen().color(), bold=1.25)
        painter.setFont(info_font(self._layout.word_px, Weight.SEMIBOLD))
        shown = painter.fontMetrics().elidedText(view.word, Qt.TextElideMode.ElideRight, word.width())
        painter.drawText(word, _LEADING | Qt.AlignmentFlag.AlignVCenter, shown)

    def _draw_line(
        self, painter: QPainter, rect: QRect, text: str, weight: Weight, alignment: Qt.AlignmentFlag
    ) -> None:
        font = info_font(self._layout.info_px, weight)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(font)
        painter.drawText(self._laid(rect), alignment | Qt.AlignmentFlag.AlignVCenter, shown)

    def _strip_changes(self, before: WalkView, after: WalkView) -> Iterator[QRect]:
        if self._strip_pixels(before) != self._strip_pixels(after):
            yield self._strip_frame
            return
        strip, frame = self._layout.strip, self._strip_frame
        left, right = sorted(playhead_x(strip, view.strip.playhead or 0.0) for view in (before, after))
        if left != right:
            passed = QRect(left, frame.top(), right - left, frame.height())
            yield self._laid(passed.adjusted(-Space.SMALL, 0, Space.SMALL, 0))

    def _strip_pixels(self, view: WalkView) -> list[tuple[object, int]]:
        # A phase that waits grows with every poll, by less than can be seen.
        width = self._layout.strip.width()
        return [(segment.kind, round(segment.starts_at * width)) for segment in view.strip.segments]

    def _laid(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self._direction, self._room, rect)
