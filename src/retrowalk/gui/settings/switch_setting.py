"""A row with a switch; a click anywhere on it turns the switch."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent

from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.widgets.switch import Switch
from retrowalk.presenters.settings_rows import SwitchRow


class SwitchSetting(SettingRow[SwitchRow]):
    """Something that is on or off."""

    def __init__(self, row: SwitchRow) -> None:
        self._switch = Switch(f"{row.name}_switch", row.title)
        super().__init__(row, self._switch)
        self._switch.setAccessibleDescription(row.about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_row(row)
        self._switch.toggled.connect(self.wish)

    def show_row(self, row: SwitchRow) -> None:
        super().show_row(row)
        with QSignalBlocker(self._switch):
            self._switch.setChecked(row.on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Taken, or the release would go to whatever lies below.
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._switch.click()
