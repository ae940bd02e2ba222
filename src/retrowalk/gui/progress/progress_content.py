"""The chart and the list of sessions, side by side where there is room."""

import logging
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.measures import Space, text_scale
from retrowalk.gui.progress.session_list import SessionList
from retrowalk.gui.widgets.choice_bar import ChoiceBar
from retrowalk.gui.widgets.label import Label
from retrowalk.presenters.progress_view import ProgressView

if TYPE_CHECKING:
    from retrowalk.gui.progress.chart_page import ChartPage

NO_CHART = "The chart could not be loaded. Your sessions are all here; starting Retrowalk again may help."
ROOM_FOR_BOTH_PX = 1400
"""From this width on, at 100 % text, chart and list are both seen."""
_WIDEST_LIST = 0.5
"""Of the whole width, where both are seen."""
logger = logging.getLogger(__name__)


class Side(Enum):
    """What is shown where there is room for one only."""

    CHART = "Chart"
    SESSIONS = "Sessions"


class ProgressContent(QWidget):
    """Shows a ProgressView with something in it; a day opened in the chart is found in the list.

    Args:
        dates: How dates are written.
    """

    def __init__(self, dates: LocaleDates) -> None:
        super().__init__()
        self.setObjectName("progress_content")
        self._view: ProgressView | None = None
        self._side = Side.CHART
        self._sides = ChoiceBar("progress_side", {side: side.value for side in Side}, spoken="Show")
        self._sides.show_choice(self._side)
        self._chart = _load_chart(dates)
        self._missing = None if self._chart else Label("chart_missing")
        self._sessions = SessionList()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._top = QHBoxLayout()
        self._shows_both = False
        self._lay_out()
        self._connect_signals()

    def show_state(self, view: ProgressView) -> None:
        """Show what there is."""
        self._view = view
        if self._chart is not None:
            self._chart.show_state(view)
        if self._missing is not None:
            self._missing.show_text(f"{NO_CHART} {view.chart.description}")
        self._sessions.show_table(view.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._share_room()

    def _lay_out(self) -> None:
        self._top.addWidget(self._sides)
        self._top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.MEDIUM, Space.SMALL, Space.MEDIUM, Space.SMALL)
        column.setSpacing(Space.SMALL)
        column.addLayout(self._top)
        column.addWidget(self._split, 1)
        self._split.setObjectName("progress_split")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(Space.MEDIUM)
        for side in (self._chart, self._missing, self._sessions):
            if side is not None:
                self._split.addWidget(side)
        self._split.setStretchFactor(0, 1)

    def _connect_signals(self) -> None:
        self._sides.chosen.connect(self._on_side_chosen)
        if self._chart is not None:
            self._chart.day_opened.connect(self._on_day_opened)

    def _share_room(self) -> None:
        both = self.width() >= ROOM_FOR_BOTH_PX * text_scale()
        if both and not self._shows_both:
            list_px = min(self._sessions.wanted_width(), round(_WIDEST_LIST * self.width()))
            self._split.setSizes([self.width() - list_px, list_px])
        self._shows_both = both
        shows_chart = both or self._side is Side.CHART
        self._sides.setVisible(not both)
        for side in (self._chart, self._missing):
            if side is not None:
                side.setVisible(shows_chart)
        self._sessions.setVisible(both or self._side is Side.SESSIONS)
        self._place_ranges(shown=shows_chart, beside_px=0 if both else self._sides.sizeHint().width())

    def _place_ranges(self, *, shown: bool, beside_px: int) -> None:
        """Put the ranges into the top row; where there is no room, they scroll with the chart."""
        if self._chart is None:
            return
        ranges = self._chart.ranges
        ranges.setVisible(shown)
        margins = self.contentsMargins().left() + self.contentsMargins().right() + 3 * Space.MEDIUM
        on_top = beside_px + ranges.sizeHint().width() + margins <= self.width()
        if on_top == (ranges.parent() is self):
            return
        if on_top:
            self._top.insertWidget(1, ranges)
        else:
            self._chart.take_ranges()
        # Whoever moves to another parent goes to the end of the line.
        for one, following in pairwise((*self._sides.buttons, *ranges.buttons, self._chart.plot)):
            self.setTabOrder(one, following)

    @Slot(object)
    def _on_side_chosen(self, side: Side) -> None:
        self._side = side
        self._sides.show_choice(side)
        self._share_room()

    @Slot(object)
    def _on_day_opened(self, day: date) -> None:
        session_id = self._view.book.first_session(day) if self._view else None
        if session_id is None:
            return
        if self._sessions.isHidden():
            self._on_side_chosen(Side.SESSIONS)
        self._sessions.select_session(session_id)
        self._sessions.setFocus(Qt.FocusReason.OtherFocusReason)


def _load_chart(dates: LocaleDates) -> "ChartPage | None":
    try:
        from retrowalk.gui.progress.chart_page import ChartPage  # noqa: PLC0415 - pyqtgraph takes long to load
    except ImportError:
        # An update may have replaced the program's files since it started.
        logger.exception("the chart could not be loaded")
        return None
    return ChartPage(dates)
