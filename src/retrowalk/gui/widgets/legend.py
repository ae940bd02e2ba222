"""What the colours of a strip mean, in words."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.gui.measures import Space, TextSize, text_font
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.strip import phase_colours
from retrowalk.presenters.strip import StripView

_WORDS = {
    PhaseKind.FORWARD: ("Forward", Icon.UP),
    PhaseKind.BACKWARD: ("Backward", Icon.DOWN),
    PhaseKind.TURN: ("Turn round", Icon.TURN),
}
_BESIDE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Legend(QWidget):
    """A sign and a word for each kind of phase in a strip, never by colour alone."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._kinds: tuple[PhaseKind, ...] = ()

    def show_state(self, view: StripView) -> None:
        """Explain the kinds of phase that this strip has."""
        present = {segment.kind for segment in view.segments}
        self._kinds = tuple(kind for kind in PhaseKind if kind in present)
        self.setAccessibleName("Colours: " + ", ".join(_WORDS[kind][0] for kind in self._kinds))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(text_font(TextSize.SMALL, inside=self))
        return QSize(sum(self._widths(metrics)), metrics.height() + Space.TIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        font = text_font(TextSize.SMALL, inside=self)
        metrics = QFontMetrics(font)
        painter = QPainter(self)
        painter.setFont(font)
        left = 0
        for kind, width in zip(self._kinds, self._widths(metrics), strict=True):
            word, icon = _WORDS[kind]
            side = metrics.ascent() + 2
            swatch = self._laid(QRect(left, (self.height() - side) // 2, side, side))
            colours = phase_colours(theme, kind)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.mark)
            painter.drawRoundedRect(swatch, 4, 4)
            draw_icon(painter, QRectF(swatch).adjusted(2, 2, -2, -2), icon, theme.surface, bold=1.3)
            painter.setPen(theme.quiet)
            text = QRect(QPoint(left + side + Space.SMALL, 0), QSize(width, self.height()))
            painter.drawText(self._laid(text), _BESIDE, word)
            left += width

    def _laid(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _widths(self, metrics: QFontMetrics) -> list[int]:
        sign = metrics.ascent() + 2 + Space.SMALL + Space.LARGE
        return [metrics.horizontalAdvance(_WORDS[kind][0]) + sign for kind in self._kinds]
