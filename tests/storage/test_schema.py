"""Each step of the schema is done wholly or not at all, and foreign changes are noticed."""

import sqlite3
from contextlib import closing

import pytest

from retrowalk.storage.schema import (
    APPLICATION_ID,
    Migration,
    differences,
    load_migrations,
    migrate,
    version_of,
)

FIRST = Migration(number=1, sql="CREATE TABLE a (x INTEGER PRIMARY KEY) STRICT;")
SECOND = Migration(number=2, sql="CREATE TABLE b (x REFERENCES a); INSERT INTO a VALUES (1);")


@pytest.fixture
def connection():
    """An empty database."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute("PRAGMA foreign_keys = OFF")
        yield made


def tables(connection):
    """The names of all tables."""
    return [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]


def test_steps_are_numbered_without_gaps():
    """The steps that the program knows are 1, 2, 3 and so on."""
    steps = load_migrations()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))


def test_first_step_marks_the_file_as_ours(connection):
    """A file can be told from those of other programs."""
    migrate(connection, load_migrations())
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert version_of(connection) == len(load_migrations())


def test_all_tables_are_strict(connection):
    """No text gets into a column for numbers."""
    migrate(connection, load_migrations())
    strict = {name: strict for _, name, _, _, _, strict in connection.execute("PRAGMA table_list")}
    assert {name for name, is_strict in strict.items() if is_strict} == {
        "last_write",
        "sessions",
        "facts",
        "ratings",
    }


def test_only_what_is_to_do_is_done(connection):
    """A step that was done is not done again."""
    migrate(connection, [FIRST])
    migrate(connection, [FIRST, SECOND])
    migrate(connection, [FIRST, SECOND])
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (1,)
    assert version_of(connection) == 2


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE b (x); INSERT INTO a VALUES (1); CREATE TABLE a (x);",
        "CREATE TABLE b (x); this is no SQL;",
        "CREATE TABLE b (x REFERENCES a); INSERT INTO b VALUES (7);",
    ],
)
def test_step_that_fails_leaves_nothing(connection, sql):
    """After a fault in its middle, or rows that point nowhere at its end, all is as before the step."""
    with pytest.raises(sqlite3.Error):
        migrate(connection, [FIRST, Migration(number=2, sql=sql)])
    assert tables(connection) == ["a"]
    assert version_of(connection) == 1
    assert connection.execute("SELECT count(*) FROM a").fetchone() == (0,)
    assert not connection.in_transaction


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("DROP TABLE facts", "facts"),
        ("DROP INDEX ratings_by_day", "ratings_by_day"),
        ("ALTER TABLE ratings ADD COLUMN weather TEXT", "ratings"),
        ("CREATE TABLE mine (x)", "mine"),
        ("CREATE VIEW v AS SELECT 1", "v"),
        ("CREATE TRIGGER t AFTER INSERT ON ratings BEGIN DELETE FROM sessions; END", "t"),
    ],
)
def test_changes_by_other_hands_are_named(connection, change, name):
    """What is missing, changed or added is found by its name."""
    migrate(connection, load_migrations())
    assert differences(connection, load_migrations()) == ()
    connection.execute(change)
    assert differences(connection, load_migrations()) == (name,)


def test_notes_of_the_planner_are_no_change(connection):
    """SQLite may keep statistics beside our tables."""
    migrate(connection, load_migrations())
    connection.execute("ANALYZE")
    assert differences(connection, load_migrations()) == ()
