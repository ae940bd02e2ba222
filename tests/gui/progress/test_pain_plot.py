"""The chart with its cursor: every mark and every layer is seen, and the keys go from day to day."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from retrowalk.core.pain.rating import Moment
from retrowalk.gui.progress.pain_plot import PainPlot
from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.presenters.chart_legend import Layer
from retrowalk.presenters.chart_ranges import ChartRange, range_span
from tests.helpers.look import settle
from tests.helpers.pain_histories import a_rating, on, weeks_of_walks
from tests.helpers.progress_views import DATES, a_progress_view, ten_years, twelve_weeks


@pytest.fixture
def plot(dress, qtbot):
    """A chart of 800 by 560 pixels."""
    plot = PainPlot(DATES)
    qtbot.addWidget(plot)
    plot.resize(800, 560)
    plot.show()
    settle()
    # The ring of the keyboard has a colour of the chart.
    plot.clearFocus()
    settle()
    return plot


def show(plot, view, chosen=ChartRange.ALL):
    """Show a view, all of it or a range."""
    plot.show_state(view.chart, view.book)
    for entry in view.chart.legend:
        plot.set_layer(entry.layer, entry.is_on)
    plot.show_span(range_span(chosen, view.chart.span, view.chart.today))
    settle()


def count(plot, colour):
    """How many pixels are of that colour."""
    image = plot.grab().toImage()
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def two_weeks(*ratings):
    """A view of ratings in the first days."""
    return a_progress_view((), ratings, today=13)


def days_read(plot):
    """What the plot tells of the days that are read."""
    days = []
    plot.day_read.connect(days.append)
    return days


@pytest.mark.parametrize(
    ("moment", "colour"),
    [
        (Moment.BEFORE, LIGHT.chart.before),
        (Moment.AFTER, LIGHT.chart.after),
        (Moment.NEXT_MORNING, LIGHT.chart.next_morning),
    ],
)
def test_each_rating_is_seen(plot, moment, colour):
    """A single one, in the colour of its moment."""
    show(plot, two_weeks())
    without = count(plot, colour)
    show(plot, two_weeks(a_rating(5, 4, moment)))
    assert count(plot, colour) > without + 10


def test_before_is_hollow_and_after_is_filled(plot):
    """In the middle of the one is the ground, in the middle of the other its colour."""
    middles = {}
    for moment in (Moment.BEFORE, Moment.AFTER):
        show(plot, two_weeks(a_rating(5, 4, moment)))
        colour = LIGHT.chart.before if moment is Moment.BEFORE else LIGHT.chart.after
        image = plot.grab().toImage()
        # The writing has colours of its own; marks are looked for inside the upper field.
        found = [(x, y) for x in range(60, 790) for y in range(50, 330) if image.pixel(x, y) == colour.rgb()]
        xs, ys = [x for x, _ in found], [y for _, y in found]
        middles[moment] = image.pixelColor((min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2)
    assert middles == {Moment.BEFORE: LIGHT.surface, Moment.AFTER: LIGHT.chart.after}


def test_same_day_and_same_score_hide_nothing(plot):
    """Twice as many ratings on one spot cover twice as much, but for a little."""
    show(plot, two_weeks(a_rating(5, 4, Moment.AFTER, "a")))
    one = count(plot, LIGHT.chart.after)
    show(plot, two_weeks(*(a_rating(5, 4, Moment.AFTER, walk) for walk in "abc")))
    assert count(plot, LIGHT.chart.after) >= 2.7 * one


@pytest.mark.parametrize(
    ("layer", "colour"),
    [
        (Layer.BEFORE, LIGHT.chart.before),
        (Layer.AFTER, LIGHT.chart.after),
        (Layer.NEXT_MORNING, LIGHT.chart.next_morning),
        (Layer.MEAN, LIGHT.chart.mean),
        (Layer.MINUTES, LIGHT.forward.mark),
        (Layer.MINUTES, LIGHT.backward.mark),
    ],
)
def test_a_layer_can_be_hidden(plot, layer, colour):
    """And shown again, as it was."""
    show(plot, twelve_weeks())
    seen = count(plot, colour)
    plot.set_layer(layer, shown=False)
    settle()
    hidden = count(plot, colour)
    plot.set_layer(layer, shown=True)
    settle()
    assert hidden == 0
    assert count(plot, colour) == pytest.approx(seen, rel=0.02)


@pytest.mark.parametrize(
    "layer", [Layer.BASELINE, Layer.BAND, Layer.THIRTY_PERCENT, Layer.FIFTY_PERCENT, Layer.TWO_POINTS]
)
def test_levels_and_the_band_can_be_hidden(plot, layer):
    """Each for itself: the picture changes, and comes back."""
    show(plot, twelve_weeks())
    for each in (Layer.FIFTY_PERCENT, Layer.TWO_POINTS):
        plot.set_layer(each, shown=True)
    settle()
    before = plot.grab().toImage()
    plot.set_layer(layer, shown=False)
    settle()
    assert plot.grab().toImage() != before
    plot.set_layer(layer, shown=True)
    settle()
    assert plot.grab().toImage() == before


def test_gaps_stay_gaps(plot):
    """Over three weeks without a walk no line is drawn."""
    show(plot, twelve_weeks())
    for layer in Layer:
        if layer is not Layer.MEAN:
            plot.set_layer(layer, shown=False)
    settle()
    first, last = plot._chart.visible_days()
    width = plot._chart.width_px()
    left = plot.width() - width - 13

    def pixel_of(day):
        return round(left + (on(day).toordinal() - first) / (last - first) * width)

    image = plot.grab().toImage()
    rows = range(40, 540)
    blue = LIGHT.chart.mean.rgb()
    in_gap = [x for x in range(pixel_of(36), pixel_of(54)) if any(image.pixel(x, y) == blue for y in rows)]
    outside = [x for x in range(pixel_of(14), pixel_of(28)) if any(image.pixel(x, y) == blue for y in rows)]
    assert in_gap == []
    assert len(outside) > 0.5 * (pixel_of(28) - pixel_of(14))


def test_takes_the_colours_of_a_new_theme(plot, dress):
    """While it is shown."""
    show(plot, twelve_weeks())
    dress(DARK)
    settle()
    assert count(plot, DARK.chart.after) > 100
    assert count(plot, LIGHT.chart.after) == 0
    assert plot.grab().toImage().pixelColor(400, 12) == DARK.surface


def test_marks_grow_with_the_text(plot, dress):
    """Who needs large letters needs large marks."""
    show(plot, two_weeks(a_rating(5, 4, Moment.AFTER)))
    small = count(plot, LIGHT.chart.after)
    dress(text_scale=2.0)
    settle()
    assert count(plot, LIGHT.chart.after) > 3 * small


def test_arrows_go_from_day_to_day(plot, qtbot):
    """Over days with nothing on them; without a cursor the first one comes in from the side."""
    show(plot, two_weeks(a_rating(2, 4), a_rating(5, 4), a_rating(9, 4)))
    days = days_read(plot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(plot, key)
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert days == [on(2), on(5), on(9), on(5), on(2), None]


def test_left_comes_in_from_the_right(plot, qtbot):
    """The latest day is the nearest one there."""
    show(plot, two_weeks(a_rating(2, 4), a_rating(9, 4)))
    days = days_read(plot)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert days == [on(9)]


def test_the_ends_are_the_ends(plot, qtbot):
    """Going on there does nothing."""
    show(plot, two_weeks(a_rating(2, 4)))
    days = days_read(plot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(plot, key)
    assert days == [on(2)]


def test_keys_do_nothing_without_days(plot, qtbot):
    """There is nowhere to go."""
    show(plot, two_weeks())
    days = days_read(plot)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Return):
        qtbot.keyClick(plot, key)
    assert days == []


def test_the_cursor_is_never_out_of_sight(plot, qtbot):
    """The chart moves along with it."""
    show(plot, twelve_weeks(), ChartRange.TWO_WEEKS)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    first, last = plot._chart.visible_days()
    assert first < on(0).toordinal() < last


def test_page_keys_move_and_signs_zoom(plot, qtbot):
    """By keys alone one gets everywhere."""
    show(plot, ten_years(), ChartRange.THREE_MONTHS)
    first, last = plot._chart.visible_days()
    qtbot.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot._chart.visible_days()[1] < last
    qtbot.keyClick(plot, Qt.Key.Key_PageDown)
    assert plot._chart.visible_days() == pytest.approx((first, last))
    qtbot.keyClick(plot, Qt.Key.Key_Plus)
    zoomed = plot._chart.visible_days()
    assert zoomed[1] - zoomed[0] == pytest.approx((last - first) / 1.25)
    qtbot.keyClick(plot, Qt.Key.Key_Minus)
    assert plot._chart.visible_days() == pytest.approx((first, last))


def test_enter_and_a_click_open_the_day(plot, qtbot):
    """The one that is read, and the one that is nearest."""
    show(plot, two_weeks(a_rating(2, 4), a_rating(9, 4)))
    opened = []
    plot.day_opened.connect(opened.append)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.mouseClick(plot._chart._canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 150))
    assert opened == [on(2), on(9)]


@pytest.mark.parametrize(("x", "day"), [(200, 2), (700, 9)])
def test_the_pointer_reads_the_nearest_day(plot, x, day):
    """And nothing once it has left."""
    show(plot, two_weeks(a_rating(2, 4), a_rating(9, 4)))
    days = days_read(plot)
    viewport = plot._chart._canvas.viewport()
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(x, 150),
        viewport.mapToGlobal(QPointF(x, 150)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)
    QApplication.sendEvent(plot._chart, QEvent(QEvent.Type.Leave))
    assert days == [on(day), None]


def test_other_keys_are_left_to_others(plot, qtbot):
    """Ctrl and a number go to a place of the window, also from here."""
    show(plot, two_weeks(a_rating(2, 4)))
    days = days_read(plot)
    qtbot.keyClick(plot, Qt.Key.Key_A)
    assert days == []


def test_is_told_in_words(plot):
    """The picture has a name and a description."""
    view = twelve_weeks()
    show(plot, view)
    assert plot.accessibleName() == "Pain chart"
    assert plot.accessibleDescription() == view.chart.description


def test_ten_years_are_drawn_in_columns(plot):
    """A few hundred marks stand for some thousand ratings, and less than a thousand points make the line."""
    view = ten_years()
    show(plot, view)
    drawn = sum(len(marks._item.data) for marks in plot._marks._marks.values())
    assert sum(point.ratings for point in view.chart.points) > 4000
    assert 100 < drawn < 1200
    assert len(plot._lines._mean._item.getData()[0]) < 1000


def test_zooming_in_shows_each_rating_again(plot):
    """In two weeks there is a mark for each."""
    sessions, ratings = weeks_of_walks(60)
    view = a_progress_view(sessions, ratings, today=420)
    show(plot, view)
    show(plot, view, ChartRange.TWO_WEEKS)
    first, last = plot._chart.visible_days()
    sizes = {size for marks in plot._marks._marks.values() for size in marks._item.data["size"]}
    seen = [
        spot
        for marks in plot._marks._marks.values()
        for spot in marks._item.data["x"]
        if first <= spot <= last
    ]
    in_view = [p for p in view.chart.points if first <= p.day.toordinal() <= last]
    assert len(seen) == sum(point.ratings for point in in_view)
    assert len(sizes) == 1
