"""A display with a window manager of its own, and the real program on it, worked by keys."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

from tests.helpers.sound_server import wait_until

SIZE = "1280x800x24"
PATIENCE_S = 60.0
"""A new machine makes its font caches first."""


class Desktop:
    """Xvfb with openbox; programs get `environment`."""

    def __init__(self, size=SIZE) -> None:
        self._size = size
        self._processes: list[subprocess.Popen] = []
        self.environment: dict[str, str] = {}

    def __enter__(self):
        try:
            self._begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._processes):
            with suppress(ProcessLookupError):
                process.kill()
            process.wait()

    def press(self, *keys):
        """Press keys by their X names, as "space" or "ctrl+2"."""
        self._tool("xdotool", "key", "--delay", "30", *keys)

    def type(self, text):
        self._tool("xdotool", "type", "--delay", "20", text)

    def has_window(self, title):
        """Return whether a visible window's title begins with `title`."""
        return bool(self._tool("xdotool", "search", "--onlyvisible", "--name", f"^{title}").strip())

    def _begin(self):
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp"]
        self._start(command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answers:
            number = answers.readline().strip()
        assert number, "no display could be had"
        self.environment = {"DISPLAY": f":{number}"}
        self._start(["openbox"])
        wait_until(self._has_manager, PATIENCE_S, "openbox")

    def _has_manager(self):
        return "#" in self._tool("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")

    def _start(self, command, **options):
        process = subprocess.Popen(
            command,
            env=os.environ | self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        self._processes.append(process)

    def _tool(self, *command):
        done = subprocess.run(
            command,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        return done.stdout


class RunningProgram:
    """The program as a process of its own, on a desktop and with its data in a folder.

    Args:
        desktop: Where its window is shown.
        folder: Its data folder.
        arguments: More of its command line.
        environment: More of its surroundings, as a sound server.
    """

    def __init__(self, desktop, folder, *arguments, environment=None) -> None:
        self.folder = folder
        command = [sys.executable, "-P", "-m", "retrowalk", "--data-dir", str(folder), *map(str, arguments)]
        self._log = folder.parent / f"{folder.name}.stderr"
        with self._log.open("a") as log:
            self.process = subprocess.Popen(
                command,
                env=os.environ | desktop.environment | (environment or {}),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        self._desktop = desktop

    def __enter__(self):
        wait_until(self._is_shown_or_dead, PATIENCE_S, "the window")
        assert self.process.poll() is None, self.errors()
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def errors(self):
        """Return what it wrote to standard error."""
        return self._log.read_text()

    def kill(self):
        """End it as a crash would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self, number=signal.SIGTERM, timeout_s=5.0):
        """Ask it to go as the system would; return its exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout_s)

    def _is_shown_or_dead(self):
        return self._desktop.has_window("Retrowalk") or self.process.poll() is not None
