"""What holds for every test: its own folders, no desktop, no unexpected log, nothing left behind."""

import itertools
from pathlib import Path

import pytest
from hypothesis import settings

from development import checks
from tests.helpers.isolation import hide_desktop, isolated_environment
from tests.helpers.leftovers import FAILED, no_qt_left, no_threads_left
from tests.helpers.log_guard import expect_log
from tests.helpers.screenshots import assert_screenshot, dress, pytest_addoption

__all__ = [
    "assert_screenshot",
    "dress",
    "expect_log",
    "no_qt_left",
    "no_threads_left",
    "pytest_addoption",
]

QT_FIXTURES = {"qapp", "qtbot", "qtlog", "qtmodeltester"}
E2E_FOLDER = Path(__file__).parent / "e2e"

# A loaded computer is not a failure of ours: budgets are tested on purpose, in benchmarks.
settings.register_profile("retrowalk", deadline=None)


def pytest_configure(config):
    """Choose the platform before Qt is loaded."""
    hide_desktop()
    settings.load_profile("retrowalk")


def pytest_collection_modifyitems(items):
    """Mark what needs Qt and what starts the real program, so that nobody has to remember it."""
    for item in items:
        if E2E_FOLDER in item.path.parents:
            item.add_marker("e2e")
        if QT_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Tell the guards whether the test itself failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def pytest_runtest_setup(item):
    """Skip what starts the real program where the tools for it are missing."""
    if item.get_closest_marker("e2e") and (missing := checks.missing_tools()):
        pytest.skip(f"not found: {', '.join(missing)}")


@pytest.fixture(scope="session")
def _people(tmp_path_factory):
    folder = tmp_path_factory.mktemp("people")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def isolated_paths(request, _people, monkeypatch):
    """Each test is a person of its own: the folders of nobody else are seen, or touched."""
    for name, value in isolated_environment(next(_people)).items():
        monkeypatch.setenv(name, value)
    if request.node.get_closest_marker("e2e"):
        monkeypatch.delenv("QT_QPA_PLATFORM")
