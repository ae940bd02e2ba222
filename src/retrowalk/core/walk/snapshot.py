"""How a walk stands at one moment."""

from dataclasses import dataclass
from enum import Enum

from retrowalk.core.walk.events import PauseReason
from retrowalk.core.walk.schedule import Phase


class RunState(Enum):
    """What a walk is doing."""

    READY = "ready"
    COUNTDOWN = "countdown"
    WALKING = "walking"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Everything a view of the walk needs, at one moment.

    Attributes:
        state: What the walk is doing.
        phases: The walk as it stands now, bent by keys; what is over first.
        index: The present phase's place in `phases`; `len(phases)` at the end.
        elapsed_s: Active seconds, pauses and countdowns left out.
        countdown_s: Seconds until time counts (again); 0 outside a countdown.
        begun: Time has counted before: a countdown now is one to step on again.
        pause_reason: Why the walk stands still; None unless paused.
        gap_s: For an interruption, how long nothing was heard of the walk.
    """

    state: RunState
    phases: tuple[Phase, ...]
    index: int
    elapsed_s: float
    countdown_s: float
    begun: bool
    pause_reason: PauseReason | None
    gap_s: float

    @property
    def phase(self) -> Phase | None:
        """The present phase; None once the walk is over."""
        return self.phases[self.index] if self.index < len(self.phases) else None

    @property
    def next_phase(self) -> Phase | None:
        """The phase after the present one; None in the last."""
        return self.phases[self.index + 1] if self.index + 1 < len(self.phases) else None

    @property
    def phase_left_s(self) -> float:
        """Seconds until the present phase ends, as reckoned now."""
        return self.phase.ends_at_s - self.elapsed_s if self.phase else 0.0

    @property
    def phase_done_s(self) -> float:
        """Seconds since the present phase began."""
        return self.elapsed_s - self.phase.starts_at_s if self.phase else 0.0

    @property
    def length_s(self) -> float:
        """Active seconds from start to end, as it stands now."""
        return self.phases[-1].ends_at_s if self.phases else 0.0

    @property
    def left_s(self) -> float:
        """Active seconds until the walk's end, as it stands now."""
        return max(0.0, self.length_s - self.elapsed_s)
