"""What the journal was given is what the history gives back."""

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from retrowalk.core.pain.rating import Moment, Rating
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.core.walk.session import Outcome, SessionRecord, SessionStart, SessionSummary
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.problems import DatabaseLocked
from tests.helpers.clock import FakeClock
from tests.storage.conftest import PATIENCE_S
from tests.storage.preset_strategies import a_preset

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def journal(store):
    """Where things are written."""
    return SessionJournal(store.writer, FakeClock(NINE))


@pytest.fixture
def history(store):
    """Where they are read again."""
    return StoredHistory(store.writer)


def an_id(number):
    """The id with that number."""
    return str(uuid.UUID(int=number))


def a_start(number=1, at=NINE, **rest):
    """How a session begins."""
    return SessionStart(
        **{"id": an_id(number), "started_utc": at, "utc_offset_min": 60, "plan": a_preset()} | rest
    )


def a_rating(number=1, session=None, at=NINE, **rest):
    """One answer."""
    values = {
        "id": an_id(number),
        "session_id": an_id(session) if session else None,
        "moment": Moment.BEFORE,
        "score": 4,
        "rated_utc": at,
        "utc_offset_min": 60,
        "local_day": at.date(),
    }
    return Rating(**values | rest)


def a_summary(number=1, **rest):
    """What a session came to."""
    values = {
        "session_id": an_id(number),
        "outcome": Outcome.FINISHED,
        "active_s": 600.5,
        "forward_s": 420.25,
        "backward_s": 90.0,
        "turns": 2,
        "bouts_done": 3,
        "bouts_planned": 3,
        "pauses": 1,
    }
    return SessionSummary(**values | rest)


def now(future):
    """What a future brings."""
    return future.result(PATIENCE_S)


def column(store, name, table="sessions"):
    """What stands in a column, as any program finds it."""
    with closing(sqlite3.connect(store.path)) as other:
        return [value for (value,) in other.execute(f"SELECT {name} FROM {table} ORDER BY rowid")]


