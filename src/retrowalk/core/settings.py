"""What the walker has chosen, with the defaults of somebody who has chosen nothing."""

from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, TypeAlias

from retrowalk.core.units import SpeedUnit


class Appearance(Enum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundSettings:
    """How loud, and on which device.

    Attributes:
        speech: Phrases at all; motifs and ticks are always heard.
        voice_volume: Loudness of phrases, 0-1.
        sounds_volume: Loudness of motifs and ticks, 0-1.
        output: Id of the chosen device; empty follows the system's default.
        output_name: Its name when it was chosen, to be shown while it is not there.
        system_voice: Id of the system's voice for the walker's own notes; empty leaves notes unspoken.
    """

    speech: bool = True
    voice_volume: float = 1.0
    sounds_volume: float = 1.0
    output: str = ""
    output_name: str = ""
    system_voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueSettings:
    """Which cues are heard, and when.

    Attributes:
        lead_s: Seconds between the spoken warning and the change, 5-60.
        lead_to_backward_s: The same before a change that leads to walking backward, 5-60.
        halfway: "Halfway", in bouts of two minutes and more.
        last_backward: "Last backward bout".
        minutes: How many minutes are still to go.
        alive: A soft tick every 15 s while walking backward.
    """

    lead_s: float = 10.0
    lead_to_backward_s: float = 15.0
    halfway: bool = True
    last_backward: bool = True
    minutes: bool = True
    alive: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BeltSettings:
    """The treadmill, and the time that is needed on it.

    Attributes:
        speed_unit: The unit that its console shows.
        get_ready_s: Countdown before a walk, 5-120.
        step_on_s: Countdown before a walk goes on after a pause, 5-60.
    """

    speed_unit: SpeedUnit = SpeedUnit.KMH
    get_ready_s: float = 15.0
    step_on_s: float = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookSettings:
    """How the window looks.

    Attributes:
        appearance: Its colours.
        text_scale: Size of all text, 1-2.
    """

    appearance: Appearance = Appearance.SYSTEM
    text_scale: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything that can be chosen, by section."""

    sound: SoundSettings = field(default_factory=SoundSettings)
    cues: CueSettings = field(default_factory=CueSettings)
    belt: BeltSettings = field(default_factory=BeltSettings)
    look: LookSettings = field(default_factory=LookSettings)


class Section(Enum):
    """The parts of the settings, in the order shown; each value is the name of its field."""

    SOUND = "sound"
    CUES = "cues"
    BELT = "belt"
    LOOK = "look"


SectionSettings: TypeAlias = SoundSettings | CueSettings | BeltSettings | LookSettings

LIMITS = MappingProxyType(
    {
        "voice_volume": (0.0, 1.0),
        "sounds_volume": (0.0, 1.0),
        "lead_s": (5.0, 60.0),
        "lead_to_backward_s": (5.0, 60.0),
        "get_ready_s": (5.0, 120.0),
        "step_on_s": (5.0, 60.0),
        "text_scale": (1.0, 2.0),
    }
)
"""The range of every number among the settings, by its name."""

LONGEST_TEXT = 500
"""Characters of a text among the settings, at most."""


def is_within_limits(name: str, value: object) -> bool:
    """Return whether a setting of that name may have this value; not a number is in no range."""
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT
    if name not in LIMITS:
        return True
    lowest, highest = LIMITS[name]
    return isinstance(value, int | float) and lowest <= value <= highest


def section_of(settings: Settings, section: Section) -> SectionSettings:
    """Return one section of the settings."""
    found: SectionSettings = getattr(settings, section.value)
    return found


def with_section(settings: Settings, section: Section, chosen: SectionSettings) -> Settings:
    """Return the settings with one section in the place of what it was."""
    whole: dict[str, Any] = {section.value: chosen}
    return replace(settings, **whole)
