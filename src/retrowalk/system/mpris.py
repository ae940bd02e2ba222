"""The walk as a media player on the session bus: the two interfaces of MPRIS that every player must have.

Desktops hand the keys of keyboards and headsets to a player on the bus, whatever window has the focus.
"""

import os
from collections.abc import Iterator
from typing import Any

from retrowalk.system.session_bus import Address, Call, Refusal, Reply, SessionBus

NAME = "org.mpris.MediaPlayer2.retrowalk"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
INTROSPECTABLE = "org.freedesktop.DBus.Introspectable"

KEY_METHODS = ("Play", "Pause", "PlayPause", "Stop", "Next", "Previous")

# By interface, with the types of what they take. A walk is neither quit, nor sought in, nor exchanged from
# outside: what is no key has no effect, and the specification wants no error for that.
_METHODS = {
    ROOT: {"Raise": "", "Quit": ""},
    PLAYER: dict.fromkeys(KEY_METHODS, "") | {"Seek": "x", "SetPosition": "ox", "OpenUri": "s"},
}

_TRACK = "/retrowalk/walk"
_LONGEST_TITLE = 200

Values = dict[str, tuple[str, Any]]
"""Properties by name, each with its type in the signs of D-Bus."""


class MprisPlayer:
    """Is found on the bus from its making until the connection is closed.

    Args:
        bus: The connection; the player is the only one who answers calls on it.
        title: What the desktop shows as the piece that is played.
        playing: Whether the walk is going on, not paused.
    """

    def __init__(self, bus: SessionBus, title: str, *, playing: bool) -> None:
        self._bus = bus
        self._values = {ROOT: _root_values(), PLAYER: _player_values(title, playing=playing)}
        if not bus.take_name(NAME):
            # A second Retrowalk, with other data: the specification has names for that.
            bus.take_name(f"{NAME}.instance{os.getpid()}")

    def show(self, title: str, *, playing: bool) -> None:
        """Tell the desktop what has changed, if anything has."""
        before, now = self._values[PLAYER], _player_values(title, playing=playing)
        self._values[PLAYER] = now
        if changed := {name: value for name, value in now.items() if value != before[name]}:
            place = Address(path=PATH, interface=PROPERTIES)
            self._bus.emit(place, "PropertiesChanged", "sa{sv}as", (PLAYER, changed, []))

    def answer_calls(self) -> Iterator[str]:
        """Answer what came in; yield each of `KEY_METHODS` that was called."""
        for call in self._bus.calls():
            outcome = self._outcome(call)
            self._bus.answer(call, outcome)
            if call.member in KEY_METHODS and isinstance(outcome, Reply):
                yield call.member

    def _outcome(self, call: Call) -> Reply | Refusal:
        if call.path != PATH:
            return _refusal("UnknownObject", call.path)
        if call.member in _METHODS.get(call.interface, {}):
            return Reply()
        if call.interface == PROPERTIES:
            return self._property(call)
        if (call.interface, call.member) == (INTROSPECTABLE, "Introspect"):
            return Reply(signature="s", body=(_introspection(self._values),))
        return _refusal("UnknownMethod", f"{call.interface}.{call.member}")

    def _property(self, call: Call) -> Reply | Refusal:
        match call.member, call.body:
            case "GetAll", (str(interface),) if interface in self._values:
                return Reply(signature="a{sv}", body=(self._values[interface],))
            case "Get", (str(interface), str(name)) if name in self._values.get(interface, {}):
                return Reply(signature="v", body=(self._values[interface][name],))
            case "Set", (str(interface), str(name), _) if name in self._values.get(interface, {}):
                return _refusal("PropertyReadOnly", f"{interface}.{name}")
        return _refusal("InvalidArgs", f"{call.member}{call.body}")


def _root_values() -> Values:
    return {
        "CanQuit": ("b", False),
        "CanRaise": ("b", False),
        "HasTrackList": ("b", False),
        "Identity": ("s", "Retrowalk"),
        "DesktopEntry": ("s", "retrowalk"),
        "SupportedUriSchemes": ("as", []),
        "SupportedMimeTypes": ("as", []),
    }


def _player_values(title: str, *, playing: bool) -> Values:
    metadata = {"mpris:trackid": ("o", _TRACK), "xesam:title": ("s", _plain(title))}
    return {
        "PlaybackStatus": ("s", "Playing" if playing else "Paused"),
        "Rate": ("d", 1.0),
        "MinimumRate": ("d", 1.0),
        "MaximumRate": ("d", 1.0),
        "Volume": ("d", 1.0),
        "Position": ("x", 0),
        "Metadata": ("a{sv}", metadata),
        "CanGoNext": ("b", True),
        "CanGoPrevious": ("b", True),
        "CanPlay": ("b", True),
        "CanPause": ("b", True),
        "CanSeek": ("b", False),
        "CanControl": ("b", True),
    }


def _plain(title: str) -> str:
    # A bus throws out whoever sends it a string with a NUL, or one that is no proper Unicode.
    cut = title[:_LONGEST_TITLE].replace("\0", " ")
    return cut.encode(errors="replace").decode()


def _refusal(kind: str, text: str) -> Refusal:
    return Refusal(name=f"org.freedesktop.DBus.Error.{kind}", text=text)


def _introspection(values: dict[str, Values]) -> str:
    interfaces = [
        f'<interface name="{interface}">'
        + "".join(_method_xml(*method) for method in _METHODS[interface].items())
        + "".join(_property_xml(name, kind) for name, (kind, _) in properties.items())
        + "</interface>"
        for interface, properties in values.items()
    ]
    return f"<node>{''.join(interfaces)}{_STANDARD_XML}</node>"


def _method_xml(name: str, kinds: str) -> str:
    arguments = "".join(f'<arg type="{kind}" direction="in"/>' for kind in kinds)
    return f'<method name="{name}">{arguments}</method>'


def _property_xml(name: str, kind: str) -> str:
    return f'<property name="{name}" type="{kind}" access="read"/>'


_STANDARD_XML = f"""
<interface name="{INTROSPECTABLE}">
  <method name="Introspect"><arg type="s" direction="out"/></method>
</interface>
<interface name="{PROPERTIES}">
  <method name="Get">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
  </method>
  <method name="GetAll"><arg type="s" direction="in"/><arg type="a{{sv}}" direction="out"/></method>
  <method name="Set">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="in"/>
  </method>
  <signal name="PropertiesChanged"><arg type="s"/><arg type="a{{sv}}"/><arg type="as"/></signal>
</interface>
"""
