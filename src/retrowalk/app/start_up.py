"""From the command line to a window, and back to an exit code."""

import errno
import logging
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from retrowalk import __version__
from retrowalk.app.bootstrap import Program, build
from retrowalk.app.demo import fill_with_demo
from retrowalk.app.termination import Termination
from retrowalk.core.clock import Clock, ScaledClock, SystemClock
from retrowalk.core.ports import CuePlayer
from retrowalk.core.problems import EnvironmentProblem
from retrowalk.core.settings import Appearance
from retrowalk.core.walk.preset import Preset
from retrowalk.gui.crash import CrashReporter
from retrowalk.gui.fonts import load_fonts
from retrowalk.gui.qt_log import install_qt_log
from retrowalk.gui.theme import DARK, LIGHT, apply_theme, system_theme
from retrowalk.services.settings_keeper import SettingsKeeper
from retrowalk.sound.child import sound_command
from retrowalk.sound.player import ProcessCuePlayer, SilentCuePlayer
from retrowalk.storage.preset_file import read_preset_file
from retrowalk.storage.preset_refused import PresetRefused
from retrowalk.system import resources
from retrowalk.system.instance import InstanceLock
from retrowalk.system.logs import LogOutput
from retrowalk.system.paths import Paths, find_paths, make_private

DEMO_LADDER = "Four weeks to 15 minutes"

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartOptions:
    """What was asked for on the command line.

    Attributes:
        data_dir: Where to keep everything; None for the usual folders.
        time_scale: Session seconds per real second, 1 or more.
        demo: Whether to open with made-up data, in a folder that is deleted afterwards.
        file: A preset file to choose from, or None.
    """

    data_dir: Path | None = None
    time_scale: float = 1.0
    demo: bool = False
    file: Path | None = None


def run(options: StartOptions) -> int:
    """Run the program until its window is closed; return the exit code."""
    with ExitStack() as stack:
        try:
            opened = read_preset_file(options.file).presets if options.file else ()
            folder = stack.enter_context(_demo_folder()) if options.demo else options.data_dir
            paths = find_paths(folder)
            make_private(paths.data)
            if not _is_first(stack.enter_context(InstanceLock(paths.lock))):
                print("retrowalk: it is running already.", file=sys.stderr)
                return 0
        except PresetRefused as refused:
            return _refused(f"{options.file}: {refused}")
        except EnvironmentProblem as problem:
            return _refused(problem.sentence)
        except OSError as error:
            return _refused(f"{error.filename} cannot be used: {error.strerror}.")
        stack.enter_context(closing(LogOutput(paths.log)))
        return _run_window(paths, options, opened)


def _is_first(lock: InstanceLock) -> bool:
    """Return whether no other program uses the database; where nothing can be written none can be told."""
    try:
        return lock.take()
    except PermissionError:
        return True
    except OSError as error:
        if error.errno == errno.EROFS:
            return True
        raise


def _refused(sentence: str) -> int:
    print(f"retrowalk: {sentence}", file=sys.stderr)
    return 1


@contextmanager
def _demo_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="retrowalk-demo-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _run_window(paths: Paths, options: StartOptions, opened: Sequence[Preset]) -> int:
    app = _application()
    system_clock = SystemClock()
    rate = options.time_scale
    clock: Clock = ScaledClock(system_clock, rate) if rate > 1 else system_clock
    program = build(paths, clock, _player(system_clock, rate), rate=rate, opened=opened)
    _look_as_chosen(app, program.keeper)
    crashes = CrashReporter(__version__, program.window)
    crashes.install()
    # Not quit(), which asks the window, which asks the walker; nothing is lost by going at once.
    termination = Termination(lambda: app.exit(0), app)
    program.window.show()
    # After the first paint, so that the window does not wait for the disk.
    QTimer.singleShot(0, lambda: _open_store(program, clock, demo=options.demo))
    try:
        return app.exec()
    finally:
        program.close()
        termination.close()
        crashes.remove()


def _application() -> QApplication:
    install_qt_log()
    app = QApplication(["retrowalk"])
    app.setApplicationName("retrowalk")
    app.setApplicationDisplayName("Retrowalk")
    app.setDesktopFileName("retrowalk")
    for name in load_fonts(resources.folder("fonts")):
        logger.warning("the font %s cannot be read", name)
    # Widgets take their font from it when they are made.
    apply_theme(app, system_theme())
    return app


def _look_as_chosen(app: QApplication, keeper: SettingsKeeper) -> None:
    """Put the chosen colours and text size on, now and whenever they or the system's change."""

    def look() -> None:
        chosen = keeper.settings.look
        themes = {Appearance.LIGHT: LIGHT, Appearance.DARK: DARK}
        apply_theme(app, themes.get(chosen.appearance) or system_theme(), chosen.text_scale)

    look()
    app.styleHints().colorSchemeChanged.connect(look)
    keeper.listen(lambda _settings: look())


def _player(clock: Clock, rate: float) -> CuePlayer:
    if rate > 1:
        return SilentCuePlayer()
    return ProcessCuePlayer(sound_command(resources.folder("")), clock)


def _open_store(program: Program, clock: Clock, *, demo: bool) -> None:
    bring = program.deliveries.bring
    program.deliveries.problem_met.connect(lambda problem: program.window.show_message("store", str(problem)))
    bring(program.writer.open(), lambda _done: None)
    if demo:
        ladder = program.shelf.titled(DEMO_LADDER)
        bring(fill_with_demo(program.journal, ladder, clock.read()), lambda _done: program.walk.refresh())
    program.walk.refresh()
    program.walk.offer_recovery()
