"""Writes get onto the disk in their order, however long the disk refuses; the caller never waits."""

import sqlite3
import threading
from contextlib import closing

import pytest

from retrowalk.storage.database import open_database
from retrowalk.storage.problems import DatabaseDamaged, DatabaseLocked, NotSaved
from retrowalk.storage.writer import SaveStatus, Writer
from tests.storage.conftest import PATIENCE_S, TODAY

DONE = SaveStatus(waiting=0)


def insert(number):
    """A write that adds a weekly rating; its order is told by the row id."""
    identity = f"{number:036}"

    def job(connection):
        connection.execute(
            "INSERT INTO ratings VALUES (?, NULL, 'weekly', 1, 0, 0, '2026-03-01', 1, NULL)", (identity,)
        )
        return number

    return job


def numbers(connection):
    """Which writes are on the disk, in the order in which they got there."""
    return [int(identity) for (identity,) in connection.execute("SELECT id FROM ratings ORDER BY rowid")]


def raw(store):
    """A connection as any other program has it."""
    return closing(sqlite3.connect(store.path, isolation_level=None, timeout=PATIENCE_S))


def on_disk(store):
    """What another program finds in the file."""
    with raw(store) as other:
        return numbers(other)


def test_future_is_done_after_the_commit(store):
    """What is said to be saved is on the disk for everybody."""
    assert store.writer.submit(insert(1)).result(PATIENCE_S) == 1
    assert on_disk(store) == [1]


def test_order_is_kept(store):
    """Everything is done in the order in which it was handed over, and a read sees what came before it."""
    writes = [store.writer.submit(insert(number)) for number in range(50)]
    read = store.writer.read(numbers)
    store.writer.submit(insert(50))
    assert read.result(PATIENCE_S) == list(range(50))
    assert [write.result(PATIENCE_S) for write in writes] == list(range(50))


def test_handed_over_before_it_is_open(store):
    """The start does not wait for the database: what is handed over early is done when it is open."""
    writer = Writer(lambda: open_database(store.path, backups=store.backups, today=TODAY), store.listen)
    early = writer.submit(insert(1))
    assert not early.done()
    writer.open()
    assert early.result(PATIENCE_S) == 1
    assert writer.close(PATIENCE_S) == 0


def test_all_is_done_in_one_thread(store):
    """The connection is used by the thread that owns it, and by nobody else."""
    names = {
        store.writer.read(lambda _: threading.current_thread().name).result(PATIENCE_S) for _ in range(3)
    }
    assert names == {"storage"}


# ------------------------------------------------------------- faults of the disk


def test_locked_file(store, expect_log):
    """While another program holds the file it is told once and tried again; all is saved, in order."""
    expect_log("not saved yet: Another program")
    store.writer.read(lambda connection: connection.execute("PRAGMA busy_timeout = 1")).result(PATIENCE_S)
    with raw(store) as other:
        other.execute("BEGIN EXCLUSIVE")
        let_go = store.hold()
        writes = [store.writer.submit(insert(number)) for number in (1, 2, 3)]
        let_go()
        store.wait_until_told()
        assert not any(write.done() for write in writes)
        other.execute("ROLLBACK")
    assert [write.result(PATIENCE_S) for write in writes] == [1, 2, 3]
    assert on_disk(store) == [1, 2, 3]
    assert store.told[0].reason == "Another program is using the file."
    assert store.told[0].waiting == 3
    assert [status.reason for status in store.told[1:]] == [""]


def test_file_that_another_program_reads(store, expect_log):
    """A reader of long breath only delays the commit."""
    expect_log("not saved yet")
    store.writer.read(lambda connection: connection.execute("PRAGMA busy_timeout = 1")).result(PATIENCE_S)
    with raw(store) as other:
        other.execute("BEGIN")
        assert numbers(other) == []
        write = store.writer.submit(insert(1))
        store.wait_until_told()
        assert numbers(other) == []
        other.execute("ROLLBACK")
    assert write.result(PATIENCE_S) == 1


