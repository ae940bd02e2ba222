"""Fails a test that leaves a running timer, a thread or a window behind."""

import functools
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

THREAD_GRACE_S = 1.0

# Qt keeps these for itself once it has made them.
OWNED_BY_QT = {"QTipLabel", "QDesktopScreenWidget"}


def leftover_threads(before: set[threading.Thread]) -> list[str]:
    """Return the names of threads started since, after a moment in which the last ones may end.

    Threads that Qt started are left out: Python never learns of their end.
    """
    new = [t for t in threading.enumerate() if t not in before and not isinstance(t, threading._DummyThread)]
    for thread in new:
        thread.join(THREAD_GRACE_S / len(new))
    return [f"thread {thread.name!r} still runs" for thread in new if thread.is_alive()]


def leftover_windows(before: set[int]) -> list[str]:
    """Return a line for each top-level widget made since; `before` holds their ids."""
    return [
        f"top-level widget {type(widget).__name__} {widget.objectName()!r} is still there"
        for widget in _top_level_widgets()
        if id(widget) not in before and widget.metaObject().className() not in OWNED_BY_QT
    ]


def _top_level_widgets() -> list[Any]:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    # A widget given to deleteLater is gone only after this; no event loop of a test ever does it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.topLevelWidgets()


class TimerWatch:
    """Remembers every timer started from Python, and the line that did it."""

    def __init__(self) -> None:
        self._started: list[tuple[Callable[[], bool], str]] = []

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Note what is started inside."""
        from PySide6.QtCore import QTimer

        start, single_shot = QTimer.start, QTimer.singleShot

        @functools.wraps(start)
        def noted_start(timer: Any, *args: Any) -> None:
            start(timer, *args)
            self._started.append((functools.partial(_is_active, weakref.ref(timer)), _line_of_caller()))

        @functools.wraps(single_shot)
        def noted_single_shot(interval_ms: int, *args: Any) -> None:
            single_shot(interval_ms, *args)
            due_s = time.monotonic() + interval_ms / 1000
            self._started.append((functools.partial(_is_pending, due_s, _receiver(args)), _line_of_caller()))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(QTimer, "start", noted_start)
            patch.setattr(QTimer, "singleShot", staticmethod(noted_single_shot))
            yield

    def still_running(self) -> list[str]:
        """Return a line for each timer that still runs."""
        return [f"timer started at {line} still runs" for running, line in self._started if running()]


def _line_of_caller() -> str:
    frame = traceback.extract_stack(limit=3)[0]
    return f"{frame.filename}:{frame.lineno}"


def _is_active(reference: "weakref.ref[Any]") -> bool:
    from shiboken6 import isValid

    timer = reference()
    return timer is not None and isValid(timer) and timer.isActive()


def _receiver(args: tuple[Any, ...]) -> "weakref.ref[Any] | None":
    """Return the object whose end also ends a single shot: the owner of the bound method, if it has one."""
    owner = getattr(args[-1], "__self__", None)
    return None if owner is None else weakref.ref(owner)


def _is_pending(due_s: float, receiver: "weakref.ref[Any] | None") -> bool:
    from shiboken6 import isValid

    if receiver is not None and ((owner := receiver()) is None or not isValid(owner)):
        return False
    return time.monotonic() < due_s


@pytest.fixture(autouse=True)
def no_threads_left(request):
    """A test ends the threads that it starts."""
    before = set(threading.enumerate())
    yield
    _fail_if_any(request, leftover_threads(before))


@pytest.fixture(autouse=True)
def no_qt_left(request):
    """A test of the window stops the timers that it starts and closes the windows that it opens."""
    if request.node.get_closest_marker("gui") is None:
        yield
        return
    request.getfixturevalue("qapp")
    watch = TimerWatch()
    before = {id(widget) for widget in _top_level_widgets()}
    with watch.watching():
        yield
    _fail_if_any(request, watch.still_running() + leftover_windows(before))


def _fail_if_any(request: pytest.FixtureRequest, lines: list[str]) -> None:
    # A test that failed half-way could not tidy up; its own message is the one to read.
    if lines and not request.node.stash.get(FAILED, False):
        pytest.fail("\n".join(lines), pytrace=False)


FAILED = pytest.StashKey[bool]()
