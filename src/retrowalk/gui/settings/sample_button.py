"""One motif to be heard: the sign of its phase, its name, and its rhythm in words."""

from types import MappingProxyType

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from retrowalk.gui.measures import Space, TextSize, Weight, text_font
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.button import Button, ButtonColours
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import RING, draw_surface
from retrowalk.presenters.settings_rows import CueSample, SampleView
from retrowalk.presenters.walk_view import ColourRole

_SIGNS = MappingProxyType(
    {
        CueSample.FORWARD: (ColourRole.FORWARD, Icon.UP),
        CueSample.BACKWARD: (ColourRole.BACKWARD, Icon.DOWN),
        CueSample.TURN: (ColourRole.TURN, Icon.TURN),
        CueSample.END: (ColourRole.STANDING, Icon.CHECK),
    }
)
_AIR = 8
_SIGN_SHARE = 0.72
"""Of the height of both lines."""


class SampleButton(Button):
    """Plays a motif.

    Attributes:
        sample: What is heard.
    """

    def __init__(self, view: SampleView) -> None:
        super().__init__(f"sample_{view.sample.value}", view.title, spoken=f"Hear: {view.title}")
        self.setAccessibleDescription(view.rhythm)
        self.sample = view.sample
        self._rhythm = view.rhythm

    def sizeHint(self) -> QSize:
        name, rhythm = (QFontMetrics(font) for font in _fonts())
        wide = max(name.horizontalAdvance(self.text()), rhythm.horizontalAdvance(self._rhythm)) + 2
        height = name.lineSpacing() + rhythm.lineSpacing()
        sign = round(height * _SIGN_SHARE) + _AIR
        return QSize(wide + sign + 2 * _AIR + 2 * RING, height + 2 * Space.SMALL + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def draw_content(self, painter: QPainter, surface: QRect, colours: ButtonColours) -> None:
        theme = theme_in_use()
        name_font, rhythm_font = _fonts()
        name, rhythm = QFontMetrics(name_font), QFontMetrics(rhythm_font)
        height = name.lineSpacing() + rhythm.lineSpacing()
        side = round(height * _SIGN_SHARE)
        middle = surface.center().y()
        sign = self.laid(QRect(surface.left() + _AIR, middle - side // 2, side, side))
        role, icon = _SIGNS[self.sample]
        draw_surface(painter, sign, 6, theme.phase(role).mark)
        draw_icon(painter, QRectF(sign).adjusted(5, 5, -5, -5), icon, theme.surface, bold=1.1)
        left = surface.left() + 2 * _AIR + side
        text = QRect(left, middle - height // 2, surface.right() - left, height)
        painter.setFont(name_font)
        painter.setPen(colours.text)
        painter.drawText(
            self.laid(text), Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading, self.text()
        )
        painter.setFont(rhythm_font)
        painter.setPen(theme.quiet)
        painter.drawText(
            self.laid(text), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading, self._rhythm
        )


def _fonts() -> tuple[QFont, QFont]:
    return text_font(TextSize.BODY, Weight.SEMIBOLD), text_font(TextSize.SMALL)
