"""Display and computer kept from sleeping, by whatever way the system has; the one door to wakepy."""

import logging
import sys
from contextlib import ExitStack

from wakepy import DBusAdapter, Mode, keep
from wakepy.core import DBusMethodCall

REASON = "A walk is under way"

# What the desktop lists as keeping the computer awake. wakepy would give its own name.
_OUR_WORDS = {
    "application_name": "Retrowalk",
    "app_id": "retrowalk",
    "reason_for_inhibit": REASON,
    "reason": REASON,
}

logger = logging.getLogger(__name__)


class WakeLock:
    """Keeps display and computer awake between `take` and `let_go`; for one thread.

    Each of the two may wait for some seconds for a desktop that says nothing.
    """

    def __init__(self) -> None:
        self._held: ExitStack | None = None

    def take(self) -> bool:
        """Keep awake from now on; return False if the system does not do it."""
        if self._held is not None:
            return True
        try:
            with ExitStack() as stack:
                mode = stack.enter_context(_presenting(stack))
                if mode.active:
                    self._held = stack.pop_all()
        except OSError as problem:
            logger.info("the screen may sleep: %s", problem)
        return self._held is not None

    def let_go(self) -> None:
        """Let them sleep again."""
        held, self._held = self._held, None
        if held is not None:
            try:
                held.close()
            except RuntimeError as problem:
                # Our connection was closed all the same, and with it ends what was asked for over it.
                logger.info("keeping awake ended in disorder: %s", problem)


def _presenting(stack: ExitStack) -> Mode:
    if sys.platform == "win32" or sys.platform == "darwin":
        return keep.presenting(on_fail="pass")
    return keep.presenting(on_fail="pass", dbus_adapter=_over_own_connection(stack))


def _over_own_connection(stack: ExitStack) -> type[DBusAdapter]:
    """Return a way to the desktop for wakepy, over a connection that is closed with the stack.

    wakepy's own waits without end for a bus that says nothing, and stays open when no desktop answered: one
    that agreed too late would then keep the computer awake for as long as the program runs.
    """
    from retrowalk.system.session_bus import Address, SessionBus  # noqa: PLC0415 - Windows has no jeepney

    bus = stack.enter_context(SessionBus())

    class OverOwnConnection(DBusAdapter):
        def process(self, call: DBusMethodCall) -> object:
            method = call.method
            place = Address(
                path=method.path or "", interface=method.interface or "", service=method.service or ""
            )
            return bus.ask(place, method.name, method.signature or "", _in_our_words(call))

    return OverOwnConnection


def _in_our_words(call: DBusMethodCall) -> tuple[object, ...]:
    names = call.method.params or ()
    return tuple(_OUR_WORDS.get(name, value) for name, value in zip(names, call.args, strict=True))
