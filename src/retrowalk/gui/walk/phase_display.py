"""The painted part of the walking view: word, arrow, huge digits and the lines round them."""

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from retrowalk.gui.measures import text_scale
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.walk.phase_picture import PhasePicture
from retrowalk.gui.widgets.shapes import draw_ring
from retrowalk.presenters.walk_view import WalkView

_FLASH_MS = 160
_DARK_MS = 260
"""After a flash, no other for so long: fewer than three in a second, which is safe for everybody."""
_SPOKEN_EVERY_MS = 1000
_REARRANGING = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}
_RING = 6


class PhaseDisplay(QWidget):
    """Paints a view of the walk, each time only what has changed in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phase_display")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # Where the keyboard rests in a walk: a screen reader then tells each change of the name.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ringed = False
        self._view: WalkView | None = None
        self._picture: PhasePicture | None = None
        self._size_factor = 1.0
        self._mirrored = False
        self._flash = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._dark = QTimer(self, singleShot=True, interval=_FLASH_MS + _DARK_MS)
        self._spoken = QTimer(self, singleShot=True, interval=_SPOKEN_EVERY_MS)
        self._flash.timeout.connect(self.update)
        self._spoken.timeout.connect(self._speak)

    def show_state(self, view: WalkView) -> None:
        """Show a view; while nobody can see the window it is only kept."""
        before, self._view = self._view, view
        if not self.isVisible() or self.window().isMinimized():
            self._picture = None
            return
        if not self._spoken.isActive():
            self._speak()
        if before is None or self._picture is None or not self._picture.holds_for(view):
            self._arrange_anew()
        else:
            for changed in self._picture.changes(before, view):
                self.update(self._seen_in_mirror(changed))

    def flash(self) -> None:
        """Invert the colours for a blink, in place of a motif; ignored too soon after the last one."""
        if not self._dark.isActive():
            self._dark.start()
            self._flash.start()
            self.update()

    def set_size_factor(self, factor: float) -> None:
        """Make everything but the digits larger or smaller; the digits take the room that is left."""
        self._size_factor = factor
        self._arrange_anew()

    def set_mirrored(self, mirrored: bool) -> None:
        """Paint the picture as a mirror needs it."""
        self._mirrored = mirrored
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(800, 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange_anew()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange_anew()
        self._speak()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for timer in (self._flash, self._dark, self._spoken):
            timer.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REARRANGING:
            self._arrange_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        painter = QPainter(self)
        if view is None:
            painter.fillRect(event.rect(), theme_in_use().window)
            return
        if self._picture is None:
            scale = text_scale() * self._size_factor
            self._picture = PhasePicture(view, self.size(), scale, self.layoutDirection())
        ground, text = self._colours(view)
        if self._mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for dirty in map(self._seen_in_mirror, _rects(event.region())):
            painter.save()
            painter.setClipRect(dirty)
            painter.fillRect(dirty, ground)
            self._picture.draw(painter, view, text, dirty)
            painter.restore()
        if self._ringed:
            painter.setClipping(False)
            draw_ring(painter, self.rect().adjusted(_RING, _RING, -_RING, -_RING), 0, text)

    def _colours(self, view: WalkView) -> tuple[QColor, QColor]:
        colours = theme_in_use().phase(view.role)
        flashing = self._flash.isActive()
        return (colours.text, colours.ground) if flashing else (colours.ground, colours.text)

    def _arrange_anew(self) -> None:
        self._picture = None
        self.update()

    def _seen_in_mirror(self, rect: QRect) -> QRect:
        if not self._mirrored:
            return rect
        return QRect(self.width() - rect.right() - 1, rect.top(), rect.width(), rect.height())

    @Slot()
    def _speak(self) -> None:
        # At most once a second, however fast the view changes: a screen reader must be able to keep up.
        if self._view is not None and self.isVisible() and self._view.spoken != self.accessibleName():
            self.setAccessibleName(self._view.spoken)
            self._spoken.start()


def _rects(region: QRegion) -> Iterator[QRect]:
    # The stubs of PySide6 do not know that a region is a sequence.
    return iter(cast("Sequence[QRect]", region))
