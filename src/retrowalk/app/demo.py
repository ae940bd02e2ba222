"""Twelve weeks of made-up history, walked by the real engine, for looking around."""

import random
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf

from retrowalk.core.clock import Reading
from retrowalk.core.pain.rating import HIGHEST, LOWEST, Moment, Rating
from retrowalk.core.ports import Journal
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.events import CueDue, Fact
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.runner import Runner
from retrowalk.core.walk.session import SessionStart
from retrowalk.core.walk.summary import summarise

WEEKS = 12
WALKING_WEEKDAYS = (0, 2, 4)
FIRST_PAIN, LAST_PAIN = 5.5, 3.5
"""The mean pain at the start and the end of the made-up weeks; about the natural course of back pain."""
DAY_TO_DAY_SD = 1.2
MISSED_SHARE = 0.12
"""Walks left out and questions skipped: a history without gaps would not look like anybody's."""

_NAMES = uuid.UUID("8a3f1b0e-5c5d-4a55-9c0a-1d0c2f7b6e11")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    start: SessionStart
    facts: tuple[Fact, ...]
    ratings: tuple[Rating, ...]


def fill_with_demo(journal: Journal, ladder: Sequence[Preset], now: Reading) -> Future[None]:
    """Write the weeks before `now` through the journal; return when the last of it is saved.

    Args:
        journal: Where to write.
        ladder: Presets from the easiest to the longest, walked one after the other.
        now: The present; the last walk was yesterday at the latest.
    """
    saved: Future[None] = Future()
    saved.set_result(None)
    for walk in _walks(ladder, now):
        before, *others = walk.ratings
        journal.begin(walk.start, before)
        journal.append(walk.start.id, walk.facts)
        for rating in others:
            journal.rate(rating)
        saved = journal.close(summarise(walk.start.id, walk.start.plan, walk.facts))
    return saved


def _walks(ladder: Sequence[Preset], now: Reading) -> Iterator[_Walk]:
    chance = random.Random(20)  # noqa: S311 - the same made-up weeks each time
    monday = (now.utc - timedelta(weeks=WEEKS, days=now.utc.weekday())).replace(hour=9, minute=0, second=0)
    days = [monday + timedelta(weeks=week, days=day) for week in range(WEEKS) for day in WALKING_WEEKDAYS]
    walked = [day for day in days if day.date() < now.utc.date() and chance.random() > MISSED_SHARE]
    for number, day in enumerate(walked):
        share = number / max(1, len(walked) - 1)
        plan = ladder[min(len(ladder) - 1, int(share * len(ladder)))]
        begins = day + timedelta(minutes=chance.randrange(0, 480))
        yield _walk(plan, begins, now.utc_offset_min, FIRST_PAIN + share * (LAST_PAIN - FIRST_PAIN), chance)


def _walk(plan: Preset, begins: datetime, offset_min: int, pain: float, chance: random.Random) -> _Walk:
    session_id = str(uuid.uuid5(_NAMES, begins.isoformat()))
    facts = tuple(_walk_through(plan, begins, offset_min))
    ends = facts[-1].utc + timedelta(minutes=2)
    moments = [(Moment.BEFORE, begins, 0.0), (Moment.AFTER, ends, -0.4)]
    moments.append((Moment.NEXT_MORNING, begins.replace(hour=8, minute=0) + timedelta(days=1), 0.1))
    ratings = [
        _rating(session_id, moment, at, offset_min, pain + shift, chance)
        for moment, at, shift in moments
        if moment is Moment.BEFORE or chance.random() > MISSED_SHARE
    ]
    start = SessionStart(id=session_id, started_utc=begins, utc_offset_min=offset_min, plan=plan)
    return _Walk(start=start, facts=facts, ratings=tuple(ratings))


def _walk_through(plan: Preset, begins: datetime, offset_min: int) -> Iterator[Fact]:
    rules = RunRules(catch_up_after_s=inf, pause_after_s=inf)
    runner = Runner(plan, CueWishes(speech=False), lambda _words: 0.0, rules)

    def reading(after_s: float) -> Reading:
        at = begins + timedelta(seconds=after_s)
        return Reading(monotonic_s=after_s, utc=at, utc_offset_min=offset_min)

    whole_s = rules.get_ready_s + runner.snapshot(reading(0.0)).length_s
    events = (*runner.start(reading(0.0)), *runner.poll(reading(whole_s)))
    yield from (event for event in events if not isinstance(event, CueDue))


def _rating(
    session_id: str, moment: Moment, at: datetime, offset_min: int, pain: float, chance: random.Random
) -> Rating:
    score = round(min(HIGHEST, max(LOWEST, chance.gauss(pain, DAY_TO_DAY_SD))))
    return Rating(
        id=str(uuid.uuid5(_NAMES, f"{session_id} {moment.value}")),
        session_id=session_id,
        moment=moment,
        score=score,
        rated_utc=at,
        utc_offset_min=offset_min,
        local_day=(at + timedelta(minutes=offset_min)).date(),
    )
