"""The keys of keyboards and headsets come through the session bus, and no bus is no trouble."""

import queue
import shutil
import sys
import threading
from xml.etree import ElementTree as ET

import pytest

pytest.importorskip("jeepney", reason="this system has no message bus")
if shutil.which("dbus-daemon") is None:
    pytest.skip("dbus-daemon is not installed", allow_module_level=True)

from jeepney import DBusAddress, DBusErrorResponse

from retrowalk.system.media_keys import MediaKey, MediaKeys
from tests.helpers.message_bus import PATIENCE_S, Client, MessageBus, SilentBus

NAME = "org.mpris.MediaPlayer2.retrowalk"
PATH = "/org/mpris/MediaPlayer2"
ROOT = DBusAddress(PATH, NAME, "org.mpris.MediaPlayer2")
PLAYER = DBusAddress(PATH, NAME, "org.mpris.MediaPlayer2.Player")
CHANGES = {"interface": "org.freedesktop.DBus.Properties", "path": PATH}
APPEARING = {"interface": "org.freedesktop.DBus", "member": "NameOwnerChanged"}
THREAD = "media keys"


def threads():
    """Return the threads of the keys that run."""
    return [thread for thread in threading.enumerate() if thread.name == THREAD]


def wait_for_end():
    """Wait until the thread of the keys has given up by itself."""
    for thread in threads():
        thread.join(PATIENCE_S)
        assert not thread.is_alive()


@pytest.fixture
def pressed():
    """The keys that came, in a queue."""
    return queue.Queue()


@pytest.fixture
def keys(pressed):
    """The one under test. Made first, closed last: with the bus gone no answer is waited for."""
    made = MediaKeys(pressed.put)
    yield made
    made.close()


@pytest.fixture
def bus(keys, monkeypatch):
    """The session bus that is found."""
    with MessageBus() as started:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", started.address)
        yield started


@pytest.fixture
def client(bus):
    """Who presses the keys: a desktop."""
    with Client(bus) as connected:
        connected.listen(**APPEARING)
        connected.listen(**CHANGES)
        yield connected


@pytest.fixture
def player(keys, client):
    """The desktop, with the walk as a player already there."""
    keys.open()
    wait_for_name(client, NAME)
    return client


def wait_for_name(client, name, *, there=True):
    """Wait until somebody takes this name, or leaves it."""
    while True:
        changed, before, after = client.next_signal("NameOwnerChanged")
        if changed == name and bool(after) is there and bool(before) is not there:
            return


def next_change(client):
    """Return the interface and the changed properties, without their types, of the next change."""
    interface, changed, invalidated = client.next_signal("PropertiesChanged")
    assert invalidated == []
    return interface, {name: value for name, (_, value) in changed.items()}


@pytest.mark.parametrize(
    ("method", "key"),
    [
        ("PlayPause", MediaKey.PLAY_PAUSE),
        ("Play", MediaKey.PLAY),
        ("Pause", MediaKey.PAUSE),
        ("Next", MediaKey.NEXT),
        ("Previous", MediaKey.PREVIOUS),
        # A headset never ends a walk.
        ("Stop", MediaKey.PAUSE),
    ],
)
def test_each_key(player, pressed, method, key):
    """What the desktop calls is the key that comes."""
    assert player.call(PLAYER, method) == ()
    assert pressed.get(timeout=PATIENCE_S) is key


def test_keys_come_in_order(player, pressed):
    """A hundred presses, not one of them waited for, come as they were pressed."""
    wanted = [("Next", "Previous")[number % 3 == 0] for number in range(100)]
    for method in wanted:
        player.send(PLAYER, method)
    came = [pressed.get(timeout=PATIENCE_S).value.capitalize() for _ in wanted]
    assert came == wanted


def test_no_answer_where_none_is_wanted(keys, player, pressed):
    """A desktop that does not wait for an answer is not sent one."""
    player.send(PLAYER, "Pause")
    assert pressed.get(timeout=PATIENCE_S) is MediaKey.PAUSE
    keys.show_state("Forward", playing=False)
    assert player.answers_until("PropertiesChanged") == 0


