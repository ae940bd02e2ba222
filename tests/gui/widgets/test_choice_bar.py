"""A bar of choices: one is marked, by mouse and by keys."""

from enum import Enum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.gui.widgets.choice_bar import ChoiceBar
from tests.helpers.look import settle


class Fruit(Enum):
    """Something to choose."""

    APPLE = "Apple"
    PEAR = "Pear"
    PLUM = "Plum"


@pytest.fixture
def bar(dress, qtbot):
    """A bar with the apple chosen."""
    bar = ChoiceBar("fruit", {fruit: fruit.value for fruit in Fruit}, spoken="Fruit", keys={Fruit.PEAR: "2"})
    qtbot.addWidget(bar)
    bar.show_choice(Fruit.APPLE)
    bar.resize(400, 60)
    bar.show()
    settle()
    return bar


def button(bar, fruit):
    """The button of a choice."""
    return bar.findChild(QAbstractButton, f"fruit_{fruit.name.lower()}")


def chosen(bar):
    """What is marked."""
    return [fruit for fruit in Fruit if button(bar, fruit).isChecked()]


def ground(bar, fruit):
    """The colour of a button beside its text."""
    its = button(bar, fruit)
    return its.grab().toImage().pixelColor(8, its.height() // 2)


def test_a_click_chooses(bar, qtbot):
    """It is told, and marked by the accent's colour; the other one no longer."""
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(button(bar, Fruit.PEAR), Qt.MouseButton.LeftButton)
    assert told.args == [Fruit.PEAR]
    assert chosen(bar) == [Fruit.PEAR]
    assert ground(bar, Fruit.PEAR) == LIGHT.accent
    assert ground(bar, Fruit.APPLE) != LIGHT.accent


def test_arrow_keys_choose(bar, qtbot):
    """From the chosen one to the next."""
    button(bar, Fruit.APPLE).setFocus()
    qtbot.keyClick(button(bar, Fruit.APPLE), Qt.Key.Key_Right)
    assert chosen(bar) == [Fruit.PEAR]


def test_what_is_shown_is_not_told(bar, qtbot):
    """Only a choice of the walker is."""
    with qtbot.assertNotEmitted(bar.chosen):
        bar.show_choice(Fruit.PLUM)
    assert chosen(bar) == [Fruit.PLUM]


def test_nothing_may_be_chosen(bar):
    """For a view that none of the choices describes."""
    bar.show_choice(None)
    assert chosen(bar) == []


def test_has_names_for_those_who_do_not_see_it(bar):
    """Each button says of what it is a choice."""
    assert bar.accessibleName() == "Fruit"
    assert button(bar, Fruit.PLUM).accessibleName() == "Fruit: Plum"


def test_takes_the_colours_of_a_new_theme(bar, dress):
    """The marked one too."""
    bar.show_choice(Fruit.PLUM)
    dress(DARK)
    settle()
    assert ground(bar, Fruit.PLUM) == DARK.accent
