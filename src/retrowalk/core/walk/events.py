"""What happened in a walk, as facts that are written down and summed up, and as calls for a sound."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from retrowalk.core.walk.cue import CuePoint
from retrowalk.core.walk.schedule import PhaseKind


class PauseReason(Enum):
    """Why a walk stands still."""

    WALKER = "walker"
    PAIN = "pain"
    INTERRUPTED = "interrupted"


class StopReason(Enum):
    """Why a walk ended before its end."""

    WALKER = "walker"
    PAIN = "pain"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something at one moment of a walk.

    Attributes:
        at_s: Active seconds since the walk began; pauses and countdowns do not count.
        utc: Wall time, aware, in UTC.
    """

    at_s: float
    utc: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Happening):
    """The get-ready countdown began."""

    countdown_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseEntered(Happening):
    """A phase began.

    Attributes:
        kind: What it is; differs from the plan's after "forward only".
        plan_index: Its place in the planned schedule; None for one that the plan does not have.
        number: Which bout of its direction, from 1; 0 where it is not counted.
    """

    kind: PhaseKind
    plan_index: int | None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Happening):
    """The walk stands still.

    Attributes:
        reason: Who or what stopped it.
        gap_s: For an interruption, how long nothing was heard of the walk, in seconds; else 0.
    """

    reason: PauseReason
    gap_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeAsked(Happening):
    """The walker wants to go on; the step-on countdown began."""

    countdown_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkingBegan(Happening):
    """A countdown is over: from here the time counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Happening):
    """The rest of a phase was left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WentBack(Happening):
    """The walker went back to the start of this phase or the one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitEnded(Happening):
    """The walker pressed the key that a waiting phase waited for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeChanged(Happening):
    """The present phase was made longer, or shorter where `by_s` is negative."""

    by_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PainReported(Happening):
    """The walker rated the pain in the middle of the walk: 0-10."""

    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WentForwardOnly(Happening):
    """From here on no bout goes backward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoolingDown(Happening):
    """The rest of the plan was given up for a short forward bout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Happening):
    """The walk came to its planned end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped(Happening):
    """The walk was ended before its planned end."""

    reason: StopReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Happening):
    """The walker took back a stop; the walk stands still until it is resumed."""


Fact: TypeAlias = (
    Started
    | PhaseEntered
    | Paused
    | ResumeAsked
    | WalkingBegan
    | Skipped
    | WentBack
    | WaitEnded
    | TimeChanged
    | PainReported
    | WentForwardOnly
    | CoolingDown
    | Finished
    | Stopped
    | Reopened
)
"""What goes into the journal."""

NEW_COURSE = (
    Paused,
    ResumeAsked,
    WaitEnded,
    Skipped,
    WentBack,
    TimeChanged,
    WentForwardOnly,
    CoolingDown,
    PainReported,
    Stopped,
)
"""Facts after which the cues told so far are wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueDue(Happening):
    """A cue is to be heard now; never written down."""

    point: CuePoint


Event: TypeAlias = Fact | CueDue
