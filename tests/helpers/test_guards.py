"""The guards of tests/conftest.py fail a test that leaves a mess, say what it is, and fail no other."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFTEST = ROOT / "tests" / "conftest.py"

LOGS = """
    import logging

    def test_quiet():
        logging.getLogger("any").info("fine")

    def test_unexpected():
        logging.getLogger("any").warning("the disk is full")

    def test_expected(expect_log):
        expect_log("disk .* full")
        logging.getLogger("any").warning("the disk is full")

    def test_expected_in_vain(expect_log):
        expect_log("the moon is full")
"""

THREADS = """
    import threading

    held = threading.Event()

    def test_ended():
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()

    def test_left():
        threading.Thread(target=held.wait, name="writer", daemon=True).start()

    def test_after_it():
        held.set()
"""

TIMERS = """
    from PySide6.QtCore import QObject, QTimer

    kept = []

    def test_stopped(qapp):
        timer = QTimer()
        timer.start(10_000)
        timer.stop()

    def test_gone_with_its_owner(qapp):
        owner = QObject()
        QTimer(owner).start(10_000)

    def test_left(qapp):
        kept.append(QTimer())
        kept[0].start(10_000)  # here

    def test_not_blamed_for_it(qapp):
        assert kept[0].isActive()

    def test_single_shot_came(qtbot):
        came = []
        QTimer.singleShot(1, lambda: came.append(1))
        qtbot.waitUntil(lambda: came == [1])

    def test_single_shot_left(qapp):
        QTimer.singleShot(10_000, lambda: None)  # there

    def test_single_shot_gone_with_its_owner(qapp):
        owner = QTimer()
        QTimer.singleShot(10_000, owner.stop)
"""

WINDOWS = """
    from PySide6.QtWidgets import QLabel

    kept = []

    def test_given_to_qtbot(qtbot):
        label = QLabel("1")
        kept.append(label)
        qtbot.addWidget(label)
        label.show()

    def test_forgotten_by_all(qapp):
        QLabel("2").show()

    def test_left(qapp):
        label = QLabel("3", objectName="clock")
        kept.append(label)

    def test_failed_before_it_could_close(qapp):
        kept.append(QLabel("4"))
        raise ValueError("the message to read")
"""


@pytest.fixture
def run(pytester):
    """Run a text of tests in an interpreter of their own, under the real conftest and settings."""
    pytester.makeconftest(CONFTEST.read_text())

    def run_with(text, *options):
        pytester.makepyfile(test_inner=text)
        settings = ("-c", ROOT / "pyproject.toml", "--rootdir", pytester.path)
        return pytester.runpytest_subprocess(*settings, "-p", "no:cacheprovider", *options, "test_inner.py")

    return run_with


def test_logs(run):
    """A warning fails its test unless it was announced; an announced one that does not come fails too."""
    result = run(LOGS)
    result.assert_outcomes(passed=4, errors=2)
    result.stdout.fnmatch_lines(["unexpected log record: WARNING any: the disk is full"])
    result.stdout.fnmatch_lines(["expected log record did not come: the moon is full"])


def test_threads(run):
    """A thread that outlives its test is named, and the next test is not blamed for it."""
    result = run(THREADS)
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(["thread 'writer' still runs"])


@pytest.mark.gui
def test_timers(run):
    """A timer or a single shot that still runs is named by the line that started it."""
    result = run(TIMERS)
    result.assert_outcomes(passed=7, errors=2)
    for mark in ("# here", "# there"):
        line = next(n for n, text in enumerate(TIMERS.splitlines()) if mark in text)
        result.stdout.fnmatch_lines([f"timer started at *test_inner.py:{line} still runs"])


@pytest.mark.gui
def test_windows(run):
    """A window that stays is named, except after a failure that explains it."""
    result = run(WINDOWS)
    result.assert_outcomes(passed=3, failed=1, errors=1)
    result.stdout.fnmatch_lines(["top-level widget QLabel 'clock' is still there"])


@pytest.mark.gui
def test_marked_by_itself(run):
    """Whatever asks for the application is marked, so that it can be left out."""
    run("def test_plain(): ...\ndef test_window(qtbot): ...", "-m", "gui").assert_outcomes(
        passed=1, deselected=1
    )


@pytest.mark.gui
def test_qt_warning(run):
    """A warning of Qt fails the test in which it appears."""
    run("def test_it(qapp):\n  from PySide6.QtCore import qWarning\n  qWarning('odd')").assert_outcomes(
        failed=1
    )


def test_without_qt(run):
    """With the plugin of the core tests PySide6 is as absent as a package that was never installed."""
    text = """
        import importlib, pytest

        @pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "shiboken6", "pyqtgraph"])
        def test_absent(name):
            with pytest.raises(ModuleNotFoundError, match=name.split(".")[0]):
                importlib.import_module(name)
    """
    without = ("-p", "no:pytest-qt", "-p", "tests.helpers.without_qt", "-m", "not gui")
    run(text, *without).assert_outcomes(passed=4)
