"""The painted view: what is painted again, what is not, and what a screen reader hears."""

import itertools
from dataclasses import replace

import pytest
from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QRegion

from retrowalk.core.walk.preset import TurnKind
from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.gui.walk.phase_display import PhaseDisplay
from tests.helpers.look import colour_at, settle
from tests.helpers.presets import a_preset
from tests.helpers.walk_views import IN_BACKWARD_S, IN_TURN_S, a_paused_view, a_walk, a_walk_view, view_of


class PaintLog(QObject):
    """Remembers what was painted again."""

    def __init__(self, widget):
        super().__init__(widget)
        self.regions = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.regions.append(QRegion(event.region()))
        return False

    @property
    def pixels(self):
        """How many pixels were painted again."""
        rects = [rect for region in self.regions for rect in region]
        return sum(rect.width() * rect.height() for rect in rects)


@pytest.fixture
def display(dress, qtbot):
    """A display on the screen, in the fourth minute forward."""
    display = PhaseDisplay()
    qtbot.addWidget(display)
    display.resize(800, 420)
    display.show_state(a_walk_view(75))
    display.show()
    settle()
    return display


@pytest.fixture
def paints(display):
    """What is painted from now on."""
    return PaintLog(display)


@pytest.mark.parametrize(
    ("view", "colours"),
    [
        (a_walk_view(75), LIGHT.forward),
        (a_walk_view(IN_BACKWARD_S), LIGHT.backward),
        (a_walk_view(IN_TURN_S), LIGHT.turn),
        (a_paused_view(), LIGHT.standing),
    ],
    ids=["forward", "backward", "turn", "paused"],
)
def test_phase_fills_the_ground(display, view, colours):
    """The whole ground has the phase's colour, at three corners; the digits have the colour of its text."""
    display.show_state(view)
    settle()
    assert colour_at(display, 2, 2) == colours.ground
    assert colour_at(display, 797, 210) == colours.ground
    assert colour_at(display, 2, 417) == colours.ground
    image = display.grab().toImage()
    row = [image.pixelColor(x, 200) for x in range(800)]
    assert row.count(colours.text) > 100


def test_dark_theme_is_taken_at_once(display, dress):
    """A change of the system's colours shows without a new view."""
    dress(DARK)
    settle()
    assert colour_at(display, 2, 2) == DARK.forward.ground


def test_a_second_costs_a_few_pixels(display, paints):
    """The next second paints a cell, two lines and the strip: a quarter of the picture at most."""
    display.show_state(a_walk_view(75))
    paints.regions.clear()
    display.show_state(a_walk_view(76))
    settle()
    assert 0 < paints.pixels < 800 * 420 / 4


def test_same_view_costs_nothing(display, paints):
    """Ten polls within one second paint once."""
    display.show_state(a_walk_view(75))
    settle()
    paints.regions.clear()
    for _ in range(10):
        display.show_state(a_walk_view(75))
        settle()
    assert paints.regions == []


def test_waiting_costs_no_more(display, paints):
    """A turn that waits for the walker grows with every poll; what is painted again is a second's worth."""
    log = a_walk(a_preset(turn=TurnKind.WAIT))
    log.walk(log.rules.get_ready_s + 120)
    display.show_state(view_of(log))
    settle()
    paints.regions.clear()
    for _ in range(10):
        log.walk(0.1)
        display.show_state(view_of(log))
        settle()
    assert paints.pixels < 800 * 420 / 3


def test_longer_phase_is_painted_in_the_strip(display):
    """Fifteen seconds more move the phases to come, without a new layout."""
    log = a_walk()
    log.walk(log.rules.get_ready_s + 75)
    log.do("add_time", 120.0)
    display.show_state(view_of(log))
    settle()
    kept = display.grab().toImage()
    display.update()
    settle()
    assert display.grab().toImage() == kept


def test_partly_painted_is_wholly_right(display):
    """After a minute of small repaints the picture is the one that a fresh display paints."""
    log = a_walk()
    log.walk(log.rules.get_ready_s + 75)
    for _ in range(60):
        log.walk(1)
        display.show_state(view_of(log))
        settle()
    kept = display.grab().toImage()
    display.update()
    settle()
    assert display.grab().toImage() == kept


