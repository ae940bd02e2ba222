"""The section of the sound: besides switches and volumes, the device and cues to listen to."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal

from retrowalk.gui.settings.output_setting import OutputSetting
from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.settings.sample_setting import SampleSetting
from retrowalk.gui.settings.section_card import SectionCard
from retrowalk.presenters.output_choice import OutputDevice
from retrowalk.presenters.settings_rows import OutputRow, Row, SampleRow


class SoundSection(SectionCard):
    """Shows the section of the sound.

    Signals:
        sample_requested: Something is to be heard; carries the CueSample.
    """

    sample_requested = Signal(object)

    def show_outputs(self, outputs: Sequence[OutputDevice]) -> None:
        """Show the devices that there are now."""
        for row in self.findChildren(OutputSetting):
            row.show_outputs(outputs)

    def make_row(self, row: Row) -> SettingRow[Any]:
        match row:
            case OutputRow():
                return OutputSetting(row)
            case SampleRow():
                samples = SampleSetting(row)
                samples.sample_requested.connect(self.sample_requested)
                return samples
            case _:
                return super().make_row(row)
