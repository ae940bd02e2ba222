"""One wish to stay awake, and nothing of it left behind."""

import shutil

import pytest

pytest.importorskip("jeepney", reason="this system has no message bus")
if shutil.which("dbus-daemon") is None:
    pytest.skip("dbus-daemon is not installed", allow_module_level=True)

from retrowalk.system.wake_lock import WakeLock
from tests.helpers.message_bus import Client, FakeInhibitor, MessageBus

SCREEN_SAVER = "org.freedesktop.ScreenSaver"


@pytest.fixture
def bus(monkeypatch):
    """The session bus that is found."""
    with MessageBus() as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started


def test_taken_twice_is_taken_once(bus):
    """Who has it asks nobody again; let go once it is gone, and once more does no harm."""
    lock = WakeLock()
    with FakeInhibitor(bus, SCREEN_SAVER) as service:
        assert lock.take()
        assert lock.take()
        assert len(service.asked) == 1
        lock.let_go()
        lock.let_go()
        assert service.wait_for(asked=1, released=1)


def test_refusal_leaves_no_connection(bus, monkeypatch):
    """A desktop that agrees too late finds nobody whom it would keep awake for."""
    monkeypatch.setattr("retrowalk.system.session_bus.SILENCE_S", 0.1)
    lock = WakeLock()
    with Client(bus) as observer, FakeInhibitor(bus, SCREEN_SAVER, answers=""):
        before = observer.connections()
        assert not lock.take()
        assert observer.connections() == before


def test_disorder_leaves_no_connection(bus, monkeypatch):
    """A desktop that does not answer the end of a wish learns of it by the end of the connection."""
    lock = WakeLock()
    with Client(bus) as observer, FakeInhibitor(bus, SCREEN_SAVER) as service:
        before = observer.connections()
        assert lock.take()
        assert observer.connections() == before + 1
        service.answers = "no"
        lock.let_go()
        assert observer.connections() == before
