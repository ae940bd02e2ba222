"""The places of the window and the bar on the left that leads to them."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QVBoxLayout, QWidget


class Place(Enum):
    """Where one can be, in the order shown."""

    WALK = "Walk"
    PROGRESS = "Progress"
    SETTINGS = "Settings"


class PlaceBar(QWidget):
    """One button for each place; Ctrl+1, Ctrl+2 … lead there too.

    Signals:
        place_requested: Carries the Place.
    """

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("place_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        title = QLabel("Retrowalk")
        title.setObjectName("place_bar_title")
        layout.addWidget(title)
        self._buttons = {place: self._make_button(place, number) for number, place in enumerate(Place, 1)}
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addStretch(1)

    def show_place(self, place: Place) -> None:
        """Mark the place that is shown."""
        self._buttons[place].setChecked(True)

    def _make_button(self, place: Place, number: int) -> QPushButton:
        button = QPushButton(place.value)
        button.setObjectName(f"place_{place.name.lower()}")
        button.setAccessibleName(place.value)
        button.setProperty("place", True)
        button.setCheckable(True)
        # A click leads to the place, and the keyboard goes along.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys = QKeySequence(f"Ctrl+{number}")
        button.setShortcut(keys)
        button.setToolTip(f"{place.value} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        self._group.addButton(button)
        button.clicked.connect(lambda _checked, chosen=place: self.place_requested.emit(chosen))
        return button
