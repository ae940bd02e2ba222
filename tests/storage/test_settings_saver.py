"""Settings are written by a thread of its own, the latest only."""

import threading

import pytest

from retrowalk.core.settings import LookSettings, Settings
from retrowalk.storage.settings_saver import SettingsSaver

TIMEOUT_S = 10.0


def scaled(scale):
    """Settings that can be told apart."""
    return Settings(look=LookSettings(text_scale=scale))


class SlowFile:
    """A file on a disk that waits for leave, and fails when told to."""

    def __init__(self):
        self.saved = []
        self.trouble = None
        self.leave = threading.Event()
        self.leave.set()
        self.begun = threading.Event()

    def save(self, settings):
        self.begun.set()
        assert self.leave.wait(TIMEOUT_S)
        if self.trouble is not None:
            raise self.trouble
        self.saved.append(settings)


@pytest.fixture
def file():
    """A disk."""
    return SlowFile()


@pytest.fixture
def told():
    """What was told about saving."""
    return []


@pytest.fixture
def saver(file, told):
    """A saver on that disk."""
    return SettingsSaver(file, told.append)


def test_is_written(saver, file, told):
    """What is handed over gets onto the disk, nothing is said about it, and no thread stays."""
    saver.save(scaled(1.5))
    assert saver.close(TIMEOUT_S)
    assert file.saved == [scaled(1.5)]
    assert told == []


def test_nobody_waits_for_the_disk(saver, file):
    """While the disk is busy, changes are taken at once, and only the last of them is written after."""
    file.leave.clear()
    saver.save(scaled(1.1))
    assert file.begun.wait(TIMEOUT_S)
    for scale in (1.2, 1.3, 1.4):
        saver.save(scaled(scale))
    assert file.saved == []
    file.leave.set()
    assert saver.close(TIMEOUT_S)
    assert file.saved == [scaled(1.1), scaled(1.4)]


def test_trouble_is_told_and_taken_back(saver, file, told, expect_log):
    """A full disk is one sentence; once a save goes through it is taken back."""
    expect_log("cannot be saved")
    file.trouble = OSError(28, "No space left on device")
    saver.save(scaled(1.1))
    assert not saver.close(TIMEOUT_S)
    assert set(told) == {"The settings cannot be saved: No space left on device."}
    file.trouble = None
    saver.save(scaled(1.2))
    assert saver.close(TIMEOUT_S)
    assert told[-1] == ""
    assert file.saved == [scaled(1.2)]


def test_end_tries_once_more(saver, file, told, expect_log):
    """What could not be saved is saved at the end of the program, if the disk allows it by then."""
    expect_log("cannot be saved")
    file.trouble = OSError("gone")
    saver.save(scaled(1.1))
    assert not saver.close(TIMEOUT_S)
    file.trouble = None
    assert saver.close(TIMEOUT_S)
    assert file.saved == [scaled(1.1)]


def test_end_does_not_wait_for_ever(saver, file):
    """A disk that hangs does not hold the program."""
    file.leave.clear()
    saver.save(scaled(1.1))
    assert not saver.close(0.05)
    file.leave.set()
    assert saver.close(TIMEOUT_S)


def test_end_without_a_change(saver, file):
    """Where nothing was changed nothing is written."""
    assert saver.close(TIMEOUT_S)
    assert file.saved == []
