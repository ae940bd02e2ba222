"""One section of the settings: its heading, its rows on a card, and the way back to its defaults."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from retrowalk.core.settings import SectionSettings
from retrowalk.gui.measures import Space
from retrowalk.gui.settings.choice_setting import ChoiceSetting
from retrowalk.gui.settings.length_setting import LengthSetting
from retrowalk.gui.settings.percent_setting import PercentSetting
from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.settings.section_head import SectionHead, WayBack
from retrowalk.gui.settings.switch_setting import SwitchSetting
from retrowalk.gui.widgets.remark import Remark
from retrowalk.presenters.settings_rows import ChoiceRow, LengthRow, PercentRow, Row, SwitchRow
from retrowalk.presenters.settings_view import SectionView


class SectionCard(QWidget):
    """Shows a SectionView. The view says which rows there are; a section with rows of its own kind adds them.

    Signals:
        chosen: Something in the section was chosen; carries all of its settings.

    Args:
        view: What it shows at first.
    """

    chosen = Signal(object)

    def __init__(self, view: SectionView) -> None:
        super().__init__()
        name = view.section.value
        self.setObjectName(f"{name}_section")
        self._view = view
        self._before: SectionSettings | None = None
        self._head = SectionHead(name, view.title)
        self._note = Remark(f"{name}_section_note")
        self._rows = {row.name: self.make_row(row) for row in view.rows}
        self._lay_out()
        self._head.reset_requested.connect(self._on_reset_requested)
        self._head.undo_requested.connect(self._on_undo_requested)
        for widget in self._rows.values():
            widget.wished.connect(self._on_wished)
        self.show_found(self._rows)

    def show_state(self, view: SectionView) -> None:
        """Show what is set now."""
        self._view = view
        self._note.show_text(view.note)
        for row in view.rows:
            self._rows[row.name].show_row(row)
        if view.chosen != view.defaults:
            self._before = None
        self._show_way_back()

    def show_found(self, names: Collection[str]) -> None:
        """Show these rows alone; the whole section hides when there are none."""
        first = True
        for name, row in self._rows.items():
            row.set_divided(not first)
            row.setVisible(name in names)
            first = first and name not in names
        self.setVisible(not first)

    def make_row(self, row: Row) -> SettingRow[Any]:
        """Return the widget for a row."""
        match row:
            case SwitchRow():
                return SwitchSetting(row)
            case PercentRow():
                return PercentSetting(row)
            case LengthRow():
                return LengthSetting(row)
            case ChoiceRow():
                return ChoiceSetting(row)
            case _:
                raise TypeError(f"the section has no widget for {row.name}")

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # What can be undone is what was just done.
        if not event.spontaneous():
            self._before = None
            self._show_way_back()

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName(f"{self._view.section.value}_card")
        card.setProperty("surface", "card")
        card.setAccessibleName(self._view.title)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(Space.MEDIUM, Space.TIGHT, Space.MEDIUM, Space.TIGHT)
        rows.setSpacing(0)
        for row in self._rows.values():
            rows.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._head)
        column.addWidget(self._note)
        column.addSpacing(Space.TIGHT)
        column.addWidget(card)

    def _show_way_back(self) -> None:
        way = WayBack.NOTHING
        if self._view.chosen != self._view.defaults:
            way = WayBack.DEFAULTS
        elif self._before is not None:
            way = WayBack.BEFORE_DEFAULTS
        self._head.show_way_back(way)

    @Slot(object)
    def _on_wished(self, changes: Mapping[str, Any]) -> None:
        self.chosen.emit(replace(self._view.chosen, **changes))

    @Slot()
    def _on_reset_requested(self) -> None:
        self._before = self._view.chosen
        for row in self._rows.values():
            row.drop_typed()
        self.chosen.emit(self._view.defaults)

    @Slot()
    def _on_undo_requested(self) -> None:
        if self._before is not None:
            self.chosen.emit(self._before)
