"""The strip: colours where the phases are, the playhead, and words for who cannot see it."""

import pytest
from PySide6.QtCore import QRect, Qt

from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.gui.theme import LIGHT
from retrowalk.gui.widgets.legend import Legend
from retrowalk.gui.widgets.strip import Strip, playhead_x
from retrowalk.presenters.strip import StripSegment, StripView, build_strip
from tests.helpers.look import first_column
from tests.helpers.presets import a_schedule, backward, forward

KINDS = (PhaseKind.FORWARD, PhaseKind.TURN, PhaseKind.BACKWARD)


def thirds(playhead=None):
    """A strip of three equal phases."""
    segments = tuple(
        StripSegment(kind=kind, starts_at=number / 3, ends_at=(number + 1) / 3)
        for number, kind in enumerate(KINDS)
    )
    return StripView(segments=segments, playhead=playhead, description="three phases")


@pytest.fixture
def strip(dress, qtbot):
    """A strip of 300 pixels."""
    strip = Strip("strip")
    qtbot.addWidget(strip)
    strip.resize(300, 30)
    return strip


def colours_at(widget, *xs):
    """The colours in the middle of these columns."""
    image = widget.grab().toImage()
    return [image.pixelColor(x, widget.height() // 2) for x in xs]


def test_each_phase_has_its_colour(strip):
    """Forward, turn and backward, in the colours of the theme."""
    strip.show_state(thirds())
    marks = [LIGHT.forward.mark, LIGHT.turn.mark, LIGHT.backward.mark]
    assert colours_at(strip, 50, 150, 250) == marks


def test_runs_from_the_right_where_texts_do(strip):
    """The beginning is where reading begins."""
    strip.show_state(thirds())
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert colours_at(strip, 50, 250) == [LIGHT.backward.mark, LIGHT.forward.mark]


def test_what_is_over_is_weaker(strip):
    """Behind the playhead the colours fade; at it stands a mark; before it nothing changes."""
    strip.show_state(thirds(playhead=0.5))
    over, now, to_come = colours_at(strip, 50, 150, 250)
    assert over != LIGHT.forward.mark
    assert now == LIGHT.text
    assert to_come == LIGHT.backward.mark


def test_shortest_phases_can_be_seen(strip):
    """A turn of a long walk is still two pixels wide."""
    schedule = a_schedule(forward(3600), backward(60), forward(3600))
    strip.show_state(build_strip(schedule.phases))
    image = strip.grab().toImage()
    colours = [image.pixelColor(x, 15) for x in range(300)]
    assert LIGHT.backward.mark in colours


def test_is_told_in_words(strip):
    """A screen reader hears the phases."""
    strip.show_state(thirds())
    assert strip.accessibleDescription() == "three phases"


@pytest.mark.parametrize(("share", "x"), [(0.0, 10), (0.5, 60), (1.0, 110)])
def test_playhead_runs_over_the_whole_strip(share, x):
    """From its first pixel to the end of its last."""
    assert playhead_x(QRect(10, 0, 100, 20), share) == x


def test_empty_walk_is_an_empty_strip(strip):
    """Nothing to show is no fault."""
    strip.show_state(StripView(segments=()))
    strip.grab()


def test_legend_names_what_is_there(dress, qtbot):
    """Only the kinds of phase that the strip has are explained."""
    legend = Legend("legend")
    qtbot.addWidget(legend)
    legend.show_state(build_strip(a_schedule(forward(60)).phases))
    assert legend.accessibleName() == "Colours: Forward"
    narrow = legend.sizeHint().width()
    legend.show_state(thirds())
    assert legend.accessibleName() == "Colours: Forward, Backward, Turn round"
    assert legend.sizeHint().width() > narrow
    legend.resize(legend.sizeHint())
    assert first_column(legend, LIGHT.backward.mark) is not None
