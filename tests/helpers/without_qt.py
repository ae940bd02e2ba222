"""A pytest plugin that makes the interpreter one without PySide6.

An import that is refused here fails with the very error of a package that is not installed, so this costs
nothing beside a second environment that differs from the first one only by PySide6.
"""

import sys
from importlib.abc import MetaPathFinder

import pytest

REFUSED = {"PySide6", "shiboken6", "pyqtgraph"}
SETTINGS_OF_PYTEST_QT = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


class Refusal(MetaPathFinder):
    """Finds nothing, and lets nobody else find what is refused."""

    def find_spec(self, fullname, path=None, target=None):
        if fullname.partition(".")[0] in REFUSED:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)


def pytest_addoption(parser):
    """Know the settings that pytest-qt, switched off here, has in pyproject.toml."""
    for name in SETTINGS_OF_PYTEST_QT:
        parser.addini(name, "of pytest-qt", type="linelist")


def pytest_configure():
    """Refuse from now on, which is before any test is imported."""
    if already := REFUSED & sys.modules.keys():
        raise pytest.UsageError(f"already imported: {', '.join(sorted(already))}")
    sys.meta_path.insert(0, Refusal())
