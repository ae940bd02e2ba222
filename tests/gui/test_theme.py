"""Colours that can be read and told apart, and the call that puts them on."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QLabel

from retrowalk.gui import style_sheet
from retrowalk.gui.measures import TextSize, text_px, text_scale
from retrowalk.gui.theme import DARK, LIGHT, THEMES, system_theme, theme_in_use
from retrowalk.gui.widgets.label import Label, TextKind
from retrowalk.presenters.walk_view import ColourRole
from tests.helpers.colours import DEFICIENCIES, contrast, distance, lightness

themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


@themes
@pytest.mark.parametrize("name", ["text", "quiet", "accent"])
def test_texts_can_be_read(theme, name):
    """What is written on the window, on a surface or under the pointer is 4.5:1 and more."""
    for ground in (theme.window, theme.surface, theme.hover):
        assert contrast(getattr(theme, name), ground) >= 4.5


@themes
def test_accent_can_be_written_on(theme):
    """The text on the accent is 4.5:1 and more."""
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@themes
@pytest.mark.parametrize("name", ["edge", "focus"])
def test_outlines_can_be_seen(theme, name):
    """Outlines of controls and the ring of the keyboard are 3:1 and more."""
    for ground in (theme.window, theme.surface):
        assert contrast(getattr(theme, name), ground) >= 3.0


@themes
@pytest.mark.parametrize("role", ColourRole)
def test_digits_can_be_read_from_afar(theme, role):
    """What is written on a phase is 7:1 and more; the phase as a mark on a surface is 3:1."""
    colours = theme.phase(role)
    assert contrast(colours.text, colours.ground) >= 7.0
    assert contrast(colours.mark, theme.surface) >= 3.0


@themes
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_phases_are_told_apart_by_everybody(theme, deficiency):
    """Windows of two phases look different whichever colours one can see."""
    grounds = [theme.phase(role).ground for role in ColourRole]
    for one, other in itertools.combinations(grounds, 2):
        assert distance(one, other, deficiency) >= 20


@themes
def test_walking_phases_differ_in_lightness(theme):
    """Forward, backward and turn differ in lightness too, not by colour alone."""
    shades = sorted(lightness(colours.ground) for colours in (theme.forward, theme.backward, theme.turn))
    assert all(darker + 8 <= lighter for darker, lighter in itertools.pairwise(shades))


@themes
@pytest.mark.parametrize("name", ["before", "after", "next_morning", "mean", "baseline", "axis"])
def test_chart_can_be_read(theme, name):
    """Points, lines and writing of the chart are 3:1 and more on its surface, the axis 4.5:1."""
    assert contrast(getattr(theme.chart, name), theme.surface) >= (4.5 if name == "axis" else 3.0)


@themes
def test_theme_in_use_is_the_one_put_on(dress, theme):
    """A widget finds the theme that was put on last."""
    dress(theme)
    assert theme_in_use() is theme


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_text_grows_with_its_scale(dress, scale):
    """Every size of text grows, titles by less than the rest; and 100 % means 100 %."""
    dress(LIGHT, scale)
    assert text_scale() == pytest.approx(scale, abs=0.03)
    assert text_px(TextSize.SMALL) == pytest.approx(TextSize.SMALL * scale, abs=1)
    assert TextSize.TITLE * (1 + (scale - 1) / 2) == pytest.approx(text_px(TextSize.TITLE), abs=1)


def test_labels_follow_theme_and_scale(dress, qtbot):
    """A label that exists already is rewritten in the new size and colour."""
    label = Label("title", TextKind.QUIET, "text")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.fontInfo().pixelSize() == TextSize.BODY
    dress(DARK, 2.0)
    label.ensurePolished()
    assert label.fontInfo().pixelSize() == 2 * TextSize.BODY
    assert label.palette().windowText().color() == DARK.quiet


def test_sheet_has_no_gaps(dress):
    """Every name in the style sheet is filled in."""
    names = "window surface hover text quiet accent on_accent line edge focus".split()
    assert "$" not in style_sheet.build(dict.fromkeys(names, "#000000"))


@pytest.mark.parametrize(("scheme", "theme"), [(Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)])
def test_system_decides_between_light_and_dark(qapp, monkeypatch, scheme, theme):
    """The system's scheme is followed; one that says nothing is light."""
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _hints: scheme)
    assert system_theme() is theme
    monkeypatch.setattr(type(qapp.styleHints()), "colorScheme", lambda _hints: Qt.ColorScheme.Unknown)
    assert system_theme() is LIGHT


def test_plain_widgets_of_qt_are_readable_in_the_dark(dress, qtbot):
    """A dialog that is nothing of ours has the theme's text colour on the theme's window colour."""
    dress(DARK)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    label = QLabel("text", dialog)
    dialog.resize(60, 20)
    assert QColor(dialog.grab().toImage().pixel(1, 1)) == DARK.window
    assert label.palette().windowText().color() == DARK.text
