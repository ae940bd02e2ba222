"""The button of our pages: painted, with room for an icon and for the key that does the same."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from retrowalk.gui.measures import RADIUS, TextSize, Weight, text_font
from retrowalk.gui.theme import Theme, theme_in_use
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface, faded, mixed

BUTTON_AIR = 0.62
"""What a button keeps free above and below its text, as a share of the text's size in pixels."""
_KEY_GAP = 10
_FADED = 0.45
"""How much is seen of a button that cannot be pressed now."""
_WINDOW_REASONS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""The window was left and is back: the ring is as it was."""
_NARROWEST_EMS = 7
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class ButtonKind(Enum):
    """How much a button asks for."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class ButtonColours:
    """What a button is painted with; `edge` is its outline, None for none."""

    ground: QColor
    hover: QColor
    pressed: QColor
    text: QColor
    edge: QColor | None
    focus: QColor


class Button(QPushButton):
    """A button that Space, Enter and a click press.

    Args:
        name: Its object name.
        text: What it says; shown plain.
        kind: How much it asks for.
        size: Size of the text; the surface grows with it.
        icon: Drawn before the text, or in its place when the text is empty.
        key: The key that does the same, shown behind the text; wiring it is up to the page.
        spoken: Its accessible name, where that is not the text.
    """

    def __init__(
        self,
        name: str,
        text: str,
        *,
        kind: ButtonKind = ButtonKind.PLAIN,
        size: TextSize = TextSize.BODY,
        icon: Icon | None = None,
        key: str = "",
        spoken: str = "",
    ) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(spoken or text)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kind = kind
        self._size = size
        self._icon = icon
        self._key = key
        self._colours: ButtonColours | None = None
        self._text_px = 0
        self._ringed = True

    def show_label(self, text: str, icon: Icon | None = None, *, spoken: str = "") -> None:
        """Change what the button says."""
        if (text, icon) == (self.text(), self._icon):
            return
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(spoken or text)
        self.updateGeometry()
        self.update()

    @property
    def colours(self) -> ButtonColours:
        """What it is painted with now."""
        return self._colours or _theme_colours(theme_in_use(), self.kind)

    def set_colours(self, colours: ButtonColours | None) -> None:
        """Paint with these colours from now on, or with the theme's again."""
        self._colours = colours
        self.update()

    def set_text_px(self, px: int) -> None:
        """Write at this size instead of the theme's; 0 goes back to it."""
        if px != self._text_px:
            self._text_px = px
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        height = metrics.height() + 2 * self._padding() + 2 * RING
        icon_only = self._icon is not None and not self.text()
        width = (
            0 if icon_only else metrics.horizontalAdvance(self.text()) + 2 * self._side_padding() + 2 * RING
        )
        width += self._icon_room() + self.key_room()
        return QSize(max(width, height), height)

    def minimumSizeHint(self) -> QSize:
        # Less than wanted: the end of the text is cut before a row pushes the page apart.
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._font().pixelSize() * _NARROWEST_EMS), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt takes arrows for Tab on a button without a group; here they belong to what it is a part of.
        if event.key() in _ARROWS and self.group() is None:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _WINDOW_REASONS:
            self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.colours
        painter = QPainter(self)
        painter.setOpacity(1.0 if self.isEnabled() else _FADED)
        surface = self.rect().adjusted(RING, RING, -RING, -RING)
        self.draw_ground(painter, surface, colours)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, surface, RADIUS, colours.focus)
        self.draw_content(painter, surface, colours)

    def draw_ground(self, painter: QPainter, surface: QRect, colours: ButtonColours) -> None:
        """Draw what lies under the text."""
        ground = colours.ground
        if self.isDown():
            ground = colours.pressed
        elif self.underMouse() and self.isEnabled():
            ground = colours.hover
        draw_surface(painter, surface, RADIUS, ground, colours.edge)

    def draw_content(self, painter: QPainter, surface: QRect, colours: ButtonColours) -> None:
        """Draw icon, text and key."""
        font = self._font()
        metrics = QFontMetrics(font)
        room = surface.width() - self._icon_room() - self.key_room() - 2 * RING
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        text_width = metrics.horizontalAdvance(text)
        whole = text_width + self._icon_room() + self.key_room()
        left = surface.left() + (surface.width() - whole) // 2
        if self._icon is not None:
            side = metrics.ascent()
            icon = QRect(left, surface.center().y() - side // 2, side, side)
            draw_icon(painter, QRectF(self.laid(icon)), self._icon, colours.text)
        writing = QRect(left + self._icon_room(), surface.top(), text_width + 2, surface.height())
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(self.laid(writing), Qt.AlignmentFlag.AlignVCenter, text)
        keys = QRect(writing.right(), surface.top(), self.key_room(), surface.height())
        self.draw_key(painter, keys, colours)

    def draw_key(self, painter: QPainter, room: QRect, colours: ButtonColours) -> None:
        """Draw the cap of the key, if there is one, at the end of a room."""
        if not self._key:
            return
        font = self._key_font()
        metrics = QFontMetrics(font)
        size = QSize(self.key_room() - _KEY_GAP, metrics.height() + 2)
        cap = QRect(QPoint(room.right() + 1 - size.width(), room.center().y() - size.height() // 2), size)
        cap = self.laid(cap)
        draw_surface(painter, cap, 5, faded(colours.text, 0.1))
        painter.setFont(font)
        painter.setPen(colours.text)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def key_room(self) -> int:
        """Return the width that the cap of the key takes, 0 without one."""
        if not self._key:
            return 0
        metrics = QFontMetrics(self._key_font())
        return max(metrics.horizontalAdvance(self._key) + 12, metrics.height()) + _KEY_GAP

    def text_width(self, text: str) -> int:
        """Return how wide a text would be on this button, in pixels."""
        return QFontMetrics(self._font()).horizontalAdvance(text)

    def laid(self, rect: QRect) -> QRect:
        """Return where a part lies that is meant for a layout from left to right."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _font(self) -> QFont:
        font = text_font(self._size, Weight.SEMIBOLD, self)
        if self._text_px:
            font.setPixelSize(self._text_px)
        return font

    def _key_font(self) -> QFont:
        font = self._font()
        font.setPixelSize(max(12, round(font.pixelSize() * 0.72)))
        return font

    def _padding(self) -> int:
        return round(self._font().pixelSize() * BUTTON_AIR)

    def _side_padding(self) -> int:
        return round(self._font().pixelSize() * 1.15)

    def _icon_room(self) -> int:
        if self._icon is None:
            return 0
        ascent = QFontMetrics(self._font()).ascent()
        return ascent + round(ascent * 0.5) if self.text() else ascent


def _theme_colours(theme: Theme, kind: ButtonKind) -> ButtonColours:
    if kind is ButtonKind.PRIMARY:
        return ButtonColours(
            ground=theme.accent,
            hover=mixed(theme.accent, theme.text, 0.14),
            pressed=mixed(theme.accent, theme.text, 0.26),
            text=theme.on_accent,
            edge=None,
            focus=theme.focus,
        )
    plain = kind is ButtonKind.PLAIN
    return ButtonColours(
        ground=theme.surface if plain else faded(theme.surface, 0.0),
        hover=theme.hover,
        pressed=mixed(theme.hover, theme.accent, 0.14),
        text=theme.text,
        edge=theme.edge if plain else None,
        focus=theme.focus,
    )
