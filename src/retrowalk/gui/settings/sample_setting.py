"""The row of cues to be heard for a trial, over the running belt."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from retrowalk.gui.measures import Space
from retrowalk.gui.settings.row import SettingRow
from retrowalk.gui.settings.sample_button import SampleButton
from retrowalk.gui.widgets.button import Button
from retrowalk.gui.widgets.flow import FlowLayout
from retrowalk.gui.widgets.icons import Icon
from retrowalk.presenters.settings_rows import CueSample, SampleRow


class SampleSetting(SettingRow[SampleRow]):
    """One button for all cues, and one for each motif with its rhythm in words.

    Signals:
        sample_requested: Something is to be heard; carries the CueSample.
    """

    sample_requested = Signal(object)

    def __init__(self, row: SampleRow) -> None:
        self._all = Button("sample_all", row.all_text, icon=Icon.PLAY)
        self._ones = tuple(SampleButton(view) for view in row.samples)
        super().__init__(row, self._laid_out(), below=True)
        self.show_row(row)
        self._all.clicked.connect(partial(self.sample_requested.emit, CueSample.ALL))
        for button in self._ones:
            button.clicked.connect(partial(self.sample_requested.emit, button.sample))

    def _laid_out(self) -> QWidget:
        legend = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        legend.setSizePolicy(policy)
        flow = FlowLayout(gap_px=0)
        for button in self._ones:
            flow.addWidget(button)
        legend.setLayout(flow)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TIGHT)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(legend)
        return whole
