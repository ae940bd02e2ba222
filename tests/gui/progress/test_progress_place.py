"""The Progress place as a whole, from before the first walk to ten years."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QTableView, QWidget

from retrowalk.gui.progress.day_reading import HOW_TO_READ
from retrowalk.gui.progress.progress_content import NO_CHART
from retrowalk.gui.progress.progress_place import ProgressPlace
from retrowalk.gui.theme import DARK
from retrowalk.presenters.chart_ranges import ChartRange
from retrowalk.presenters.progress_view import EMPTY_TEXT
from tests.helpers.look import lies_in, settle
from tests.helpers.pain_histories import a_rating, a_session, on
from tests.helpers.progress_views import DATES, a_progress_view, one_walk, ten_years, twelve_weeks

NARROW, WIDE = (1024, 700), (1920, 1080)


@pytest.fixture
def place(dress, qtbot):
    """The place in a window of the usual size."""
    place = ProgressPlace(DATES)
    qtbot.addWidget(place)
    place.resize(*NARROW)
    place.show()
    settle()
    return place


def show(place, view, size=NARROW):
    """Show a view in a window of a size."""
    place.resize(*size)
    place.show_state(view)
    settle()


def part(place, name, kind=QWidget):
    """A part of the place by its object name."""
    return place.findChild(kind, name)


def text(place, name):
    """What a label says."""
    return part(place, name, QLabel).text().replace("\u200b", "")


def press(qtbot, place, name):
    """Click a button."""
    qtbot.mouseClick(part(place, name, QAbstractButton), Qt.MouseButton.LeftButton)
    settle()


def days_shown(place):
    """How many days the chart shows."""
    first, last = part(place, "pain_plot")._chart.visible_days()
    return last - first


def test_before_the_first_walk_there_is_a_friendly_sentence(place):
    """And neither a chart nor a list."""
    show(place, a_progress_view())
    assert text(place, "progress_empty_text") == EMPTY_TEXT
    assert part(place, "progress_empty").isVisible()
    assert part(place, "pain_plot") is None


def test_one_walk_is_enough_to_begin_with(place):
    """The chart shows it, in two weeks up to today."""
    show(place, one_walk())
    assert part(place, "pain_plot").isVisible()
    assert not part(place, "progress_empty").isVisible()
    assert days_shown(place) == pytest.approx(14.5)
    assert part(place, "chart_range_two_weeks", QAbstractButton).isChecked()


def test_goes_back_to_the_sentence_when_everything_was_deleted(place):
    """And to the chart again."""
    for view, is_empty in ((one_walk(), False), (a_progress_view(), True), (one_walk(), False)):
        show(place, view)
        assert part(place, "progress_empty").isVisible() == is_empty


def test_says_what_may_be_said_and_the_natural_course(place):
    """Under the chart, as plain text."""
    view = twelve_weeks()
    show(place, view)
    assert text(place, "chart_caption") == " ".join(view.chart.caption)
    assert text(place, "chart_remark") == " ".join(view.chart.remark)


def test_without_ratings_nothing_is_said(place):
    """Bars alone need no sentence about pain."""
    show(place, a_progress_view([a_session(0)]))
    assert not part(place, "chart_caption").isVisible()
    assert not part(place, "chart_remark").isVisible()


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (ChartRange.TWO_WEEKS, 14.5),
        (ChartRange.ONE_MONTH, 31.5),
        (ChartRange.THREE_MONTHS, 92.5),
        (ChartRange.TWELVE_MONTHS, 366.5),
        (ChartRange.ALL, 3641.5),
    ],
)
def test_ranges_are_chosen_by_buttons_and_by_keys(place, qtbot, chosen, days):
    """Ten years of walks, in any range."""
    show(place, ten_years())
    name = f"chart_range_{chosen.name.lower()}"
    press(qtbot, place, name)
    assert days_shown(place) == pytest.approx(days, abs=1.0)
    press(qtbot, place, "chart_range_one_month")
    part(place, "pain_plot").setFocus()
    qtbot.keyClick(part(place, "pain_plot"), str(list(ChartRange).index(chosen) + 1))
    settle()
    assert days_shown(place) == pytest.approx(days, abs=1.0)
    assert part(place, name, QAbstractButton).isChecked()


@pytest.mark.parametrize("size", [(640, 460), NARROW, WIDE])
@pytest.mark.parametrize("name", ["chart_range_three_months", "pain_plot", "layer_before"])
def test_range_keys_work_all_over_the_chart(place, qtbot, size, name):
    """Wherever the buttons of the ranges have found their place."""
    show(place, ten_years(), size)
    part(place, name).setFocus()
    qtbot.keyClick(part(place, name), "4")
    assert part(place, "chart_range_twelve_months", QAbstractButton).isChecked()


def test_new_data_leave_the_range_alone(place, qtbot):
    """A rating that comes in does not throw the reader back."""
    show(place, ten_years())
    press(qtbot, place, "chart_range_twelve_months")
    show(place, ten_years())
    assert days_shown(place) == pytest.approx(366.5)


def test_reads_the_day_under_the_cursor(place, qtbot):
    """In words, and how to read one while there is none."""
    view = twelve_weeks()
    show(place, view)
    assert text(place, "chart_reading") == HOW_TO_READ
    qtbot.keyClick(part(place, "pain_plot"), Qt.Key.Key_Home)
    assert text(place, "chart_reading") == view.book.words(on(0))
    qtbot.keyClick(part(place, "pain_plot"), Qt.Key.Key_Escape)
    assert text(place, "chart_reading") == HOW_TO_READ


def test_reading_does_not_move_the_chart(place, qtbot):
    """Whatever is read, everything stays where it is."""
    show(
        place, a_progress_view([a_session(0, name="long " * 40, session="a")], [a_rating(0, 4, session="a")])
    )
    before = part(place, "pain_plot").geometry()
    qtbot.keyClick(part(place, "pain_plot"), Qt.Key.Key_Home)
    settle()
    assert part(place, "pain_plot").geometry() == before


def test_a_switch_hides_its_layer(place, qtbot):
    """The panel of minutes, for one."""
    show(place, twelve_weeks())
    lower = part(place, "pain_plot")._lower
    press(qtbot, place, "layer_minutes")
    assert not lower.is_shown
    press(qtbot, place, "layer_minutes")
    assert lower.is_shown


def test_chart_and_list_take_turns_where_there_is_little_room(place, qtbot):
    """With buttons for both."""
    show(place, twelve_weeks())
    sides = []
    for name in ("progress_side_sessions", "progress_side_chart"):
        press(qtbot, place, name)
        sides.append((part(place, "pain_plot").isVisible(), part(place, "session_list").isVisible()))
    assert sides == [(False, True), (True, False)]


def test_chart_and_list_are_both_seen_where_there_is_room(place):
    """Without buttons to choose."""
    show(place, twelve_weeks(), WIDE)
    assert part(place, "pain_plot").isVisible()
    assert part(place, "session_list").isVisible()
    assert not part(place, "progress_side").isVisible()
    assert part(place, "session_list").width() > 500
    assert part(place, "pain_plot").width() > 800


def test_a_day_opened_in_the_chart_is_found_in_the_list(place, qtbot):
    """Enter on it selects its first session, and goes to the list where that was hidden."""
    show(place, twelve_weeks())
    plot = part(place, "pain_plot")
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    settle()
    sessions = part(place, "session_list", QTableView)
    assert sessions.isVisible()
    assert sessions.hasFocus()
    assert sessions.currentIndex().data() == "02/03/2026"


def test_a_day_with_ratings_alone_opens_nothing(place, qtbot):
    """There is no session to go to."""
    show(place, a_progress_view((), [a_rating(0, 5)]))
    plot = part(place, "pain_plot")
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert part(place, "pain_plot").isVisible()


def test_a_chart_that_cannot_be_loaded_leaves_the_list(place, monkeypatch, expect_log):
    """After an update under its feet the program says so, and the sessions are there."""
    monkeypatch.setitem(sys.modules, "retrowalk.gui.progress.chart_page", None)
    expect_log("the chart could not be loaded")
    view = twelve_weeks()
    show(place, view)
    assert text(place, "chart_missing") == f"{NO_CHART} {view.chart.description}"
    part(place, "progress_side_sessions", QAbstractButton).click()
    settle()
    assert part(place, "session_list", QTableView).model().rowCount() == 27


@pytest.mark.parametrize("size", [(480, 360), (640, 460), (800, 500), NARROW, WIDE])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_fits_every_window(place, dress, size, scale):
    """Nothing is wider than the window; what is lower than needed scrolls."""
    dress(text_scale=scale)
    show(place, twelve_weeks(), size)
    page = part(place, "chart_page")
    assert page.horizontalScrollBar().maximum() == 0
    for name in ("progress_side_chart", "pain_plot", "chart_caption", "chart_legend", "chart_reading"):
        widget = part(place, name)
        if widget.isVisible():
            left = widget.mapTo(place, widget.rect().topLeft()).x()
            assert left >= 0
            assert left + widget.width() <= place.width()
    plot = part(place, "pain_plot")
    assert plot._upper.height_px > 100
    assert plot._lower.height_px > 30


def test_at_the_usual_size_everything_is_seen_at_once(place):
    """Chart, legend, sentences, without scrolling."""
    show(place, twelve_weeks(), (1180, 760))
    for name in ("pain_plot", "chart_legend", "chart_caption", "chart_remark"):
        assert lies_in(part(place, name), place)


def test_every_control_has_a_name(place):
    """For those who hear the page, and for those who test it."""
    show(place, twelve_weeks(), WIDE)
    controls = [
        *place.findChildren(QAbstractButton),
        *place.findChildren(QTableView),
        part(place, "pain_plot"),
    ]
    ours = [
        control for control in controls if control.objectName() and not control.objectName().startswith("qt_")
    ]
    assert len(ours) >= 17
    assert [control.objectName() for control in ours if not control.accessibleName()] == []


def test_all_text_is_plain(place):
    """Names of presets may hold anything."""
    show(place, a_progress_view([a_session(0, name="<img src=x>")]))
    labels = place.findChildren(QLabel)
    assert labels
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_tab_goes_through_the_page_in_its_order(place, qtbot):
    """Sides, ranges, chart, switches, list: from top to bottom."""
    show(place, twelve_weeks(), WIDE)
    part(place, "chart_range_three_months").setFocus()
    names = []
    for _ in range(12):
        widget = place.window().focusWidget()
        names.append(widget.objectName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert names[:3] == ["chart_range_three_months", "pain_plot", "layer_before"]
    assert names[11] == "layer_minutes"
    assert place.window().focusWidget().objectName() == "session_list"


def test_takes_a_new_theme_while_it_is_shown(place, dress):
    """Everywhere on the page."""
    show(place, twelve_weeks())
    dress(DARK)
    settle()
    image = place.grab().toImage()
    light = sum(
        image.pixelColor(x, y).lightness() > 240
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    )
    assert light < 0.02 * (image.width() // 7) * (image.height() // 7)


def test_switches_are_check_boxes(place):
    """So that a screen reader says whether they are on."""
    show(place, twelve_weeks())
    assert len([box for box in place.findChildren(QCheckBox) if box.isVisible()]) == 10
