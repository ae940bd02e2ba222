"""The chart: what it draws where, how far it can be moved, and what it tells of the pointer."""

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from retrowalk.gui.fonts import TEXT_FAMILY
from retrowalk.gui.widgets.chart import Chart
from retrowalk.gui.widgets.chart_look import AxisTicks, ChartLook, MarkShape
from tests.helpers.look import settle

GROUND, GRID, RED, BLUE = QColor("#ffffff"), QColor("#eeeeee"), QColor("#ff0000"), QColor("#0000ff")
LOOK = ChartLook(
    ground=GROUND,
    grid=GRID,
    writing=QColor("#444444"),
    cursor=RED,
    font=QFont(TEXT_FAMILY, 11),
    axis_width_px=40,
    axis_height_px=40,
)
FIRST, LAST = 739_000.0, 739_100.0


def ticks(first, last, width_px):
    """A name for every tenth day."""
    return AxisTicks(
        named=[(float(day), str(day)) for day in range(int(first), int(last) + 1) if day % 10 == 0]
    )


@pytest.fixture
def chart(dress, qtbot):
    """A chart of a hundred days, 640 pixels wide, with pain above minutes."""
    chart = Chart(ticks)
    qtbot.addWidget(chart)
    upper, lower = chart.add_panel(3), chart.add_panel(1)
    upper.set_heights(-0.5, 10.5, [[(float(score), str(score)) for score in range(0, 11, 2)]])
    lower.set_heights(-10.0, 10.0, [[(0.0, "0")]])
    chart.set_look(LOOK)
    chart.set_limits(FIRST, LAST)
    chart.resize(640, 480)
    chart.show()
    settle()
    chart.show_days(FIRST, LAST)
    settle()
    return chart


def count(chart, colour):
    """How many pixels are of that colour."""
    image = chart.grab().toImage()
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def columns(chart, colour):
    """The first and the last column of pixels of that colour, None if there is none."""
    image = chart.grab().toImage()
    wanted = colour.rgb()
    found = [
        x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in range(image.height()))
    ]
    return (found[0], found[-1]) if found else None


def point_at(chart, share_x, y=120):
    """Move the pointer to a share of the width."""
    view = chart._canvas
    place = QPointF(40 + share_x * (chart.width() - 40), y)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        place,
        view.viewport().mapToGlobal(place.toPoint()).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view.viewport(), event)


def turn_wheel(chart, steps):
    """Turn the wheel over the middle."""
    view = chart._canvas
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place.toPoint()).toPointF(),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_shows_the_days_asked_for(chart):
    """To the day, whatever the width."""
    chart.show_days(739_010, 739_020)
    assert chart.visible_days() == pytest.approx((739_010, 739_020))


def test_never_shows_days_beyond_its_limits(chart):
    """Neither by asking, nor by wheel, nor by keys."""
    chart.show_days(FIRST - 500, LAST + 500)
    turn_wheel(chart, -20)
    chart.zoom(50.0)
    chart.pan(-3.0)
    first, last = chart.visible_days()
    assert first >= FIRST
    assert last <= LAST
    chart.zoom(1e-9)
    first, last = chart.visible_days()
    assert last - first == pytest.approx(5.0)


def test_the_wheel_zooms_in_time_alone(chart):
    """Heights stay as they are."""
    heights = chart._panels[0].view.viewRange()[1]
    turn_wheel(chart, 3)
    first, last = chart.visible_days()
    assert last - first < 100
    assert chart._panels[0].view.viewRange()[1] == heights


def test_panels_move_together(chart):
    """They have one time axis."""
    chart.show_days(739_020, 739_040)
    settle()
    assert chart._panels[1].view.viewRange()[0] == pytest.approx([739_020, 739_040])


def test_pan_goes_on_by_a_share(chart):
    """Forward and back again."""
    chart.show_days(739_040, 739_060)
    chart.pan(0.5)
    assert chart.visible_days() == pytest.approx((739_050, 739_070))
    chart.pan(-0.5)
    assert chart.visible_days() == pytest.approx((739_040, 739_060))


def test_tells_when_other_days_are_seen(chart, qtbot):
    """So that marks can be put where they belong."""
    with qtbot.waitSignal(chart.view_moved):
        chart.show_days(739_010, 739_020)


def test_a_mark_is_where_its_day_is(chart):
    """Half-way through the days, half-way along the panel, whose axis takes 40 pixels."""
    marks = chart._panels[0].add_marks(MarkShape.CIRCLE, 1)
    marks.set_look(None, 0.0, BLUE)
    marks.show_marks([(739_050.0, 5.0)], [12.0])
    settle()
    first, last = columns(chart, BLUE)
    assert (first + last) / 2 == pytest.approx(40 + 300, abs=4)
    assert last - first == pytest.approx(12, abs=2)


def test_marks_are_as_large_on_every_scale(chart):
    """Zooming moves them apart and leaves their size."""
    marks = chart._panels[0].add_marks(MarkShape.CIRCLE, 1)
    marks.set_look(None, 0.0, BLUE)
    marks.show_marks([(739_050.0, 5.0)], [12.0])
    settle()
    before = count(chart, BLUE)
    chart.show_days(739_045, 739_055)
    settle()
    assert count(chart, BLUE) == pytest.approx(before, rel=0.15)


