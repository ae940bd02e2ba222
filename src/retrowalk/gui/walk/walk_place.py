"""The Walk place: from choosing a preset to the summary, one page after the other."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from retrowalk.core.clock import Clock
from retrowalk.core.pain.rating import Rating
from retrowalk.core.pain.resting import WINDOW_DAYS, usual_before
from retrowalk.core.ports import History
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.session import UnfinishedSession
from retrowalk.core.walk.snapshot import RunState
from retrowalk.gui.deliveries import Deliveries
from retrowalk.gui.walk.after_page import AfterPage
from retrowalk.gui.walk.check_page import CheckPage
from retrowalk.gui.walk.idle_page import IdlePage
from retrowalk.gui.walk.recovery_page import RecoveryPage
from retrowalk.gui.walk.session_pages import SessionPages
from retrowalk.gui.walk.summary_page import SummaryPage
from retrowalk.presenters.check_view import CHECKLIST, PAIN_SCALE, build_forward_proposal
from retrowalk.presenters.idle_view import build_idle_view
from retrowalk.presenters.recovery_view import build_recovery_view
from retrowalk.presenters.summary_view import build_summary_view
from retrowalk.services.preset_shelf import PresetShelf
from retrowalk.services.recovery import Recovery
from retrowalk.services.session_service import SessionService

CHECKLIST_WALKS = 3
"""How many first walks begin with the check list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkMeans:
    """What the place works with.

    Attributes:
        service: The session under way.
        recovery: A session that was cut off.
        shelf: The presets.
        history: What was walked and rated before.
        opened: The preset to be offered first, in place of the one walked last; None without one.
        clock: Where time is read.
        rate: Session seconds per real second.
    """

    service: SessionService
    recovery: Recovery
    shelf: PresetShelf
    history: History
    clock: Clock
    opened: Preset | None = None
    rate: float = 1.0


