"""The made-up weeks."""

from datetime import timedelta

import pytest

from retrowalk.app.demo import WEEKS, fill_with_demo
from retrowalk.core.pain.rating import Moment
from retrowalk.core.walk.session import Outcome
from retrowalk.storage.database import open_database
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.writer import Writer
from tests.helpers.clock import FakeClock
from tests.helpers.presets import a_preset

NOW = FakeClock().read()


@pytest.fixture
def history(tmp_path):
    """Twelve weeks in a database."""
    file = tmp_path / "retrowalk.db"
    writer = Writer(lambda: open_database(file, backups=tmp_path, today=NOW.local_day), lambda _status: None)
    writer.open()
    fill_with_demo(SessionJournal(writer, FakeClock()), [a_preset()], NOW).result(20)
    yield StoredHistory(writer)
    writer.close(10)


def test_twelve_weeks_end_before_today(history):
    """The last walk was before today, the first about twelve weeks ago, about three in a week."""
    begun = [record.start.started_utc for record in history.sessions().result(10)]
    assert NOW.utc - timedelta(weeks=WEEKS, days=7) < begun[-1] < NOW.utc - timedelta(weeks=WEEKS - 1)
    assert begun[0].date() < NOW.utc.date()
    assert 20 < len(begun) <= 3 * WEEKS


def test_walks_are_whole_and_have_their_minutes(history):
    """Each was walked by the engine to its end."""
    summaries = [record.summary for record in history.sessions().result(10)]
    assert {summary.outcome for summary in summaries} == {Outcome.FINISHED}
    assert {summary.backward_s for summary in summaries} == {60.0}


def test_ratings_are_on_the_scale_and_some_are_missing(history):
    """Nobody answers every question, so neither does the made-up walker."""
    ratings = history.ratings().result(10)
    assert all(0 <= rating.score <= 10 for rating in ratings)
    counts = {moment: sum(rating.moment is moment for rating in ratings) for moment in Moment}
    assert counts[Moment.BEFORE] == history.session_count().result(10)
    assert 0 < counts[Moment.AFTER] < counts[Moment.BEFORE]
    assert 0 < counts[Moment.NEXT_MORNING] < counts[Moment.BEFORE]
