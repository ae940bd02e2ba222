"""Keeping display and computer awake without ever waiting for it."""

import logging
import threading
from collections.abc import Callable
from enum import Enum
from queue import SimpleQueue

CLOSING_S = 0.3

logger = logging.getLogger(__name__)


class _Wish(Enum):
    HOLD = "hold"
    RELEASE = "release"
    END = "end"


class KeepAwake:
    """Keeps display and computer awake between `hold` and `release`.

    A thread of its own, begun by the first `hold`, does the asking; a desktop that says nothing makes nobody
    else wait. Of wishes that come faster than they are granted only the last counts. If the process dies,
    the system forgets its wish.

    Args:
        on_refused: Called once at most, in that thread, when the screen may sleep although it is not to:
            at once or some seconds after `hold`.
    """

    def __init__(self, on_refused: Callable[[], None]) -> None:
        self._on_refused = on_refused
        self._told = False
        self._wishes: SimpleQueue[_Wish] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def hold(self) -> None:
        """Wish that all stays awake; returns at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="keep awake", daemon=True)
            self._thread.start()
        self._wishes.put(_Wish.HOLD)

    def release(self) -> None:
        """Wish for it no longer; returns at once."""
        self._wishes.put(_Wish.RELEASE)

    def close(self) -> None:
        """Let all sleep again and end, within `CLOSING_S`; nothing is to be wished afterwards."""
        self._wishes.put(_Wish.END)
        if self._thread is not None:
            self._thread.join(CLOSING_S)

    def _run(self) -> None:
        try:
            # Takes 0.1 s to load, and may be half replaced by an update of the system.
            from retrowalk.system.wake_lock import WakeLock  # noqa: PLC0415 - see above
        except ImportError as error:
            logger.info("the screen may sleep: %s", error)
            self._refuse()
            return
        lock = WakeLock()
        while (wish := self._newest_wish()) is not _Wish.END:
            if wish is _Wish.RELEASE:
                lock.let_go()
            elif not lock.take() and self._wishes.empty():
                self._refuse()
        lock.let_go()

    def _newest_wish(self) -> _Wish:
        wish = self._wishes.get()
        while not self._wishes.empty():
            wish = self._wishes.get()
        return wish

    def _refuse(self) -> None:
        if not self._told:
            self._told = True
            self._on_refused()