class WalkPlace(QWidget):
    """Leads through a walk.

    Signals:
        walk_entered: A session is shown; it wants the whole window.
        walk_left: The place is back at choosing.
    """

    walk_entered = Signal()
    walk_left = Signal()

    def __init__(self, means: WalkMeans, deliveries: Deliveries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk_place")
        self._means = means
        self._service = means.service
        self._deliveries = deliveries
        self.session = SessionPages(means.service, rate=means.rate, parent=self)
        self._chosen = means.opened or means.shelf.first_choice()
        self._was_picked = means.opened is not None
        self._walks = 0
        self._recent: tuple[Rating, ...] = ()
        self._before: int | None = None
        self._unfinished: UnfinishedSession | None = None
        self._idle = IdlePage()
        self._check = CheckPage()
        self._after = AfterPage()
        self._summary = SummaryPage()
        self._recovery = RecoveryPage()
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect_signals()
        self._show_idle()

    def refresh(self) -> None:
        """Look at the past again: what was walked last, how often, and the usual pain."""
        today = self._means.clock.read().local_day
        history, bring = self._means.history, self._deliveries.bring
        bring(history.last_plan(), self._on_last_plan)
        bring(history.session_count(), self._on_counted)
        bring(history.ratings(today - timedelta(days=WINDOW_DAYS)), self._on_recent)

    def offer_recovery(self) -> None:
        """Ask about a session that was cut off, if there is one."""
        self._deliveries.bring(self._means.recovery.find(), self._on_unfinished)

    def show_message(self, sentence: str) -> None:
        """Show a sentence about the surroundings in the walk; an empty one takes it away."""
        self.session.show_message(sentence)

    def flash_for_motifs(self, *, silent: bool) -> None:
        """Flash in place of each motif while nothing can be heard."""
        self.session.flash_for_motifs(silent=silent)

    @property
    def is_walking(self) -> bool:
        """Whether a session runs or stands in a pause."""
        return self._service.is_under_way

    def _lay_out(self) -> None:
        asking = (self._idle, self._check, self._after, self._summary, self._recovery)
        for page in (*asking, *self.session.pages):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def _connect_signals(self) -> None:
        self._idle.start_requested.connect(self._on_start_requested)
        self._idle.preset_chosen.connect(self._on_preset_chosen)
        self._check.rated.connect(self._on_rated_before)
        self._check.skipped.connect(self._on_anyway_chosen)
        self._check.cancelled.connect(self._show_idle)
        self._check.forward_chosen.connect(self._on_forward_chosen)
        self._check.anyway_chosen.connect(self._on_anyway_chosen)
        self.session.page_wanted.connect(self._pages.setCurrentWidget)
        self.session.ended.connect(self._on_ended)
        self._after.rated.connect(self._on_rated_after)
        self._after.described.connect(self._on_described)
        self._summary.done_requested.connect(self._on_done)
        self._summary.resume_requested.connect(self._on_reopen)
        self._recovery.keep_requested.connect(self._on_keep)
        self._recovery.continue_requested.connect(self._on_continue)
        self._recovery.discard_requested.connect(self._on_discard)

    # -------------------------------------------------------------- choosing

    def _show_idle(self) -> None:
        self._idle.show_state(build_idle_view(self._chosen, self._means.shelf.groups))
        self._pages.setCurrentWidget(self._idle)
        self.walk_left.emit()

    def _on_last_plan(self, plan: Preset | None) -> None:
        # The preset may have been changed since the walk, which keeps its own copy.
        known = self._means.shelf.find(plan.id) if plan else None
        if known is not None and not self._was_picked:
            self._chosen = known
            self._idle.show_state(build_idle_view(known, self._means.shelf.groups))

    def _on_counted(self, walks: int) -> None:
        self._walks = walks

    def _on_recent(self, ratings: tuple[Rating, ...]) -> None:
        self._recent = ratings

    @Slot(str)
    def _on_preset_chosen(self, preset_id: str) -> None:
        self._chosen = self._means.shelf.find(preset_id) or self._chosen
        self._was_picked = True
        self._show_idle()

    @Slot()
    def _on_start_requested(self) -> None:
        self._before = None
        self._check.ask(PAIN_SCALE, CHECKLIST if self._walks < CHECKLIST_WALKS else ())
        self._pages.setCurrentWidget(self._check)
        self.walk_entered.emit()

    @Slot(int)
    def _on_rated_before(self, score: int) -> None:
        self._before = score
        usual = usual_before(self._recent, self._means.clock.read().local_day)
        proposal = build_forward_proposal(score, usual)
        if proposal is None:
            self._begin(self._chosen)
        else:
            self._check.propose(proposal)

    @Slot()
    def _on_forward_chosen(self) -> None:
        self._begin(self._means.shelf.forward_only())

    @Slot()
    def _on_anyway_chosen(self) -> None:
        self._begin(self._chosen)

    def _begin(self, plan: Preset) -> None:
        self.session.start(plan, self._before)

    # ------------------------------------------------------------- afterwards

    @Slot()
    def _on_ended(self) -> None:
        self._after.ask()
        self._pages.setCurrentWidget(self._after)

    @Slot(int)
    def _on_rated_after(self, score: int) -> None:
        self.session.answer_end()
        self._summary.show_saved(False)
        saved = self._service.rate_after(score)
        if saved is not None:
            self._deliveries.bring(saved, lambda _done: self._summary.show_saved(True))

    @Slot(object, str)
    def _on_described(self, effort: int | None, note: str) -> None:
        self.session.answer_end()
        if effort is not None or note:
            self._service.describe(effort, note)
        summary, snapshot = self._service.summary(), self._service.snapshot()
        if summary is None or snapshot is None:
            return
        self._summary.show_state(build_summary_view(summary))
        self._summary.offer_resume(snapshot.state is RunState.STOPPED)
        self._pages.setCurrentWidget(self._summary)

    @Slot()
    def _on_done(self) -> None:
        self._service.leave()
        self.refresh()
        self._show_idle()

    @Slot()
    def _on_reopen(self) -> None:
        self.session.reopen()

    # --------------------------------------------------------------- recovery

    def _on_unfinished(self, unfinished: UnfinishedSession | None) -> None:
        if unfinished is None or self._service.is_under_way:
            return
        self._unfinished = unfinished
        self._recovery.show_state(build_recovery_view(unfinished))
        self._pages.setCurrentWidget(self._recovery)
        self.walk_entered.emit()

    @Slot()
    def _on_keep(self) -> None:
        if self._unfinished is not None:
            self._deliveries.bring(self._means.recovery.keep(self._unfinished), self._on_recovered)

    @Slot()
    def _on_discard(self) -> None:
        if self._unfinished is not None:
            self._deliveries.bring(self._means.recovery.discard(self._unfinished), self._on_recovered)

    def _on_recovered(self, _done: None) -> None:
        self._unfinished = None
        self.refresh()
        self._show_idle()
        # There may be an older one still.
        self.offer_recovery()

    @Slot()
    def _on_continue(self) -> None:
        if self._unfinished is not None:
            self.session.take_up(self._unfinished)
            self._unfinished = None
