"""The one place where the parts of the program are put together."""

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from retrowalk.app.voice import load_voice
from retrowalk.core.clock import Clock
from retrowalk.core.ports import CuePlayer
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.rules import RunRules
from retrowalk.gui.change_hub import ChangeHub
from retrowalk.gui.deliveries import Deliveries
from retrowalk.gui.main_window import MainWindow
from retrowalk.gui.progress.progress_loader import ProgressLoader
from retrowalk.gui.walk.walk_place import WalkMeans, WalkPlace
from retrowalk.gui.window_state import WindowState
from retrowalk.services.change_feed import ChangeFeed
from retrowalk.services.preset_shelf import PresetShelf
from retrowalk.services.recovery import Recovery
from retrowalk.services.session_service import SessionMeans, SessionService
from retrowalk.storage.built_in_presets import load_built_in
from retrowalk.storage.database import open_database
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.writer import SaveStatus, Writer
from retrowalk.system import resources
from retrowalk.system.paths import Paths

logger = logging.getLogger(__name__)

CLOSING_S = 1.5
"""How long the end of the program waits for the disk; the system gives it about two seconds."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """The program, put together.

    Attributes:
        window: What is shown.
        walk: Its Walk place.
        service: The session under way.
        journal: Where sessions are written down.
        history: What was written down.
        shelf: The presets.
        writer: The thread that owns the database; not begun yet.
        deliveries: Brings answers into the window's thread.
        player: What plays the cues.
    """

    window: MainWindow
    walk: WalkPlace
    service: SessionService
    journal: SessionJournal
    history: StoredHistory
    shelf: PresetShelf
    writer: Writer
    deliveries: Deliveries
    player: CuePlayer

    def close(self) -> None:
        """Stand a walk still, write what is to be written, and let everything go."""
        self.walk.session.halt()
        self.player.close()
        lost = self.writer.close(CLOSING_S)
        if lost:
            logger.error("%s writes did not get onto the disk before the end", lost)
        self.player.wait_closed(CLOSING_S)


def build(
    paths: Paths, clock: Clock, player: CuePlayer, *, rate: float = 1.0, opened: Sequence[Preset] = ()
) -> Program:
    """Put the program together; nothing of it is opened, shown or begun.

    Args:
        paths: Where everything is kept.
        clock: The session's clock.
        player: What plays the cues.
        rate: Seconds of the clock per real second.
        opened: Presets from a file given at the start; the first of them is offered.
    """
    saving = _SaveReports()
    today = clock.read().local_day
    opening = partial(open_database, paths.database, backups=paths.backups, today=today)
    writer = Writer(opening, saving.take)
    journal = SessionJournal(writer, clock)
    history = StoredHistory(writer)
    changes = ChangeFeed()
    groups = load_built_in(resources.preset_files())
    shelf = PresetShelf((("Opened", opened), *groups) if opened else groups)
    means = _session_means(rate)
    service = SessionService(
        clock=clock,
        journal=journal,
        player=player,
        changes=changes,
        means=lambda: means,
        on_fault=_to_the_crash_path,
    )
    deliveries = Deliveries()
    walk = WalkPlace(
        WalkMeans(
            service=service,
            recovery=Recovery(history=history, journal=journal, changes=changes),
            shelf=shelf,
            history=history,
            clock=clock,
            opened=opened[0] if opened else None,
            rate=rate,
        ),
        deliveries,
    )
    hub = ChangeHub(changes, deliveries)
    make_progress = partial(_make_progress, history, deliveries, hub, clock)
    window = MainWindow(walk, make_progress, WindowState(paths.config / "state.ini"))
    deliveries.setParent(window)
    saving.window = window
    player.listen(window.sound_reported.emit)
    return Program(
        window=window,
        walk=walk,
        service=service,
        journal=journal,
        history=history,
        shelf=shelf,
        writer=writer,
        deliveries=deliveries,
        player=player,
    )


def _to_the_crash_path(fault: BaseException) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)


def _session_means(rate: float) -> SessionMeans:
    voice = load_voice()
    usual = RunRules()
    # A fast clock passes more time between two polls without anything being wrong.
    rules = RunRules(catch_up_after_s=usual.catch_up_after_s * rate, pause_after_s=usual.pause_after_s * rate)
    return SessionMeans(
        wishes=CueWishes(speech=voice.is_there),
        rules=rules,
        speech_length=voice.length_s,
    )


def _make_progress(
    history: StoredHistory, deliveries: Deliveries, hub: ChangeHub, clock: Clock, parent: QWidget
) -> QWidget:
    return ProgressLoader(history, deliveries, hub, clock, parent).place


class _SaveReports:
    """Passes what the store says on to the window, once there is one."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None

    def take(self, status: SaveStatus) -> None:
        if self.window is not None:
            self.window.save_reported.emit(status.reason)
