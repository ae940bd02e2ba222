"""Takes the pictures of the README: `python packaging/make_screenshots.py` writes them anew.

The real program is put together in this process, on no screen, with the made-up weeks and a clock that is
moved by hand, so that the pictures show the same each time.
"""

import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from retrowalk.app.bootstrap import Program, build
from retrowalk.app.demo import fill_with_demo
from retrowalk.app.start_up import DEMO_LADDER
from retrowalk.core.clock import Reading
from retrowalk.gui.fonts import load_fonts
from retrowalk.gui.places import Place
from retrowalk.gui.theme import LIGHT, apply_theme
from retrowalk.sound.player import SilentCuePlayer
from retrowalk.system import resources
from retrowalk.system.paths import find_paths, make_private

FOLDER = Path(__file__).parent / "screenshots"
SIZE = (1160, 760)
TODAY = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
INTO_BACKWARD_S = 15.0 + 240.0 + 45.0 + 22.0


class _HandClock:
    def __init__(self) -> None:
        self._passed_s = 0.0

    def read(self) -> Reading:
        at = TODAY + timedelta(seconds=self._passed_s)
        return Reading(monotonic_s=self._passed_s, utc=at, utc_offset_min=0)

    def advance(self, seconds: float) -> None:
        self._passed_s += seconds


def main() -> int:
    """Take the pictures."""
    app = QApplication(["retrowalk"])
    load_fonts(resources.folder("fonts"))
    apply_theme(app, LIGHT)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = find_paths(Path(folder))
        make_private(paths.data)
        clock = _HandClock()
        program = build(paths, clock, SilentCuePlayer())
        program.writer.open().result()
        fill_with_demo(program.journal, program.shelf.titled(DEMO_LADDER), clock.read()).result()
        program.window.resize(*SIZE)
        program.window.show()
        try:
            _take_progress(program)
            _take_walking(program, clock)
        finally:
            program.close()
    return 0


def _take_progress(program: Program) -> None:
    program.window.show_place(Place.PROGRESS)
    _settle(program)
    program.window.grab().save(str(FOLDER / "progress.png"))


def _take_walking(program: Program, clock: _HandClock) -> None:
    program.window.show_place(Place.WALK)
    program.walk.session.start(program.shelf.first_choice(), 3)
    for _ in range(round(INTO_BACKWARD_S)):
        clock.advance(1.0)
        program.walk.session.tick()
    program.walk.walk_entered.emit()
    _settle(program)
    program.window.grab().save(str(FOLDER / "walking.png"))


def _settle(program: Program) -> None:
    """Let everything asked of the store be delivered and painted."""
    for _ in range(5):
        program.writer.read(lambda _connection: None).result()
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
