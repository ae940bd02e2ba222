"""A write takes effect once, whatever its commit says."""

import sqlite3
from contextlib import closing

import pytest

from retrowalk.storage.database import open_database
from retrowalk.storage.transactions import OnceOnlyWrite, read
from tests.storage.conftest import TODAY

FAULT = sqlite3.OperationalError("disk I/O error")


class FailingConnection:
    """A connection on which statements fail, before or after they took effect."""

    def __init__(self, connection):
        self._connection = connection
        self.fails_before = set()
        self.fails_after = set()

    @property
    def in_transaction(self):
        return self._connection.in_transaction

    def execute(self, statement, *values):
        """Do it and fail, fail without doing it, or simply do it."""
        if statement in self.fails_before:
            raise FAULT
        cursor = self._connection.execute(statement, *values)
        if statement in self.fails_after:
            raise FAULT
        return cursor


@pytest.fixture
def connection(tmp_path):
    """A real database whose disk can be made to fail; `seen` is a table with what was written."""
    path = tmp_path / "retrowalk.db"
    with closing(open_database(path, backups=tmp_path, today=TODAY)) as database:
        database.connection.execute("CREATE TABLE seen (what)")
        yield FailingConnection(database.connection)


def see(what):
    """A write that is there twice if it is done twice."""

    def work(connection):
        connection.execute("INSERT INTO seen VALUES (?)", (what,))
        return what

    return work


def seen(connection):
    """What was written."""
    return [what for (what,) in connection.execute("SELECT what FROM seen")]


def fail(connection, write):
    """Try a write that must fail."""
    with pytest.raises(sqlite3.OperationalError):
        write.attempt(connection)


def test_commit_that_did_nothing(connection):
    """After a commit that failed nothing is there, and the next attempt does it all."""
    write = OnceOnlyWrite(see("walk"))
    connection.fails_before = {"COMMIT"}
    fail(connection, write)
    assert seen(connection) == []
    connection.fails_before = set()
    assert write.attempt(connection) == "walk"
    assert seen(connection) == ["walk"]


def test_commit_that_succeeded_and_said_it_did_not(connection):
    """What took effect is not done again, and returns what it returned."""
    write = OnceOnlyWrite(see("walk"))
    connection.fails_after = {"COMMIT"}
    fail(connection, write)
    fail(connection, write)
    connection.fails_after = set()
    assert write.attempt(connection) == "walk"
    assert seen(connection) == ["walk"]


def test_writes_are_told_apart(connection):
    """The token of one write does not stand for another."""
    first, second = OnceOnlyWrite(see("first")), OnceOnlyWrite(see("second"))
    first.attempt(connection)
    connection.fails_before = {"COMMIT"}
    fail(connection, second)
    connection.fails_before = set()
    second.attempt(connection)
    assert seen(connection) == ["first", "second"]


def test_each_attempt_changes_the_file(connection):
    """Another attempt brings something to the disk, so that a fault of it is noticed again."""
    write = OnceOnlyWrite(see("walk"))
    connection.fails_after = {"COMMIT"}
    tokens = []
    for _ in range(2):
        fail(connection, write)
        tokens += connection.execute("SELECT token FROM last_write").fetchall()
    assert len(set(tokens)) == 2


def test_rollback_that_failed_is_made_up_for(connection):
    """A transaction left open by a fault is ended before the next one."""
    connection.fails_before = {"COMMIT", "ROLLBACK"}
    fail(connection, OnceOnlyWrite(see("lost")))
    assert connection.in_transaction
    connection.fails_before = set()
    assert read(connection, seen) == []
    assert not connection.in_transaction


def test_work_that_fails_leaves_nothing(connection):
    """A write that breaks off is rolled back, the token too."""

    def work(connection):
        see("half")(connection)
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        OnceOnlyWrite(work).attempt(connection)
    assert seen(connection) == []
    assert connection.execute("SELECT count(*) FROM last_write").fetchone() == (0,)


def test_reads_see_one_state(connection):
    """What another program writes in between is not half seen."""

    def twice(inner):
        before = seen(inner)
        path = inner.execute("PRAGMA database_list").fetchone()[2]
        with (
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("INSERT INTO seen VALUES ('other')")
        return before == seen(inner)

    assert read(connection, twice)
