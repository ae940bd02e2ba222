"""Who wants to know that something was written, told once for each write."""

import logging
from collections.abc import Callable
from enum import Flag, auto

logger = logging.getLogger(__name__)


class Changed(Flag):
    """What a write touched; never stored."""

    HISTORY = auto()
    PAIN = auto()


class ChangeFeed:
    """Passes on what writes have changed, to every listener, in the thread that wrote."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Changed], None]] = []

    def listen(self, listener: Callable[[Changed], None]) -> None:
        """Call `listener` with every change from now on."""
        self._listeners.append(listener)

    def tell(self, changed: Changed) -> None:
        """Pass a change on; a listener that fails is logged and does not keep it from the others."""
        for listener in self._listeners:
            try:
                listener(changed)
            except Exception:
                logger.exception("a listener failed on %s", changed)
