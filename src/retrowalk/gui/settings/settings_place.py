"""The Settings place: all sections in one column, and a field that finds a setting by words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from retrowalk.core.settings import Section, SectionSettings, with_section
from retrowalk.gui.measures import Space
from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.settings.section_card import SectionCard
from retrowalk.gui.settings.sound_section import SoundSection
from retrowalk.gui.widgets.column import Column
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.gui.widgets.search_field import SearchField
from retrowalk.gui.widgets.shapes import RING
from retrowalk.presenters.output_choice import OutputDevice
from retrowalk.presenters.settings_view import NOTHING_FOUND, SettingsView, build_settings_view, found_rows


class SettingsPlace(QWidget):
    """Shows a SettingsView. What is chosen is shown and told at once; nothing has to be confirmed.

    Signals:
        settings_changed: Something was chosen; carries the whole new Settings.
        sample_requested: Something is to be heard for a trial; carries the CueSample.
        outputs_requested: The list of devices is about to be seen.

    Args:
        view: What it shows at first.
    """

    settings_changed = Signal(object)
    sample_requested = Signal(object)
    outputs_requested = Signal()

    def __init__(self, view: SettingsView) -> None:
        super().__init__()
        self.setObjectName("settings_place")
        self._view = view
        self._search = SearchField("settings_search", "Find a setting")
        self._nothing = Label("settings_nothing", TextKind.QUIET, NOTHING_FOUND)
        self._column = Column("settings_column", fills=True, headed=True)
        kinds = {Section.SOUND: SoundSection}
        self._cards = {part.section: kinds.get(part.section, SectionCard)(part) for part in view.sections}
        self._lay_out()
        self._connect_signals()
        self.show_state(view)
        self._on_search_changed("")

    def show_state(self, view: SettingsView) -> None:
        """Show the settings in use."""
        self._view = view
        for part in view.sections:
            self._cards[part.section].show_state(part)

    def show_outputs(self, outputs: Sequence[OutputDevice]) -> None:
        """Show the devices that sound can come out of now."""
        for card in self._cards.values():
            if isinstance(card, SoundSection):
                card.show_outputs(outputs)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._search.clear()
            self._search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.outputs_requested.emit()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(RING, 0, RING, 0)
        head.addWidget(self._search)
        self._column.header.addLayout(head)
        self._column.content.setSpacing(Space.LARGE)
        self._column.content.addWidget(self._nothing)
        for card in self._cards.values():
            self._column.content.addWidget(card)
        self._column.content.addStretch(1)
        self._column.content.setContentsMargins(0, 0, 0, Space.SMALL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)

    def _connect_signals(self) -> None:
        self._search.textChanged.connect(self._on_search_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._on_find)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focused)
        for area in self._column.findChildren(QScrollArea):
            # Text that has grown, a remark that came: what has the keyboard is not pushed out of view by it.
            area.verticalScrollBar().rangeChanged.connect(self._show_focused)
        for section, card in self._cards.items():
            card.chosen.connect(partial(self._change, section))
            if isinstance(card, SoundSection):
                card.sample_requested.connect(self.sample_requested)

    def _change(self, section: Section, chosen: SectionSettings) -> None:
        settings = with_section(self._view.settings, section, chosen)
        # Shown first: the next wish starts from this one, whoever answers to it and whenever.
        self.show_state(build_settings_view(settings))
        self.settings_changed.emit(settings)

    @Slot()
    def _show_focused(self) -> None:
        """Scroll until what has the keyboard is seen, with the words beside it where there is room.

        Qt does so for what Tab leads to, unless it comes from outside the scrolled page.
        """
        widget = QApplication.focusWidget()
        # What is under a pressed button must stand still, or the click is lost.
        if widget is None or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        for row in self.findChildren(SettingRow):
            if row.isAncestorOf(widget):
                self._column.show_widget(row)
                self._column.show_widget(widget)

    @Slot(str)
    def _on_search_changed(self, typed: str) -> None:
        found = found_rows(self._view, typed)
        for section, card in self._cards.items():
            card.show_found(found[section])
        self._nothing.setVisible(not any(found.values()))

    @Slot()
    def _on_find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
