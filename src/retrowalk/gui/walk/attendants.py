"""What attends a walk from outside the window: the media keys, and the computer staying awake."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from retrowalk.core.walk.snapshot import RunState, Snapshot
from retrowalk.gui.walk.session_pages import SessionPages
from retrowalk.system.media_keys import MediaKey, MediaKeys

RELEASE_AFTER_MS = 5 * 60 * 1000
"""How long a pause may be before the computer is let go to sleep."""

_WINDOW_KEYS = {
    Qt.Key.Key_MediaTogglePlayPause: MediaKey.PLAY_PAUSE,
    Qt.Key.Key_MediaPlay: MediaKey.PLAY_PAUSE,
    Qt.Key.Key_MediaPause: MediaKey.PAUSE,
    Qt.Key.Key_MediaNext: MediaKey.NEXT,
    Qt.Key.Key_MediaPrevious: MediaKey.PREVIOUS,
}


class Wakefulness(Protocol):
    """Keeps display and computer awake; both calls return at once."""

    def hold(self) -> None:
        """Keep them awake from now on."""
        ...

    def release(self) -> None:
        """Let them sleep again."""
        ...


class Attendants(QObject):
    """Begins with the countdown of a session and ends with it.

    Signals:
        key_pressed: A media key was pressed; carries the MediaKey. Emitted from any thread.

    Args:
        pages: The session.
        awake: Keeps the computer awake.
        parent: Its owner.
    """

    key_pressed = Signal(object)

    def __init__(self, pages: SessionPages, awake: Wakefulness, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._awake = awake
        self._keys = MediaKeys(self.key_pressed.emit)
        self._state: RunState | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(RELEASE_AFTER_MS)
        self._patience.timeout.connect(awake.release)
        self.key_pressed.connect(self._on_key_pressed, Qt.ConnectionType.QueuedConnection)
        pages.shown.connect(self._on_shown)
        self._bind_window_keys()

    def close(self) -> None:
        """Let the keys go, because the program ends."""
        self._pages.shown.disconnect(self._on_shown)
        self._patience.stop()
        self._keys.close()

    def _bind_window_keys(self) -> None:
        # Where no desktop takes these keys for all windows, they come to ours.
        for key, meaning in _WINDOW_KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self._pages.pages[0])
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda meant=meaning: self._on_key_pressed(meant))

    @Slot(object)
    def _on_shown(self, snapshot: Snapshot) -> None:
        under_way = snapshot.state in {RunState.COUNTDOWN, RunState.WALKING, RunState.PAUSED}
        if under_way:
            self._keys.show_state("Walk", playing=snapshot.state is not RunState.PAUSED)
        if snapshot.state is self._state:
            return
        was_under_way = self._state in {RunState.COUNTDOWN, RunState.WALKING, RunState.PAUSED}
        self._state = snapshot.state
        if under_way and not was_under_way:
            self._keys.open()
        if was_under_way and not under_way:
            self._keys.close()
        self._keep_awake(under_way=under_way)

    def _keep_awake(self, *, under_way: bool) -> None:
        self._patience.stop()
        if not under_way:
            self._awake.release()
            return
        self._awake.hold()
        if self._state is RunState.PAUSED:
            self._patience.start()

    @Slot(object)
    def _on_key_pressed(self, key: MediaKey) -> None:
        # A key may come late, when the walk is over.
        paused = self._state is RunState.PAUSED
        if self._state not in {RunState.COUNTDOWN, RunState.WALKING, RunState.PAUSED}:
            return
        if key is MediaKey.NEXT:
            self._pages.skip()
        elif key is MediaKey.PREVIOUS:
            self._pages.back()
        elif key is MediaKey.PLAY_PAUSE or paused is (key is MediaKey.PLAY):
            self._pages.toggle_pause()
