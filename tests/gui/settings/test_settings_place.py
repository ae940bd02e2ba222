"""The Settings place: what is chosen works at once, can be taken back, and is found by words."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QSlider, QWidget

from retrowalk.core.settings import (
    Appearance,
    BeltSettings,
    CueSettings,
    LookSettings,
    Settings,
    SoundSettings,
)
from retrowalk.core.units import SpeedUnit
from retrowalk.gui.settings.settings_place import SettingsPlace
from retrowalk.gui.theme import THEMES
from retrowalk.gui.widgets.dropdown import Dropdown
from retrowalk.presenters.settings_rows import CueSample
from retrowalk.presenters.settings_view import build_settings_view
from tests.helpers.look import lies_in, place_in, settle, show_active


@dataclass(frozen=True)
class Device:
    """A device as the sound stream reports it."""

    id: str
    name: str
    is_default: bool = False


DEVICES = (Device("a", "Speakers", is_default=True), Device("b", "Headphones"))


class HeardPlace(SettingsPlace):
    """The place, and what it wished for."""

    def __init__(self, settings):
        super().__init__(build_settings_view(settings))
        self.changes, self.samples, self.listed = [], [], []
        self.settings_changed.connect(self.changes.append)
        self.sample_requested.connect(self.samples.append)
        self.outputs_requested.connect(lambda: self.listed.append(True))


@pytest.fixture
def make(dress, qtbot):
    """Make the place with these settings and show it."""

    def make_one(settings=None, size=(900, 700)):
        place = HeardPlace(settings or Settings())
        qtbot.addWidget(place)
        place.resize(*size)
        show_active(qtbot, place)
        return place

    return make_one


@pytest.fixture
def place(make):
    """The place with the usual settings."""
    return make()


def part(place, name, kind=QWidget):
    """A part of the place by its object name."""
    found = place.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot, place, name):
    """Click a button."""
    qtbot.mouseClick(part(place, name, QAbstractButton), Qt.MouseButton.LeftButton)


def seen(place):
    """The names of the rows that are shown."""
    rows = (widget for widget in place.findChildren(QWidget) if widget.objectName().startswith("row_"))
    return {row.objectName().removeprefix("row_") for row in rows if row.isVisible()}


def enter(qtbot, place, name, text):
    """Type a length and press Enter."""
    edit = part(place, f"{name}_field_edit", QLineEdit)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    return edit


def test_switch_works_at_once(place, qtbot):
    """A click on a switch is a whole new value of the settings, and nothing else of it differs."""
    click(qtbot, place, "halfway_switch")
    assert place.changes == [Settings(cues=CueSettings(halfway=False))]


def test_click_on_the_words_turns_the_switch(place, qtbot):
    """The whole row is as good as the switch."""
    row = part(place, "row_speech")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    assert place.changes == [Settings(sound=SoundSettings(speech=False))]


def test_every_kind_of_row_changes_its_setting(place, qtbot):
    """Slider, length and choice each change what they stand for; changes add up."""
    qtbot.keyClick(part(place, "voice_volume_slider", QSlider), Qt.Key.Key_Left)
    enter(qtbot, place, "get_ready_s", "1:30")
    click(qtbot, place, "speed_unit_bar_mph")
    click(qtbot, place, "appearance_bar_dark")
    qtbot.keyClick(part(place, "text_scale_slider", QSlider), Qt.Key.Key_Right)
    assert place.changes[-1] == Settings(
        sound=SoundSettings(voice_volume=0.95),
        belt=BeltSettings(get_ready_s=90.0, speed_unit=SpeedUnit.MPH),
        look=LookSettings(appearance=Appearance.DARK, text_scale=1.1),
    )
    assert len(place.changes) == 5


def test_showing_wishes_nothing(place):
    """What is shown from elsewhere is not a choice made here."""
    other = Settings(
        sound=SoundSettings(speech=False, voice_volume=0.2, output="b", output_name="Headphones"),
        cues=CueSettings(lead_s=30.0, alive=False),
        belt=BeltSettings(speed_unit=SpeedUnit.MPH),
        look=LookSettings(text_scale=1.5, appearance=Appearance.LIGHT),
    )
    place.show_state(build_settings_view(other))
    place.show_outputs(DEVICES)
    assert place.changes == []
    assert part(place, "voice_volume_slider", QSlider).value() == 20
    assert part(place, "lead_s_field_edit", QLineEdit).text() == "30 s"


def test_wishes_start_from_what_was_shown_last(place, qtbot):
    """A change made elsewhere is not undone by the next one here."""
    place.show_state(build_settings_view(Settings(cues=CueSettings(alive=False))))
    click(qtbot, place, "halfway_switch")
    assert place.changes == [Settings(cues=CueSettings(alive=False, halfway=False))]


def test_value_outside_its_limits(place, qtbot):
    """It is named at its row, the last good value stays in use; the next good one is taken."""
    edit = enter(qtbot, place, "lead_s", "400")
    remark = part(place, "lead_s_problem")
    assert place.changes == []
    assert not remark.isHidden()
    assert part(place, "lead_s_problem_text").accessibleName() == "Only 5 s to 1 min. Still in use: 10 s."
    assert edit.text() == "400"
    enter(qtbot, place, "lead_s", "20")
    assert remark.isHidden()
    assert place.changes == [Settings(cues=CueSettings(lead_s=20.0))]


def test_section_is_set_back_and_that_is_undone(make, qtbot):
    """One press sets one section back, the next one, right there, brings it all back."""
    chosen = Settings(
        sound=SoundSettings(voice_volume=0.5, output="b", output_name="Headphones"),
        belt=BeltSettings(get_ready_s=30.0),
    )
    place = make(chosen)
    click(qtbot, place, "sound_reset")
    assert place.changes == [Settings(belt=chosen.belt)]
    assert part(place, "sound_reset").isHidden()
    assert part(place, "sound_was_reset").isVisible()
    click(qtbot, place, "sound_undo")
    assert place.changes[-1] == chosen
    assert part(place, "sound_reset").isVisible()
    assert part(place, "sound_undo").isHidden()


def test_nothing_to_set_back(place):
    """Where nothing was chosen no way back is offered."""
    assert [
        name for name in ("sound", "cues", "belt", "look") if part(place, f"{name}_reset").isVisible()
    ] == []


def test_undo_goes_with_the_next_change(make, qtbot):
    """After another choice in the section there is no undo that would take it away too."""
    place = make(Settings(cues=CueSettings(lead_s=20.0)))
    click(qtbot, place, "cues_reset")
    click(qtbot, place, "alive_switch")
    assert part(place, "cues_undo").isHidden()
    click(qtbot, place, "alive_switch")
    assert part(place, "cues_undo").isHidden()


def test_undo_goes_with_the_place(make, qtbot):
    """Who comes back later finds no undo of long ago."""
    place = make(Settings(cues=CueSettings(lead_s=20.0)))
    click(qtbot, place, "cues_reset")
    place.hide()
    place.show()
    settle()
    assert part(place, "cues_undo").isHidden()


def test_set_back_clears_what_was_typed_wrong(make, qtbot):
    """A section that was set back has no mistakes in it."""
    place = make(Settings(cues=CueSettings(alive=False)))
    edit = enter(qtbot, place, "lead_s", "400")
    click(qtbot, place, "cues_reset")
    assert edit.text() == "10 s"
    assert part(place, "lead_s_problem").isHidden()


def test_set_back_by_keyboard(make, qtbot):
    """The keyboard goes from the one button to the other, and back."""
    place = make(Settings(cues=CueSettings(lead_s=20.0)))
    reset, undo = (part(place, f"cues_{name}") for name in ("reset", "undo"))
    reset.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(reset, Qt.Key.Key_Return)
    assert undo.hasFocus()
    qtbot.keyClick(undo, Qt.Key.Key_Return)
    assert reset.hasFocus()
    assert place.changes[-1].cues.lead_s == 20.0


def test_search_shows_what_it_finds(place, qtbot):
    """Typing leaves the rows with these words, under their headings; Escape brings all of them back."""
    every = seen(place)
    search = part(place, "settings_search", QLineEdit)
    qtbot.keyClicks(search, "countdown")
    assert seen(place) == {"sounds_volume", "get_ready_s", "step_on_s"}
    assert part(place, "look_section").isHidden()
    assert part(place, "settings_nothing").isHidden()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert seen(place) == every


def test_search_that_finds_nothing(place, qtbot):
    """Then it says so."""
    qtbot.keyClicks(part(place, "settings_search"), "xyzzy")
    assert seen(place) == set()
    assert part(place, "settings_nothing").isVisible()


def test_search_has_the_keyboard_and_its_keys(place, qtbot):
    """Whoever comes can type at once; Ctrl+F leads back from anywhere."""
    search = part(place, "settings_search")
    assert search.hasFocus()
    switch = part(place, "alive_switch")
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()


def test_search_is_forgotten(place, qtbot):
    """Who comes back sees all settings."""
    qtbot.keyClicks(part(place, "settings_search"), "miles")
    place.hide()
    place.show()
    settle()
    assert len(seen(place)) > 10


def test_samples_are_asked_for(place, qtbot):
    """All cues, or one motif, are asked for by a button each; nothing is changed by listening."""
    for sample in CueSample:
        click(qtbot, place, f"sample_{sample.value}")
    assert place.samples == list(CueSample)
    assert place.changes == []


def test_devices_are_asked_for_when_seen(place):
    """Each time the place is opened, and not before, the devices are wanted."""
    assert place.listed == [True]
    place.hide()
    place.show()
    assert place.listed == [True, True]


def test_device_is_chosen_with_its_name(place, qtbot):
    """The name is kept with the id, to be shown while the device is away."""
    place.show_outputs(DEVICES)
    devices = part(place, "output_list", Dropdown)
    devices.setCurrentIndex(2)
    devices.activated.emit(2)
    assert place.changes == [Settings(sound=SoundSettings(output="b", output_name="Headphones"))]
    devices.activated.emit(0)
    assert place.changes[-1] == Settings()


def test_device_that_is_away_is_named(make):
    """It keeps its place in the list, and a sentence says what happens now; once it is back that goes."""
    place = make(Settings(sound=SoundSettings(output="b", output_name="Headphones")))
    devices, note = part(place, "output_list", Dropdown), part(place, "output_note")
    assert devices.currentText() == "Headphones"
    place.show_outputs(DEVICES[:1])
    assert devices.currentText() == "Headphones (not connected)"
    assert not note.isHidden()
    place.show_outputs(DEVICES)
    assert devices.currentText() == "Headphones"
    assert note.isHidden()


def test_keyboard_reaches_every_control(make, qtbot):
    """Tab goes through all of it, from the search to the text size, and each stop is scrolled into view."""
    place = make(Settings(sound=SoundSettings(voice_volume=0.5)), size=(640, 460))
    viewport = place.findChild(QScrollArea).viewport()
    stops = []
    while (stop := place.focusWidget()).objectName() not in stops:
        stops.append(stop.objectName())
        if len(stops) > 1:
            assert lies_in(stop, viewport), stop.objectName()
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        settle()
    wanted = "settings_search sound_reset speech_switch voice_volume_slider output_list sample_all sample_end"
    wanted += " lead_s_field_edit alive_switch get_ready_s_field_edit text_scale_slider"
    assert set(wanted.split()) <= set(stops)
    assert not [name for name in stops if name.endswith(("_less", "_more"))]


def test_keyboard_that_comes_from_behind_is_seen(make):
    """Going back from outside the place, the last control is scrolled into view."""
    place = make(size=(640, 460))
    slider = part(place, "text_scale_slider")
    slider.setFocus(Qt.FocusReason.BacktabFocusReason)
    settle()
    assert lies_in(slider, place)


def test_text_size_stays_under_the_keyboard(dress, make):
    """When the text grows by its own slider, the slider stays in view."""
    place = make(size=(900, 500))
    slider = part(place, "text_scale_slider")
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    dress(text_scale=1.7)
    settle()
    assert lies_in(slider, place)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("text_scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(530, 500), (640, 500), (1760, 1080)])
def test_nothing_is_cut_off(dress, make, theme, text_scale, size):
    """From a small window to a large one, at any size of text, no control is cut off or pushed out."""
    dress(theme, text_scale)
    away = SoundSettings(speech=False, sounds_volume=0.0, output="b", output_name="Headphones of mine")
    place = make(Settings(sound=away), size)
    place.show_outputs(DEVICES[:1])
    settle()
    area = place.findChild(QScrollArea)
    assert area.widget().width() <= area.viewport().width()
    for control in place.findChildren(QWidget):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert control.width() >= control.minimumSizeHint().width(), control.objectName()
            assert place_in(control, place).left() >= 0, control.objectName()
            assert place_in(control, place).right() < place.width(), control.objectName()


def test_header_stands_above_the_cards(make):
    """The search is as wide as the cards under it, with a scroll bar and without."""
    for height in (500, 3000):
        place = make(size=(900, height))
        search, card = (place_in(part(place, name), place) for name in ("settings_search", "sound_card"))
        # A card keeps room for the ring of the keyboard on either side.
        assert abs(search.left() - card.left() - 4) <= 1
        assert abs(search.right() - card.right() + 4) <= 1


def test_every_control_has_a_name(place):
    """A screen reader can tell what each control is."""
    controls = [
        widget
        for widget in place.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QSlider | Dropdown) or widget.objectName().endswith("_edit")
    ]
    assert len(controls) > 25
    assert [widget.objectName() for widget in controls if not widget.accessibleName()] == []
    assert [widget for widget in controls if not widget.objectName()] == []


def test_divided_rows(place, qtbot):
    """Only the first row that is seen has no line above it, also while searching."""
    for typed, first in (("", "voice_volume"), ("volume sounds", "sounds_volume")):
        part(place, "settings_search", QLineEdit).setText(typed)
        settle()
        row = part(place, f"row_{first}")
        line = row.grab().toImage().pixelColor(row.width() // 2, 0)
        inside = row.grab().toImage().pixelColor(row.width() // 2, 4)
        assert (line != inside) is (typed == "")


def test_silent_voice_is_said_once(place, qtbot):
    """Switching the voice off tells at the cues what is no longer heard; switching it on takes that back."""
    note = part(place, "cues_section_note")
    click(qtbot, place, "speech_switch")
    assert note.isVisible()
    click(qtbot, place, "speech_switch")
    assert not note.isVisible()
    assert place.changes[-1] == Settings()
