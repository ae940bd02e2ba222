"""Ratings: single answers on the 0-10 numeric pain scale, and the wording they answer."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

LOWEST = 0
HIGHEST = 10

WORDING = 1
"""Number of the wording below. A changed wording starts a new series, so it gets a new number."""
QUESTION = "Right now, how strong is the pain in your low back?"
LOWEST_LABEL = "no pain"
HIGHEST_LABEL = "worst pain imaginable"


class Moment(Enum):
    """When in the life of a walk a rating was given."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    NEXT_MORNING = "next-morning"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One answer.

    Attributes:
        id: A UUID as text.
        session_id: The walk it belongs to; None for one given without a walk.
        moment: When it was given.
        score: A whole number from 0 (no pain) to 10 (worst pain imaginable).
        rated_utc: When, aware, in UTC.
        utc_offset_min: What local time was ahead of UTC then, in minutes.
        wording: Which wording of the question was answered.
    """

    id: str
    session_id: str | None
    moment: Moment
    score: int
    rated_utc: datetime
    utc_offset_min: int
    local_day: date
    wording: int = WORDING
