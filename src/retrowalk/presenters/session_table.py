"""The sessions as a table: every cell as text, and every column with the order that its values have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone
from enum import Enum

from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.walk.session import Outcome, SessionRecord
from retrowalk.presenters.date_words import DateWords
from retrowalk.presenters.durations import length_text

NOTHING = "–"
"""Shown where a value is missing; missing is never 0."""
LONGEST_NAME = 80
"""Letters of a preset's name that are shown; names may have any length."""

SortKey = float | str


class Column(Enum):
    """The columns, in order, by their headings."""

    DATE = "Date"
    TIME = "Time"
    PRESET = "Preset"
    BACKWARD = "Backward"
    FORWARD = "Forward"
    BEFORE = "Before"
    AFTER = "After"
    ENDED = "Ended"


NUMBERS = frozenset({Column.TIME, Column.BACKWARD, Column.FORWARD, Column.BEFORE, Column.AFTER})
"""Columns that are read from the right."""
_OUTCOMES = {
    Outcome.FINISHED: "finished",
    Outcome.STOPPED: "stopped early",
    Outcome.PARTIAL: "interrupted",
    Outcome.RUNNING: "under way",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTable:
    """Sessions as rows. There may be a hundred thousand, so a cell is worked out when it is asked for.

    Attributes:
        records: The sessions, the latest first.
        before: Ratings before a walk, by session.
        after: Ratings after it, by session.
        dates: How dates are written.
    """

    records: Sequence[SessionRecord]
    before: Mapping[str, int]
    after: Mapping[str, int]
    dates: DateWords

    def session_id(self, row: int) -> str:
        return self.records[row].start.id

    def text(self, row: int, column: Column) -> str:
        """Return what a cell says."""
        record = self.records[row]
        match column:
            case Column.DATE:
                return self.dates.short_day(record.local_day)
            case Column.TIME:
                return self.dates.time(started_at(record))
            case Column.PRESET:
                return one_line(record.start.plan.name)
            case Column.BACKWARD:
                return length_text(record.summary.backward_s)
            case Column.FORWARD:
                return length_text(record.summary.forward_s)
            case Column.BEFORE | Column.AFTER:
                score = self._score(record, column)
                return NOTHING if score is None else str(score)
            case Column.ENDED:
                return outcome_text(record.summary.outcome)

    def order(self, column: Column, *, descending: bool) -> list[int]:
        """Return the rows in the order of a column's values; those without a value are last either way.

        Args:
            column: By what.
            descending: Whether the latest, the longest, the highest comes first.
        """
        keys = [self._key(row, column) for row in range(len(self.records))]
        with_value = [row for row, key in enumerate(keys) if key is not None]
        without = [row for row, key in enumerate(keys) if key is None]
        # Rows of one value stay in their order, the latest first, in both directions.
        return sorted(with_value, key=lambda row: keys[row] or 0, reverse=descending) + without

    def _score(self, record: SessionRecord, column: Column) -> int | None:
        scores = self.before if column is Column.BEFORE else self.after
        return scores.get(record.start.id)

    def _key(self, row: int, column: Column) -> SortKey | None:
        record = self.records[row]
        match column:
            case Column.DATE:
                return record.start.started_utc.timestamp()
            case Column.TIME:
                at = started_at(record)
                return at.hour * 60 + at.minute
            case Column.PRESET:
                return record.start.plan.name.casefold()
            case Column.BACKWARD:
                return record.summary.backward_s
            case Column.FORWARD:
                return record.summary.forward_s
            case Column.BEFORE | Column.AFTER:
                return self._score(record, column)
            case Column.ENDED:
                return outcome_text(record.summary.outcome)


def build_session_table(
    sessions: Sequence[SessionRecord], ratings: Sequence[Rating], *, dates: DateWords
) -> SessionTable:
    """Return the table of these sessions (latest first) with the ratings that belong to them."""
    return SessionTable(
        records=sessions,
        before=_scores(ratings, Moment.BEFORE),
        after=_scores(ratings, Moment.AFTER),
        dates=dates,
    )


def _scores(ratings: Sequence[Rating], moment: Moment) -> dict[str, int]:
    return {
        rating.session_id: rating.score
        for rating in ratings
        if rating.moment is moment and rating.session_id is not None
    }


def started_at(record: SessionRecord) -> time:
    """Return the local time of day at which a session began."""
    return local_time(record.start.started_utc, record.start.utc_offset_min)


def local_time(utc: datetime, utc_offset_min: int) -> time:
    """Return the time of day that the walker's clock showed then."""
    return utc.astimezone(timezone(timedelta(minutes=utc_offset_min))).time()


def outcome_text(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def one_line(name: str) -> str:
    """Return a name on one line, cut if it is very long."""
    line = " ".join(name[: 4 * LONGEST_NAME].split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"
