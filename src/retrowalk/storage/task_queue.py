"""What waits to be done with the database, handed from any thread to the one that does it."""

import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Task:
    """One thing to do with the database.

    Attributes:
        work: Does it; it gets the connection.
        writes: Whether it changes anything.
        future: Told when it is done, or why it is not.
    """

    work: Callable[[sqlite3.Connection], Any]
    writes: bool
    future: Future[Any] = field(default_factory=Future)


class TaskQueue:
    """Tasks in the order in which they came, a read being allowed past a write that is stuck."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._tasks: deque[Task] = deque()
        self._writing = False
        self._refused: BaseException | None = None
        self._closed = False
        self._abandoned = False

    def add(self, task: Task) -> None:
        """Put a task last; its future fails at once if nothing is taken.

        Raises:
            RuntimeError: The queue was closed.
        """
        with self._changed:
            if self._closed:
                raise RuntimeError("the database is being closed")
            if self._refused is None:
                self._tasks.append(task)
                self._changed.notify_all()
            else:
                task.future.set_exception(self._refused)

    def accept(self) -> None:
        """Take tasks again after `refuse`."""
        with self._changed:
            self._refused = None

    def refuse(self, reason: BaseException) -> None:
        """Let every task fail for a reason, those that wait and those to come."""
        with self._changed:
            self._refused = reason
            left = list(self._tasks)
            self._tasks.clear()
        for task in left:
            if task.future.set_running_or_notify_cancel():
                task.future.set_exception(reason)

    def close(self) -> None:
        """Take no more tasks; those that wait are still given out."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def abandon(self) -> int:
        """Give out no more tasks, and return how many writes are left undone."""
        with self._changed:
            self._abandoned = True
            self._changed.notify_all()
            return self._waiting()

    def next(self) -> Task | None:
        """Return the next task, waiting for one; None when there will be no more."""
        with self._changed:
            self._changed.wait_for(lambda: self._tasks or self._closed)
            if self._abandoned or not self._tasks:
                return None
            task = self._tasks.popleft()
            self._writing = task.writes
            return task

    def next_read(self) -> Task | None:
        """Return the first read, past all writes; None if none waits."""
        with self._changed:
            read = next((task for task in self._tasks if not task.writes), None)
            if read is not None:
                self._tasks.remove(read)
            return read

    def wait_for_read(self, timeout_s: float) -> bool:
        """Wait until a read comes or the time is over; False if the queue was abandoned."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._abandoned or any(not task.writes for task in self._tasks), timeout_s
            )
            return not self._abandoned

    def written(self) -> int:
        """Say that the write given out last is done with, and return how many others wait."""
        with self._changed:
            self._writing = False
            return self._waiting()

    def waiting(self) -> int:
        """Return how many writes wait, the one given out last included."""
        with self._changed:
            return self._waiting()

    def _waiting(self) -> int:
        return sum(task.writes for task in self._tasks) + self._writing
