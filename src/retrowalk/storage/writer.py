"""The one thread that owns the database: whatever is written or read goes through it, in order."""

import logging
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeVar

from retrowalk.storage.database import Database
from retrowalk.storage.problems import NotSaved, problem_of
from retrowalk.storage.task_queue import Task, TaskQueue
from retrowalk.storage.transactions import OnceOnlyWrite, read

RETRY_AFTER_S = 1.0
GIVE_UP_WAIT_S = 1.0

T = TypeVar("T")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveStatus:
    """Whether what was handed over gets onto the disk.

    Attributes:
        waiting: How many writes are not on the disk yet.
        reason: One plain sentence while they cannot be written; empty when all is well again.
    """

    waiting: int
    reason: str = ""


class Writer:
    """Owns the database from a thread of its own; nobody else ever waits for a disk.

    A write that meets a fault of the computer (disk full, file locked) stays first in line and is tried again
    until it succeeds; those behind it wait, so that their order is kept. Its future is done when its commit
    came back. A write that fails through a fault of ours is not tried again: its future has the error.

    Args:
        open_database: Opens it; called in the thread.
        on_status: Told when writes begin to wait, when the reason changes and when they go through again;
            called in the thread.
        retry_after_s: Seconds from one attempt to the next.
    """

    def __init__(
        self,
        open_database: Callable[[], Database],
        on_status: Callable[[SaveStatus], None],
        *,
        retry_after_s: float = RETRY_AFTER_S,
    ) -> None:
        self._open_database = open_database
        self._on_status = on_status
        self._retry_after_s = retry_after_s
        self._queue = TaskQueue()
        self._reason = ""
        self._thread: threading.Thread | None = None

    def open(self) -> Future[None]:
        """Begin the thread and open the database there; may be called again after it failed.

        Everything handed over before waits until it is open. If it cannot be opened, the future and all that
        waits get the `StoreProblem`.
        """
        opened: Future[None] = Future()
        self._queue.accept()
        self._thread = threading.Thread(target=self._run, args=(opened,), name="storage", daemon=True)
        self._thread.start()
        return opened

    def submit(self, job: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Hand over a write; it gets a transaction of its own, and is called again if that did not succeed.

        Raises:
            RuntimeError: The writer was closed.
        """
        task = Task(job, writes=True)
        self._queue.add(task)
        return task.future

    def read(self, query: Callable[[sqlite3.Connection], T]) -> Future[T]:
        """Hand over a read. It sees all that was handed over before, except writes that are stuck.

        Raises:
            RuntimeError: The writer was closed.
        """
        task = Task(query, writes=False)
        self._queue.add(task)
        return task.future

    def close(self, timeout_s: float) -> int:
        """Do what still waits, let go of the file and end the thread.

        Args:
            timeout_s: How long to wait for that; what is left then is given up.

        Returns:
            How many writes were given up; their futures have a `NotSaved`.
        """
        self._queue.close()
        if self._thread is None:
            return self._queue.abandon()
        self._thread.join(timeout_s)
        left = self._queue.abandon()
        # A disk that hangs may hold the thread for ever; being a daemon, it does not hold the program.
        self._thread.join(GIVE_UP_WAIT_S)
        return left

    def _run(self, opened: Future[None]) -> None:
        try:
            database = self._open_database()
        except Exception as error:  # noqa: BLE001 - whoever waits for the database is told, whatever it is
            self._queue.refuse(error)
            opened.set_exception(error)
            return
        opened.set_result(None)
        with closing(database):
            while (task := self._queue.next()) is not None:
                if not task.future.set_running_or_notify_cancel():
                    self._queue.written()
                elif task.writes:
                    self._write(database, task)
                else:
                    _read(database, task)
        self._queue.refuse(_not_saved(database))

    def _write(self, database: Database, task: Task) -> None:
        write = OnceOnlyWrite(task.work)
        while not self._was_done(database, task, write):
            if not self._wait_to_retry(database):
                task.future.set_exception(_not_saved(database))
                return

    def _was_done(self, database: Database, task: Task, write: OnceOnlyWrite[Any]) -> bool:
        """Try a write once; False if the computer is at fault and it must be tried again."""
        try:
            result = write.attempt(database.connection)
        except Exception as error:  # noqa: BLE001 - the error belongs to whoever holds the future
            problem = problem_of(error, database.path) if isinstance(error, sqlite3.Error) else None
            if problem is not None:
                self._tell(problem.sentence, self._queue.waiting())
                return False
            # Its name alone: the error itself may quote what was to be written.
            logger.error("a write failed: %s", type(error).__name__)
            self._queue.written()
            task.future.set_exception(error)
        else:
            self._tell("", self._queue.written())
            task.future.set_result(result)
        return True

    def _wait_to_retry(self, database: Database) -> bool:
        """Do the reads that stand behind a stuck write until it is time to try again; False to give up."""
        while (task := self._queue.next_read()) is not None:
            if task.future.set_running_or_notify_cancel():
                _read(database, task)
        return self._queue.wait_for_read(self._retry_after_s)

    def _tell(self, reason: str, waiting: int) -> None:
        if reason == self._reason:
            return
        self._reason = reason
        if reason:
            logger.warning("not saved yet: %s", reason)
        else:
            logger.info("saved again")
        try:
            self._on_status(SaveStatus(waiting=waiting, reason=reason))
        except Exception:
            # Whatever a listener does wrong, the walk must get onto the disk.
            logger.exception("a listener failed")


def _not_saved(database: Database) -> NotSaved:
    return NotSaved(database.path, "The program ended before this could be written.")


def _read(database: Database, task: Task) -> None:
    try:
        result = read(database.connection, task.work)
    except sqlite3.Error as error:
        task.future.set_exception(problem_of(error, database.path) or error)
    except Exception as error:  # noqa: BLE001 - the error belongs to whoever holds the future
        task.future.set_exception(error)
    else:
        task.future.set_result(result)
