"""Keeps a sound process running: starts it, watches it, replaces it, and tells it again what is to come.

It holds no thread and reads no clock but the one that it is given; player.py drives it.
"""

import itertools
import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from retrowalk.core.clock import Clock
from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import TimedCue
from retrowalk.sound.entry import NO_LIBRARY
from retrowalk.sound.messages import (
    LATE_S,
    Alive,
    ChooseOutput,
    Forget,
    Output,
    Outputs,
    Report,
    SetVolumes,
    SoundCue,
    Status,
    Tell,
    Told,
    Wish,
)

CHECK_EVERY_S = 0.25
SILENT_S = 1.5
"""A process that says nothing for so long is frozen."""
PATIENCE_S = 10.0
"""What it is granted while it starts or opens a device, which may wait for a disk or for a radio link."""
OPENING_S = 3.0
"""After so long without sound the walker is told."""
OWN_STALL_S = 1.0
"""If this program itself stood still for so long, the other one's silence proves nothing."""
RETRY_S = (0.0, 0.25, 0.5, 1.0, 1.5)
RETRY_WITHOUT_LIBRARY_S = 30.0
CLOSING_S = 1.0

_log = logging.getLogger(__name__)


class Child(Protocol):
    """A sound process that was started."""

    def send(self, wish: Wish) -> None: ...
    def end(self) -> None: ...
    def kill(self) -> None: ...


