"""SIGINT, SIGTERM and SIGHUP, brought into the event loop, so that the program ends as by its menu."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Slot

_WANTED = ("SIGINT", "SIGTERM", "SIGHUP")


class Termination(QObject):
    """Calls `end` in the event loop when the system asks the program to go.

    A Python handler runs only when the loop next enters Python, which may be never; the wake-up descriptor
    makes it enter.

    Args:
        end: What to do; called once for each signal.
        parent: Its owner.
    """

    def __init__(self, end: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = end
        self._inside, self._outside = socket.socketpair()
        self._inside.setblocking(False)
        self._outside.setblocking(False)
        signal.set_wakeup_fd(self._outside.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_woken)
        for name in _WANTED:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _take_note)

    def close(self) -> None:
        """Take signals no more; from here on they end the program in the system's way."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for name in _WANTED:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_DFL)
        self._inside.close()
        self._outside.close()

    @Slot()
    def _on_woken(self) -> None:
        if self._inside.recv(64):
            self._end()


def _take_note(_number: int, _frame: FrameType | None) -> None:
    """Let the signal pass; the wake-up descriptor has already told of it."""
