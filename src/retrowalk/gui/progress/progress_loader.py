"""Keeps the Progress place in step with what is written."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from retrowalk.core.clock import Clock
from retrowalk.core.pain.rating import Rating
from retrowalk.core.ports import History
from retrowalk.core.walk.session import SessionRecord
from retrowalk.gui.change_hub import ChangeHub
from retrowalk.gui.deliveries import Deliveries
from retrowalk.gui.locale_dates import LocaleDates
from retrowalk.gui.progress.progress_place import ProgressPlace
from retrowalk.presenters.progress_view import build_progress_view
from retrowalk.services.change_feed import Changed


class ProgressLoader(QObject):
    """Loads the place when it is shown, and again when what it shows has changed meanwhile.

    Args:
        history: What was walked and rated.
        deliveries: Brings the answers.
        hub: Tells what was written.
        clock: Where today is read.
        parent: The widget that holds the place.
    """

    def __init__(
        self, history: History, deliveries: Deliveries, hub: ChangeHub, clock: Clock, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._deliveries = deliveries
        self._clock = clock
        self._dates = LocaleDates()
        self._is_stale = True
        self._sessions: tuple[SessionRecord, ...] = ()
        self.place = ProgressPlace(self._dates)
        self.place.installEventFilter(self)
        hub.changed.connect(self._on_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.place and event.type() is QEvent.Type.Show:
            self._load_if_stale()
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_changed(self, changed: Changed) -> None:
        if changed & (Changed.HISTORY | Changed.PAIN):
            self._is_stale = True
            if self.place.isVisible():
                self._load_if_stale()

    def _load_if_stale(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._deliveries.bring(self._history.sessions(), self._on_sessions)

    def _on_sessions(self, sessions: tuple[SessionRecord, ...]) -> None:
        self._sessions = sessions
        self._deliveries.bring(self._history.ratings(), self._on_ratings)

    def _on_ratings(self, ratings: tuple[Rating, ...]) -> None:
        today = self._clock.read().local_day
        view = build_progress_view(self._sessions, ratings, today=today, dates=self._dates)
        self.place.show_state(view)
