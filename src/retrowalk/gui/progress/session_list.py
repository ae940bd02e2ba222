"""The list of sessions."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from retrowalk.gui.measures import TextSize, text_font
from retrowalk.gui.progress.session_model import COLUMNS, SessionModel
from retrowalk.presenters.session_table import Column, SessionTable

_ROW_EMS = 1.9
"""Height of a row, in heights of text."""
_SAMPLE_ROWS = 40
_NARROWEST_NAME_EMS = 8


class SessionList(QTableView):
    """Every session in a row, the latest first; a click on a heading sorts by it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session_list")
        self.setAccessibleName("Sessions")
        self._model = SessionModel(self)
        self.setModel(self._model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFont(text_font(TextSize.SMALL))
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        # Tab leaves the list; the arrow keys move in it.
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(_SAMPLE_ROWS)
        header.setSortIndicator(COLUMNS.index(Column.DATE), Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        self._fit_rows()

    def show_table(self, table: SessionTable) -> None:
        """Show these sessions."""
        self._model.show_table(table)
        self._fit_columns()

    def wanted_width(self) -> int:
        """Return the width in which nothing is cut, in pixels."""
        header = self.horizontalHeader()
        columns = range(len(COLUMNS))
        wanted = sum(max(self.sizeHintForColumn(n), header.sectionSizeHint(n)) for n in columns)
        return wanted + self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()

    def select_session(self, session_id: str) -> None:
        """Select a session and bring it into view."""
        index = self._model.index_of(session_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.setFont(text_font(TextSize.SMALL))
            self._fit_rows()
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch_name()

    def _fit_rows(self) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * _ROW_EMS))

    def _fit_columns(self) -> None:
        self.resizeColumnsToContents()
        self._stretch_name()

    def _stretch_name(self) -> None:
        """Give the preset's name what the other columns leave, which scroll where that is too little."""
        header = self.horizontalHeader()
        name = COLUMNS.index(Column.PRESET)
        others = header.length() - header.sectionSize(name)
        least = self.fontMetrics().height() * _NARROWEST_NAME_EMS
        header.resizeSection(name, max(least, self.viewport().width() - others))
