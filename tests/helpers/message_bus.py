"""A session bus of its own for a test, desktops' services on it, and buses that are no good."""

import os
import signal
import socket
import subprocess
import tempfile
import threading
from contextlib import suppress
from pathlib import Path

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageFlag,
    MessageType,
    Properties,
    new_error,
    new_method_call,
    new_method_return,
)
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

PATIENCE_S = 5.0
ALLOW_ALL = """
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow own="*"/>
    <allow send_destination="*" send_requested_reply="false"/>
    <allow receive_sender="*" receive_requested_reply="false"/>
  </policy>
</busconfig>
"""


class MessageBus:
    """A dbus-daemon that starts no services and is known to nobody who is not told `address`."""

    def __enter__(self):
        # The length of a socket's path is limited; the folder of a test may be too deep for it.
        self._folder = tempfile.TemporaryDirectory(prefix="bus-")
        config, place = (Path(self._folder.name) / name for name in ("bus.conf", "bus"))
        config.write_text(ALLOW_ALL.format(socket=place))
        self.address = f"unix:path={place}"
        reading, writing = os.pipe()
        command = ["dbus-daemon", f"--config-file={config}", "--nofork", f"--print-address={writing}"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(writing,)
        )
        os.close(writing)
        with os.fdopen(reading) as answers:
            assert answers.readline(), "no message bus could be had"
        return self

    def __exit__(self, *_):
        self.kill()
        self._folder.cleanup()

    def kill(self):
        """End it as a crash would; once more does no harm."""
        self._process.kill()
        self._process.wait()

    def freeze(self):
        """Let it neither answer nor end."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self._process.send_signal(signal.SIGCONT)

    def connect(self):
        """Return a connection of jeepney's."""
        return open_dbus_connection(self.address)


class SilentBus:
    """Lets everybody in, and then says nothing."""

    def __init__(self) -> None:
        self._guests: list[socket.socket] = []
        self._greeted = threading.Event()

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="bus-")
        place = f"{self._folder.name}/bus"
        self.address = f"unix:path={place}"
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(place)
        self._door.listen()
        self._thread = threading.Thread(target=self._let_in, name="silent bus")
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._door.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        for guest in (self._door, *self._guests):
            guest.close()
        self._folder.cleanup()

    def wait_for_guest(self):
        """Wait until somebody was let in."""
        assert self._greeted.wait(PATIENCE_S)

    def _let_in(self):
        with suppress(OSError):
            while True:
                guest, _ = self._door.accept()
                self._guests.append(guest)
                guest.recv(1024)
                guest.sendall(b"OK 0123456789abcdef0123456789abcdef\r\n")
                self._greeted.set()


class Client:
    """Somebody else on the bus, who calls methods and hears signals."""

    def __init__(self, bus) -> None:
        self._connection = bus.connect()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()

    def call(self, address, member, signature=None, body=()):
        """Return the values that a method answers; raise DBusErrorResponse if it refuses."""
        return self._answer(new_method_call(address, member, signature, body))

    def get(self, address, name):
        """Return a property without its type."""
        return self._answer(Properties(address).get(name))[0][1]

    def get_all(self, address):
        """Return all properties of an interface without their types."""
        return {name: value for name, (_, value) in self._answer(Properties(address).get_all())[0].items()}

    def set(self, address, name, signature, value):
        self._answer(Properties(address).set(name, signature, value))

    def send(self, address, member):
        """Call a method, and want no answer."""
        message = new_method_call(address, member)
        message.header.flags |= MessageFlag.no_reply_expected
        self._connection.send(message)

    def names(self):
        """Return who is on the bus, by well-known names."""
        listed = self._bus_itself("ListNames")[0]
        return {name for name in listed if not name.startswith((":", "org.freedesktop.DBus"))}

    def connections(self):
        """Return how many are on the bus, this one and the bus itself among them."""
        return sum(name.startswith(":") for name in self._bus_itself("ListNames")[0])

    def listen(self, **rule):
        """Have the signals of this kind come to `next_signal`."""
        self._bus_itself("AddMatch", "s", (",".join(f"{key}='{value}'" for key, value in rule.items()),))

    def next_signal(self, member):
        """Return the values of the next signal of this name."""
        while True:
            message = self._connection.receive(timeout=PATIENCE_S)
            if message.header.fields.get(HeaderFields.member) == member:
                return message.body

    def _bus_itself(self, member, signature=None, body=()):
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return self.call(bus, member, signature, body)

    def answers_until(self, member):
        """Return how many answers came before the next signal of this name."""
        answers = 0
        while (message := self._connection.receive(timeout=PATIENCE_S)).header.fields.get(
            HeaderFields.member
        ) != member:
            answers += message.header.message_type is MessageType.method_return
        return answers

    def _answer(self, message):
        return unwrap_msg(self._connection.send_and_get_reply(message, timeout=PATIENCE_S))


class FakeInhibitor:
    """The service of a desktop that is asked to keep awake; counts, and forgets who leaves no trace.

    Args:
        bus: Where it is found.
        name: Its name there, as "org.freedesktop.ScreenSaver".
        answers: "yes", "no", or "" for a service that hangs.
    """

    def __init__(self, bus, name, answers="yes") -> None:
        self._name = name
        self._connection = bus.connect()
        self.answers = answers
        self.asked: list[tuple] = []
        self.released: list[tuple] = []
        self._changed = threading.Condition()

    def __enter__(self):
        bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        request = new_method_call(bus, "RequestName", "su", (self._name, 0))
        unwrap_msg(self._connection.send_and_get_reply(request, timeout=PATIENCE_S))
        self._thread = threading.Thread(target=self._serve, name=self._name)
        self._thread.start()
        return self

    def __exit__(self, *_):
        with suppress(OSError):
            self._connection.sock.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._connection.close()

    def wait_for(self, *, asked, released):
        """Wait until so many wishes came and so many were taken back; return whether that came to be."""
        with self._changed:
            return self._changed.wait_for(
                lambda: (len(self.asked), len(self.released)) == (asked, released), PATIENCE_S
            )

    def _serve(self):
        with suppress(OSError):
            while True:
                self._take(self._connection.receive())

    def _take(self, message):
        member = message.header.fields.get(HeaderFields.member, "")
        if member not in {"Inhibit", "UnInhibit", "Uninhibit"}:
            return
        if self.answers == "yes":
            cookie = (len(self.asked) + 1,) if member == "Inhibit" else ()
            self._connection.send(new_method_return(message, "u" if cookie else None, cookie))
        elif self.answers == "no":
            self._connection.send(new_error(message, "org.example.No", "s", ("not today",)))
        with self._changed:
            (self.asked if member == "Inhibit" else self.released).append(message.body)
            self._changed.notify_all()
