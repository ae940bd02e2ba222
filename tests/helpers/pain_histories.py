"""Ratings and sessions in few words, random histories of them, and the same sums done the long way."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st

from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, Preset
from retrowalk.core.walk.session import Outcome, SessionRecord, SessionStart, SessionSummary

MONDAY = date(2026, 3, 2)
"""Day 0 of every history."""
HOURS = {Moment.NEXT_MORNING: 8, Moment.BEFORE: 18, Moment.DURING: 18, Moment.AFTER: 19, Moment.WEEKLY: 20}


def on(day):
    """The date of a day of the history."""
    return MONDAY + timedelta(days=day)


def at(day, hour, minute=0):
    """That hour of a day, UTC."""
    return datetime.combine(on(day), datetime.min.time(), UTC) + timedelta(hours=hour, minutes=minute)


def a_rating(day, score, moment=Moment.BEFORE, session=None, **rest):
    """A rating of a day, at the usual hour of its moment."""
    given = {
        "id": str(UUID(int=hash((day, score, moment, session)) & (2**64 - 1))),
        "session_id": session,
        "moment": moment,
        "score": score,
        "rated_utc": at(day, HOURS[moment]),
        "utc_offset_min": 0,
        "local_day": on(day),
    }
    return Rating(**(given | rest))


def before(*day_scores):
    """Ratings before a walk, one for each pair of day and score."""
    return [a_rating(day, score) for day, score in day_scores]


def a_plan(name="First steps", backward_min=2.0, forward_min=8.0):
    """A preset of one bout in each direction."""
    bouts = (
        Bout(direction=Direction.FORWARD, length_s=forward_min * 60),
        Bout(direction=Direction.BACKWARD, length_s=backward_min * 60),
    )
    return Preset(id=name, name=name, parts=bouts)


def a_session(day, hour=18, minute=0, *, name="First steps", session=None, outcome=Outcome.FINISHED, **done):
    """A session of a day; `done` may say how long it went: backward_s, forward_s, active_s."""
    id_ = session or f"session-{day}-{hour}-{minute}"
    lengths = {"backward_s": 120.0, "forward_s": 480.0} | done
    active_s = lengths.pop("active_s", sum(lengths.values()))
    return SessionRecord(
        start=SessionStart(id=id_, started_utc=at(day, hour, minute), utc_offset_min=0, plan=a_plan(name)),
        local_day=on(day),
        summary=SessionSummary(
            session_id=id_,
            outcome=outcome,
            active_s=active_s,
            turns=2,
            bouts_done=2,
            bouts_planned=2,
            pauses=0,
            **lengths,
        ),
    )


def weeks_of_walks(weeks, scores=(6, 5, 6), *, fall_per_week=0.0, pause=range(0)):
    """Sessions (latest first) and ratings of three walks a week, rated before, after and the next morning.

    Args:
        weeks: How many weeks.
        scores: Before each walk of the first week.
        fall_per_week: How much lower the ratings are with each week.
        pause: Weeks without a walk.
    """
    sessions, ratings = [], []
    for week in range(weeks):
        for walk, first_score in enumerate(scores):
            day = week * 7 + 2 * walk
            if week in pause:
                continue
            score = max(0, round(first_score - week * fall_per_week))
            record = a_session(day)
            sessions.append(record)
            for moment, later, change in (
                (Moment.BEFORE, 0, 0),
                (Moment.AFTER, 0, -1),
                (Moment.NEXT_MORNING, 1, (walk % 2) - 1),
            ):
                given = max(0, score + change)
                ratings.append(a_rating(day + later, given, moment, record.start.id))
    return sessions[::-1], sorted(ratings, key=lambda rating: rating.rated_utc)


@st.composite
def histories(draw, most=60, longest_gap=20):
    """Random ratings of all moments over weeks with gaps, the earliest first."""
    steps = draw(
        st.lists(
            st.tuples(
                st.sampled_from((0, 0, 0, 1, 1, 1, 2, 3, 7)) | st.integers(0, longest_gap),
                st.sampled_from((Moment.BEFORE, Moment.BEFORE, *Moment)),
                st.integers(0, 10),
                st.sampled_from((None, "a", "b", "c", "d", "e")),
            ),
            max_size=most,
        )
    )
    day, ratings = 0, []
    for number, (gap, moment, score, session) in enumerate(steps):
        day += gap
        rated = at(day, 6) + timedelta(seconds=number)
        ratings.append(a_rating(day, score, moment, session, rated_utc=rated))
    return ratings
