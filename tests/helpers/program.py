"""The whole program in this process: real window, real database, a clock in the test's hand, no sound."""

from retrowalk.app.bootstrap import build
from retrowalk.sound.player import SilentCuePlayer
from retrowalk.system.paths import find_paths, make_private
from tests.helpers.clock import FakeClock

PATIENCE_MS = 10_000


class TestProgram:
    """The program, begun and shown; closed at the end of the block.

    Args:
        qtbot: Waits for answers of the store.
        folder: The data folder.
        clock: The session's clock; a fake one if not given.
    """

    __test__ = False

    def __init__(self, qtbot, folder, clock=None, **rest) -> None:
        self.clock = clock or FakeClock()
        self.qtbot = qtbot
        paths = find_paths(folder)
        make_private(paths.data)
        self.parts = build(paths, self.clock, SilentCuePlayer(), **rest)
        self.window = self.parts.window

    def __enter__(self):
        self.parts.writer.open().result(PATIENCE_MS / 1000)
        self.window.show()
        self.parts.walk.refresh()
        self.settle()
        return self

    def __exit__(self, *_):
        self.parts.close()
        self.window.hide()
        self.window.deleteLater()

    def settle(self):
        """Wait until everything asked of the store so far was delivered."""
        done: list[bool] = []
        self.parts.deliveries.bring(self.parts.writer.read(lambda _: True), done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)

    def rows(self, query):
        """Return what the database answers."""
        return self.parts.writer.read(lambda connection: connection.execute(query).fetchall()).result(10)

    def find(self, kind, name):
        """Return the widget of that object name."""
        found = self.window.findChild(kind, name)
        assert found is not None, f"no {kind.__name__} called {name!r}"
        return found
