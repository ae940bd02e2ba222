"""A row with a slider and the percentage that it stands at."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from retrowalk.gui.measures import Space, TextSize, text_font
from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.widgets.shapes import RING
from retrowalk.gui.widgets.slider import Slider
from retrowalk.presenters.settings_rows import PercentRow


class PercentSetting(SettingRow[PercentRow]):
    """A share of something."""

    def __init__(self, row: PercentRow) -> None:
        self._slider = Slider(f"{row.name}_slider", row.title)
        self._slider.setAccessibleDescription(f"Per cent. {row.about}")
        self._slider.setTracking(row.is_live)
        self._figure = _Figure(f"{row.name}_figure")
        control = QWidget()
        layout = QHBoxLayout(control)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(self._slider, 1)
        layout.addWidget(self._figure)
        super().__init__(row, control)
        self.show_row(row)
        self._slider.valueChanged.connect(self._on_value_changed)
        self._slider.sliderMoved.connect(self._figure.show_percent)

    def show_row(self, row: PercentRow) -> None:
        super().show_row(row)
        self._slider.show_value(row.percent, row.lowest, row.highest, row.step)
        self._figure.show_percent(self._slider.sliderPosition())

    @Slot(int)
    def _on_value_changed(self, percent: int) -> None:
        self._figure.show_percent(percent)
        self.wish(percent / 100)


class _Figure(QLabel):
    """A percentage, with room for the longest there is."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(0, 0, RING, 0)
        self._keep_room()

    @Slot(int)
    def show_percent(self, percent: int) -> None:
        self.setText(f"{percent} %")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_room()

    def _keep_room(self) -> None:
        self.setFixedWidth(QFontMetrics(text_font(TextSize.BODY)).horizontalAdvance("000 %") + RING)
