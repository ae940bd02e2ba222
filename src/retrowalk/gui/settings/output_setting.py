"""The row of the device that sound comes out of."""

from collections.abc import Sequence

from PySide6.QtCore import Slot

from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.widgets.dropdown import Dropdown
from retrowalk.presenters.output_choice import OutputDevice, OutputOption, build_output_choice
from retrowalk.presenters.settings_rows import OutputRow


class OutputSetting(SettingRow[OutputRow]):
    """The list of devices; the chosen one stays in it while it is not there."""

    def __init__(self, row: OutputRow) -> None:
        self._list = Dropdown(f"{row.name}_list", row.title)
        self._list.setAccessibleDescription(row.about)
        super().__init__(row, self._list)
        # On Linux a screen reader takes the chosen line for a list's name and asks the label for the rest.
        self._title.setBuddy(self._list)
        self._row = row
        self._outputs: Sequence[OutputDevice] | None = None
        self._options: tuple[OutputOption, ...] = ()
        self.show_row(row)
        self._list.activated.connect(self._on_activated)

    def show_row(self, row: OutputRow) -> None:
        super().show_row(row)
        self._row = row
        choice = build_output_choice(self._outputs, row.chosen_id, row.chosen_name)
        self._options = choice.options
        self._list.show_lines(tuple(option.text for option in choice.options), choice.chosen)
        self._note.show_text(choice.note)

    def show_outputs(self, outputs: Sequence[OutputDevice]) -> None:
        """Show these devices."""
        self._outputs = outputs
        self.show_row(self._row)

    @Slot(int)
    def _on_activated(self, line: int) -> None:
        option = self._options[line]
        self.wished.emit({"output": option.id, "output_name": option.name})
