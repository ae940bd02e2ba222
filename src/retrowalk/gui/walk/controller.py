"""Drives the session under way: one timer, which asks when it is wanted next."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from retrowalk.core.walk.events import Event
from retrowalk.services.session_service import SessionService

LONGEST_WAIT_MS = 100


class SessionController(QObject):
    """Lets time pass for the session and tells what came of it. It knows no phases.

    Signals:
        happened: Time has passed or a command was carried out; carries the tuple of events, often empty.

    Args:
        service: The session.
        rate: Session seconds per real second.
        parent: Its owner.
    """

    happened = Signal(object)

    def __init__(self, service: SessionService, *, rate: float = 1.0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._rate = rate
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    def do(self, command: Callable[[], tuple[Event, ...]]) -> None:
        """Carry out a command of the service, tell its events and go on ticking."""
        self._publish(command())

    def halt(self) -> None:
        """Tick no more."""
        self._timer.stop()

    @Slot()
    def tick(self) -> None:
        """Let time pass now, without waiting for the timer."""
        self._publish(self._service.tick())

    def _publish(self, events: tuple[Event, ...]) -> None:
        self._arm()
        self.happened.emit(events)

    def _arm(self) -> None:
        due_s = self._service.next_due_s()
        if due_s is None:
            self._timer.stop()
        else:
            self._timer.start(min(LONGEST_WAIT_MS, ceil(due_s * 1000 / self._rate)))
