"""A database opens whole, or is refused in one sentence and stays as it is."""

import hashlib
import os
import sqlite3
import stat
from contextlib import closing
from datetime import date

import pytest

from retrowalk.storage import database as database_module
from retrowalk.storage.database import open_database
from retrowalk.storage.problems import (
    BackupFailed,
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseLocked,
    DatabaseNewer,
    DatabaseUnreachable,
    StoreProblem,
)
from retrowalk.storage.schema import Migration, load_migrations, version_of

TODAY = date(2026, 3, 1)
NEXT = Migration(number=len(load_migrations()) + 1, sql="CREATE TABLE more (x INTEGER) STRICT;")


@pytest.fixture
def path(tmp_path):
    """Where the database is; its folder is not there yet."""
    return tmp_path / "data" / "retrowalk.db"


@pytest.fixture
def backups(path):
    """Where its copies go."""
    return path.parent / "backups"


@pytest.fixture
def opened(path, backups):
    """Opens the database; everything is closed at the end."""
    made = []

    def open_it(**others):
        made.append(open_database(path, backups=backups, today=TODAY, **others))
        return made[-1]

    yield open_it
    for database in made:
        database.close()


@pytest.fixture
def made(opened, path):
    """The path of a database with a row in it, closed."""
    database = opened()
    database.connection.execute(
        "INSERT INTO ratings VALUES (?, NULL, 'weekly', 3, 0, 0, '2026-03-01', 1, NULL)", ("0" * 36,)
    )
    database.close()
    return path


def raw(path):
    """A connection as any other program has it."""
    return closing(sqlite3.connect(path, isolation_level=None))


def digest(path):
    """What tells whether a file was touched."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder):
    """What lies in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def setting(database, name):
    """The value of a setting of the connection."""
    return database.connection.execute(f"PRAGMA {name}").fetchone()[0]


# ------------------------------------------------------------------- a new file


def test_new_database(opened, path):
    """Where nothing is, a database is made, with its folder, and nothing else is left there."""
    database = opened()
    assert version_of(database.connection) == len(load_migrations())
    assert names(path.parent) == ["retrowalk.db"]


def test_connection_is_safe(opened):
    """Nothing is lost to a power cut, and what the file says is not trusted."""
    database = opened()
    assert setting(database, "journal_mode") == "truncate"
    assert setting(database, "synchronous") == 2
    assert setting(database, "foreign_keys") == 1
    assert setting(database, "trusted_schema") == 0


def test_only_the_walker_can_read_it(opened, path):
    """The folder and every file in it are closed to others, also the journal and a copy."""
    old = os.umask(0)
    try:
        database = opened()
        database.connection.execute("BEGIN IMMEDIATE")
        database.connection.execute("DELETE FROM ratings")
        database.connection.execute("COMMIT")
        database.backup_to(path.parent / "backups" / "copy.db")
    finally:
        os.umask(old)
    modes = {str(p.relative_to(path.parent)): stat.S_IMODE(p.stat().st_mode) for p in path.parent.rglob("*")}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert modes.pop("backups") == 0o700
    assert set(modes.values()) == {0o600}


def test_loose_file_is_closed_to_others(opened, made):
    """A database that was copied back with open rights is closed again."""
    made.chmod(0o644)
    opened()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize("left", [b"", b"half a database"])
def test_start_that_was_killed(opened, path, left):
    """A file half made by a start that was killed is not in the way of the next one."""
    path.parent.mkdir()
    path.with_name("retrowalk.db.part").write_bytes(left)
    opened()
    assert names(path.parent) == ["retrowalk.db"]


def test_making_that_fails_leaves_nothing(opened, path, monkeypatch):
    """A new file appears under its name only when it is whole."""
    monkeypatch.setattr(
        database_module, "migrate", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(DatabaseUnreachable, match="No space left"):
        opened()
    assert names(path.parent) == []


def test_journal_of_a_file_that_is_gone_is_set_aside(opened, made):
    """A new database is not spoilt by the journal of an old one; the journal is kept."""
    with raw(made) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = 1")
        other.execute("BEGIN")
        other.execute("CREATE TABLE big (x)")
        other.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,)] * 200)
        journal = made.with_name("retrowalk.db-journal").read_bytes()
        other.execute("ROLLBACK")
    assert len(journal) > 4096
    made.unlink()
    made.with_name("retrowalk.db-journal").write_bytes(journal)
    assert opened().connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert made.with_name("retrowalk.db-journal.old").read_bytes() == journal


