"""The players of cues: one through the sound process, one that is silent."""

import queue
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from retrowalk.core.clock import Clock
from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import TimedCue
from retrowalk.sound.child import SoundChild
from retrowalk.sound.keeper import CHECK_EVERY_S, Keeper
from retrowalk.sound.messages import Output, Report

Listener: TypeAlias = Callable[[SoundStatus], None]


class ProcessCuePlayer:
    """Plays cues in a process of their own; a `CuePlayer`.

    All work is done by one thread, which runs from `open` until the process has ended after `close`. Every
    call only leaves a note for it and returns at once.

    Args:
        command: What starts the sound process, as from `sound_command`.
        clock: The unscaled monotonic clock that the cues are timed by.
    """

    def __init__(self, command: Sequence[str], clock: Clock) -> None:
        self._command = command
        self._keeper = Keeper(launch=self._launch, clock=clock, tell_status=self._tell_listeners)
        self._listeners: list[Listener] = []
        self._notes: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        with self._lock:
            self._notes.put(self._keeper.open)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="sound keeper", daemon=True)
                self._thread.start()

    def tell(self, cues: Sequence[TimedCue]) -> None:
        self._notes.put(partial(self._keeper.tell, tuple(cues)))

    def forget(self) -> None:
        self._notes.put(self._keeper.forget)

    def close(self) -> None:
        self._notes.put(self._keeper.close)

    def listen(self, on_status: Listener) -> None:
        self._listeners.append(on_status)

    def set_volumes(self, voice: float, sounds: float) -> None:
        """Play the voice and the sounds this loud from now on, 0.0 to 1.0."""
        self._notes.put(partial(self._keeper.set_volumes, voice, sounds))

    def choose_output(self, output_id: str | None) -> None:
        """Play on this device whenever it is there; None follows the system's default."""
        self._notes.put(partial(self._keeper.choose_output, output_id))

    def outputs(self) -> tuple[Output, ...]:
        """Return the devices that there were when the stream was last open."""
        return self._keeper.outputs

    def wait_closed(self, timeout_s: float) -> bool:
        """Wait until nothing runs any more after `close`; return whether it came to that in time."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout_s)
        return thread is None or not thread.is_alive()

    def _work(self) -> None:
        while True:
            try:
                self._notes.get(timeout=CHECK_EVERY_S)()
            except queue.Empty:
                self._keeper.check()
            with self._lock:
                if self._keeper.is_at_rest and self._notes.empty():
                    self._thread = None
                    return

    def _launch(self) -> SoundChild:
        return SoundChild(self._command, self._on_report, self._on_end)

    def _on_report(self, child: SoundChild, report: Report) -> None:
        self._notes.put(partial(self._keeper.heard, child, report))

    def _on_end(self, child: SoundChild, code: int) -> None:
        self._notes.put(partial(self._keeper.ended, child, code))

    def _tell_listeners(self, status: SoundStatus) -> None:
        for listener in tuple(self._listeners):
            listener(status)


class SilentCuePlayer:
    """Plays nothing; a `CuePlayer` for a clock that runs faster and for computers without sound.

    Args:
        reason: One sentence for the walker on why there is no sound, told when the stream is opened.
    """

    def __init__(self, reason: str = "") -> None:
        self._reason = reason
        self._listeners: list[Listener] = []

    def open(self) -> None:
        for listener in self._listeners:
            listener(SoundStatus(state=SoundState.CLOSED, reason=self._reason))

    def tell(self, cues: Sequence[TimedCue]) -> None: ...

    def forget(self) -> None: ...

    def close(self) -> None: ...

    def set_volumes(self, voice: float, sounds: float) -> None: ...

    def choose_output(self, output_id: str | None) -> None: ...

    def outputs(self) -> tuple[Output, ...]:
        return ()

    def wait_closed(self, timeout_s: float) -> bool:  # noqa: ARG002 - nothing of it ever runs
        return True

    def listen(self, on_status: Listener) -> None:
        self._listeners.append(on_status)
