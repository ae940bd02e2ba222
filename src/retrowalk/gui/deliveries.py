"""Answers of other threads, brought into the thread of the window."""

import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from retrowalk.core.problems import EnvironmentProblem

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Deliveries(QObject):
    """Hands the results of futures to callbacks in the thread that this object lives in.

    Signals:
        problem_met: A future failed for a fault of the surroundings; carries the EnvironmentProblem.
    """

    problem_met = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def bring(self, future: Future[T], then: Callable[[T], None]) -> None:
        """Call `then` with the future's result, later and in this object's thread; not if it failed."""
        future.add_done_callback(lambda done: self._arrived.emit(done, then))

    @Slot(object, object)
    def _on_arrived(self, done: Future[Any], then: Callable[[Any], None]) -> None:
        try:
            result = done.result()
        except CancelledError:
            logger.info("an answer was no longer wanted")
        except EnvironmentProblem as problem:
            self.problem_met.emit(problem)
        else:
            then(result)
