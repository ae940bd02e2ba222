"""A row with a few things of which one is chosen."""

from enum import Enum

from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.widgets.choice_bar import ChoiceBar
from retrowalk.presenters.settings_rows import ChoiceRow


class ChoiceSetting(SettingRow[ChoiceRow]):
    """One of a few things."""

    def __init__(self, row: ChoiceRow) -> None:
        self._bar: ChoiceBar[Enum] = ChoiceBar(f"{row.name}_bar", dict(row.choices), spoken=row.title)
        super().__init__(row, self._bar)
        self.show_row(row)
        self._bar.chosen.connect(self.wish)

    def show_row(self, row: ChoiceRow) -> None:
        super().show_row(row)
        self._bar.show_choice(row.chosen)
