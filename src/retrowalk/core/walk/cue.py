"""What can be heard: motifs and phrases, and why."""

from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from retrowalk.core.walk.phrases import Phrase


class Motif(Enum):
    """A short sound. Directions differ by rhythm, since pitch alone is not told apart over a loud belt."""

    FORWARD = "forward"
    BACKWARD = "backward"
    TURN = "turn"
    END = "end"
    TICK = "tick"
    ALIVE = "alive"


MOTIF_LENGTH_S = MappingProxyType(
    {
        Motif.FORWARD: 0.70,
        Motif.BACKWARD: 0.90,
        Motif.TURN: 0.90,
        Motif.END: 2.40,
        Motif.TICK: 0.08,
        Motif.ALIVE: 0.06,
    }
)
"""Seconds that each motif sounds at most; the packaged sounds are made to it."""


class CueKind(Enum):
    """Why something is to be heard."""

    CHANGE = "change"
    """The motif at the very instant of a phase change, and again while a turn lasts."""
    TURN_AGAIN = "turn-again"
    ACTION = "action"
    """What to do now, spoken after the motif."""
    STEP = "step"
    """One step of a turn."""
    END = "end"
    TICK = "tick"
    ANNOUNCEMENT = "announcement"
    """The spoken warning ahead of a change."""
    STOP_LINE = "stop-line"
    HALFWAY = "halfway"
    LAST_BACKWARD = "last-backward"
    MINUTE = "minute"
    NOTE = "note"
    ALIVE = "alive"
    CONFIRMATION = "confirmation"
    """What a key has just done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One thing to be heard: a motif, or a phrase of packaged clips, or the walker's own note.

    Attributes:
        kind: Why it is heard.
        motif: The sound, or None for speech.
        words: Clip ids in order, empty for a motif or a note.
        note: The walker's own words, which only a system voice can speak.
    """

    kind: CueKind
    motif: Motif | None = None
    words: Phrase = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CuePoint:
    """A cue at its instant on the session's own time.

    Attributes:
        at_s: Active seconds since the walk began; the ticks of a countdown lie before the moment it ends at.
        length_s: Seconds that it sounds.
        cue: What is heard.
    """

    at_s: float
    length_s: float
    cue: Cue


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedCue:
    """A cue at its instant on the computer's monotonic clock, as the sound stream wants it."""

    at_monotonic_s: float
    cue: Cue