@pytest.mark.parametrize(
    ("address", "method", "signature", "body"),
    [
        (ROOT, "Quit", None, ()),
        (ROOT, "Raise", None, ()),
        (PLAYER, "Seek", "x", (5_000_000,)),
        (PLAYER, "SetPosition", "ox", ("/retrowalk/walk", 0)),
        (PLAYER, "OpenUri", "s", ("file:///etc/passwd",)),
    ],
)
def test_what_a_walk_does_not_do(player, pressed, address, method, signature, body):
    """Neither quit, nor sought in, nor exchanged: no error, and no key."""
    assert player.call(address, method, signature, body) == ()
    player.call(PLAYER, "Play")
    assert pressed.get(timeout=PATIENCE_S) is MediaKey.PLAY


def test_what_the_desktop_sees(player):
    """A player that can be paused and skipped, by the name of its desktop file."""
    root, shown = player.get_all(ROOT), player.get_all(PLAYER)
    assert (root["Identity"], root["DesktopEntry"]) == ("Retrowalk", "retrowalk")
    assert not any(root[name] for name in ("CanQuit", "CanRaise", "HasTrackList"))
    able = ("CanControl", "CanPlay", "CanPause", "CanGoNext", "CanGoPrevious")
    assert all(shown[name] for name in able)
    assert not shown["CanSeek"]
    assert shown["PlaybackStatus"] == player.get(PLAYER, "PlaybackStatus") == "Playing"


def test_description_lists_what_there_is(player):
    """Each property that is answered is described, with its type; each key too."""
    (xml,) = player.call(ROOT.with_interface("org.freedesktop.DBus.Introspectable"), "Introspect")
    described = {node.get("name"): node for node in ET.fromstring(xml)}  # noqa: S314 - our own text
    for address in (ROOT, PLAYER):
        node = described[address.interface]
        assert {entry.get("name") for entry in node.iter("property")} == set(player.get_all(address))
    methods = {entry.get("name") for entry in described[PLAYER.interface].iter("method")}
    assert {"Play", "Pause", "PlayPause", "Stop", "Next", "Previous", "Seek"} <= methods


def test_changes_are_told(keys, player):
    """A pause and a new title are told, each as soon as it is so, and only what has changed."""
    keys.show_state("Backward", playing=True)
    interface, changed = next_change(player)
    assert (interface, set(changed)) == (PLAYER.interface, {"Metadata"})
    assert changed["Metadata"]["xesam:title"] == ("s", "Backward")
    keys.show_state("Backward", playing=False)
    assert next_change(player) == (PLAYER.interface, {"PlaybackStatus": "Paused"})
    assert player.get(PLAYER, "PlaybackStatus") == "Paused"


def test_same_state_is_not_told_again(keys, player):
    """The walk may say what it is ten times a second; the bus hears of changes alone."""
    for playing in (False, False, False, True):
        keys.show_state("Turn", playing=playing)
    keys.show_state("End", playing=True)
    told = [next_change(player)[1] for _ in range(3)]
    assert [set(change) for change in told] == [
        {"Metadata", "PlaybackStatus"},
        {"PlaybackStatus"},
        {"Metadata"},
    ]


def test_same_state_wakes_nobody(keys, monkeypatch):
    """What is said over and over does not even reach the thread."""
    with SilentBus() as silent:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", silent.address)
        keys.show_state("Turn", playing=True)
        keys.open()
        silent.wait_for_guest()
        for _ in range(10):
            keys.show_state("Turn", playing=True)
        assert keys._presence._states.empty()


def test_state_from_before(keys, client):
    """What was said before the walk is on the bus holds from the start."""
    keys.show_state("First steps", playing=False)
    keys.open()
    wait_for_name(client, NAME)
    shown = client.get_all(PLAYER)
    assert shown["PlaybackStatus"] == "Paused"
    assert shown["Metadata"]["xesam:title"] == ("s", "First steps")


@pytest.mark.parametrize("title", ["a\0b", "\ud800", "x" * 100_000, "<b>&", "זמן", ""])
def test_any_title(keys, player, title):
    """The name of a preset is anything a person can type or import; the bus keeps us all the same."""
    keys.show_state(title, playing=False)
    next_change(player)
    shown = player.get(PLAYER, "Metadata")["xesam:title"][1]
    assert shown == title[:200].replace("\0", " ").replace("\ud800", "?")


