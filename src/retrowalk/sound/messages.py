"""What the program and its sound process tell each other, as lines of JSON over a pipe."""

from enum import Enum
from typing import TypeAlias

import msgspec

from retrowalk.core.ports import SoundStatus
from retrowalk.core.walk.cue import Motif

LATE_S = 0.06
"""A cue that would be heard later than this is not played: a wrong instant is worse than none."""


class SoundCue(msgspec.Struct, frozen=True, kw_only=True):
    """A cue as the sound process wants it: what, and when on the shared monotonic clock.

    Both processes read the same clock: `time.monotonic` counts for the whole computer on Linux, macOS and
    Windows (there in steps of 16 ms before Python 3.13, which is how exact a cue can then be).
    """

    id: int
    at_s: float
    motif: Motif | None = None
    words: tuple[str, ...] = ()


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """A device that can be played on."""

    id: str
    name: str
    is_default: bool = False


class Tell(msgspec.Struct, frozen=True, tag="tell"):
    """Play these at their instants."""

    cues: tuple[SoundCue, ...]


class Forget(msgspec.Struct, frozen=True, tag="forget"):
    """Be silent at once and drop all cues."""


class SetVolumes(msgspec.Struct, frozen=True, kw_only=True, tag="volumes"):
    """From now on play this loud, 0.0 to 1.0."""

    voice: float
    sounds: float


class ChooseOutput(msgspec.Struct, frozen=True, kw_only=True, tag="output"):
    """Play on this device, or with None on the system's default, whichever that is."""

    id: str | None


Wish: TypeAlias = Tell | Forget | SetVolumes | ChooseOutput


class Alive(msgspec.Struct, frozen=True, tag="alive"):
    """A sign of life, twice a second."""


class Status(msgspec.Struct, frozen=True, tag="status"):
    """The stream's state has changed."""

    status: SoundStatus


class Outputs(msgspec.Struct, frozen=True, tag="outputs"):
    """The devices that there are now."""

    outputs: tuple[Output, ...]


class Outcome(Enum):
    """What became of a cue."""

    PLAYED = "played"
    LATE = "late"
    UNSPEAKABLE = "unspeakable"


class Told(msgspec.Struct, frozen=True, kw_only=True, tag="told"):
    """What became of one cue.

    Attributes:
        id: The cue's number.
        outcome: Whether it was heard.
        at_s: When its first sample was heard, or when it was given up, on the monotonic clock.
    """

    id: int
    outcome: Outcome
    at_s: float


Report: TypeAlias = Alive | Status | Outputs | Told

_WISHES: msgspec.json.Decoder[Wish] = msgspec.json.Decoder(Wish)
_REPORTS: msgspec.json.Decoder[Report] = msgspec.json.Decoder(Report)


def wish_line(wish: Wish) -> bytes:
    """Return a wish as one line."""
    return msgspec.json.encode(wish) + b"\n"


def report_line(report: Report) -> bytes:
    """Return a report as one line.

    It begins with a line end of its own, since a library may have left half a line of chatter before it.
    """
    return b"\n" + msgspec.json.encode(report) + b"\n"


def read_wish(line: bytes) -> Wish:
    """Return the wish on a line.

    Raises:
        msgspec.DecodeError: If there is none.
    """
    return _WISHES.decode(line)


def read_report(line: bytes) -> Report | None:
    """Return the report on a line, None if something else was printed there."""
    try:
        return _REPORTS.decode(line)
    except msgspec.DecodeError:
        return None
