"""The play, pause and skip keys of keyboards and headsets, also when another window has the focus."""

import logging
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retrowalk.system.mpris import MprisPlayer

CLOSING_S = 0.3
_WAKE_UPS = 4096

logger = logging.getLogger(__name__)


class MediaKey(Enum):
    """What a media key asks for; asking for what is so already has no effect."""

    PLAY = "play"
    PAUSE = "pause"
    PLAY_PAUSE = "play_pause"
    NEXT = "next"
    PREVIOUS = "previous"


_KEYS = {
    "Play": MediaKey.PLAY,
    "Pause": MediaKey.PAUSE,
    "PlayPause": MediaKey.PLAY_PAUSE,
    # Stop lies beside play on many keyboards, and some headsets send it when they are taken off. It means
    # "be still", which a pause is; a walk is ended only by somebody who sees what he ends.
    "Stop": MediaKey.PAUSE,
    "Next": MediaKey.NEXT,
    "Previous": MediaKey.PREVIOUS,
}


class MediaKeys:
    """Has the desktop's media keys between `open` and `close`, then other players have them again.

    On Linux and its kin the walk is a player on the session bus (MPRIS). Without a bus, or with one that says
    nothing, no key comes, and the log has a line. On Windows and macOS nothing happens at all: neither Qt
    nor a library that is kept up offers such keys without further permissions; those pressed in our own
    window come from Qt.

    No method blocks or raises; each may be called at any time, but not out of `on_key`.

    Args:
        on_key: Called with each key, in a thread of its own, never after `close`.
    """

    def __init__(self, on_key: Callable[[MediaKey], None]) -> None:
        self._on_key = on_key
        self._presence: _Presence | None = None
        self._state = ("Retrowalk", True)

    def open(self) -> None:
        """Be a player from now on."""
        if self._presence is None and sys.platform not in {"win32", "darwin"}:
            self._presence = _Presence(self._on_key, self._state)

    def show_state(self, title: str, *, playing: bool) -> None:
        """Say what the desktop is to show of the walk; said before `open` it holds from the start.

        Args:
            title: One line, cut if it is long.
            playing: Whether the walk is going on, not paused. Desktops give their keys to who plays.
        """
        if self._state == (title, playing):
            return
        self._state = (title, playing)
        if self._presence is not None:
            self._presence.show(title, playing=playing)

    def close(self) -> None:
        """Be no player any more, within `CLOSING_S`; it can be opened again."""
        if self._presence is not None:
            self._presence.end()
            self._presence = None


class _Presence:
    """One stay on the bus, in a thread that begins with the making and ends with `end`, or with the bus."""

    def __init__(self, on_key: Callable[[MediaKey], None], first: tuple[str, bool]) -> None:
        self._on_key = on_key
        self._states: SimpleQueue[tuple[str, bool]] = SimpleQueue()
        self._first = first
        self._ended = threading.Event()
        self._woken, self._waker = socket.socketpair()
        for end in (self._woken, self._waker):
            end.settimeout(0)
        self._thread = threading.Thread(target=self._run, name="media keys", daemon=True)
        self._thread.start()

    def show(self, title: str, *, playing: bool) -> None:
        self._states.put((title, playing))
        # Nobody listens any more, or a wake-up is on its way already: both are as well.
        with suppress(OSError):
            self._waker.send(b"\0")

    def end(self) -> None:
        self._ended.set()
        self._waker.close()
        self._thread.join(CLOSING_S)

    def _run(self) -> None:
        with self._woken:
            try:
                self._stay()
            except (ImportError, OSError) as problem:
                logger.info("media keys reach the window only: %s", problem)

    def _stay(self) -> None:
        # Loaded when a walk begins: the start of the program does without a bus, and other systems have none.
        from retrowalk.system.mpris import MprisPlayer  # noqa: PLC0415 - see above
        from retrowalk.system.session_bus import SessionBus  # noqa: PLC0415 - see above

        with SessionBus() as bus:
            title, playing = self._first
            player = MprisPlayer(bus, title, playing=playing)
            while not self._ended.is_set():
                for method in player.answer_calls():
                    self._press(_KEYS[method])
                self._tell_news(player)
                bus.wait(self._woken)

    def _press(self, key: MediaKey) -> None:
        if not self._ended.is_set():
            self._on_key(key)

    def _tell_news(self, player: "MprisPlayer") -> None:
        with suppress(BlockingIOError):
            self._woken.recv(_WAKE_UPS)
        with suppress(Empty):
            while True:
                title, playing = self._states.get_nowait()
                player.show(title, playing=playing)