def test_it_is_opened_again(opened, made):
    """What was written is there at the next start."""
    assert opened().connection.execute("SELECT score FROM ratings").fetchall() == [(3,)]


def test_link_is_followed(opened, made, tmp_path, backups):
    """A link to the database opens it where it is."""
    link = tmp_path / "link.db"
    link.symlink_to(made)
    with closing(open_database(link, backups=backups, today=TODAY)) as database:
        assert database.path == made
    assert link.is_symlink()


def test_empty_file_of_a_new_walker(opened, path):
    """An empty file with nothing beside it is where a new database goes."""
    path.parent.mkdir()
    path.touch()
    assert version_of(opened().connection) == len(load_migrations())


# -------------------------------------------------------------------- refusals


def refused(path, backups, kind):
    """Open it, and return the sentence of the refusal; the file must be untouched."""
    before = digest(path)
    neighbours = names(path.parent)
    with pytest.raises(StoreProblem) as problem:
        open_database(path, backups=backups, today=TODAY)
    assert type(problem.value) is kind
    assert problem.value.path == path
    assert digest(path) == before
    assert names(path.parent) == neighbours
    assert problem.value.sentence.endswith(".")
    return problem.value.sentence


def poke(path, place, patch):
    """Put bytes into a file."""
    with path.open("r+b") as file:
        file.seek(place)
        file.write(patch)


def test_newer_version(made, backups):
    """A file of a newer program is left alone."""
    with raw(made) as other:
        other.execute("PRAGMA user_version = 999")
    assert "newer version of Retrowalk (format 999" in refused(made, backups, DatabaseNewer)


@pytest.mark.parametrize("application_id", [0, 1, -1])
def test_file_of_another_program(made, backups, application_id):
    """A database that does not bear our mark is left alone."""
    with raw(made) as other:
        other.execute(f"PRAGMA application_id = {application_id}")
    assert "another program" in refused(made, backups, DatabaseForeign)


@pytest.mark.parametrize(
    "content", [b"Dear diary", b"\x89PNG" + b"\0" * 5000, b"\0" * 8192, b"SQLite format 3\0"]
)
def test_file_that_is_no_database(path, backups, content):
    """Text, a picture, zeroes or a few bytes are damage."""
    path.parent.mkdir()
    path.write_bytes(content)
    assert "damaged" in refused(path, backups, DatabaseDamaged)


def test_version_that_was_never_written(made, backups):
    """Every file of ours has a version from 1 on."""
    poke(made, 60, b"\0\0\0\0")
    assert "damaged" in refused(made, backups, DatabaseDamaged)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_file_cut_off(made, backups, share):
    """A file that ends too early is found at the start, not at the fortieth click."""
    os.truncate(made, int(made.stat().st_size * share))
    assert "damaged" in refused(made, backups, DatabaseDamaged)


def test_zeroed_page(made, backups):
    """A page of zeroes inside is found at the start."""
    poke(made, 4096, b"\0" * 4096)
    assert "damaged" in refused(made, backups, DatabaseDamaged)


def test_changes_by_other_hands(made, backups):
    """A trigger that somebody put in is named and never runs."""
    with raw(made) as other:
        other.execute("CREATE TRIGGER wipe AFTER INSERT ON ratings BEGIN DELETE FROM sessions; END")
    assert "other hands: wipe" in refused(made, backups, DatabaseDamaged)


def test_emptied_file_beside_backups(made, backups):
    """An empty file is not taken for a new walker's when there are backups."""
    backups.mkdir()
    (backups / "retrowalk-2026-02-01.db").touch()
    os.truncate(made, 0)
    assert "empty" in refused(made, backups, DatabaseEmpty)


def test_emptied_file_beside_its_journal(made, backups):
    """Nor when a journal shows that something was written."""
    made.with_name("retrowalk.db-journal").touch()
    os.truncate(made, 0)
    assert "empty" in refused(made, backups, DatabaseEmpty)


def test_folder_in_its_place(path, backups):
    """A folder under the name of the database is named."""
    path.mkdir(parents=True)
    with pytest.raises(DatabaseUnreachable, match="not a file") as problem:
        open_database(path, backups=backups, today=TODAY)
    assert problem.value.path == path


