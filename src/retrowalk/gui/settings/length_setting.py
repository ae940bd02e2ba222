"""A row with a length of time."""

from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.widgets.length_field import LengthField
from retrowalk.presenters.settings_rows import LengthRow


class LengthSetting(SettingRow[LengthRow]):
    """A length within limits; what is typed outside of them is named in the row."""

    def __init__(self, row: LengthRow) -> None:
        self._field = LengthField(f"{row.name}_field", row.title, row.about)
        super().__init__(row, self._field)
        self.show_row(row)
        self._field.chosen.connect(self.wish)
        self._field.problem_told.connect(self.show_problem)

    def show_row(self, row: LengthRow) -> None:
        super().show_row(row)
        self._field.show_length(row.length_s, row.lowest_s, row.highest_s)

    def drop_typed(self) -> None:
        self._field.drop_typed()
