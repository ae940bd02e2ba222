"""The pages of a session under way: walking, pain, and trouble."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from retrowalk.core.pain.stop_rules import stop_line
from retrowalk.core.units import SpeedUnit
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import CueKind
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.session import UnfinishedSession
from retrowalk.core.walk.snapshot import RunState
from retrowalk.gui.walk.controller import SessionController
from retrowalk.gui.walk.pain_page import PainPage
from retrowalk.gui.walk.trouble_page import TroublePage
from retrowalk.gui.walk.walking_page import WalkingPage
from retrowalk.presenters.check_view import PAIN_SCALE
from retrowalk.presenters.safety_text import STOP_FOR_TODAY
from retrowalk.presenters.walk_view import build_walk_view
from retrowalk.services.session_service import SessionService

FLASHED = frozenset({CueKind.CHANGE, CueKind.TURN_AGAIN, CueKind.END})
"""The cues that the picture flashes for; with the ticks it would flash too often to be harmless."""


class SessionPages(QObject):
    """Turns what the walker does on these pages into commands, and shows what comes of them.

    Signals:
        page_wanted: Show this page; carries the widget.
        ended: The session is over.
        shown: The walking page was renewed; carries the Snapshot.

    Args:
        service: The session.
        rate: Session seconds per real second.
        parent: Its owner.
    """

    page_wanted = Signal(object)
    ended = Signal()
    shown = Signal(object)

    def __init__(self, service: SessionService, *, rate: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._controller = SessionController(service, rate=rate, parent=self)
        self._before: int | None = None
        self._is_silent = False
        self.unit = SpeedUnit.KMH
        self._walking = WalkingPage()
        self._pain = PainPage()
        self._trouble = TroublePage(STOP_FOR_TODAY)
        self._connect_signals()

    @property
    def pages(self) -> tuple[QWidget, ...]:
        """All pages, for the stack that shows one of them."""
        return (self._walking, self._pain, self._trouble)

    def start(self, plan: Preset, before: int | None) -> None:
        """Begin a session; `before` is the pain rating given now, or None."""
        self._before = before
        self._show_walking()
        self._controller.do(lambda: self._service.start(plan, before, stop_line=stop_line(before)))

    def take_up(self, unfinished: UnfinishedSession) -> None:
        """Show a session that was cut off, paused."""
        self._before = None
        self._service.continue_unfinished(unfinished)
        self._show_walking()
        self.tick()

    def reopen(self) -> None:
        """Take a stop back."""
        self._show_walking()
        self._controller.do(self._service.reopen)

    def tick(self) -> None:
        """Let time pass now, without waiting for the timer."""
        self._controller.tick()

    def halt(self) -> None:
        """Stand a session still because the program ends."""
        self._controller.do(self._service.pause)
        self._controller.halt()

    def answer_end(self) -> None:
        """Silence the end; no time passes any more."""
        self._controller.halt()
        self._service.answer_end()

    def show_message(self, sentence: str) -> None:
        """Show a sentence about the surroundings; an empty one takes it away."""
        self._walking.show_message(sentence)

    def flash_for_motifs(self, *, silent: bool) -> None:
        """Flash in place of each motif while nothing can be heard."""
        self._is_silent = silent

    def _connect_signals(self) -> None:
        self._controller.happened.connect(self._on_happened)
        self._walking.pause_toggled.connect(self.toggle_pause)
        self._walking.go_on_requested.connect(self._on_go_on)
        self._walking.skip_requested.connect(self.skip)
        self._walking.back_requested.connect(self.back)
        self._walking.time_requested.connect(self._on_time_requested)
        self._walking.stop_requested.connect(self._on_stop)
        self._walking.pain_requested.connect(self._on_pain_requested)
        self._pain.rated.connect(self._on_rated)
        self._pain.cancelled.connect(self._show_walking)
        self._pain.go_on_requested.connect(self._on_go_on_after_pain)
        self._pain.forward_only_requested.connect(self._on_forward_only)
        self._pain.cool_down_requested.connect(self._on_cool_down)
        self._pain.stop_requested.connect(self._on_stop_for_pain)
        self._pain.trouble_requested.connect(self._on_trouble)
        self._trouble.understood.connect(self.ended)

    @Slot(object)
    def _on_happened(self, events: tuple[ev.Event, ...]) -> None:
        snapshot = self._service.snapshot()
        if snapshot is None:
            return
        self._walking.show_state(build_walk_view(snapshot, self.unit))
        self.shown.emit(snapshot)
        if self._is_silent and any(_flashes(event) for event in events):
            self._walking.flash()
        ends = [event for event in events if isinstance(event, ev.Finished | ev.Stopped)]
        if ends and not _is_trouble(ends[-1]):
            self.ended.emit()

    @Slot()
    def _show_walking(self) -> None:
        self.page_wanted.emit(self._walking)

    @Slot()
    def toggle_pause(self) -> None:
        """Stand still, or go on with a countdown."""
        snapshot = self._service.snapshot()
        paused = snapshot is not None and snapshot.state is RunState.PAUSED
        self._controller.do(self._service.resume if paused else self._service.pause)

    @Slot()
    def _on_go_on(self) -> None:
        self._controller.do(self._service.go_on)

    @Slot()
    def skip(self) -> None:
        """Leave the rest of the present phase out."""
        self._controller.do(self._service.skip)

    @Slot()
    def back(self) -> None:
        """Begin the present phase anew, or the one before."""
        self._controller.do(self._service.back)

    @Slot(float)
    def _on_time_requested(self, by_s: float) -> None:
        self._controller.do(lambda: self._service.add_time(by_s))

    @Slot()
    def _on_stop(self) -> None:
        self._controller.do(self._service.stop)

    @Slot()
    def _on_pain_requested(self) -> None:
        self._controller.do(self._service.pause_for_pain)
        self._pain.ask(PAIN_SCALE)
        self.page_wanted.emit(self._pain)

    @Slot(int)
    def _on_rated(self, score: int) -> None:
        self._controller.do(lambda: self._service.rate_pain(score))
        self._pain.offer(score, stop_line(self._before))

    @Slot()
    def _on_go_on_after_pain(self) -> None:
        self._show_walking()
        self._controller.do(self._service.resume)

    @Slot()
    def _on_forward_only(self) -> None:
        self._controller.do(self._service.go_forward_only)
        self._on_go_on_after_pain()

    @Slot()
    def _on_cool_down(self) -> None:
        self._controller.do(self._service.cool_down)
        self._on_go_on_after_pain()

    @Slot()
    def _on_stop_for_pain(self) -> None:
        self._controller.do(lambda: self._service.stop(ev.StopReason.PAIN))

    @Slot()
    def _on_trouble(self) -> None:
        self.page_wanted.emit(self._trouble)
        self._controller.do(lambda: self._service.stop(ev.StopReason.TROUBLE))


def _flashes(event: ev.Event) -> bool:
    return isinstance(event, ev.CueDue) and event.point.cue.kind in FLASHED


def _is_trouble(end: ev.Event) -> bool:
    """Return whether a session ended for trouble, whose advice is read before anything is asked."""
    return isinstance(end, ev.Stopped) and end.reason is ev.StopReason.TROUBLE
