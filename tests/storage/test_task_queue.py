"""Tasks keep their order; a read gets past a stuck write; nobody is left waiting at the end."""

import threading

import pytest

from retrowalk.storage.task_queue import Task, TaskQueue


def nothing(_connection):
    """The work of a task that is never done here."""


def a_write():
    """Something to write."""
    return Task(nothing, writes=True)


def a_read():
    """Something to read."""
    return Task(nothing, writes=False)


def filled(*tasks):
    """A queue with tasks in it."""
    queue = TaskQueue()
    for task in tasks:
        queue.add(task)
    return queue


def test_order_is_kept():
    """Reads and writes come out as they went in."""
    tasks = [a_write(), a_read(), a_write()]
    queue = filled(*tasks)
    assert [queue.next() for _ in tasks] == tasks


def test_read_gets_past_writes():
    """While a write is stuck, the first read can be taken out from behind it."""
    writes, reads = [a_write(), a_write()], [a_read(), a_read()]
    queue = filled(writes[0], reads[0], writes[1], reads[1])
    assert [queue.next_read() for _ in range(3)] == [*reads, None]
    assert [queue.next(), queue.next()] == writes


def test_waiting_writes_are_counted():
    """The write being done counts until it is said to be done; reads do not count."""
    queue = filled(a_write(), a_write(), a_read())
    assert queue.waiting() == 2
    queue.next()
    assert queue.waiting() == 2
    assert queue.written() == 1


def test_closed_queue_is_emptied_first():
    """What was handed over before the end is still given out, nothing is taken after it."""
    task = a_write()
    queue = filled(task)
    queue.close()
    with pytest.raises(RuntimeError, match="being closed"):
        queue.add(a_write())
    assert queue.next() is task
    assert queue.next() is None


def test_abandoned_queue_gives_nothing_out():
    """What is left when time is over is counted and given up."""
    queue = filled(a_write(), a_read(), a_write())
    queue.close()
    assert queue.abandon() == 2
    assert queue.next() is None
    assert not queue.wait_for_read(0.0)


def test_refusal_reaches_all():
    """Those that wait and those that come fail alike, until tasks are taken again."""
    reason = OSError("no disk")
    tasks = [a_write(), a_read(), a_write()]
    tasks[1].future.cancel()
    queue = filled(*tasks)
    queue.refuse(reason)
    late = a_write()
    queue.add(late)
    assert [task.future.exception() for task in (tasks[0], tasks[2], late)] == [reason] * 3
    queue.accept()
    queue.add(a_write())
    assert queue.waiting() == 1


def test_next_waits_for_a_task():
    """The thread that does the work sleeps until there is some."""
    queue = TaskQueue()
    given: list[Task] = []
    thread = threading.Thread(target=lambda: given.extend(iter(queue.next, None)))
    thread.start()
    task = a_write()
    queue.add(task)
    queue.close()
    thread.join(20.0)
    assert given == [task]


def test_read_ends_the_wait():
    """A read that comes, or is there already, ends the wait for the next attempt; time does so as well."""
    assert filled(a_write(), a_read()).wait_for_read(20.0)
    assert filled(a_write()).wait_for_read(0.0)
