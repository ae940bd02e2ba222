"""The model of the list of sessions: cells as they are asked for, sorted by what they mean."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from retrowalk.presenters.session_table import NOTHING, NUMBERS, Column, SessionTable

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Column)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SessionModel(QAbstractTableModel):
    """Shows a SessionTable, the latest session first until somebody sorts it otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: SessionTable | None = None
        self._order: list[int] = []
        self._sorted_by = (COLUMNS.index(Column.DATE), Qt.SortOrder.DescendingOrder)

    def show_table(self, table: SessionTable) -> None:
        """Show a table in place of the last one, sorted as that was."""
        self.beginResetModel()
        self._table = table
        self._sort_rows()
        self.endResetModel()

    def session_id(self, index: Index) -> str | None:
        """Return the id of the session at an index, None where there is no row."""
        return self._table.session_id(self._order[index.row()]) if self._table and index.isValid() else None

    def index_of(self, session_id: str) -> QModelIndex:
        """Return the index of a session's first cell, an invalid one if it is not there."""
        if self._table is not None:
            for row, place in enumerate(self._order):
                if self._table.session_id(place) == session_id:
                    return self.index(row, 0)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._table is None or not index.isValid():
            return None
        column = COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._table.text(self._order[index.row()], column)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self._table.text(self._order[index.row()], column)
                return f"{column.value}: {'nothing' if text == NOTHING else text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in NUMBERS else _LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section] in NUMBERS else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what was selected stays selected."""
        if column < 0:
            return
        self._sorted_by = column, order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = [self._order[index.row()] for index in before]
        self._sort_rows()
        row_of = {place: row for row, place in enumerate(self._order)} if places else {}
        after = [
            self.index(row_of[place], index.column()) for place, index in zip(places, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sort_rows(self) -> None:
        column, order = self._sorted_by
        descending = order is Qt.SortOrder.DescendingOrder
        self._order = self._table.order(COLUMNS[column], descending=descending) if self._table else []
