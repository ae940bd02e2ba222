"""The screen stays awake while it is to, and no desktop, however ill, holds anything up."""

import shutil
import subprocess
import sys
import threading

import pytest

pytest.importorskip("jeepney", reason="this system has no message bus")
if shutil.which("dbus-daemon") is None:
    pytest.skip("dbus-daemon is not installed", allow_module_level=True)

from retrowalk.system.keep_awake import KeepAwake
from tests.helpers.message_bus import PATIENCE_S, Client, FakeInhibitor, MessageBus, SilentBus

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"


class Refusals:
    """Counts what the walker was told."""

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def __call__(self):
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def wait(self):
        """Wait for the first; return whether it came."""
        with self._changed:
            return self._changed.wait_for(lambda: self.count > 0, PATIENCE_S)


@pytest.fixture
def refusals():
    """What the walker is told."""
    return Refusals()


@pytest.fixture
def keep_awake(refusals):
    """The one under test. Made first, closed last: with the bus gone no answer is waited for."""
    kept = KeepAwake(refusals)
    yield kept
    kept.close()


@pytest.fixture
def bus(keep_awake, monkeypatch):
    """The session bus that is found."""
    with MessageBus() as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started


@pytest.mark.parametrize("desktop", [SCREEN_SAVER, GNOME])
def test_held_and_released(bus, keep_awake, refusals, desktop):
    """One wish while it is held, the same one taken back; hold and release again do so again."""
    with FakeInhibitor(bus, desktop) as service:
        for times in (1, 2):
            keep_awake.hold()
            assert service.wait_for(asked=times, released=times - 1)
            keep_awake.release()
            assert service.wait_for(asked=times, released=times)
    assert service.released == [(1,), (2,)]
    assert refusals.count == 0


def test_desktop_is_told_who_asks(bus, keep_awake):
    """The list of what keeps the computer awake names Retrowalk and says why."""
    with FakeInhibitor(bus, SCREEN_SAVER) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
    assert service.asked == [("Retrowalk", "A walk is under way")]


def test_gnome_keeps_the_display_awake(bus, keep_awake):
    """The wish is against idleness, which would darken the screen, and it names Retrowalk."""
    with FakeInhibitor(bus, GNOME) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
    ((name, _window, reason, flags),) = service.asked
    assert (name, reason, flags) == ("retrowalk", "A walk is under way", 8)


def test_close_releases(bus, keep_awake):
    """At the end of the program nothing stays behind, and the wish was taken back in order."""
    with FakeInhibitor(bus, SCREEN_SAVER) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
        keep_awake.close()
        assert service.wait_for(asked=1, released=1)


def test_release_without_hold(keep_awake, refusals):
    """What was never held can be released and closed; not even a thread is begun for it."""
    before = threading.active_count()
    keep_awake.release()
    keep_awake.close()
    assert threading.active_count() == before
    assert refusals.count == 0


@pytest.mark.parametrize("address", ["", "garbage", "unix:path=/nowhere", "tcp:host=a,port=1", "disabled:"])
def test_no_bus(keep_awake, refusals, monkeypatch, address):
    """Where there is nobody to ask the walker is told so."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    keep_awake.hold()
    assert refusals.wait()


def test_bus_not_named(keep_awake, refusals, monkeypatch):
    """As without a desktop, when nothing names a bus at all."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    keep_awake.hold()
    assert refusals.wait()


def test_nobody_on_the_bus(bus, keep_awake, refusals):
    """A bus without such a service is as good as none."""
    keep_awake.hold()
    assert refusals.wait()


def test_refusal_is_told_once(bus, keep_awake, refusals):
    """A desktop that says no is asked again by each hold; the walker hears of it the first time only."""
    with Client(bus) as observer, FakeInhibitor(bus, SCREEN_SAVER, answers="no") as service:
        observer.listen(interface="org.freedesktop.DBus", member="NameOwnerChanged")
        for _ in range(5):
            keep_awake.hold()
            while observer.next_signal("NameOwnerChanged")[2]:
                pass  # until its connection has gone, at which it has given up
    assert len(service.asked) == 5
    assert refusals.wait()
    assert refusals.count == 1


def test_held_after_a_refusal(bus, keep_awake, refusals):
    """A desktop that has come meanwhile is found by the next hold."""
    keep_awake.hold()
    assert refusals.wait()
    with FakeInhibitor(bus, SCREEN_SAVER) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)


@pytest.fixture
def short_silence(monkeypatch):
    """Give up a service that hangs sooner."""
    monkeypatch.setattr("retrowalk.system.session_bus.SILENCE_S", 0.2)


def test_hung_service(bus, keep_awake, refusals, short_silence):
    """The walker is told that the screen may sleep."""
    with FakeInhibitor(bus, SCREEN_SAVER, answers="") as service:
        keep_awake.hold()
        assert refusals.wait()
    assert len(service.asked) == 1


def test_nobody_waits_for_a_hung_service(bus, keep_awake, refusals):
    """Each call is back, close too, while the service is still being waited for in the thread."""
    with FakeInhibitor(bus, SCREEN_SAVER, answers="") as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
        keep_awake.release()
        keep_awake.close()
        assert "keep awake" in {thread.name for thread in threading.enumerate()}
        bus.kill()
    assert refusals.count == 0


def test_hung_service_then_another(bus, keep_awake, refusals, short_silence):
    """Where one way hangs, the next one is taken."""
    with FakeInhibitor(bus, SCREEN_SAVER, answers=""), FakeInhibitor(bus, GNOME) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
        keep_awake.close()
        assert service.wait_for(asked=1, released=1)
    assert refusals.count == 0


def test_released_before_it_was_refused(bus, keep_awake, refusals, short_silence):
    """A walk that is over needs no word about its screen."""
    with FakeInhibitor(bus, SCREEN_SAVER, answers="") as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
        keep_awake.release()
        keep_awake.close()
        bus.kill()
    assert refusals.count == 0


def test_silent_bus(keep_awake, refusals, monkeypatch, short_silence):
    """A bus that lets one in and then says nothing is found out."""
    with SilentBus() as silent:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", silent.address)
        keep_awake.hold()
        assert refusals.wait()


def test_bus_that_dies_while_held(bus, keep_awake, refusals):
    """The end of the desktop is no fault of ours: release and close go through."""
    with FakeInhibitor(bus, SCREEN_SAVER) as service:
        keep_awake.hold()
        assert service.wait_for(asked=1, released=0)
        bus.kill()
        keep_awake.release()
        keep_awake.close()
    assert refusals.count == 0


def test_half_replaced_library(keep_awake, refusals, monkeypatch):
    """A library that an update of the system has taken away meanwhile costs the wish, not the walk."""
    monkeypatch.delitem(sys.modules, "retrowalk.system.wake_lock", raising=False)
    monkeypatch.setitem(sys.modules, "wakepy", None)
    keep_awake.hold()
    assert refusals.wait()
    keep_awake.hold()
    keep_awake.release()


def test_start_of_the_program_loads_no_wakepy():
    """Who makes it has not paid for it yet."""
    code = (
        "import sys, retrowalk.system.keep_awake as k, retrowalk.system.media_keys\n"
        "k.KeepAwake(print)\n"
        "print(sorted({'wakepy', 'jeepney'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
