"""A session: one walk as it really happened, from its start to what it came to."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from retrowalk.core.walk.events import Fact
from retrowalk.core.walk.preset import Preset


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStart:
    """How a session begins.

    Attributes:
        id: A UUID as text.
        started_utc: When its get-ready countdown began, aware, in UTC.
        utc_offset_min: What local time was ahead of UTC then, in minutes; the session belongs to that local
            day.
        plan: The preset as it was at this moment; later edits do not touch it.
    """

    id: str
    started_utc: datetime
    utc_offset_min: int
    plan: Preset


class Outcome(Enum):
    """How a session stands."""

    RUNNING = "running"
    """Still going, or cut off by a crash and not yet looked at."""
    FINISHED = "finished"
    STOPPED = "stopped"
    """Ended early by the walker."""
    PARTIAL = "partial"
    """Cut off, and kept as far as it went."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """What a session came to.

    Attributes:
        session_id: Which one.
        outcome: How it ended.
        active_s: Seconds without pauses and countdowns.
        forward_s: Seconds of it walked forward.
        backward_s: Seconds of it walked backward.
        turns: Turns begun.
        bouts_done: Planned bouts walked to their end, or for at least nine tenths of their length.
        bouts_planned: Bouts in the plan.
        pauses: How often the walk stood still.
    """

    session_id: str
    outcome: Outcome
    active_s: float
    forward_s: float
    backward_s: float
    turns: int
    bouts_done: int
    bouts_planned: int
    pauses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """A session as the history lists it.

    Attributes:
        start: How it began, the plan included.
        local_day: The walker's day on which it began, as it was then.
        summary: What it came to; for one still running, what is known so far.
        effort: How hard it felt, 0-10; None if not said.
        note: The walker's own words about it.
    """

    start: SessionStart
    local_day: date
    summary: SessionSummary
    effort: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedSession:
    """A session that was cut off and not looked at since.

    Attributes:
        start: How it began.
        facts: Its journal, in order.
        reached_s: The furthest active second written down.
        reached_utc: When that was, aware, in UTC.
    """

    start: SessionStart
    facts: tuple[Fact, ...]
    reached_s: float
    reached_utc: datetime
