"""The sound process as its parent sees it: lines in, lines out, and never a caller that waits."""

import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from retrowalk.sound.messages import Report, Wish, read_report, wish_line

SOUND_PROCESS_ARGUMENT = "--sound-process"
"""In a frozen bundle the program itself is started again with this and the folder of the sounds."""

LONGEST_LINE = 65_536

_log = logging.getLogger(__name__)


def sound_command(resources: Path) -> tuple[str, ...]:
    """Return the command that starts the sound process.

    Args:
        resources: The folder that holds `sounds` and `voice`.
    """
    if getattr(sys, "frozen", False):
        return (sys.executable, SOUND_PROCESS_ARGUMENT, str(resources))
    # -P: a json.py in the current folder must not be taken for the library's.
    return (sys.executable, "-P", "-m", "retrowalk.sound.entry", str(resources))


class SoundChild:
    """One running sound process.

    Two threads of its own write and read, so a frozen process blocks nobody else; both end with it.

    Args:
        command: What to start.
        on_report: Called with each report, from the reading thread.
        on_end: Called once with the exit code, from the reading thread.

    Raises:
        OSError: If the command cannot be started.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_report: Callable[["SoundChild", Report], None],
        on_end: Callable[["SoundChild", int], None],
    ) -> None:
        self._on_report = on_report
        self._on_end = on_end
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._process = subprocess.Popen(  # noqa: S603  our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # One thread is all the arithmetic there is; numpy would keep memory for one per processor.
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        for work in (self._write, self._read):
            threading.Thread(target=work, name=f"sound {work.__name__}", daemon=True).start()

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, wish: Wish) -> None:
        """Hand a wish over; what a dead process does not take is lost."""
        self._lines.put(wish_line(wish))

    def end(self) -> None:
        """Close its standard input, at which it ends by itself."""
        self._lines.put(None)

    def kill(self) -> None:
        """End it by force, also when it is frozen."""
        self._process.kill()

    def _write(self) -> None:
        stdin = cast("IO[bytes]", self._process.stdin)
        with suppress(OSError), stdin:
            while (line := self._lines.get()) is not None:
                stdin.write(line)
                stdin.flush()

    def _read(self) -> None:
        stdout = cast("IO[bytes]", self._process.stdout)
        with stdout:
            while line := stdout.readline(LONGEST_LINE):
                if report := read_report(line):
                    self._on_report(self, report)
                elif line.strip():
                    _log.debug("sound process: %s", line.decode(errors="replace").rstrip())
        code = self._process.wait()
        self._lines.put(None)
        self._on_end(self, code)
