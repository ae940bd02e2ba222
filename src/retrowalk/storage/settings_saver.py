"""Writes the settings on a thread of its own: nobody who changes one waits for a disk."""

import logging
import threading
from collections.abc import Callable

from retrowalk.core.settings import Settings
from retrowalk.storage.settings_file import SettingsFile

logger = logging.getLogger(__name__)


class SettingsSaver:
    """Writes what was handed over last; what was replaced before its turn came is never written.

    The thread runs only while there is something to write.

    Args:
        file: Where to.
        on_trouble: Told one sentence when the settings cannot be written, and an empty one when they could be
            again; called in the thread.
    """

    def __init__(self, file: SettingsFile, on_trouble: Callable[[str], None]) -> None:
        self._file = file
        self._on_trouble = on_trouble
        self._lock = threading.Lock()
        self._wanted: Settings | None = None
        self._unsaved: Settings | None = None
        self._thread: threading.Thread | None = None

    def save(self, settings: Settings) -> None:
        """Have these written soon."""
        with self._lock:
            self._wanted = settings
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="settings", daemon=True)
                self._thread.start()

    def close(self, timeout_s: float) -> bool:
        """Write what still waits, what could not be written before once more; return whether all is saved.

        Args:
            timeout_s: How long to wait for that.
        """
        with self._lock:
            unsaved = self._unsaved if self._wanted is None else None
        if unsaved is not None:
            self.save(unsaved)
        thread = self._thread
        if thread is not None:
            # A disk that hangs may hold the thread for ever; being a daemon, it does not hold the program.
            thread.join(timeout_s)
        return self._thread is None and self._unsaved is None

    def _work(self) -> None:
        while (settings := self._take()) is not None:
            try:
                self._file.save(settings)
            except OSError as error:
                self._unsaved = settings
                logger.warning("the settings cannot be saved: %s", error.strerror)
                self._on_trouble(f"The settings cannot be saved: {error.strerror or error}.")
            else:
                if self._unsaved is not None:
                    self._unsaved = None
                    self._on_trouble("")

    def _take(self) -> Settings | None:
        with self._lock:
            settings, self._wanted = self._wanted, None
            if settings is None:
                self._thread = None
            return settings