def test_hidden_display_only_remembers(display, paints):
    """While nobody sees it nothing is painted; shown again it is up to date."""
    display.hide()
    paints.regions.clear()
    display.show_state(a_walk_view(IN_BACKWARD_S))
    settle()
    assert paints.regions == []
    display.show()
    settle()
    assert colour_at(display, 2, 2) == LIGHT.backward.ground


def test_minimised_display_only_remembers(display, paints):
    """A minimised window costs no painting; restored it is up to date."""
    display.showMinimized()
    settle()
    paints.regions.clear()
    display.show_state(a_walk_view(IN_BACKWARD_S))
    settle()
    assert paints.regions == []
    display.showNormal()
    settle()
    assert colour_at(display, 2, 2) == LIGHT.backward.ground


def test_mirrored_picture(display):
    """In a mirror the picture reads as it does without: it is the very same, turned round."""
    plain = display.grab().toImage()
    display.set_mirrored(True)
    mirrored = display.grab().toImage().flipped(Qt.Orientation.Horizontal)
    columns = range(5, 795, 13)
    same = [mirrored.pixelColor(x, 60) == plain.pixelColor(x, 60) for x in columns]
    assert same.count(False) <= 3
    assert display.grab().toImage() != plain


def test_mirrored_seconds_are_painted_where_they_stand(display):
    """Small repaints hit the mirrored places too."""
    display.set_mirrored(True)
    settle()
    display.show_state(a_walk_view(79))
    settle()
    kept = display.grab().toImage()
    display.update()
    settle()
    assert display.grab().toImage() == kept


def test_flash_inverts_for_a_blink(display, qtbot):
    """In place of a motif ground and text change places, and come back by themselves."""
    display.flash()
    assert colour_at(display, 2, 2) == LIGHT.forward.text
    qtbot.waitUntil(lambda: colour_at(display, 2, 2) == LIGHT.forward.ground, timeout=2000)


def test_flashes_stay_below_three_a_second(display, qtbot):
    """However many motifs there are, it blinks less than three times a second."""
    seen, clock = [False], QElapsedTimer()
    clock.start()
    while clock.elapsed() < 1300:
        display.flash()
        seen.append(colour_at(display, 2, 2) == LIGHT.forward.text)
        qtbot.wait(20)
    blinks = sum(now and not before for before, now in itertools.pairwise(seen))
    # The first one stands at the very beginning.
    assert 2 <= blinks <= 1 + 3 * 1.3


def test_is_told_at_most_once_a_second(display, qtbot):
    """A screen reader hears the whole state, the latest of what came too fast a second later."""
    display.show_state(a_walk_view(80))
    heard = display.accessibleName()
    for at_s in (81, 82, 83):
        display.show_state(a_walk_view(at_s))
        assert display.accessibleName() == heard
    latest = a_walk_view(83).spoken
    qtbot.waitUntil(lambda: display.accessibleName() == latest, timeout=3000)
    assert latest.startswith("Forward")


def test_larger_texts_leave_the_view_whole(display, dress):
    """The size can be changed in a walk, and by the text size of the program."""
    before = display.grab().toImage()
    display.set_size_factor(1.75)
    settle()
    assert display.grab().toImage() != before
    dress(text_scale=2.0)
    settle()
    assert colour_at(display, 2, 2) == LIGHT.forward.ground


def test_long_texts_and_strange_letters(display):
    """Whatever a walker writes is painted without a fault."""
    view = a_walk_view(75)
    for note in ("<b>bold</b> & more", "שלום עולם", "走る" * 200, "🚶" * 30):
        display.show_state(replace(view, hint=note))
        settle()
        assert not display.grab().toImage().isNull()


def test_reads_from_the_right(display):
    """Where texts run from the right, the arrow stands at the right end and the walk begins there."""
    from_left = display.grab().toImage()
    display.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    from_right = display.grab().toImage()
    arrow, corner = QRect(0, 0, 70, 60), QRect(730, 0, 70, 60)
    ink = [
        sum(
            image.pixelColor(x, y) == LIGHT.forward.text
            for x in range(rect.left(), rect.right())
            for y in range(rect.top(), rect.bottom())
        )
        for image, rect in ((from_left, arrow), (from_right, corner))
    ]
    assert ink[1] > 0.8 * ink[0] > 50


def test_no_view_yet(dress, qtbot):
    """Before the first view it is an empty window."""
    display = PhaseDisplay()
    qtbot.addWidget(display)
    display.show()
    settle()
    assert colour_at(display, 5, 5) == LIGHT.window
