"""A choice with a heading and what it means, and for a walk its strip, as one large button."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from retrowalk.gui.measures import RADIUS, Space, TextSize, Weight, text_font, text_px, text_scale
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.button import Button, ButtonColours, ButtonKind
from retrowalk.gui.widgets.shapes import RING, draw_surface
from retrowalk.gui.widgets.strip import draw_strip
from retrowalk.presenters.strip import StripView

_AIR = Space.MEDIUM
_WIDTH_EMS = 16
_STRIP = 12
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value


class Tile(Button):
    """One choice. A heading that does not fit is cut at its end; the text is wrapped.

    Args:
        name: Its object name.
        heading: What is chosen.
        text: What that means.
        strip: Drawn at the bottom, if there is one.
        key: The key that chooses it too, shown at the heading; wiring it is up to the page.
        kind: How much it asks for.
        marked: Whether it is the choice made already; outlined, and told to a screen reader.
    """

    def __init__(
        self,
        name: str,
        heading: str,
        text: str,
        *,
        strip: StripView | None = None,
        key: str = "",
        kind: ButtonKind = ButtonKind.PLAIN,
        marked: bool = False,
    ) -> None:
        super().__init__(name, "", key=key, kind=kind, spoken=heading)
        self.setAccessibleDescription(f"{text} (chosen now)" if marked else text)
        self.marked = marked
        self._heading = heading
        self._meaning = _kept_together(text)
        self._strip = strip
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = text_px(TextSize.BODY, self) * _WIDTH_EMS
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        text = self._wrapped(QRect(0, 0, width - 2 * _AIR - 2 * RING, 10_000)).height()
        strip = Space.SMALL + self._strip_height() if self._strip is not None else 0
        return QFontMetrics(self._heading_font()).lineSpacing() + text + strip + 2 * _AIR + 2 * RING

    def draw_content(self, painter: QPainter, surface: QRect, colours: ButtonColours) -> None:
        theme = theme_in_use()
        if self.marked:
            draw_surface(painter, surface, RADIUS, QColor(0, 0, 0, 0), theme.accent, thickness=2.0)
        room = surface.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        metrics = QFontMetrics(self._heading_font())
        head = QRect(room.left(), room.top(), room.width(), metrics.lineSpacing())
        painter.setFont(self._heading_font())
        painter.setPen(colours.text)
        writing = self.laid(head.adjusted(0, 0, -self.key_room(), 0))
        heading = metrics.elidedText(self._heading, Qt.TextElideMode.ElideRight, writing.width())
        painter.drawText(writing, Qt.AlignmentFlag.AlignLeft, heading)
        self.draw_key(painter, head, colours)
        room.setTop(head.bottom() + 1)
        painter.setFont(text_font(TextSize.SMALL, inside=self))
        painter.setPen(colours.text if self.kind is ButtonKind.PRIMARY else theme.quiet)
        painter.drawText(room, _WRAPPED, self._meaning)
        if self._strip is not None:
            height = self._strip_height()
            place = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
            draw_strip(painter, place, self._strip, theme, self.layoutDirection())

    def _wrapped(self, room: QRect) -> QRect:
        return QFontMetrics(text_font(TextSize.SMALL, inside=self)).boundingRect(
            room, _WRAPPED, self._meaning
        )

    def _strip_height(self) -> int:
        return round(_STRIP * text_scale(self))

    def _heading_font(self) -> QFont:
        return text_font(TextSize.BODY, Weight.SEMIBOLD, self)


def _kept_together(text: str) -> str:
    """Return a text in which "4 turns · 2 min" is broken at its dots alone."""
    if " · " not in text:
        return text
    return " · ".join(fact.replace(" ", "\u00a0") for fact in text.split(" · "))
