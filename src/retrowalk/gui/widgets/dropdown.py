"""A choice from a list that opens when it is wanted."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate

from retrowalk.gui.measures import RADIUS, Space, TextSize, text_font, text_px
from retrowalk.gui.theme import theme_in_use
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface

_WIDTH_EMS = 19
_NARROWEST_EMS = 7


class Dropdown(QComboBox):
    """Shows the chosen line, cut in its middle where it is too long; the open list shows all of each.

    Args:
        name: Its object name.
        spoken: What is chosen, for screen readers.
    """

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # The list's own lines: the usual ones of a drop-down know nothing of the style sheet's distances.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setObjectName(f"{name}_list")
        self.view().setAccessibleName(spoken)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._ringed = False

    def show_lines(self, lines: tuple[str, ...], chosen: int) -> None:
        """Show these lines, one of them chosen; nothing is reported."""
        if lines != tuple(self.itemText(line) for line in range(self.count())):
            self.clear()
            self.addItems(lines)
        self.setCurrentIndex(chosen)

    def sizeHint(self) -> QSize:
        height = QFontMetrics(text_font(TextSize.BODY)).height() + 2 * self._padding() + 2 * RING
        return QSize(text_px(TextSize.BODY) * _WIDTH_EMS, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(text_px(TextSize.BODY) * _NARROWEST_EMS, self.sizeHint().height())

    def showPopup(self) -> None:
        wanted = self.view().sizeHintForColumn(0) + 2 * Space.MEDIUM
        widest = self.screen().availableGeometry().width() - 2 * Space.LARGE
        self.view().setMinimumWidth(min(max(self.width(), wanted), widest))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Whoever scrolls the page over it does not mean to choose.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        painter = QPainter(self)
        surface = self.rect().adjusted(RING, RING, -RING, -RING)
        ground = theme.hover if self.underMouse() else theme.surface
        draw_surface(painter, surface, RADIUS, ground, theme.edge)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, surface, RADIUS, theme.focus)
        font = text_font(TextSize.BODY)
        metrics = QFontMetrics(font)
        side = round(metrics.ascent() * 0.8)
        room = surface.adjusted(Space.MEDIUM, 0, -Space.MEDIUM, 0)
        sign = room.adjusted(room.width() - side, 0, 0, 0)
        text = room.adjusted(0, 0, -side - Space.SMALL, 0)
        direction = self.layoutDirection()
        painter.setFont(font)
        painter.setPen(theme.text)
        painter.drawText(
            QStyle.visualRect(direction, self.rect(), text),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading,
            metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideMiddle, text.width()),
        )
        draw_icon(painter, QRectF(QStyle.visualRect(direction, self.rect(), sign)), Icon.BELOW, theme.quiet)

    def _padding(self) -> int:
        return round(text_px(TextSize.BODY) * 0.5)
