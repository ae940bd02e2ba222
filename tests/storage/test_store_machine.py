"""Whatever is written in whatever order, the history is what a simple model says, also after a restart."""

import shutil
import tempfile
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.walk.session import Outcome, SessionRecord, SessionStart, SessionSummary
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from tests.helpers.clock import FakeClock
from tests.storage.conftest import PATIENCE_S, Store
from tests.storage.preset_strategies import presets, texts
from tests.storage.test_event_codec import facts, whole_s

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""Each session begins a minute after the one before."""


class Walk:
    """What the model knows of a session."""

    def __init__(self, start):
        self.start = start
        self.facts = []
        self.reached_s = 0.0
        self.summary = None
        self.effort = None
        self.note = ""

    def known_s(self):
        """How far it is known to have come."""
        return max([self.reached_s, *(fact.at_s for fact in self.facts[-1:])])

    def record(self, summary):
        """The session as a history lists it."""
        return SessionRecord(
            start=self.start,
            local_day=(self.start.started_utc + timedelta(minutes=self.start.utc_offset_min)).date(),
            summary=summary,
            effort=self.effort,
            note=self.note,
        )


class StoreMachine(RuleBasedStateMachine):
    """The real store against dictionaries."""

    walks = Bundle("walks")

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(self.folder)
        self.model = {}
        self.ratings = {}
        self.number = 0
        self.answers = 0
        self.connect()

    def teardown(self):
        self.store.close()
        shutil.rmtree(self.folder)

    def connect(self):
        """Begin, as a program start does."""
        self.store.open()
        self.journal = SessionJournal(self.store.writer, FakeClock(START))
        self.history = StoredHistory(self.store.writer)

    @rule(target=walks, plan=presets, offset_min=st.integers(-720, 840), score=st.none() | st.integers(0, 10))
    def begin(self, plan, offset_min, score):
        """A walk begins, rated or not."""
        self.number += 1
        start = SessionStart(
            id=str(uuid.UUID(int=self.number)),
            started_utc=START + timedelta(minutes=self.number),
            utc_offset_min=offset_min,
            plan=plan,
        )
        before = None if score is None else self.rating(start.id, Moment.BEFORE, score)
        self.journal.begin(start, before)
        self.model[start.id] = Walk(start)
        return start.id

    def rating(self, session_id, moment, score):
        """A rating that the model knows of; the later ones were given later."""
        self.answers += 1
        rating = Rating(
            id=str(uuid.UUID(int=10_000 + self.answers)),
            session_id=session_id,
            moment=moment,
            score=score,
            rated_utc=START + timedelta(seconds=self.answers),
            utc_offset_min=0,
            local_day=START.date(),
        )
        self.ratings[rating.id] = rating
        return rating

    @rule(walk=walks, some=st.lists(facts, max_size=3))
    def append(self, walk, some):
        """Things happen."""
        self.journal.append(walk, some)
        self.model[walk].facts += some

    @rule(walk=walks, at_s=whole_s)
    def reached(self, walk, at_s):
        """Time goes by."""
        if self.model[walk].summary is not None:
            return
        self.journal.reached(walk, at_s, START)
        self.model[walk].reached_s = at_s

    @rule(walk=walks, moment=st.sampled_from(Moment), score=st.integers(0, 10))
    def rate(self, walk, moment, score):
        """The walker answers."""
        self.journal.rate(self.rating(walk, moment, score))

    @rule(data=st.data(), score=st.integers(0, 10))
    def rate_again(self, data, score):
        """The walker thinks better of an answer."""
        if self.ratings:
            rating = replace(self.ratings[data.draw(st.sampled_from(sorted(self.ratings)))], score=score)
            self.journal.rate(rating)
            self.ratings[rating.id] = rating

    @rule(walk=walks, seconds=whole_s, count=st.integers(0, 99), how=st.sampled_from(Outcome))
    def close(self, walk, seconds, count, how):
        """A walk is over."""
        if how is Outcome.RUNNING:
            return
        summary = SessionSummary(
            session_id=walk,
            outcome=how,
            active_s=seconds,
            forward_s=seconds,
            backward_s=0.0,
            turns=count,
            bouts_done=count,
            bouts_planned=count,
            pauses=count,
        )
        self.journal.close(summary)
        self.model[walk].summary = summary
        self.model[walk].reached_s = seconds

    @rule(walk=walks)
    def reopen(self, walk):
        """A stop is taken back."""
        self.journal.reopen(walk)
        self.model[walk].summary = None

    @rule(walk=walks, effort=st.none() | st.integers(0, 10), note=texts(max_size=10))
    def describe(self, walk, effort, note):
        """The walker says how it was."""
        self.journal.describe(walk, effort, note)
        self.model[walk].effort, self.model[walk].note = effort, note

    @rule(walk=consumes(walks))
    def discard(self, walk):
        """A walk is thrown away, and its ratings with it."""
        self.journal.discard(walk)
        del self.model[walk]
        self.ratings = {key: value for key, value in self.ratings.items() if value.session_id != walk}

    @rule()
    def restart(self):
        """The program ends and starts again."""
        self.store.close()
        self.connect()

    @invariant()
    def history_is_what_the_model_says(self):
        """Everything is read back as it was written."""
        over = [walk.record(walk.summary) for walk in self.model.values() if walk.summary is not None]
        over.sort(key=lambda record: record.start.started_utc, reverse=True)
        assert self.history.sessions().result(PATIENCE_S) == tuple(over)
        assert self.history.session_count().result(PATIENCE_S) == len(over)
        assert self.history.ratings().result(PATIENCE_S) == tuple(self.ratings.values())

    @invariant()
    def unfinished_is_the_latest_one_going_on(self):
        """The latest walk that is not over is found with everything known of it."""
        going_on = [walk for walk in self.model.values() if walk.summary is None]
        found = self.history.unfinished().result(PATIENCE_S)
        known = found and (found.start, found.facts, found.reached_s)
        latest = going_on[-1] if going_on else None
        assert known == (latest and (latest.start, tuple(latest.facts), latest.known_s()))


StoreMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=15)
TestStore = StoreMachine.TestCase