class Keeper:
    """What is to be heard, and the process that plays it.

    Args:
        launch: Starts a sound process; raises OSError if that is impossible.
        clock: Where time is read.
        tell_status: Told each change of state, never the same twice in a row.
    """

    def __init__(
        self, *, launch: Callable[[], Child], clock: Clock, tell_status: Callable[[SoundStatus], None]
    ) -> None:
        self._launch = launch
        self._clock = clock
        self._tell_status = tell_status
        self._ids = itertools.count()
        self._cues: dict[int, SoundCue] = {}
        self._volumes = SetVolumes(voice=1.0, sounds=1.0)
        self._output = ChooseOutput(id=None)
        self._outputs: tuple[Output, ...] = ()
        self._child: Child | None = None
        self._is_open = False
        self._status = SoundStatus(state=SoundState.CLOSED)
        self._failures = 0
        self._is_blocked = True
        self._heard_s = self._retry_s = self._opening_s = self._checked_s = 0.0

    @property
    def outputs(self) -> tuple[Output, ...]:
        """The devices as last reported."""
        return self._outputs

    @property
    def is_at_rest(self) -> bool:
        """Whether it is closed and nothing runs."""
        return not self._is_open and self._child is None

    # ------------------------------------------------------------ wishes

    def open(self) -> None:
        """Start the stream unless it is open."""
        if self._is_open:
            return
        self._is_open = True
        self._failures = 0
        self._checked_s = self._opening_s = self._retry_s = self._now_s()
        self._become(SoundStatus(state=SoundState.OPENING))
        self.check()

    def close(self) -> None:
        """Let the process end by itself; `check` sees to it that it does."""
        if not self._is_open:
            return
        self._is_open = False
        self._cues.clear()
        self._heard_s = self._now_s()
        if self._child is not None:
            self._child.end()
        self._become(SoundStatus(state=SoundState.CLOSED))

    def tell(self, cues: Iterable[TimedCue]) -> None:
        """Take cues; notes without packaged words are not for this stream."""
        new = [
            SoundCue(
                id=next(self._ids), at_s=timed.at_monotonic_s, motif=timed.cue.motif, words=timed.cue.words
            )
            for timed in cues
            if timed.cue.motif is not None or timed.cue.words
        ]
        self._drop_late()
        self._cues |= {cue.id: cue for cue in new}
        self._send(Tell(tuple(new)))

    def forget(self) -> None:
        """Be silent at once and drop all cues."""
        self._cues.clear()
        self._send(Forget())

    def set_volumes(self, voice: float, sounds: float) -> None:
        """Take volumes of 0.0 to 1.0."""
        self._volumes = SetVolumes(voice=voice, sounds=sounds)
        self._send(self._volumes)

    def choose_output(self, output_id: str | None) -> None:
        """Play on one device while it is there, or on the default one."""
        self._output = ChooseOutput(id=output_id)
        self._send(self._output)

    # ----------------------------------------------------------- reports

    def heard(self, child: Child, report: Report) -> None:
        """Take what a process said."""
        if child is not self._child or not self._is_open:
            return
        self._heard_s = self._now_s()
        self._is_blocked = False
        match report:
            case Status(status=status):
                self._is_blocked = status.state is SoundState.OPENING
                self._take(status)
            case Outputs(outputs=outputs):
                self._outputs = outputs
            case Told(id=cue_id, outcome=outcome):
                self._cues.pop(cue_id, None)
                _log.debug("cue %d: %s", cue_id, outcome.value)
            case Alive():
                pass

    def ended(self, child: Child, code: int) -> None:
        """Take that a process is gone, and plan the next one."""
        if child is not self._child:
            return
        self._child = None
        _log.debug("the sound process ended with code %d", code)
        delay_s = RETRY_WITHOUT_LIBRARY_S if code == NO_LIBRARY else self._next_delay_s()
        self._retry_s = self._now_s() + delay_s
        if self._status.state is SoundState.PLAYING:
            self._opening_s = self._now_s()
            self._become(SoundStatus(state=SoundState.OPENING))
        self.check()

    def check(self) -> None:
        """Do what time asks for; to be called every CHECK_EVERY_S and after each report."""
        now_s = self._now_s()
        if now_s - self._checked_s > OWN_STALL_S:
            self._heard_s = now_s
        self._checked_s = now_s
        if self._child is not None:
            self._watch(self._child, now_s)
        elif self._is_open and now_s >= self._retry_s:
            self._start(now_s)
        if self._status.state is SoundState.OPENING and now_s - self._opening_s > OPENING_S:
            self._become(SoundStatus(state=SoundState.LOST, reason="The sound output does not answer."))

    # ------------------------------------------------------------ inside

    def _start(self, now_s: float) -> None:
        self._heard_s, self._is_blocked = now_s, True
        try:
            self._child = self._launch()
        except OSError as error:
            _log.debug("the sound process does not start: %s", error)
            self._retry_s = now_s + self._next_delay_s()
            self._become(SoundStatus(state=SoundState.LOST, reason="The sound process cannot be started."))
            return
        self._drop_late()
        self._send(self._volumes)
        self._send(self._output)
        self._send(Tell(tuple(self._cues.values())))

    def _watch(self, child: Child, now_s: float) -> None:
        allowed_s = (PATIENCE_S if self._is_blocked else SILENT_S) if self._is_open else CLOSING_S
        if now_s - self._heard_s > allowed_s:
            child.kill()
            self.ended(child, 0)

    def _take(self, status: SoundStatus) -> None:
        if status.state is SoundState.PLAYING:
            self._failures = 0
        # While no sound can be had, each new try would only make the message flicker.
        if not (status.state is SoundState.OPENING and self._status.state is SoundState.LOST):
            if status.state is SoundState.OPENING and self._status.state is not SoundState.OPENING:
                self._opening_s = self._now_s()
            self._become(status)

    def _become(self, status: SoundStatus) -> None:
        if status == self._status:
            return
        self._status = status
        level = logging.WARNING if status.state is SoundState.LOST else logging.INFO
        _log.log(level, "sound is %s %s%s", status.state.value, status.device, status.reason)
        self._tell_status(status)

    def _next_delay_s(self) -> float:
        delay_s = RETRY_S[min(self._failures, len(RETRY_S) - 1)]
        self._failures += 1
        return delay_s

    def _drop_late(self) -> None:
        earliest_s = self._now_s() - LATE_S
        self._cues = {cue.id: cue for cue in self._cues.values() if cue.at_s >= earliest_s}

    def _send(self, wish: Wish) -> None:
        if self._child is not None and self._is_open:
            self._child.send(wish)

    def _now_s(self) -> float:
        return self._clock.read().monotonic_s
