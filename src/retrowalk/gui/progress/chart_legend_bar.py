"""The legend of the chart, in which each layer is switched."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from retrowalk.gui.measures import Space, TextSize, text_font
from retrowalk.gui.progress.layer_signs import draw_sign
from retrowalk.gui.theme import Theme, theme_in_use
from retrowalk.gui.widgets.flow import FlowLayout
from retrowalk.gui.widgets.icons import Icon, draw_icon
from retrowalk.gui.widgets.shapes import RING, draw_ring, draw_surface
from retrowalk.presenters.chart_legend import Layer, LegendEntry

_FAINT = 0.45
"""Strength of the sign of a layer that is hidden."""


class ChartLegendBar(QWidget):
    """A check box with its sign for each layer that there is something in; what was switched stays so.

    Signals:
        layer_switched: Carries the Layer and whether it is shown.
    """

    layer_switched = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("chart_legend")
        self.setAccessibleName("Layers of the chart")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        layout = FlowLayout(gap_px=Space.TIGHT)
        self._switches = {layer: LayerSwitch(layer) for layer in Layer}
        for switch in self._switches.values():
            layout.addWidget(switch)
            switch.switched.connect(self.layer_switched)
        self.setLayout(layout)

    def show_entries(self, entries: tuple[LegendEntry, ...]) -> None:
        """Show these layers, each as the walker left it or, if nobody touched it, as it is at first."""
        found = {entry.layer: entry for entry in entries}
        for layer, switch in self._switches.items():
            switch.show_entry(found.get(layer))


class LayerSwitch(QCheckBox):
    """A check box with the sign of its layer, painted.

    Signals:
        switched: Carries the Layer and whether it is shown.
    """

    switched = Signal(object, bool)

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.setObjectName(f"layer_{layer.name.lower()}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._layer = layer
        self._touched = False
        self._ringed = False
        self.hide()
        self.toggled.connect(self._on_toggled)
        self.clicked.connect(self._on_clicked)

    def show_entry(self, entry: LegendEntry | None) -> None:
        """Show what the layer is called, or nothing if there is nothing in it."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        self.setText(entry.label)
        self.setAccessibleName(f"Show {entry.label}")
        if not self._touched:
            self.setChecked(entry.is_on)
        self.switched.emit(self._layer, self.isChecked())

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(_font())
        side = metrics.ascent()
        width = side + 2 * side + metrics.horizontalAdvance(self.text()) + 2 * Space.SMALL
        return QSize(width + 2 * RING + Space.SMALL, metrics.height() + 2 * RING + Space.TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_in_use()
        side = QFontMetrics(_font()).ascent()
        painter = QPainter(self)
        room = self.rect().adjusted(RING, RING, -RING, -RING)
        if self.underMouse():
            draw_surface(painter, room, RING, theme.hover)
        if self.hasFocus() and self._ringed:
            draw_ring(painter, room, RING, theme.focus)
        top = room.center().y() - side // 2
        box = QRect(room.left() + Space.TIGHT, top, side, side)
        sign = QRect(box.right() + Space.SMALL, top, 2 * side, side)
        text = QRect(sign.right() + Space.SMALL, room.top(), room.width(), room.height())
        self._draw_box(painter, self._laid(box), theme)
        self._draw_words(painter, self._laid(text), theme)
        painter.setOpacity(1.0 if self.isChecked() else _FAINT)
        draw_sign(painter, QRectF(self._laid(sign)), self._layer, theme)

    def _draw_box(self, painter: QPainter, box: QRect, theme: Theme) -> None:
        checked = self.isChecked()
        draw_surface(painter, box, 3, theme.accent if checked else theme.surface, theme.edge)
        if checked:
            draw_icon(painter, QRectF(box).adjusted(2, 2, -2, -2), Icon.CHECK, theme.on_accent, bold=1.4)

    def _draw_words(self, painter: QPainter, room: QRect, theme: Theme) -> None:
        painter.setFont(_font())
        painter.setPen(theme.text if self.isChecked() else theme.quiet)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())

    def _laid(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self.switched.emit(self._layer, checked)

    @Slot()
    def _on_clicked(self) -> None:
        self._touched = True


def _font() -> QFont:
    return text_font(TextSize.SMALL)
