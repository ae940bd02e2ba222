"""The message bus of the desktop session, as Linux has it: the one door to jeepney.

The ready-made connections of jeepney wait without end for a bus that lets one in and then says nothing, so
this one is made of its parts.
"""

import selectors
import socket
import struct
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from types import TracebackType
from typing import Any, Self

from jeepney import (
    DBusAddress,
    HeaderFields,
    MessageFlag,
    MessageType,
    Parser,
    new_error,
    new_method_call,
    new_method_return,
    new_signal,
)
from jeepney.bus import get_bus
from jeepney.io.blocking import prep_socket

CONNECT_S = 1.0
SILENCE_S = 2.0
"""After so long without a word from the bus an answer is not waited for any longer."""

_READ_BYTES = 65_536
_DO_NOT_QUEUE = 4
_IS_OWNER = 1


class BusProblem(OSError):  # noqa: N818 - nothing went wrong in the program
    """There is no bus, it says nothing, or it says no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where on the bus something is found.

    Attributes:
        path: The object.
        interface: The group of its methods or signals.
        service: Whose object it is; empty for our own.
    """

    path: str
    interface: str
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What somebody on the bus asks of us.

    Attributes:
        path: The object asked.
        interface: Of the method; empty if it was left out.
        member: The method.
        body: Its arguments.
        message: The call as it came, for the answer to find its way back.
    """

    path: str
    interface: str
    member: str
    body: tuple[Any, ...]
    message: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A good answer: values, and their types in the signs of D-Bus."""

    signature: str = ""
    body: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An answer that says no: an error's name on the bus, and a sentence."""

    name: str
    text: str


_BUS_ITSELF = Address(
    path="/org/freedesktop/DBus", interface="org.freedesktop.DBus", service="org.freedesktop.DBus"
)


class SessionBus:
    """A connection to the bus that the environment names; for one thread.

    What can go wrong, in each method, is a `BusProblem`.
    """

    def __init__(self) -> None:
        self._socket = _connect()
        self._parser = Parser()
        self._serials = count(1)
        self._answers: dict[int, Any] = {}
        self._calls: deque[Call] = deque()
        try:
            self.ask(_BUS_ITSELF, "Hello")
        except BusProblem:
            self.close()
            raise

    def close(self) -> None:
        """Leave the bus, and with it every name and every promise it holds for us."""
        self._socket.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def take_name(self, name: str) -> bool:
        """Be found under this name; return False if somebody else is."""
        answer = self.ask(_BUS_ITSELF, "RequestName", "su", (name, _DO_NOT_QUEUE))
        return answer == (_IS_OWNER,)

    def ask(
        self, address: Address, member: str, signature: str = "", body: tuple[Any, ...] = ()
    ) -> tuple[Any, ...]:
        """Call a method and return its answer, which must not take longer than `SILENCE_S`."""
        serial = next(self._serials)
        self._send(new_method_call(_place(address), member, signature or None, body), serial)
        while serial not in self._answers:
            self._take_in()
        message = self._answers.pop(serial)
        if message.header.message_type is MessageType.error:
            raise BusProblem(f"{message.header.fields.get(HeaderFields.error_name)}: {message.body}")
        answer: tuple[Any, ...] = message.body
        return answer

    def wait(self, other: socket.socket) -> None:
        """Wait, without end, until something came from the bus or `other` can be read."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._socket, selectors.EVENT_READ)
            selector.register(other, selectors.EVENT_READ)
            if any(key.fileobj is self._socket for key, _ in selector.select()):
                self._take_in()

    def calls(self) -> Iterator[Call]:
        """Yield what was asked of us and came in so far; each is for `answer`."""
        while self._calls:
            yield self._calls.popleft()

    def answer(self, call: Call, outcome: Reply | Refusal) -> None:
        """Answer a call, unless its caller does not want to know."""
        if call.message.header.flags & MessageFlag.no_reply_expected:
            return
        if isinstance(outcome, Reply):
            message = new_method_return(call.message, outcome.signature or None, outcome.body)
        else:
            message = new_error(call.message, outcome.name, "s", (outcome.text,))
        self._send(message, next(self._serials))

    def emit(self, address: Address, member: str, signature: str, body: tuple[Any, ...]) -> None:
        """Tell whoever listens."""
        self._send(new_signal(_place(address), member, signature, body), next(self._serials))

    def _send(self, message: Any, serial: int) -> None:
        try:
            self._socket.sendall(message.serialise(serial))
        except OSError as error:
            raise BusProblem(f"the bus takes nothing: {error}") from error

    def _take_in(self) -> None:
        try:
            data = self._socket.recv(_READ_BYTES)
        except OSError as error:
            raise BusProblem(f"the bus says nothing: {error}") from error
        if not data:
            raise BusProblem("the bus has gone")
        try:
            messages = self._parser.feed(data)
        except (ValueError, LookupError, struct.error) as error:
            raise BusProblem(f"the bus is not understood: {error}") from error
        for message in messages:
            self._sort(message)

    def _sort(self, message: Any) -> None:
        fields = message.header.fields
        if message.header.message_type is MessageType.method_call:
            call = Call(
                path=fields[HeaderFields.path],
                interface=fields.get(HeaderFields.interface, ""),
                member=fields[HeaderFields.member],
                body=message.body,
                message=message,
            )
            self._calls.append(call)
        elif HeaderFields.reply_serial in fields:
            self._answers[fields[HeaderFields.reply_serial]] = message


def _place(address: Address) -> DBusAddress:
    return DBusAddress(address.path, address.service or None, address.interface)


def _connect() -> socket.socket:
    try:
        connected: socket.socket = prep_socket(get_bus("SESSION"), timeout=CONNECT_S)
    except KeyError as error:
        raise BusProblem("no session bus is named") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise BusProblem(f"no session bus: {error}") from error
    connected.settimeout(SILENCE_S)
    return connected
