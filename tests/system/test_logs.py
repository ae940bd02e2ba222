"""The log stays small and private, and never costs anything but itself."""

import logging
import stat
import sys

import pytest

from retrowalk.system.logs import FILE_NAME, MAX_FILE_BYTES, LogOutput

logger = logging.getLogger("retrowalk.test")


@pytest.fixture
def output():
    """Begins logging into a folder; ended with the test."""
    made = []

    def begin(folder, **others):
        made.append(LogOutput(folder, **others))
        return folder / FILE_NAME

    yield begin
    for one in made:
        one.close()


def console(capsys):
    """What came out on standard error."""
    return capsys.readouterr().err


def test_log_is_written(output, tmp_path, capsys):
    """What happened stands in the file with its time, and not on the console."""
    file = output(tmp_path / "log")
    logger.info("opened")
    logger.debug("too much")
    text = file.read_text(encoding="utf-8")
    assert text.endswith("INFO retrowalk.test: opened\n")
    assert text[:4].isdigit()
    assert console(capsys) == ""


def test_warnings_are_on_the_console(output, tmp_path, capsys, expect_log):
    """Whoever started the program in a terminal sees what is wrong."""
    expect_log("no sound")
    output(tmp_path)
    logger.warning("no sound")
    assert "WARNING retrowalk.test: no sound" in console(capsys)


def test_verbose_shows_everything(output, tmp_path, capsys):
    """On demand the console has it all."""
    output(tmp_path, verbose=True)
    logger.debug("in detail")
    assert "in detail" in console(capsys)


def test_files_stay_small(output, tmp_path):
    """However much is logged, there are two files of a megabyte at most, both private."""
    output(tmp_path / "log")
    for _ in range(400):
        logger.info("x" * 10_000)
    files = list((tmp_path / "log").iterdir())
    assert sorted(file.name for file in files) == [FILE_NAME, f"{FILE_NAME}.1"]
    assert all(file.stat().st_size <= MAX_FILE_BYTES for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o700


def test_folder_that_cannot_be_written(output, tmp_path, capsys, expect_log):
    """Without a log file the program goes on and says so once."""
    expect_log("no log file")
    (tmp_path / "log").touch()
    output(tmp_path / "log")
    logger.info("going on")
    assert console(capsys).count("no log file") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the device that is always full is Linux's")
def test_full_disk_costs_the_line(output, tmp_path, capsys):
    """A line that cannot be written is not talked about."""
    (tmp_path / FILE_NAME).symlink_to("/dev/full")
    output(tmp_path)
    logger.info("lost")
    assert console(capsys) == ""


def test_any_character_can_be_logged(output, tmp_path):
    """Half a character in a file name does not cost the line."""
    file = output(tmp_path)
    logger.info("file %s", "a\udcff👟")
    assert "a\\udcff👟" in file.read_text(encoding="utf-8")


def test_program_without_a_console(output, tmp_path, monkeypatch):
    """Without standard error, as for a window program on Windows, the file has it all."""
    monkeypatch.setattr(sys, "stderr", None)
    file = output(tmp_path)
    logger.info("silent")
    assert "silent" in file.read_text(encoding="utf-8")


def test_everything_is_put_back(tmp_path):
    """After the end nothing is held, and logging is as it was."""
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    LogOutput(tmp_path, verbose=True).close()
    assert (list(root.handlers), root.level) == before
