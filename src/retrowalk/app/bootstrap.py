"""The one place where the parts of the program are put together."""

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from retrowalk.app.voice import Voice, load_voice
from retrowalk.core.clock import Clock
from retrowalk.core.ports import CuePlayer
from retrowalk.core.settings import Settings
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.rules import CATCH_UP_AFTER_S, PAUSE_AFTER_S, RunRules
from retrowalk.gui.change_hub import ChangeHub
from retrowalk.gui.deliveries import Deliveries
from retrowalk.gui.main_window import MainWindow
from retrowalk.gui.places import Place
from retrowalk.gui.progress.progress_loader import ProgressLoader
from retrowalk.gui.settings.settings_desk import SettingsDesk
from retrowalk.gui.walk.attendants import Attendants
from retrowalk.gui.walk.walk_place import WalkMeans, WalkPlace
from retrowalk.gui.window_state import WindowState
from retrowalk.services.change_feed import ChangeFeed
from retrowalk.services.cue_samples import CueSamples
from retrowalk.services.preset_shelf import PresetShelf
from retrowalk.services.recovery import Recovery
from retrowalk.services.session_service import SessionMeans, SessionService
from retrowalk.services.settings_keeper import SettingsKeeper
from retrowalk.storage.built_in_presets import load_built_in
from retrowalk.storage.database import open_database
from retrowalk.storage.history import StoredHistory
from retrowalk.storage.journal import SessionJournal
from retrowalk.storage.settings_file import SettingsFile
from retrowalk.storage.settings_saver import SettingsSaver
from retrowalk.storage.writer import SaveStatus, Writer
from retrowalk.system import resources
from retrowalk.system.keep_awake import KeepAwake
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
        attendants: The media keys.
        awake: Keeps the computer awake.
        keeper: The settings.
        saver: Writes them.
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
    attendants: Attendants
    awake: KeepAwake
    keeper: SettingsKeeper
    saver: SettingsSaver
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
        self.attendants.close()
        self.window.forget_hint()
        self.player.close()
        lost = self.writer.close(CLOSING_S)
        if lost:
            logger.error("%s writes did not get onto the disk before the end", lost)
        self.saver.close(CLOSING_S)
        self.awake.close()
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
    reports = _Reports()
    file = SettingsFile(paths.config / "settings.toml")
    settings, complaint = file.load()
    saver = SettingsSaver(file, reports.settings_saved)
    keeper = SettingsKeeper(settings, store=saver)
    today = clock.read().local_day
    opening = partial(open_database, paths.database, backups=paths.backups, today=today)
    writer = Writer(opening, reports.saved)
    journal = SessionJournal(writer, clock)
    history = StoredHistory(writer)
    changes = ChangeFeed()
    groups = load_built_in(resources.preset_files())
    shelf = PresetShelf((("Opened", opened), *groups) if opened else groups)
    voice = load_voice()
    service = SessionService(
        clock=clock,
        journal=journal,
        player=player,
        changes=changes,
        means=lambda: _session_means(keeper.settings, voice, rate),
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
    samples = CueSamples(player=player, clock=clock, speech_length=voice.length_s)
    makers = {
        Place.PROGRESS: lambda parent: ProgressLoader(history, deliveries, hub, clock, parent).place,
        Place.SETTINGS: lambda parent: SettingsDesk(keeper, player, samples, parent).place,
    }
    window = MainWindow(walk, makers, WindowState(paths.config / "state.ini"))
    deliveries.setParent(window)
    reports.window = window
    awake = KeepAwake(reports.sleep_refused)
    attendants = Attendants(walk.session, awake, window)
    player.listen(window.sound_reported.emit)
    keeper.listen(lambda chosen: _apply(chosen, player, walk))
    _apply(settings, player, walk)
    window.show_message("settings", complaint)
    return Program(
        window=window,
        walk=walk,
        attendants=attendants,
        awake=awake,
        keeper=keeper,
        saver=saver,
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


def _apply(settings: Settings, player: CuePlayer, walk: WalkPlace) -> None:
    player.set_volumes(settings.sound.voice_volume, settings.sound.sounds_volume)
    player.choose_output(settings.sound.output or None)
    walk.session.unit = settings.belt.speed_unit


def _session_means(settings: Settings, voice: Voice, rate: float) -> SessionMeans:
    """Return what a session is run with by these settings.

    Args:
        settings: What the walker has chosen.
        voice: The packaged voice.
        rate: Seconds of the clock per real second; a fast one passes more between two polls.
    """
    cues, belt = settings.cues, settings.belt
    return SessionMeans(
        wishes=CueWishes(
            speech=settings.sound.speech and voice.is_there,
            lead_s=cues.lead_s,
            lead_to_backward_s=cues.lead_to_backward_s,
            speed_unit=belt.speed_unit,
            halfway=cues.halfway,
            last_backward=cues.last_backward,
            minutes=cues.minutes,
            alive=cues.alive,
        ),
        rules=RunRules(
            get_ready_s=belt.get_ready_s,
            step_on_s=belt.step_on_s,
            catch_up_after_s=CATCH_UP_AFTER_S * rate,
            pause_after_s=PAUSE_AFTER_S * rate,
        ),
        speech_length=voice.length_s,
    )


class _Reports:
    """Passes what other threads say on to the window, once there is one."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None

    def saved(self, status: SaveStatus) -> None:
        """Take what the store says of its writes."""
        self._tell("saving", f"Not saved yet: {status.reason}" if status.reason else "")

    def settings_saved(self, sentence: str) -> None:
        """Take what is wrong with the settings file, empty if nothing is."""
        self._tell("settings", sentence)

    def sleep_refused(self) -> None:
        """Take that the system does not let itself be kept awake."""
        if self.window is not None:
            self.window.hint_reported.emit(
                "The screen may go dark in a walk: the system would not keep it on."
            )

    def _tell(self, topic: str, sentence: str) -> None:
        if self.window is not None:
            self.window.message_reported.emit(topic, sentence)
