"""A whole walk as a strip of coloured phases, with a playhead while it is walked."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.gui.measures import Space, text_scale
from retrowalk.gui.theme import PhaseColours, Theme, theme_in_use
from retrowalk.gui.widgets.shapes import faded
from retrowalk.presenters.strip import StripSegment, StripView

_GAP = 2.0
_NARROWEST = 2.0


class Strip(QWidget):
    """The strip of a preset.

    Args:
        name: Its object name.
        thickness: Height in pixels at 100 % text.
    """

    def __init__(self, name: str, thickness: int = 28) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._thickness = thickness
        self._view = StripView(segments=())

    def show_state(self, view: StripView) -> None:
        """Show the phases of a walk; a screen reader hears them as words."""
        self._view = view
        self.setAccessibleName("The whole walk")
        self.setAccessibleDescription(view.description)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(self._thickness * text_scale(self)))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_strip(painter, self.rect(), self._view, theme_in_use(), self.layoutDirection())


def draw_strip(
    painter: QPainter,
    rect: QRect,
    view: StripView,
    theme: Theme,
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
) -> None:
    """Draw the phases, and what is behind the playhead weaker."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if direction is Qt.LayoutDirection.RightToLeft:
        painter.translate(rect.left() * 2 + rect.width(), 0)
        painter.scale(-1, 1)
    for segment in view.segments:
        painter.setBrush(phase_colours(theme, segment.kind).mark)
        place = _place(rect, segment)
        radius = min(5.0, place.width() / 2, rect.height() / 4)
        painter.drawRoundedRect(place, radius, radius)
    if view.playhead is not None:
        _draw_playhead(painter, rect, view.playhead, theme)
    painter.restore()


def playhead_x(rect: QRect, share: float) -> int:
    """Return where the playhead stands, in pixels, in a strip that runs from left to right."""
    return rect.left() + round(share * rect.width())


def phase_colours(theme: Theme, kind: PhaseKind) -> PhaseColours:
    """Return the colours of a kind of phase."""
    match kind:
        case PhaseKind.FORWARD:
            return theme.forward
        case PhaseKind.BACKWARD:
            return theme.backward
        case PhaseKind.TURN:
            return theme.turn


def _place(rect: QRect, segment: StripSegment) -> QRectF:
    left = rect.left() + segment.starts_at * rect.width()
    right = rect.left() + segment.ends_at * rect.width()
    gap = _GAP if right - left > 3 * _GAP else 0.0
    return QRectF(left, rect.top(), max(_NARROWEST, right - left - gap), rect.height())


def _draw_playhead(painter: QPainter, rect: QRect, share: float, theme: Theme) -> None:
    at = playhead_x(rect, share)
    behind = QRect(rect.topLeft(), QSize(at - rect.left(), rect.height()))
    painter.fillRect(behind, faded(theme.surface, 0.62))
    painter.setBrush(theme.text)
    half = Space.TIGHT / 2
    painter.drawRoundedRect(QRectF(at - half, rect.top() - 3, 2 * half, rect.height() + 6), half, half)
