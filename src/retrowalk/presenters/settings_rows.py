"""The kinds of rows that the settings are shown in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

Changes: TypeAlias = Mapping[str, object]
"""New values of settings of one section, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowText:
    """What every row says.

    Attributes:
        name: The name of the setting in its section.
        title: What is set.
        about: One line that says what it is.
        note: What follows from its present value, and might surprise; empty for nothing.
        also: Words that it is found by too.
    """

    name: str
    title: str
    about: str
    note: str = ""
    also: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchRow(RowText):
    """Something that is on or off."""

    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentRow(RowText):
    """A share, kept as a float.

    Attributes:
        percent: Its value.
        lowest: The least that can be chosen.
        highest: The most that can be chosen.
        step: From one choice to the next.
        is_live: Whether it is to work while it is being dragged, or once it is let go.
    """

    percent: int
    lowest: int
    highest: int
    step: int
    is_live: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LengthRow(RowText):
    """A length of time within limits, in seconds."""

    length_s: float
    lowest_s: float
    highest_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow(RowText):
    """One of a few things; `choices` are the values with their texts, in order."""

    choices: tuple[tuple[Enum, str], ...]
    chosen: Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputRow(RowText):
    """The device that sound comes out of.

    Attributes:
        chosen_id: Its id, empty for the system's default.
        chosen_name: Its name when it was chosen.
    """

    chosen_id: str
    chosen_name: str


class CueSample(Enum):
    """What can be heard for a trial."""

    ALL = "all"
    FORWARD = "forward"
    BACKWARD = "backward"
    TURN = "turn"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """One motif to be heard alone, with its rhythm in words."""

    sample: CueSample
    title: str
    rhythm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRow(RowText):
    """Cues to be heard; sets nothing.

    Attributes:
        all_text: What the button for all of them says.
        samples: Those that can be heard one by one.
    """

    all_text: str
    samples: tuple[SampleView, ...]


Row: TypeAlias = SwitchRow | PercentRow | LengthRow | ChoiceRow | OutputRow | SampleRow
