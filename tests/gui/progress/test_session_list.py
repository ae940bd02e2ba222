"""The list of sessions: sorted by what things mean, and what is selected stays so."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from retrowalk.core.pain.rating import Moment
from retrowalk.gui.progress.session_list import SessionList
from retrowalk.gui.progress.session_model import COLUMNS, SessionModel
from retrowalk.presenters.session_table import Column
from tests.helpers.look import settle
from tests.helpers.pain_histories import a_rating, a_session
from tests.helpers.progress_views import a_progress_view

DATE, BACKWARD, BEFORE = (COLUMNS.index(c) for c in (Column.DATE, Column.BACKWARD, Column.BEFORE))
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def a_table():
    """Three sessions of 10, 9 and 60 minutes backward; the middle one was not rated."""
    walks = [
        a_session(day, session=str(day), backward_s=length, name=name)
        for day, length, name in ((2, 600.0, "<b>Two</b>"), (1, 540.0, "One"), (0, 3600.0, "Zero"))
    ]
    ratings = [a_rating(2, 10, Moment.BEFORE, "2"), a_rating(0, 9, Moment.BEFORE, "0")]
    return a_progress_view(walks, ratings).table


@pytest.fixture
def sessions(dress, qtbot):
    """The list with three sessions."""
    sessions = SessionList()
    qtbot.addWidget(sessions)
    sessions.show_table(a_table())
    sessions.resize(900, 400)
    sessions.show()
    settle()
    return sessions


def column(model, number, role=Qt.ItemDataRole.DisplayRole):
    """The cells of a column."""
    return [model.index(row, number).data(role) for row in range(model.rowCount())]


def test_the_model_keeps_the_promises_of_models(qapp):
    """Qt's own tester finds nothing, before and after a table, sorted and sorted again."""
    model = SessionModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_table(a_table())
    for order in (UP, DOWN):
        model.sort(BACKWARD, order)
    model.show_table(a_progress_view().table)
    assert model.rowCount() == 0


def test_the_latest_session_is_on_top(sessions):
    """Until somebody sorts otherwise."""
    assert column(sessions.model(), DATE) == ["04/03/2026", "03/03/2026", "02/03/2026"]


def test_a_heading_sorts_by_what_the_column_means(sessions, qtbot):
    """A click sorts, another one turns it round; missing ratings stay last."""
    header = sessions.horizontalHeader()
    middle = header.sectionViewportPosition(BEFORE) + header.sectionSize(BEFORE) // 2
    found = []
    for _ in range(2):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 10))
        found.append(column(sessions.model(), BEFORE))
    assert found == [["9", "10", "–"], ["10", "9", "–"]]


def test_what_is_selected_stays_selected(sessions):
    """Wherever sorting puts it."""
    sessions.select_session("1")
    assert sessions.currentIndex().row() == 1
    sessions.sortByColumn(BACKWARD, UP)
    assert sessions.model().session_id(sessions.currentIndex()) == "1"
    assert [index.row() for index in sessions.selectionModel().selectedRows()] == [0]


def test_a_new_table_is_sorted_as_the_last_one(sessions):
    """Data that come in do not undo what somebody chose."""
    sessions.sortByColumn(BACKWARD, UP)
    sessions.show_table(a_table())
    assert column(sessions.model(), BACKWARD) == ["9 min", "10 min", "1 h"]


def test_a_session_that_is_not_there_selects_nothing(sessions):
    """It may have been deleted."""
    sessions.select_session("gone")
    assert sessions.selectionModel().selectedRows() == []
    assert sessions.model().session_id(QModelIndex()) is None


def test_names_are_only_text(sessions):
    """Markup in a preset's name is shown as it was typed."""
    assert "<b>Two</b>" in column(sessions.model(), COLUMNS.index(Column.PRESET))


def test_cells_say_what_they_are(sessions):
    """A screen reader hears the heading with the value, and that nothing was given."""
    spoken = column(sessions.model(), BEFORE, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ["Before: 10", "Before: nothing", "Before: 9"]


def test_numbers_stand_on_the_right(sessions):
    """And their headings above them."""
    model = sessions.model()
    assert model.index(0, BACKWARD).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(BACKWARD, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & (
        Qt.AlignmentFlag.AlignRight
    )
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_keys_move_and_tab_leaves(sessions, qtbot):
    """Down goes to the next session; Tab is not caught by the cells."""
    sessions.setFocus()
    sessions.select_session("2")
    qtbot.keyClick(sessions, Qt.Key.Key_Down)
    assert sessions.model().session_id(sessions.currentIndex()) == "1"
    assert not sessions.tabKeyNavigation()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_grow_with_the_text(sessions, dress, scale):
    """No letter is cut off."""
    dress(text_scale=scale)
    settle()
    assert sessions.rowHeight(0) >= 1.3 * sessions.fontMetrics().height()
    assert sessions.wanted_width() > 400 * scale


def test_a_hundred_thousand_sessions_are_no_more_work(sessions, qtbot):
    """Cells are worked out when they are seen: showing so many asks for a screenful of texts."""
    asked = []

    class CountingDates:
        def short_day(self, day):
            asked.append(day)
            return day.isoformat()

        def time(self, at):
            return "18:00"

    walks = [a_session(0, session="0")] * 100_000
    table = a_progress_view(walks).table
    object.__setattr__(table, "dates", CountingDates())
    sessions.show_table(table)
    settle()
    assert sessions.model().rowCount() == 100_000
    assert len(asked) < 500
