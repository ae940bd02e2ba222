"""One program at a time, and no lock outlives its program."""

import errno
import os
import signal
import stat
import subprocess
import sys

import pytest

from retrowalk.system.instance import InstanceLock

HOLDING = """
import sys
from pathlib import Path
from retrowalk.system.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    """Where the lock is."""
    return tmp_path / "retrowalk.lock"


@pytest.fixture
def holder(path):
    """Starts processes that take the lock and keep it; ended with the test."""
    started = []

    def start():
        command = [sys.executable, "-c", HOLDING, str(path)]
        started.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.communicate()


def took(process):
    """Whether a process got the lock."""
    return process.stdout.readline() == "True\n"


def test_only_one_has_it(path):
    """The second is told so at once; after the first let go it can have it."""
    with InstanceLock(path) as first, InstanceLock(path) as second:
        assert first.take()
        assert not second.take()
        first.release()
        assert second.take()


def test_file_is_private_and_stays(path):
    """Nobody else can hold the lock; the file is left, as two files would be two locks."""
    with InstanceLock(path) as lock:
        lock.take()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"4711\nother-host\n", os.urandom(5000)])
def test_what_is_in_the_file_means_nothing(path, content):
    """A file left by whatever program is no obstacle, and stays as it is."""
    path.write_bytes(content)
    with InstanceLock(path) as lock:
        assert lock.take()
    assert path.read_bytes() == content


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_file_that_cannot_be_written_can_be_locked(path, monkeypatch, code):
    """A lock file that somebody else owns, or on a disk that is read-only, does its work all the same."""
    path.touch()
    real_open = os.open

    def owned_by_another(file, flags, *mode):
        if flags & os.O_RDWR:
            raise OSError(code, "not to be written", str(file))
        return real_open(file, flags, *mode)

    monkeypatch.setattr("retrowalk.system.instance.os.open", owned_by_another)
    with InstanceLock(path) as first, InstanceLock(path) as second:
        assert first.take()
        assert not second.take()


def test_folder_that_is_not_there(tmp_path):
    """The error says exactly which file."""
    with pytest.raises(OSError, match=r"nowhere/retrowalk\.lock"):
        InstanceLock(tmp_path / "nowhere" / "retrowalk.lock").take()


def test_killed_program_holds_nothing(path, holder):
    """After a kill the next start has the lock at once."""
    first = holder()
    assert took(first)
    with InstanceLock(path) as lock:
        assert not lock.take()
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        assert lock.take()


def test_many_starts_at_once(holder):
    """Of ten programs started together one has it."""
    processes = [holder() for _ in range(10)]
    assert sum(took(process) for process in processes) == 1
