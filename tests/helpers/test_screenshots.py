"""Accepted pictures: what fails, what is written, what is accepted."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.gui

CONFTEST = """
from tests.helpers.screenshots import assert_screenshot, dress, pytest_addoption
from tests.helpers import screenshots
from pathlib import Path

screenshots.FOLDER = Path(__file__).parent / "accepted"
"""
TEST = """
from PySide6.QtWidgets import QWidget

def test_picture(qtbot, assert_screenshot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(40, 30)
    widget.setStyleSheet("background: {colour}")
    assert_screenshot(widget, "plain")
"""


@pytest.fixture
def run(pytester):
    """Run a test of a plain widget in a colour, in a pytest of its own."""
    pytester.makeconftest(CONFTEST)
    settings = ("-c", ROOT / "pyproject.toml", "--rootdir", pytester.path)

    def run_one(colour, *options):
        pytester.makepyfile(test_inner=TEST.format(colour=colour))
        return pytester.runpytest_subprocess(*settings, "-p", "no:cacheprovider", *options, "test_inner.py")

    return run_one


def test_accepted_picture_is_compared(run, pytester):
    """What was accepted passes; another colour fails, and the three pictures lie in the test's folder."""
    run("#336699", "--accept-screenshots").assert_outcomes(passed=1)
    assert (pytester.path / "accepted" / "plain.png").exists()
    run("#336699").assert_outcomes(passed=1)
    failed = run("#993366", f"--basetemp={pytester.path / 'written'}")
    failed.assert_outcomes(failed=1)
    failed.stdout.fnmatch_lines(["*plain.png looks different now*"])
    written = sorted(path.name for path in (pytester.path / "written").rglob("*.png"))
    assert written == ["actual.png", "diff.png", "expected.png"]


def test_missing_picture_fails(run):
    """A picture that nobody has accepted is not accepted by itself."""
    result = run("#336699")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*no accepted picture plain.png*"])
