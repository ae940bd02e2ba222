"""The legend: a switch for each layer that there is something in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from retrowalk.gui.progress.chart_legend_bar import ChartLegendBar
from retrowalk.gui.theme import DARK, LIGHT
from retrowalk.presenters.chart_legend import Layer, LegendEntry
from tests.helpers.look import settle

ENTRIES = (
    LegendEntry(layer=Layer.BEFORE, label="before a walk", is_on=True),
    LegendEntry(layer=Layer.AFTER, label="after a walk", is_on=True),
    LegendEntry(layer=Layer.FIFTY_PERCENT, label="50 % lower", is_on=False),
)


@pytest.fixture
def legend(dress, qtbot):
    """A legend of three layers."""
    legend = ChartLegendBar()
    qtbot.addWidget(legend)
    legend.show_entries(ENTRIES)
    legend.resize(700, 60)
    legend.show()
    settle()
    return legend


def switch(legend, layer):
    """The switch of a layer."""
    return legend.findChild(QCheckBox, f"layer_{layer.name.lower()}")


def test_shows_what_there_is(legend):
    """Layers without anything in them have no switch; those off at first are off."""
    shown = {layer: switch(legend, layer).isChecked() for layer in Layer if switch(legend, layer).isVisible()}
    assert shown == {Layer.BEFORE: True, Layer.AFTER: True, Layer.FIFTY_PERCENT: False}


def test_a_click_switches(legend, qtbot):
    """Anywhere on it; it tells the layer and how it is now."""
    with qtbot.waitSignal(legend.layer_switched) as told:
        target = switch(legend, Layer.AFTER)
        qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())
    assert told.args == [Layer.AFTER, False]


def test_space_switches(legend, qtbot):
    """By keys alone."""
    switch(legend, Layer.FIFTY_PERCENT).setFocus()
    with qtbot.waitSignal(legend.layer_switched) as told:
        qtbot.keyClick(switch(legend, Layer.FIFTY_PERCENT), Qt.Key.Key_Space)
    assert told.args == [Layer.FIFTY_PERCENT, True]


def test_what_was_switched_stays_so(legend, qtbot):
    """New data do not switch a layer back; a layer nobody touched follows them."""
    switch(legend, Layer.AFTER).click()
    told = []
    legend.layer_switched.connect(lambda layer, shown: told.append((layer, shown)))
    legend.show_entries(ENTRIES)
    assert told == [(Layer.BEFORE, True), (Layer.AFTER, False), (Layer.FIFTY_PERCENT, False)]


def test_says_what_it_switches(legend):
    """For those who do not see the signs."""
    assert switch(legend, Layer.FIFTY_PERCENT).accessibleName() == "Show 50 % lower"


def colours(widget):
    """Every colour in a widget."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_shows_the_sign_of_the_layer(legend, dress, theme):
    """In the colour that it has in the chart."""
    dress(theme)
    settle()
    assert theme.chart.after.name() in colours(switch(legend, Layer.AFTER))
    assert theme.chart.before.name() in colours(switch(legend, Layer.BEFORE))


def test_grows_into_lines_at_large_text(legend, dress):
    """Nothing is cut off on the right."""
    dress(text_scale=2.0)
    settle()
    legend.resize(420, legend.heightForWidth(420))
    settle()
    for layer in (Layer.BEFORE, Layer.AFTER, Layer.FIFTY_PERCENT):
        assert legend.rect().contains(switch(legend, layer).geometry())