def spoil(store, statement):
    """Put into the file what the program never would."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute(statement)


def test_new_walker(history):
    """Before anything was written there is nothing."""
    assert now(history.sessions()) == now(history.ratings()) == ()
    assert now(history.session_count()) == 0
    assert now(history.unfinished()) is now(history.last_plan()) is None


def test_session_that_is_over(journal, history):
    """A session comes back with its plan, its day and what it came to, and is no longer unfinished."""
    start = a_start(plan=a_preset(name="Ünï 👟 <b>"))
    now(journal.begin(start, None))
    now(journal.close(a_summary()))
    record = SessionRecord(start=start, local_day=date(2026, 3, 1), summary=a_summary())
    assert now(history.sessions()) == (record,)
    assert now(history.session_count()) == 1
    assert now(history.unfinished()) is None
    assert now(history.last_plan()) == start.plan


def test_latest_comes_first(journal, history):
    """Sessions are listed by their wall time in UTC, whatever the order in which they were written."""
    for number, at in ((1, NINE), (2, NINE + DAY), (3, NINE - DAY)):
        journal.begin(a_start(number, at, plan=a_preset(name=f"Walk {number}")), None)
        journal.close(a_summary(number))
    assert [record.start.id for record in now(history.sessions())] == [an_id(2), an_id(1), an_id(3)]
    assert now(history.last_plan()).name == "Walk 2"


@pytest.mark.parametrize(
    ("at", "offset_min", "day"),
    [
        (datetime(2026, 3, 1, 23, 30, tzinfo=UTC), 60, date(2026, 3, 2)),
        (datetime(2026, 3, 1, 2, 0, tzinfo=UTC), -300, date(2026, 2, 28)),
        (datetime(1970, 1, 1, tzinfo=UTC), 0, date(1970, 1, 1)),
        (datetime(2099, 12, 31, 12, tzinfo=UTC), 345, date(2099, 12, 31)),
    ],
)
def test_day_is_the_walkers(journal, history, at, offset_min, day):
    """A session belongs to the local day on which it began, and keeps its offset, wherever it is read."""
    start = a_start(at=at, utc_offset_min=offset_min)
    journal.begin(start, None)
    journal.close(a_summary())
    (record,) = now(history.sessions())
    assert (record.local_day, record.start) == (day, start)


def test_before_rating_comes_with_the_session(journal, history, expect_log):
    """Session and rating are written together or not at all."""
    now(journal.begin(a_start(1), a_rating(1, session=1)))
    assert now(history.ratings()) == (a_rating(1, session=1),)
    expect_log("IntegrityError")
    assert isinstance(
        journal.begin(a_start(2), a_rating(2, session=9)).exception(PATIENCE_S), sqlite3.IntegrityError
    )
    assert now(history.unfinished()).start.id == an_id(1)


def test_ratings_are_read_in_order(journal, history):
    """Ratings come by the time at which they were given, from a local day on where one is asked for."""
    given = [
        a_rating(n, at=NINE + day * DAY, moment=m)
        for n, (day, m) in enumerate(zip((2, 0, 1), Moment, strict=False))
    ]
    for rating in given:
        journal.rate(rating)
    assert now(history.ratings()) == (given[1], given[2], given[0])
    assert now(history.ratings(date(2026, 3, 2))) == (given[2], given[0])
    assert now(history.ratings(date(2026, 3, 4))) == ()


def test_rating_takes_the_place_of_its_earlier_self(journal, history):
    """Saving twice is one rating, the later one."""
    journal.rate(a_rating(score=3))
    now(journal.rate(a_rating(score=7)))
    assert now(history.ratings()) == (a_rating(score=7),)


def test_rating_that_is_written_is_there(journal, history):
    """What is said to be saved is found, also when an earlier one with its id lies in the trash."""
    journal.begin(a_start(), a_rating(session=1))
    journal.discard(an_id(1))
    now(journal.rate(a_rating(score=7)))
    assert now(history.ratings()) == (a_rating(score=7),)


def test_session_that_was_cut_off(store, journal):
    """After a crash the latest unfinished session is there with plan, facts and how far it came."""
    facts = (
        ev.Started(at_s=0.0, utc=NINE, countdown_s=15.0),
        ev.PhaseEntered(at_s=0.0, utc=NINE, kind=PhaseKind.FORWARD, plan_index=0, number=1),
        ev.PainReported(at_s=12.5, utc=NINE, score=3),
    )
    journal.begin(a_start(1, NINE - DAY), None)
    journal.begin(a_start(2), None)
    journal.append(an_id(2), facts[:2])
    journal.append(an_id(2), facts[2:])
    now(journal.reached(an_id(2), 33.25, NINE + timedelta(seconds=50)))
    unfinished = now(StoredHistory(store.reopen()).unfinished())
    assert unfinished.start == a_start(2)
    assert unfinished.facts == facts
    assert (unfinished.reached_s, unfinished.reached_utc) == (33.25, NINE + timedelta(seconds=50))


def test_furthest_moment_counts(journal, history):
    """What is known last of a walk is its last fact, or what it reached after it."""
    late = NINE + timedelta(seconds=40)
    journal.begin(a_start(), None)
    assert now(history.unfinished()).reached_utc == NINE
    now(journal.reached(an_id(1), 10.0, NINE))
    now(journal.append(an_id(1), [ev.Skipped(at_s=20.0, utc=late)]))
    unfinished = now(history.unfinished())
    assert (unfinished.reached_s, unfinished.reached_utc) == (20.0, late)


def test_end_is_when_it_was_last_heard_of(store, journal):
    """The end is when the last fact was, or the moment reached after it, or else the start."""
    minute = timedelta(minutes=1)
    for number in (1, 2, 3):
        journal.begin(a_start(number), None)
    journal.append(an_id(1), [ev.Finished(at_s=600.5, utc=NINE + 11 * minute)])
    journal.append(an_id(2), [ev.Started(at_s=0.0, utc=NINE, countdown_s=15.0)])
    journal.reached(an_id(2), 60.0, NINE + 2 * minute)
    for number in (1, 2, 3):
        now(journal.close(a_summary(number)))
    nine_ms = int(NINE.timestamp() * 1000)
    assert column(store, "ended_utc_ms") == [nine_ms + 660_000, nine_ms + 120_000, nine_ms]


def test_closing_twice_is_closing_once(journal, history):
    """A recovery that was itself cut off can be done again."""
    journal.begin(a_start(), None)
    journal.close(a_summary())
    now(journal.close(a_summary(outcome=Outcome.PARTIAL)))
    assert [record.summary.outcome for record in now(history.sessions())] == [Outcome.PARTIAL]


def test_stop_can_be_taken_back(journal, history):
    """A session that is reopened is unfinished again, and can be closed again."""
    journal.begin(a_start(), None)
    journal.close(a_summary())
    now(journal.reopen(an_id(1)))
    assert now(history.sessions()) == ()
    assert now(history.unfinished()).start == a_start()
    journal.close(a_summary())
    assert now(history.session_count()) == 1


@pytest.mark.parametrize(
    "note", ["", "Knee felt fine.", "a\0b", "RTL \u202e 👟 <img src=file:>", "n" * 100_000]
)
def test_description_survives(journal, history, note):
    """How it felt and what was said about it is kept to the letter; either can be left out."""
    journal.begin(a_start(), None)
    journal.close(a_summary())
    now(journal.describe(an_id(1), 7, note))
    (record,) = now(history.sessions())
    assert (record.effort, record.note) == (7, note)
    now(journal.describe(an_id(1), None, note))
    assert now(history.sessions())[0].effort is None


def test_half_a_character_costs_only_itself(journal, history):
    """A text field can hold half a character, which cannot be stored; the words round it can."""
    journal.begin(a_start(), None)
    journal.close(a_summary())
    now(journal.describe(an_id(1), None, "good \ud83d walk"))
    assert now(history.sessions())[0].note == "good \ufffd walk"


def test_discarded_session_goes_to_the_trash(store, journal, history):
    """A discarded session and its ratings are seen nowhere, the other ratings stay, and nothing is erased."""
    journal.begin(a_start(1), a_rating(1, session=1))
    journal.append(an_id(1), [ev.Started(at_s=0.0, utc=NINE, countdown_s=15.0)])
    journal.begin(a_start(2), a_rating(2, session=2))
    now(journal.discard(an_id(2)))
    assert now(history.unfinished()).start.id == an_id(1)
    assert now(history.ratings()) == (a_rating(1, session=1),)
    journal.close(a_summary(1))
    now(journal.discard(an_id(1)))
    assert now(history.sessions()) == now(history.ratings()) == ()
    assert now(history.session_count()) == 0
    assert now(history.last_plan()) is None
    assert len(column(store, "score", "ratings")) == 2
    assert column(store, "deleted_utc_ms") == [int(NINE.timestamp() * 1000)] * 2


@pytest.mark.parametrize(
    "command",
    [
        lambda journal: journal.reached(an_id(9), 1.0, NINE),
        lambda journal: journal.reached(an_id(1), 1.0, NINE),
        lambda journal: journal.close(a_summary(9)),
        lambda journal: journal.reopen(an_id(9)),
        lambda journal: journal.describe(an_id(9), 1, ""),
        lambda journal: journal.discard(an_id(9)),
    ],
)
def test_wrong_session_is_a_fault_of_ours(journal, expect_log, command):
    """Nothing is written of a session that was never begun, nor how far one came that is over."""
    expect_log("LookupError")
    journal.begin(a_start(), None)
    journal.close(a_summary())
    assert isinstance(command(journal).exception(PATIENCE_S), LookupError)


# ------------------------------------------------------------- how far a walk came


def test_moments_reached_share_a_write(store, journal, history):
    """While the disk does not keep up one write stands for many, and all learn when the latest is saved."""
    now(journal.begin(a_start(), None))
    let_go = store.hold()
    futures = [journal.reached(an_id(1), float(second), NINE) for second in range(1, 50)]
    assert len(set(map(id, futures))) == 1
    let_go()
    now(futures[-1])
    assert now(history.unfinished()).reached_s == 49.0
    assert journal.reached(an_id(1), 50.0, NINE) is not futures[0]


def test_moment_reached_stays_behind_what_came_before(store, journal, history):
    """A moment after a fact is written after that fact: the two are never seen the other way round."""
    now(journal.begin(a_start(), None))
    let_go = store.hold()
    first = journal.reached(an_id(1), 1.0, NINE)
    journal.append(an_id(1), [ev.Skipped(at_s=2.0, utc=NINE)])
    third = journal.reached(an_id(1), 3.0, NINE)
    assert third is not first
    seen = history.unfinished()
    let_go()
    assert (now(seen).reached_s, len(now(seen).facts)) == (3.0, 1)


def test_sessions_do_not_share_a_write(store, journal):
    """How far one session came says nothing of another."""
    now(journal.begin(a_start(1), None))
    now(journal.begin(a_start(2), None))
    let_go = store.hold()
    assert journal.reached(an_id(1), 1.0, NINE) is not journal.reached(an_id(2), 2.0, NINE)
    let_go()
    now(journal.reached(an_id(2), 2.0, NINE))
    assert column(store, "reached_ms") == [1000, 2000]


# ----------------------------------------------------------------- damaged rows


@pytest.mark.parametrize(
    "damage",
    [
        "outcome = 'danced'",
        "forward_ms = -1",
        "forward_ms = NULL",
        "reached_ms = 9000000000000000000",
        "started_utc_ms = 9000000000000000000",
        "utc_offset_min = 99999",
        "local_day = '0000-00-00'",
        "turns = -1",
        "effort = 99",
        "plan = '{}'",
        "plan = ''",
        "plan = CAST(x'ff00fe' AS TEXT)",
    ],
)
def test_damaged_session_does_not_hide_the_others(store, journal, history, expect_log, damage):
    """A row with a value that cannot be is left out and counted in the log; the rest can be used."""
    expect_log("1 damaged sessions were left out")
    for number in (1, 2):
        journal.begin(a_start(number, NINE + number * DAY), None)
        now(journal.close(a_summary(number)))
    spoil(store, f"UPDATE sessions SET {damage} WHERE id = '{an_id(1)}'")
    assert [record.start.id for record in now(history.sessions())] == [an_id(2)]


@pytest.mark.parametrize(
    "damage",
    [
        "score = 99",
        "score = -1",
        "moment = 'now'",
        "local_day = '2026-02-30'",
        "wording = 0",
        "rated_utc_ms = -9e17",
    ],
)
def test_damaged_rating_does_not_hide_the_others(store, journal, history, expect_log, damage):
    """A score of 99 is not shown as pain."""
    expect_log("1 damaged ratings were left out")
    for number in (1, 2):
        now(journal.rate(a_rating(number)))
    spoil(store, f"UPDATE ratings SET {damage} WHERE id = '{an_id(1)}'")
    assert now(history.ratings()) == (a_rating(2),)


def test_unfinished_session_with_a_damaged_fact(store, journal, history, expect_log):
    """What can be read of a session that was cut off is still offered."""
    expect_log("1 damaged facts were left out")
    now(journal.begin(a_start(), None))
    now(journal.append(an_id(1), [ev.Skipped(at_s=1.0, utc=NINE), ev.Skipped(at_s=2.0, utc=NINE)]))
    spoil(store, "UPDATE facts SET body = 'x' WHERE number = 1")
    assert [fact.at_s for fact in now(history.unfinished()).facts] == [2.0]


def test_unfinished_session_with_a_damaged_plan(store, journal, history, expect_log):
    """A plan that cannot be read is no reason to fail; there is nothing to continue then."""
    expect_log("1 damaged sessions were left out")
    now(journal.begin(a_start(), None))
    spoil(store, "UPDATE sessions SET plan = substr(plan, 5)")
    assert now(history.unfinished()) is now(history.last_plan()) is None


def test_locked_database_says_why(store, history):
    """A history that cannot be read is told in a sentence."""
    store.writer.read(lambda connection: connection.execute("PRAGMA busy_timeout = 1"))
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        problem = history.sessions().exception(PATIENCE_S)
    assert isinstance(problem, DatabaseLocked)
    assert problem.sentence == "Another program is using the file."


def test_sessions_share_their_plan(journal, history):
    """Many walks of the same preset do not cost the time to read it each time."""
    for number in range(1, 20):
        journal.begin(a_start(number, NINE + number * DAY), None)
        journal.close(a_summary(number))
    records = now(history.sessions())
    assert len(records) == 19
    assert len({id(record.start.plan) for record in records}) == 1