def test_link_into_nothing(path, backups, tmp_path):
    """A link to a disk that is not there stays what it is."""
    path.parent.mkdir()
    path.symlink_to(tmp_path / "gone" / "retrowalk.db")
    with pytest.raises(DatabaseUnreachable, match="does not exist"):
        open_database(path, backups=backups, today=TODAY)
    assert path.is_symlink()
    assert not (tmp_path / "gone").exists()


def test_link_in_a_circle(path, backups):
    """A link to itself is a link into nothing."""
    path.parent.mkdir()
    path.symlink_to(path)
    with pytest.raises(DatabaseUnreachable, match="does not exist"):
        open_database(path, backups=backups, today=TODAY)


def test_file_in_the_place_of_the_folder(path, backups):
    """A file under the name of the folder is named."""
    path.parent.write_text("not a folder")
    with pytest.raises(DatabaseUnreachable, match="cannot be used") as problem:
        open_database(path, backups=backups, today=TODAY)
    assert problem.value.path == path.parent


def test_locked_by_another_program(made, backups, monkeypatch):
    """A file that another program holds is waited for, then said to be held."""
    monkeypatch.setattr(database_module, "OPENING_WAIT_S", 0.05)
    with raw(made) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked, match="Another program"):
            open_database(made, backups=backups, today=TODAY)
        other.execute("ROLLBACK")
    open_database(made, backups=backups, today=TODAY).close()


# ------------------------------------------------------------------- migrations


def test_old_database_is_brought_up_to_date(opened, made, backups):
    """A copy of the old state is kept under its day and format before anything is changed."""
    database = opened(migrations=[*load_migrations(), NEXT])
    assert version_of(database.connection) == NEXT.number
    assert database.connection.execute("SELECT count(*) FROM ratings").fetchone() == (1,)
    copy = backups / f"retrowalk-2026-03-01-format-{NEXT.number - 1}.db"
    assert names(backups) == [copy.name]
    with closing(open_database(copy, backups=backups, today=TODAY)) as old:
        assert old.connection.execute("SELECT count(*) FROM ratings").fetchone() == (1,)


def test_migration_that_fails_leaves_the_old_state(opened, made, backups):
    """Steps that were done stay, the one that failed leaves nothing, and the copy is there."""
    bad = Migration(number=NEXT.number + 1, sql="CREATE TABLE yet_more (x); no SQL;")
    with pytest.raises(sqlite3.OperationalError, match="syntax"):
        opened(migrations=[*load_migrations(), NEXT, bad])
    with raw(made) as other:
        assert version_of(other) == NEXT.number
        assert other.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'yet_more'").fetchone() == (0,)
    assert len(names(backups)) == 1


def test_no_migration_without_a_copy(opened, made, backups):
    """If the copy cannot be made, nothing is changed."""
    backups.write_text("in the way")
    before = digest(made)
    with pytest.raises(BackupFailed):
        opened(migrations=[*load_migrations(), NEXT])
    assert digest(made) == before


# --------------------------------------------------------------------- backups


def test_copy_replaces_an_older_one(opened, made, backups):
    """A copy under the same name is put in its place in one go."""
    backups.mkdir()
    copy = backups / "daily.db"
    copy.write_text("old")
    opened().backup_to(copy)
    assert names(backups) == ["daily.db"]
    with raw(copy) as other:
        assert other.execute("SELECT score FROM ratings").fetchall() == [(3,)]


def test_bad_copy_never_replaces_a_good_one(opened, made, backups):
    """What does not pass the full check is not kept: the copy that was there stays, byte for byte."""
    database = opened()
    copy = backups / "daily.db"
    database.backup_to(copy)
    good = digest(copy)
    database.connection.execute("PRAGMA foreign_keys = OFF")
    database.connection.execute("INSERT INTO facts VALUES ('nobody', 1, 'finished', 0, 0, '{}')")
    with pytest.raises(BackupFailed, match="full check"):
        database.backup_to(copy)
    assert digest(copy) == good
    assert names(backups) == ["daily.db"]


def test_copy_that_cannot_be_made(opened, made, tmp_path):
    """The reason is told in a sentence, with the path."""
    (tmp_path / "file").touch()
    with pytest.raises(BackupFailed, match="No copy was made") as problem:
        opened().backup_to(tmp_path / "file" / "copy.db")
    assert problem.value.path == tmp_path / "file" / "copy.db"
