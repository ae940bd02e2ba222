"""What the program says of itself: into a file that stays small, and warnings to the console."""

import logging
import os
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

from retrowalk.system.paths import make_private

MAX_FILE_BYTES = 1_000_000
OLD_FILES = 1
FILE_NAME = "retrowalk.log"
PRIVATE_FILE = 0o600

logger = logging.getLogger(__name__)


class LogOutput:
    """Where the log goes, from its making until `close`.

    A folder that cannot be written to costs the file, and a full disk costs lines of it, nothing else. What
    the walker writes or rates is not for the log; that is up to whoever logs.

    Args:
        folder: For the file; made if it is not there.
        verbose: Whether the console gets everything, not only warnings.
    """

    def __init__(self, folder: Path, *, verbose: bool = False) -> None:
        self._handlers: list[logging.Handler] = []
        self._root = logging.getLogger()
        self._level_before = self._root.level
        self._root.setLevel(logging.DEBUG if verbose else logging.INFO)
        # A program without a console, as on Windows, has no standard error either.
        if sys.stderr is not None:
            self._add(logging.StreamHandler(), logging.DEBUG if verbose else logging.WARNING)
        try:
            make_private(folder)
            self._add(_PrivateFile(folder / FILE_NAME), logging.DEBUG)
        except OSError as error:
            logger.warning("no log file: %s", error)

    def close(self) -> None:
        """Let go of the file, and of the console."""
        for handler in self._handlers:
            self._root.removeHandler(handler)
            # On a full disk the last lines cannot be written at the end either.
            with suppress(OSError):
                handler.close()
        self._handlers.clear()
        self._root.setLevel(self._level_before)

    def _add(self, handler: logging.Handler, level: int) -> None:
        handler.setLevel(level)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._root.addHandler(handler)
        self._handlers.append(handler)


class _PrivateFile(RotatingFileHandler):
    """A rotating file that nobody else can read, and that may fail without a word."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=MAX_FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8", errors="backslashreplace"
        )

    def _open(self) -> Any:
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - a method of logging
        """Pass over a line that cannot be written: it must not cost the walk."""


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, PRIVATE_FILE)
