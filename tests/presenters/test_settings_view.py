"""The settings in words, and what a search finds of them."""

from dataclasses import fields

import pytest

from retrowalk.core.settings import (
    LIMITS,
    Appearance,
    CueSettings,
    LookSettings,
    Section,
    Settings,
    SoundSettings,
    section_of,
)
from retrowalk.core.walk.cue import Motif
from retrowalk.presenters.settings_rows import ChoiceRow, CueSample, LengthRow, PercentRow, SwitchRow
from retrowalk.presenters.settings_view import build_settings_view, found_rows
from retrowalk.sound.notes import MOTIF_NOTES

WITHOUT_A_ROW = {"system_voice", "output_name"}
"""One has no choice yet, the other goes with the device."""
USUAL = build_settings_view(Settings())


def rows(settings=None):
    """Every row by its name."""
    view = USUAL if settings is None else build_settings_view(settings)
    return {row.name: row for section in view.sections for row in section.rows}


def found(typed):
    """The names of all rows that are found."""
    return set().union(*found_rows(USUAL, typed).values())


def test_every_setting_has_a_row():
    """Whatever is kept can be set."""
    kept = {field.name for section in Section for field in fields(section_of(Settings(), section))}
    assert kept - WITHOUT_A_ROW <= set(rows())


def test_names_are_unique():
    """A row is known by its name in the whole place."""
    assert len(rows()) == sum(len(section.rows) for section in USUAL.sections)


def test_every_row_says_what_it_is():
    """Each row has one short line that says what it is, as a sentence."""
    for row in rows().values():
        assert row.title
        assert row.about.endswith(".")
        assert len(row.about) < 90


def test_rows_show_the_settings():
    """What is set is what is shown."""
    settings = Settings(
        sound=SoundSettings(speech=False, voice_volume=0.35),
        cues=CueSettings(lead_s=20.0, minutes=False),
        look=LookSettings(appearance=Appearance.DARK, text_scale=1.5),
    )
    shown = rows(settings)
    assert (shown["speech"].on, shown["minutes"].on, shown["halfway"].on) == (False, False, True)
    assert (shown["voice_volume"].percent, shown["text_scale"].percent) == (35, 150)
    assert shown["lead_s"].length_s == 20.0
    assert shown["appearance"].chosen is Appearance.DARK


def test_rows_know_the_limits():
    """Nothing can be chosen on the page that the file would refuse."""
    for name, row in rows().items():
        match row:
            case LengthRow():
                assert (row.lowest_s, row.highest_s) == LIMITS[name]
            case PercentRow():
                assert (row.lowest / 100, row.highest / 100) == LIMITS[name]
                assert (row.highest - row.lowest) % row.step == 0


def test_choices_are_complete():
    """Every value that there is can be chosen, the chosen one is among them."""
    for row in rows().values():
        if isinstance(row, ChoiceRow):
            values = [value for value, _ in row.choices]
            assert values == list(type(row.chosen))


def test_growing_text_waits_until_the_slider_is_let_go():
    """Text that grows would move the slider away from under the pointer; volumes are heard at once."""
    assert not rows()["text_scale"].is_live
    assert rows()["voice_volume"].is_live


def test_section_knows_its_defaults():
    """Only the section in which something was chosen differs from its defaults."""
    view = build_settings_view(Settings(look=LookSettings(text_scale=1.2)))
    assert [part.section for part in view.sections if part.chosen != part.defaults] == [Section.LOOK]


def test_nothing_surprising_nothing_said():
    """With the usual settings there is no remark anywhere."""
    assert [row.name for row in rows().values() if row.note] == []
    assert [section.section for section in USUAL.sections if section.note] == []


def test_silent_voice_is_said():
    """Who switches the voice off reads which cues that silences."""
    view = build_settings_view(Settings(sound=SoundSettings(speech=False)))
    assert [section.section for section in view.sections if section.note] == [Section.CUES]
    assert rows(view.settings)["voice_volume"].note == "The voice is off."


@pytest.mark.parametrize("name", ["voice_volume", "sounds_volume"])
def test_volume_of_nothing_is_said(name):
    """A volume of 0 % is possible, and not by accident."""

    def note_at(volume):
        return rows(Settings(sound=SoundSettings(voice_volume=volume, sounds_volume=volume)))[name].note

    assert note_at(0.0)
    assert not note_at(0.05)


def test_rhythms_are_those_that_sound():
    """The words beside each button tell the number of tones that are heard."""
    counts = {"one": 1, "two": 2, "three": 3, "four": 4}
    samples = rows()["samples"].samples
    assert [view.sample for view in samples] == [
        sample for sample in CueSample if sample is not CueSample.ALL
    ]
    for view in samples:
        assert counts[view.rhythm.split()[0]] == len(MOTIF_NOTES[Motif(view.sample.value)])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("volume", {"voice_volume", "sounds_volume"}),
        ("VOLUME voice", {"voice_volume"}),
        ("vol", {"voice_volume", "sounds_volume"}),
        ("headphones", {"output"}),
        ("font", {"text_scale"}),
        ("theme", {"appearance"}),
        ("miles", {"speed_unit"}),
        ("belt speed", {"speed_unit"}),
        ("seconds lead", {"lead_s", "lead_to_backward_s"}),
        ("look", {"appearance", "text_scale"}),
        ("xyzzy", set()),
        ("volume xyzzy", set()),
        ("olume", set()),
    ],
)
def test_search(typed, names):
    """A row is found by how words in it begin, by other words for it, and by its section."""
    assert found(typed) == names


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_empty_search_finds_all(typed):
    """Without words nothing is hidden."""
    assert found(typed) == set(rows())


def test_every_row_is_found_by_its_title():
    """Whoever types what stands there finds it."""
    for name, row in rows().items():
        assert name in found(row.title)


def test_kinds_of_rows():
    """Whatever is on or off is a switch."""
    for row in rows().values():
        assert isinstance(row, SwitchRow) == isinstance(getattr(row, "on", None), bool)
