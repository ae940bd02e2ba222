"""The settings in words, section by section, and which of them a search finds."""

from collections.abc import Mapping
from dataclasses import dataclass

from retrowalk.core.settings import (
    LIMITS,
    Appearance,
    BeltSettings,
    CueSettings,
    LookSettings,
    Section,
    SectionSettings,
    Settings,
    SoundSettings,
    section_of,
)
from retrowalk.core.units import SpeedUnit
from retrowalk.presenters.settings_rows import (
    ChoiceRow,
    CueSample,
    LengthRow,
    OutputRow,
    PercentRow,
    Row,
    SampleRow,
    SampleView,
    SwitchRow,
)

NOTHING_FOUND = "No setting is found by these words."
_VOICELESS = "The voice is off: of these only the alive tick is heard."
_APPEARANCES = ((Appearance.SYSTEM, "System"), (Appearance.LIGHT, "Light"), (Appearance.DARK, "Dark"))
_UNITS = tuple((unit, unit.value) for unit in SpeedUnit)
_SAMPLES = (
    SampleView(sample=CueSample.FORWARD, title="Forward", rhythm="one long tone"),
    SampleView(sample=CueSample.BACKWARD, title="Backward", rhythm="two short tones"),
    SampleView(sample=CueSample.TURN, title="Turn round", rhythm="four quick tones"),
    SampleView(sample=CueSample.END, title="The end", rhythm="three falling tones"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionView:
    """One section.

    Attributes:
        section: Which one.
        title: Its heading.
        rows: What can be set in it, in order.
        note: What has to be known about all of it, empty for nothing.
        chosen: The settings shown.
        defaults: Those of somebody who has chosen nothing.
    """

    section: Section
    title: str
    rows: tuple[Row, ...]
    note: str
    chosen: SectionSettings
    defaults: SectionSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """All settings as they are shown.

    Attributes:
        settings: The settings themselves.
        sections: Their sections, in order.
    """

    settings: Settings
    sections: tuple[SectionView, ...]


def build_settings_view(settings: Settings) -> SettingsView:
    """Return the settings as they are shown."""
    rows: Mapping[Section, tuple[str, tuple[Row, ...]]] = {
        Section.SOUND: ("Sound", _sound_rows(settings.sound)),
        Section.CUES: ("Cues", _cue_rows(settings.cues)),
        Section.BELT: ("Belt", _belt_rows(settings.belt)),
        Section.LOOK: ("Look", _look_rows(settings.look)),
    }
    return SettingsView(
        settings=settings,
        sections=tuple(
            SectionView(
                section=section,
                title=rows[section][0],
                rows=rows[section][1],
                note=_VOICELESS if section is Section.CUES and not settings.sound.speech else "",
                chosen=section_of(settings, section),
                defaults=section_of(Settings(), section),
            )
            for section in Section
        ),
    )


def found_rows(view: SettingsView, typed: str) -> Mapping[Section, frozenset[str]]:
    """Return the names of the rows in which every typed word begins a word, by section."""
    wanted = typed.casefold().split()
    return {
        section.section: frozenset(row.name for row in section.rows if _has(section, row, wanted))
        for section in view.sections
    }


def _has(section: SectionView, row: Row, wanted: list[str]) -> bool:
    text = f" {section.title} {row.title} {row.about} {row.also}".casefold()
    words = text.translate({ord(sign): " " for sign in "(),.;:/-"})
    return all(f" {word}" in words or f" {word}" in text for word in wanted)


def _sound_rows(sound: SoundSettings) -> tuple[Row, ...]:
    return (
        SwitchRow(
            name="speech",
            title="Voice",
            about="Says what comes next and what to do. Without it you hear the sounds alone.",
            also="speech spoken words speak silent mute phrases",
            on=sound.speech,
        ),
        _volume_row(
            "voice_volume",
            sound.voice_volume,
            title="Volume of the voice",
            about="On top of the volume of your computer.",
            note="" if sound.speech else "The voice is off.",
            silent="At 0 % the voice is not heard.",
            also="loud loudness quiet speech",
        ),
        _volume_row(
            "sounds_volume",
            sound.sounds_volume,
            title="Volume of the sounds",
            about="The tones at each change, the countdown and the ticks.",
            silent="At 0 % no tone tells you when to turn.",
            also="loud loudness quiet motif beep",
        ),
        OutputRow(
            name="output",
            title="Output device",
            about="Where the sound comes from.",
            also="speaker loudspeaker headphones earphones headset bluetooth wireless sound card",
            chosen_id=sound.output,
            chosen_name=sound.output_name,
        ),
        SampleRow(
            name="samples",
            title="Hear my cues",
            about="Let the belt run, stand beside it and listen: each cue should be clear above it.",
            also="test try listen play trial motif rhythm running belt",
            all_text="Hear all my cues",
            samples=_SAMPLES,
        ),
    )


def _cue_rows(cues: CueSettings) -> tuple[Row, ...]:
    return (
        _length_row(
            "lead_s",
            cues.lead_s,
            title="Warning ahead",
            about="How long before a change the voice announces it.",
            also="lead time announcement early seconds",
        ),
        _length_row(
            "lead_to_backward_s",
            cues.lead_to_backward_s,
            title="Warning before backward",
            about="The same before you walk backward; longer, to prepare.",
            also="lead time announcement early seconds",
        ),
        SwitchRow(
            name="halfway",
            title="Halfway",
            about="Said in the middle of bouts of two minutes and more.",
            also="half middle call",
            on=cues.halfway,
        ),
        SwitchRow(
            name="last_backward",
            title="Last backward bout",
            about="Said as the last of several backward bouts begins.",
            also="final call",
            on=cues.last_backward,
        ),
        SwitchRow(
            name="minutes",
            title="Minute calls",
            about="How many minutes of a bout are still to go, said at each of them.",
            also="remaining left time",
            on=cues.minutes,
        ),
        SwitchRow(
            name="alive",
            title="Alive tick",
            about="A soft tick every 15 seconds while you walk backward: the timer is still there.",
            also="sound sign of life",
            on=cues.alive,
        ),
    )


def _belt_rows(belt: BeltSettings) -> tuple[Row, ...]:
    return (
        ChoiceRow(
            name="speed_unit",
            title="Belt speed in",
            about="As the console of your treadmill shows it.",
            also="unit units kilometres miles kmh",
            choices=_UNITS,
            chosen=belt.speed_unit,
        ),
        _length_row(
            "get_ready_s",
            belt.get_ready_s,
            title="Time to get ready",
            about="The countdown before a walk, to step on.",
            also="start seconds prepare",
        ),
        _length_row(
            "step_on_s",
            belt.step_on_s,
            title="Time to step on again",
            about="The countdown before a walk goes on after a pause.",
            also="resume seconds",
        ),
    )


def _look_rows(look: LookSettings) -> tuple[Row, ...]:
    lowest, highest = (round(limit * 100) for limit in LIMITS["text_scale"])
    return (
        ChoiceRow(
            name="appearance",
            title="Colours",
            about="System follows what your computer is set to.",
            also="appearance theme colors night mode bright",
            choices=_APPEARANCES,
            chosen=look.appearance,
        ),
        PercentRow(
            name="text_scale",
            title="Text size",
            about="On every page. The digits of a walk always fill the window.",
            also="font letters big large larger small zoom scale",
            percent=round(look.text_scale * 100),
            lowest=lowest,
            highest=highest,
            step=10,
            is_live=False,
        ),
    )


def _volume_row(
    name: str, value: float, *, title: str, about: str, silent: str, also: str, note: str = ""
) -> PercentRow:
    lowest, highest = (round(limit * 100) for limit in LIMITS[name])
    percent = round(value * 100)
    return PercentRow(
        name=name,
        title=title,
        about=about,
        note=note or ("" if percent else silent),
        also=also,
        percent=percent,
        lowest=lowest,
        highest=highest,
        step=5,
    )


def _length_row(name: str, value_s: float, *, title: str, about: str, also: str, note: str = "") -> LengthRow:
    lowest_s, highest_s = LIMITS[name]
    return LengthRow(
        name=name,
        title=title,
        about=about,
        note=note,
        also=also,
        length_s=value_s,
        lowest_s=lowest_s,
        highest_s=highest_s,
    )
