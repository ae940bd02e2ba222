"""Starting other programs alike on every system, whatever the variables of the caller say."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

# Where packages come from is a matter of the person's network; any other setting of pip could spoil a set-up.
PIP_SOURCES = {
    f"PIP_{name}"
    for name in (
        "CACHE_DIR",
        "CERT",
        "CLIENT_CERT",
        "CONFIG_FILE",
        "DEFAULT_TIMEOUT",
        "EXTRA_INDEX_URL",
        "FIND_LINKS",
        "INDEX_URL",
        "KEYRING_PROVIDER",
        "NO_INDEX",
        "PROXY",
        "RETRIES",
        "TIMEOUT",
        "TRUSTED_HOST",
        "USE_FEATURE",
    )
}
# These win over the same settings in a configuration file.
PIP_ALWAYS = {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

# A byte that no reader of the file ever meets: on Windows a locked byte cannot be read.
LOCKED_BYTE = 2**30


def clean_environment(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables without what bends another Python or pip, except where pip gets packages from."""
    kept = {
        name: value
        for name, value in variables.items()
        if not name.startswith(("PYTHON", "PIP_", "__PYVENV")) or name in PIP_SOURCES
    }
    kept.pop("VIRTUAL_ENV", None)
    return kept | PIP_ALWAYS


def call(command: Sequence[str | Path], *, cwd: Path | None = None) -> int:
    """Run a command with nothing to read and return its exit code; its output is seen."""
    sys.stdout.flush()
    code, was_interrupted = _wait(
        subprocess.Popen(command, cwd=cwd, stdin=subprocess.DEVNULL, env=clean_environment(os.environ))
    )
    if was_interrupted:
        raise KeyboardInterrupt
    return code


def captured(command: Sequence[str | Path], *, cwd: Path | None = None) -> tuple[int, str]:
    """Run a command with nothing to read; return its exit code and all that it wrote."""
    done = subprocess.run(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_environment(os.environ),
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def output_of(command: Sequence[str | Path]) -> str | None:
    """Return what a command writes, None if it fails or is not there."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=clean_environment(os.environ) | {"LC_ALL": "C"},
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def become(command: Sequence[str]) -> int:
    """Turn into another program; on Windows, which cannot, wait for it and return its exit code."""
    variables = clean_environment(os.environ)
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], [*command], variables)  # noqa: S606 - becoming the program is the point
    return _wait(subprocess.Popen(command, env=variables))[0]


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, bool]:
    """Return the exit code, and whether Ctrl-C came meanwhile: the other got it too, and ends in order."""
    was_interrupted = False
    while True:
        try:
            return process.wait(), was_interrupted
        except KeyboardInterrupt:
            was_interrupted = True


def open_standard_streams() -> None:
    """Give a closed standard stream the null device, so that no file of ours takes its number."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # always a TextIOWrapper


@contextmanager
def alone(what: str) -> Iterator[None]:
    """Hold a lock that ends with the process; a second caller says that it waits for `what`.

    The lock is on this file, which is always there and never replaced by what is done under the lock.
    """
    with Path(__file__).open("rb") as file:
        if not _lock(file.fileno(), wait=False):
            print(f"Waiting for another {what} of this folder to end.", flush=True)
            _lock(file.fileno(), wait=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, *, wait: bool) -> bool:
        os.lseek(descriptor, LOCKED_BYTE, os.SEEK_SET)
        while True:
            try:
                # LK_LOCK gives up after ten seconds.
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

else:
    import fcntl

    def _lock(descriptor: int, *, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        except OSError:
            # A file system that cannot lock: then two at once are on their own.
            return True
        return True
