"""What happened on each day, in words: for the pointer over the chart and for a screen reader."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.walk.session import SessionRecord
from retrowalk.presenters.date_words import DateWords
from retrowalk.presenters.durations import length_text
from retrowalk.presenters.session_table import local_time, one_line, outcome_text, started_at

MOST_TOLD = 3
"""Sessions of one day told in full; of more it is said how many."""
_MOMENTS = {
    Moment.BEFORE: "before",
    Moment.DURING: "during",
    Moment.AFTER: "after",
    Moment.NEXT_MORNING: "next morning",
    Moment.WEEKLY: "for the week",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBook:
    """Days with anything on them.

    Attributes:
        days: The days, in order.
        sessions: The sessions of each day, the earliest first.
        ratings: The ratings of each day that are not told with a session of that day.
        of_session: The ratings of each session.
        dates: How dates are written.
    """

    days: Sequence[date]
    sessions: Mapping[date, Sequence[SessionRecord]]
    ratings: Mapping[date, Sequence[Rating]]
    of_session: Mapping[str, Sequence[Rating]]
    dates: DateWords

    def nearest(self, day: float) -> date | None:
        """Return the day that lies nearest to a place in days, as `date.toordinal` counts them."""
        if not self.days:
            return None
        after = bisect_left(self.days, day, key=date.toordinal)
        around = self.days[max(0, after - 1) : after + 1]
        return min(around, key=lambda found: abs(found.toordinal() - day))

    def next_after(self, day: date) -> date | None:
        """Return the next day with anything on it."""
        place = bisect_right(self.days, day)
        return self.days[place] if place < len(self.days) else None

    def last_before(self, day: date) -> date | None:
        """Return the day before it with anything on it."""
        place = bisect_left(self.days, day)
        return self.days[place - 1] if place else None

    def first_session(self, day: date) -> str | None:
        """Return the id of a day's first session, None without one."""
        sessions = self.sessions.get(day)
        return sessions[0].start.id if sessions else None

    def words(self, day: date) -> str:
        """Return what happened on a day, in one line."""
        sessions = self.sessions.get(day, ())
        told = [self._session_words(record) for record in sessions[:MOST_TOLD]]
        if len(sessions) > MOST_TOLD:
            told.append(f"and {len(sessions) - MOST_TOLD} more")
        told += [self._rating_words(rating) for rating in self.ratings.get(day, ())[:MOST_TOLD]]
        return f"{self.dates.week_day(day)}: " + "; ".join(told)

    def _session_words(self, record: SessionRecord) -> str:
        summary = record.summary
        parts = [f"{self.dates.time(started_at(record))} {one_line(record.start.plan.name)}"]
        if summary.backward_s:
            parts.append(f"{length_text(summary.backward_s)} backward")
        if summary.forward_s:
            parts.append(f"{length_text(summary.forward_s)} forward")
        parts.append(outcome_text(summary.outcome))
        scores = [
            f"{_MOMENTS[rating.moment]} {rating.score}" for rating in self.of_session.get(record.start.id, ())
        ]
        return ", ".join(parts) + (f" · pain {', '.join(scores)}" if scores else "")

    def _rating_words(self, rating: Rating) -> str:
        at = self.dates.time(local_time(rating.rated_utc, rating.utc_offset_min))
        if rating.moment is Moment.NEXT_MORNING:
            return f"{at} the morning after, pain {rating.score}"
        return f"{at} pain {_MOMENTS[rating.moment]} {rating.score}"


def build_day_book(
    sessions: Iterable[SessionRecord], ratings: Iterable[Rating], *, dates: DateWords
) -> DayBook:
    """Return the book of these sessions and ratings, in any order."""
    by_day: dict[date, list[SessionRecord]] = {}
    day_of: dict[str, date] = {}
    for record in sorted(sessions, key=attrgetter("start.started_utc")):
        by_day.setdefault(record.local_day, []).append(record)
        day_of[record.start.id] = record.local_day
    alone: dict[date, list[Rating]] = {}
    of_session: dict[str, list[Rating]] = {}
    for rating in ratings:
        if rating.session_id in day_of:
            of_session.setdefault(rating.session_id, []).append(rating)
        # The morning after has a day of its own, and is told there too.
        if rating.session_id not in day_of or day_of[rating.session_id] != rating.local_day:
            alone.setdefault(rating.local_day, []).append(rating)
    return DayBook(
        days=sorted(by_day.keys() | alone.keys()),
        sessions=by_day,
        ratings=alone,
        of_session=of_session,
        dates=dates,
    )