def test_a_line_has_gaps(chart):
    """Between one run and the next nothing is drawn."""
    line = chart._panels[0].add_line(1)
    line.set_look(BLUE, 3.0)
    line.show_runs([[(739_000.0, 5.0), (739_040.0, 5.0)], [(739_060.0, 5.0), (739_100.0, 5.0)]])
    settle()
    image = chart.grab().toImage()
    height = next(y for y in range(480) if image.pixel(160, y) == BLUE.rgb())
    drawn = [image.pixel(40 + round(share * 598), height) == BLUE.rgb() for share in (0.2, 0.5, 0.8)]
    assert drawn == [True, False, True]


def test_an_area_fills_what_lies_between(chart):
    """From its lower to its upper edge."""
    area = chart._panels[0].add_area(1)
    area.set_look(BLUE)
    area.show_runs([[(739_000.0, 2.0, 4.0), (739_050.0, 2.0, 4.0)], []])
    settle()
    assert count(chart, BLUE) > 1000
    assert columns(chart, BLUE)[1] == pytest.approx(340, abs=3)


def test_bars_stand_on_zero(chart):
    """Upward above it, downward below."""
    bars = chart._panels[1].add_bars(1)
    bars.set_look(None, BLUE)
    bars.show_bars([(739_050.0, 8.0), (739_070.0, -8.0)], 4.0)
    settle()
    image = chart.grab().toImage()
    spans = {}
    for day, x in ((50, 40 + 299), (70, 40 + 419)):
        rows = [y for y in range(480) if image.pixel(x, y) == BLUE.rgb()]
        spans[day] = rows[0], rows[-1]
    assert spans[50][1] == pytest.approx(spans[70][0], abs=2)


@pytest.mark.parametrize("kind", ["marks", "line", "bars", "area", "writing"])
def test_what_is_hidden_is_not_drawn(chart, kind):
    """And is there again when it is shown."""
    part: Any
    match kind:
        case "marks":
            part = chart._panels[0].add_marks(MarkShape.SQUARE, 1)
            part.set_look(None, 0.0, BLUE)
            part.show_marks([(739_050.0, 5.0)], [12.0])
        case "line":
            part = chart._panels[0].add_line(1)
            part.set_look(BLUE, 3.0)
            part.show_runs([[(739_000.0, 5.0), (739_040.0, 5.0)]])
        case "bars":
            part = chart._panels[0].add_bars(1)
            part.set_look(None, BLUE)
            part.show_bars([(739_050.0, 8.0)], 4.0)
        case "area":
            part = chart._panels[0].add_area(1)
            part.set_look(BLUE)
            part.show_runs([[(739_000.0, 2.0, 4.0), (739_050.0, 2.0, 4.0)]])
        case _:
            part = chart._panels[0].add_writing(1, anchor=(0.0, 0.0))
            font = QFont(TEXT_FAMILY)
            font.setPixelSize(40)
            part.set_look(BLUE, font)
            part.show_text("████")
            part.move_to(739_010.0, 8.0)
    hide_or_show = part.setVisible if kind == "area" else part.set_visible
    seen = []
    for visible in (True, False, True):
        hide_or_show(visible)
        settle()
        seen.append(count(chart, BLUE) > 0)
    assert seen == [True, False, True]


def test_a_hidden_panel_leaves_its_room(chart):
    """The other one grows, and names the days."""
    height = chart._panels[0].view.height()
    chart.set_panel_shown(chart._panels[1], shown=False)
    settle()
    assert chart._panels[0].view.height() > height + 60
    assert chart._panels[0]._days.style["showValues"]
    chart.set_panel_shown(chart._panels[1], shown=True)
    settle()
    assert chart._panels[0].view.height() == pytest.approx(height, abs=1)
    assert not chart._panels[0]._days.style["showValues"]


def test_headings_break_where_there_is_no_room(chart):
    """They never make the chart wider than its window."""
    chart._panels[0].show_heading("many words " * 30)
    settle()
    assert chart.width_px() < 640
    assert chart.headings_px() > 60


def test_tells_where_the_pointer_is(chart, qtbot):
    """In days; half-way along it is half-way through them."""
    with qtbot.waitSignal(chart.pointed) as told:
        point_at(chart, 0.5)
    assert told.args[0] == pytest.approx(739_050, abs=1)


def test_a_pointer_that_stands_still_says_nothing_new(chart, qtbot):
    """Even if the chart moves under it, as by the arrow keys."""
    point_at(chart, 0.5)
    with qtbot.assertNotEmitted(chart.pointed):
        point_at(chart, 0.5)


def test_tells_of_a_click(chart, qtbot):
    """With the day under it."""
    place = QPoint(340, 120)
    with qtbot.waitSignal(chart.clicked) as told:
        qtbot.mouseClick(chart._canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args[0] == pytest.approx(739_050, abs=2)


def test_the_cursor_runs_through_all_panels(chart):
    """And goes away again."""
    chart.set_cursor(739_050.0)
    settle()
    image = chart.grab().toImage()
    rows = [y for y in range(480) if any(image.pixel(x, y) == RED.rgb() for x in (338, 339, 340, 341))]
    assert rows[-1] - rows[0] > 300
    chart.set_cursor(None)
    settle()
    assert count(chart, RED) == 0


def test_takes_another_look(chart):
    """Ground and grid of another theme."""
    dark = QColor("#101010")
    chart.set_look(replace(LOOK, ground=dark, grid=BLUE))
    settle()
    assert chart.grab().toImage().pixelColor(300, 5) == dark
    assert count(chart, BLUE) > 500


def test_nothing_imports_it_before_it_is_shown():
    """The window, and the Progress place without data, start without pyqtgraph and numpy."""
    script = (
        "import sys, retrowalk.gui.main_window, retrowalk.gui.progress.progress_place;"
        "print([name for name in ('pyqtgraph', 'numpy') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