def fill_disk(connection):
    """Let the file grow no further, as a full disk does."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")


def free_disk(connection):
    """Let the file grow again."""
    connection.execute("PRAGMA max_page_count = 100000")


def test_full_disk(store, expect_log):
    """On a full disk reads go on, and when there is room again all is saved, in order."""
    expect_log("not saved yet: The disk is full")
    store.writer.read(fill_disk).result(PATIENCE_S)
    let_go = store.hold()
    writes = [store.writer.submit(insert(number)) for number in range(120)]
    let_go()
    store.wait_until_told()
    saved = store.writer.read(numbers).result(PATIENCE_S)
    assert saved == list(range(len(saved)))
    assert len(saved) < 120
    assert [write.done() for write in writes] == [number in saved for number in range(120)]
    store.writer.read(free_disk).result(PATIENCE_S)
    assert [write.result(PATIENCE_S) for write in writes] == list(range(120))
    assert on_disk(store) == list(range(120))
    assert store.told[0] == SaveStatus(waiting=120 - len(saved), reason="The disk is full.")
    assert store.told[-1].reason == ""


def test_file_deleted_under_the_program(store, expect_log):
    """What goes to a file that is no longer there is not called saved; when it is back, it is."""
    expect_log("not saved yet: The file was moved or deleted")
    store.path.rename(store.path.with_name("away"))
    write = store.writer.submit(insert(1))
    store.wait_until_told()
    assert not write.done()
    store.path.with_name("away").rename(store.path)
    assert write.result(PATIENCE_S) == 1
    assert on_disk(store) == [1]


def test_status_tells_how_many_wait(store, expect_log):
    """Coming and going of a fault is told once each, whatever is tried in between."""
    expect_log("not saved yet")
    store.writer.read(fill_disk).result(PATIENCE_S)
    big = store.writer.submit(
        lambda connection: connection.execute("CREATE TABLE big AS SELECT zeroblob(99999)")
    )
    store.wait_until_told()
    for _ in range(5):
        store.writer.read(numbers).result(PATIENCE_S)
    store.writer.read(free_disk).result(PATIENCE_S)
    big.result(PATIENCE_S)
    assert store.told == [SaveStatus(waiting=1, reason="The disk is full."), DONE]


def test_listener_that_fails_costs_nothing(tmp_path, expect_log):
    """Whatever goes wrong in showing the fault, the writes get through."""
    expect_log("not saved yet")
    expect_log("a listener failed")
    heard = threading.Event()

    def listener(_status):
        heard.set()
        raise ValueError("no window")

    path = tmp_path / "retrowalk.db"
    writer = Writer(lambda: open_database(path, backups=tmp_path, today=TODAY), listener, retry_after_s=0.01)
    writer.open()
    writer.read(fill_disk).result(PATIENCE_S)
    writes = [writer.submit(insert(number)) for number in range(120)]
    assert heard.wait(PATIENCE_S)
    writer.read(free_disk).result(PATIENCE_S)
    assert writes[-1].result(PATIENCE_S) == 119
    assert writer.close(PATIENCE_S) == 0


# ----------------------------------------------------------------- faults of ours


def test_our_fault_is_not_tried_again(store, expect_log):
    """A write that can never succeed fails once, leaves nothing, and does not hold up the next."""
    expect_log("a write failed: IntegrityError")
    calls = []

    def wrong(connection):
        calls.append(1)
        insert(7)(connection)
        insert(7)(connection)

    failed, good = store.writer.submit(wrong), store.writer.submit(insert(8))
    assert good.result(PATIENCE_S) == 8
    assert isinstance(failed.exception(), sqlite3.IntegrityError)
    assert calls == [1]
    assert on_disk(store) == [8]
    assert store.told == []


@pytest.mark.parametrize("error", [ValueError("secret"), KeyError("secret")])
def test_error_in_the_work(store, expect_log, caplog, error):
    """An exception belongs to the future; the log says only what kind it was."""
    expect_log(f"a write failed: {type(error).__name__}$")

    def wrong(connection):
        insert(1)(connection)
        raise error

    assert store.writer.submit(wrong).exception(PATIENCE_S) is error
    assert store.writer.read(wrong).exception(PATIENCE_S) is error
    assert on_disk(store) == []
    assert "secret" not in caplog.text


def test_reads_change_nothing(store):
    """What a read writes by mistake is rolled back."""
    store.writer.read(insert(1)).result(PATIENCE_S)
    assert store.writer.read(numbers).result(PATIENCE_S) == []


def test_read_of_a_locked_file(store):
    """A read is not tried again: it says why."""
    store.writer.read(lambda connection: connection.execute("PRAGMA busy_timeout = 1")).result(PATIENCE_S)
    with raw(store) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert isinstance(store.writer.read(numbers).exception(PATIENCE_S), DatabaseLocked)
    assert store.writer.read(numbers).result(PATIENCE_S) == []


def test_cancelled_read_behind_a_stuck_write(store, expect_log):
    """What nobody wants to know any more is not read."""
    expect_log("not saved yet")
    store.writer.read(fill_disk).result(PATIENCE_S)
    let_go = store.hold()
    big = store.writer.submit(
        lambda connection: connection.execute("CREATE TABLE big AS SELECT zeroblob(99999)")
    )
    cancelled = store.writer.read(fill_disk)
    wanted = store.writer.read(free_disk)
    assert cancelled.cancel()
    let_go()
    wanted.result(PATIENCE_S)
    big.result(PATIENCE_S)


def test_cancelled_write_is_not_done(store):
    """What was taken back before its turn does not happen."""
    let_go = store.hold()
    cancelled, kept = store.writer.submit(insert(1)), store.writer.submit(insert(2))
    assert cancelled.cancel()
    let_go()
    kept.result(PATIENCE_S)
    assert on_disk(store) == [2]


# ---------------------------------------------------------------- opening, closing


def test_database_that_cannot_be_opened(store, tmp_path):
    """All who wait are told why, and it can be tried again."""
    path = tmp_path / "other.db"
    path.write_text("Dear diary")
    writer = Writer(lambda: open_database(path, backups=tmp_path, today=TODAY), store.listen)
    early = writer.submit(insert(1))
    opened = writer.open()
    late = writer.read(numbers)
    assert [type(f.exception(PATIENCE_S)) for f in (opened, early, late)] == [DatabaseDamaged] * 3
    assert isinstance(writer.submit(insert(2)).exception(PATIENCE_S), DatabaseDamaged)
    path.unlink()
    writer.open().result(PATIENCE_S)
    assert writer.submit(insert(3)).result(PATIENCE_S) == 3
    assert writer.close(PATIENCE_S) == 0


def test_close_does_what_waits(store):
    """The end of the program waits for what was handed over before it."""
    writes = [store.writer.submit(insert(number)) for number in range(30)]
    assert store.writer.close(PATIENCE_S) == 0
    assert all(write.done() for write in writes)
    with pytest.raises(RuntimeError):
        store.writer.submit(insert(30))
    assert on_disk(store) == list(range(30))
    store.is_open = False


def test_close_gives_up_in_time(store, expect_log):
    """A disk that stays full does not keep the program from ending; it is said how much was lost."""
    expect_log("not saved yet")
    store.writer.read(fill_disk).result(PATIENCE_S)
    let_go = store.hold()
    writes = [store.writer.submit(insert(number)) for number in range(120)]
    let_go()
    store.wait_until_told()
    saved = sum(write.done() for write in writes)
    assert store.writer.close(0.05) == 120 - saved
    assert [type(write.exception(PATIENCE_S)) for write in writes[saved:]] == [NotSaved] * (120 - saved)
    assert on_disk(store) == list(range(saved))
    store.is_open = False


def test_close_without_open(store):
    """A writer that was never opened ends at once, and counts what it was given."""
    writer = Writer(lambda: open_database(store.path, backups=store.backups, today=TODAY), store.listen)
    writer.submit(insert(1))
    assert writer.close(PATIENCE_S) == 1
