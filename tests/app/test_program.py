"""The program put together: the whole path from choosing to the list of sessions, in one window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget

from retrowalk.core.walk.snapshot import RunState
from retrowalk.gui.places import Place
from retrowalk.gui.progress.pain_plot import PainPlot
from retrowalk.gui.progress.progress_place import ProgressPlace
from tests.helpers.presets import a_preset, backward, forward
from tests.helpers.program import TestProgram

PLAN = a_preset(forward(30), backward(30), forward(30), turn_s=20.0)
LENGTH_S = 130


@pytest.fixture
def program(qtbot, tmp_path):
    """The program with a short walk to choose."""
    with TestProgram(qtbot, tmp_path / "data", opened=[PLAN]) as begun:
        yield begun


def press(program, key):
    """Press a key where the keyboard is."""
    target = program.window.focusWidget() or program.window
    program.qtbot.keyClick(target, key)


def state(program):
    """Return what the session is doing, None without one."""
    snapshot = program.parts.service.snapshot()
    return snapshot and snapshot.state


def pass_time(program, seconds):
    """Let session time pass; the window hears of it by a command, as from its timer."""
    for _ in range(seconds):
        program.clock.advance(1.0)
        program.parts.walk.session.tick()


def start(program, key=Qt.Key.Key_3):
    """Start the walk that is offered, with a rating."""
    press(program, Qt.Key.Key_Return)
    press(program, key)


def leave_the_walk(program):
    """Skip what is still asked after a walk, and leave the summary."""
    program.parts.walk.session.answer_end()
    program.parts.service.leave()


def test_enter_and_one_number_start_the_walk(program):
    """From the first screen: Enter, the rating, and the countdown runs."""
    start(program)
    assert state(program) is RunState.COUNTDOWN
    assert program.rows("SELECT moment, score FROM ratings") == [("before", 3)]


def test_a_whole_walk_leads_to_the_summary_and_into_the_list(program):
    """Walked to its end and rated, the session is on the Progress place."""
    start(program)
    pass_time(program, 15 + LENGTH_S)
    assert state(program) is RunState.FINISHED
    press(program, Qt.Key.Key_2)
    program.settle()
    assert program.rows("SELECT moment, score FROM ratings ORDER BY rated_utc_ms") == [
        ("before", 3),
        ("after", 2),
    ]
    assert program.rows("SELECT outcome, backward_ms FROM sessions") == [("finished", 30_000)]
    leave_the_walk(program)
    program.window.show_place(Place.PROGRESS)
    for _ in range(3):
        program.settle()
    (place,) = program.window.findChildren(ProgressPlace)
    assert place.findChild(QTableView).model().rowCount() == 1
    shown = place.findChild(PainPlot).accessibleDescription()
    assert "2 ratings on 1 day, and walks on 1 day" in shown


def test_space_pauses_and_goes_on_with_a_countdown(program):
    """Space is enough for both."""
    start(program)
    pass_time(program, 20)
    press(program, Qt.Key.Key_Space)
    assert state(program) is RunState.PAUSED
    press(program, Qt.Key.Key_Space)
    assert state(program) is RunState.COUNTDOWN


def test_high_pain_proposes_forward_only_and_start_anyway_stays(program):
    """With 8 before the walk one is asked first; either answer starts a walk."""
    start(program, Qt.Key.Key_8)
    assert state(program) is None
    forward_button = next(
        button
        for button in program.window.findChildren(QAbstractButton)
        if button.isVisible() and "orward" in button.text()
    )
    program.qtbot.mouseClick(forward_button, Qt.MouseButton.LeftButton)
    assert program.parts.service.plan.name == "Forward only"


def test_pain_in_the_walk_asks_and_waits(program):
    """P, a number and the choice to go on: the walk stood still meanwhile."""
    start(program)
    pass_time(program, 20)
    press(program, Qt.Key.Key_P)
    assert state(program) is RunState.PAUSED
    press(program, Qt.Key.Key_4)
    assert program.rows("SELECT score FROM ratings WHERE moment = 'during'") == [(4,)]


def test_progress_is_not_in_the_way_of_a_walk(program):
    """A walk keeps the window; the places are back after it."""
    start(program)
    program.window.show_place(Place.PROGRESS)
    assert program.parts.walk.isVisible()


def test_a_walk_cut_off_is_offered_at_the_next_start(qtbot, tmp_path):
    """The question stands there after a start; keeping puts the walk into the history."""
    with TestProgram(qtbot, tmp_path / "data", opened=[PLAN]) as program:
        start(program)
        pass_time(program, 40)
    with TestProgram(qtbot, tmp_path / "data") as program:
        program.parts.walk.offer_recovery()
        program.settle()
        program.settle()
        page = program.find(QWidget, "recovery_page")
        assert page.isVisible()
        program.qtbot.mouseClick(program.find(QAbstractButton, "keep_button"), Qt.MouseButton.LeftButton)
        program.settle()
        assert program.rows("SELECT outcome FROM sessions") == [("partial",)]


def test_every_control_has_a_name_for_screen_readers(program):
    """No button, field or list is silent, on any page."""
    start(program)
    program.window.show_place(Place.WALK)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in program.window.findChildren(QAbstractButton)
        if not (widget.accessibleName() or widget.text()) or not widget.objectName()
    ]
    assert nameless == []