def test_refusals(player, pressed):
    """What is not there is refused by its proper error; nothing of it ends the presence."""

    def refused(call, *arguments):
        with pytest.raises(DBusErrorResponse) as refusal:
            call(*arguments)
        return refusal.value.name.rpartition(".")[2]

    elsewhere = DBusAddress("/elsewhere", NAME, PLAYER.interface)
    unknown = ROOT.with_interface("org.mpris.MediaPlayer2.TrackList")
    properties = ROOT.with_interface("org.freedesktop.DBus.Properties")
    assert refused(player.call, elsewhere, "Play") == "UnknownObject"
    assert refused(player.call, PLAYER, "Dance") == "UnknownMethod"
    assert refused(player.call, ROOT, "Play") == "UnknownMethod"
    assert refused(player.get, PLAYER, "Colour") == "InvalidArgs"
    assert refused(player.get_all, unknown) == "InvalidArgs"
    assert refused(player.call, properties, "Get", "i", (1,)) == "InvalidArgs"
    assert refused(player.call, properties, "Dance") == "InvalidArgs"
    assert refused(player.set, PLAYER, "Volume", "d", 0.5) == "PropertyReadOnly"
    assert pressed.empty()
    assert player.call(PLAYER, "Play") == ()


def test_only_while_open(keys, client):
    """Other players have the keys before and after; the walk can come back."""
    assert client.names() == set()
    for _ in range(2):
        keys.open()
        wait_for_name(client, NAME)
        keys.close()
        wait_for_name(client, NAME, there=False)
    assert threads() == []


def test_open_twice(keys, client):
    """Once is enough; closed once it is gone."""
    keys.open()
    keys.open()
    wait_for_name(client, NAME)
    assert len(threads()) == 1
    keys.close()
    keys.close()
    assert threads() == []


def test_second_program(keys, client, player, pressed):
    """Another Retrowalk, with other data, stands beside the first; each has its own keys."""
    others: queue.Queue[MediaKey] = queue.Queue()
    second = MediaKeys(others.put)
    second.open()
    client.next_signal("NameOwnerChanged")  # of its connection
    name = client.next_signal("NameOwnerChanged")[0]
    assert name.startswith(f"{NAME}.instance")
    client.call(DBusAddress(PATH, name, PLAYER.interface), "Next")
    assert others.get(timeout=PATIENCE_S) is MediaKey.NEXT
    assert pressed.empty()
    keys.close()
    wait_for_name(client, NAME, there=False)
    assert client.names() == {name}
    second.close()


@pytest.mark.parametrize("address", ["", "garbage", "unix:path=/nowhere", "tcp:host=a,port=1", "disabled:"])
def test_no_bus(keys, monkeypatch, caplog, address):
    """Without a bus there is a line in the log, and no key."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    keys.open()
    wait_for_end()
    keys.show_state("Forward", playing=False)
    keys.close()
    assert [record.levelname for record in caplog.records if "window only" in record.message] == ["INFO"]


def test_silent_bus(keys, monkeypatch):
    """A bus that lets one in and then says nothing holds up neither the walk nor its end."""
    with SilentBus() as silent:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", silent.address)
        keys.open()
        silent.wait_for_guest()
        keys.show_state("Forward", playing=False)
        keys.close()
        assert len(threads()) == 1, "the bus was waited for"


def test_frozen_bus(bus, keys, player):
    """A bus that hangs in the middle of a walk takes what it is told, or not; nobody waits for it."""
    bus.freeze()
    for number in range(2000):
        keys.show_state(f"Phase {number}", playing=True)
    keys.close()
    bus.kill()


def test_bus_that_dies(bus, keys, player, pressed):
    """The end of the desktop in a walk ends the keys, quietly."""
    bus.kill()
    wait_for_end()
    keys.show_state("Forward", playing=False)
    keys.close()
    assert pressed.empty()


def test_library_not_there(bus, keys, monkeypatch, caplog):
    """A library that an update of the system has taken away meanwhile costs the keys, not the walk."""
    monkeypatch.delitem(sys.modules, "retrowalk.system.session_bus", raising=False)
    monkeypatch.delitem(sys.modules, "retrowalk.system.mpris", raising=False)
    monkeypatch.setitem(sys.modules, "jeepney", None)
    keys.open()
    wait_for_end()
    assert "media keys reach the window only" in caplog.text


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems(keys, monkeypatch, system):
    """Where there is no such bus nothing is tried."""
    monkeypatch.setattr("retrowalk.system.media_keys.sys.platform", system)
    keys.open()
    keys.show_state("Forward", playing=True)
    keys.close()
    assert threads() == []
