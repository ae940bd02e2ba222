"""What the use cases ask of the world outside, as small protocols."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol

from retrowalk.core.pain.rating import Rating
from retrowalk.core.walk.cue import TimedCue
from retrowalk.core.walk.events import Fact
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.session import SessionRecord, SessionStart, SessionSummary, UnfinishedSession


class SoundState(Enum):
    """Whether cues can be heard."""

    CLOSED = "closed"
    OPENING = "opening"
    PLAYING = "playing"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundStatus:
    """What the sound stream says of itself.

    Attributes:
        state: Whether cues can be heard.
        device: The output's name as the system shows it, empty if there is none.
        reason: One plain sentence when cues cannot be heard, else empty.
    """

    state: SoundState
    device: str = ""
    reason: str = ""


class SoundOutput(Protocol):
    """A device that cues can be played on."""

    @property
    def id(self) -> str:
        """What the system knows it by."""
        ...

    @property
    def name(self) -> str:
        """What people know it by."""
        ...

    @property
    def is_default(self) -> bool:
        """Whether the system plays there when nothing is chosen."""
        ...


class CuePlayer(Protocol):
    """Plays cues at their instants. Every call returns at once; none ever raises for want of sound."""

    def open(self) -> None:
        """Begin the stream, silent, a second or more before the first cue."""
        ...

    def tell(self, cues: Sequence[TimedCue]) -> None:
        """Take cues, each to be heard once, at its instant; those long past are dropped."""
        ...

    def forget(self) -> None:
        """Silence what sounds now and drop every cue told so far."""
        ...

    def close(self) -> None:
        """End the stream."""
        ...

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait until nothing of it runs any more after `close`; return whether it came to that in time."""
        ...

    def set_volumes(self, voice: float, sounds: float) -> None:
        """Play phrases, and motifs and ticks, this loud from now on, each 0-1."""
        ...

    def choose_output(self, output_id: str | None) -> None:
        """Play on this device whenever it is there; None follows the system's default."""
        ...

    def outputs(self) -> Sequence[SoundOutput]:
        """Return the devices that there were when the stream was last open."""
        ...

    def listen(self, on_status: Callable[[SoundStatus], None]) -> None:
        """Call `on_status` with each change of the stream's state, from a thread of the player's own."""
        ...


class Journal(Protocol):
    """Where a running session is written down. Each future is done when its commit came back."""

    def begin(self, start: SessionStart, before: Rating | None) -> Future[None]:
        """Write the session's row with the copy of its plan, and the rating given before it."""
        ...

    def append(self, session_id: str, facts: Sequence[Fact]) -> Future[None]:
        """Write what happened, in order."""
        ...

    def reached(self, session_id: str, at_s: float, utc: datetime) -> Future[None]:
        """Write down that the walk has come this far, in active seconds."""
        ...

    def rate(self, rating: Rating) -> Future[None]:
        """Write one rating, in the place of an earlier one with the same id."""
        ...

    def close(self, summary: SessionSummary) -> Future[None]:
        """Write what the session came to and that it is over, in one transaction."""
        ...

    def reopen(self, session_id: str) -> Future[None]:
        """Take back that a session is over."""
        ...

    def describe(self, session_id: str, effort: int | None, note: str) -> Future[None]:
        """Write how hard a session felt, 0-10, and the walker's own words about it."""
        ...

    def discard(self, session_id: str) -> Future[None]:
        """Put a session with its journal and its ratings into the trash."""
        ...


class History(Protocol):
    """What was written down before. Each future brings its answer from the store's own thread."""

    def sessions(self) -> Future[tuple[SessionRecord, ...]]:
        """Return every session that is over, the latest first."""
        ...

    def session_count(self) -> Future[int]:
        """Return how many sessions are over."""
        ...

    def ratings(self, since: date | None = None) -> Future[tuple[Rating, ...]]:
        """Return every rating from that local day on, or all of them, the earliest first."""
        ...

    def unfinished(self) -> Future[UnfinishedSession | None]:
        """Return the latest session that was cut off, or None."""
        ...

    def last_plan(self) -> Future[Preset | None]:
        """Return the plan that was walked last, or None."""
        ...
