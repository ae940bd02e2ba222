"""The PySide6 that is installed has none of the faults that the pin in pyproject.toml keeps out."""

import importlib.metadata
import sys

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import QObject, Signal

TIMES = 100
# Other code of the interpreter takes and returns a few references meanwhile.
NOISE = 20

mortal_only = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from 3.12 on True and None live for ever, nothing can be dropped"
)


class Bell(QObject):
    """Emits, and has a method that returns nothing."""

    rung = Signal()


@mortal_only
def test_emitting_drops_no_reference(qapp):
    """PySide6 6.12.0 drops one reference to True with each emit, until the interpreter aborts."""
    bell = Bell()
    before = sys.getrefcount(True)
    for _ in range(TIMES):
        bell.rung.emit()
    assert sys.getrefcount(True) > before - NOISE


@mortal_only
def test_void_calls_drop_no_reference(qapp):
    """PySide6 6.12.0 drops one reference to None with each call that returns nothing."""
    bell = Bell()
    before = sys.getrefcount(None)
    for _ in range(TIMES):
        bell.setObjectName("bell")
    assert sys.getrefcount(None) > before - NOISE


def test_all_parts_have_one_version():
    """Parts of different versions load, and then fail far from the cause."""
    parts = ("PySide6", "PySide6_Essentials", "PySide6_Addons", "shiboken6")
    assert len({importlib.metadata.version(part) for part in parts}) == 1
