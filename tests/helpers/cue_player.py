"""A sound stream that remembers instead of sounding."""

from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.core.walk.cue import TimedCue

LATE_S = 0.002
"""The end of a walk's milliseconds: what is told later than this was told too late to be heard in time."""


class RecordingCuePlayer:
    """Stands in for the sound stream; it is told cues and keeps those that would have been heard.

    A test fails in the very call in which a cue is told twice, or told when its instant has passed.

    Args:
        clock: What the cues' instants are measured by.

    Attributes:
        calls: The names of what was called, in order, `tell` left out.
    """

    def __init__(self, clock) -> None:
        self._clock = clock
        self._heard: list[tuple[TimedCue, float | None]] = []
        self._waiting: list[TimedCue] = []
        self.calls: list[str] = []

    def open(self):
        self.calls.append("open")

    def tell(self, cues):
        now_s = self._clock.read().monotonic_s
        for cue in cues:
            assert cue.at_monotonic_s >= now_s - LATE_S, (
                f"told {now_s - cue.at_monotonic_s:.3f} s late: {cue}"
            )
            assert cue not in self._waiting, f"told twice: {cue}"
            self._waiting.append(cue)

    def forget(self):
        now_s = self._clock.read().monotonic_s
        self._heard = [
            (cue, now_s if silenced_s is None else silenced_s) for cue, silenced_s in self.sounded()
        ]
        self._waiting = []
        self.calls.append("forget")

    def close(self):
        self.forget()
        self.calls.append("close")

    def set_volumes(self, voice, sounds):
        self.calls.append(f"volumes {voice} {sounds}")

    def choose_output(self, output_id):
        self.calls.append(f"output {output_id}")

    def outputs(self):
        return ()

    def wait_closed(self, timeout_s):
        return True

    def listen(self, on_status):
        on_status(SoundStatus(state=SoundState.PLAYING))

    @property
    def told(self) -> list[TimedCue]:
        """Everything told since it last forgot, heard by now or not."""
        return list(self._waiting)

    def sounded(self) -> list[tuple[TimedCue, float | None]]:
        """Return every cue that began to sound until now, each with when a key silenced it, if one did."""
        now_s = self._clock.read().monotonic_s
        begun: list[tuple[TimedCue, float | None]] = [
            (cue, None) for cue in self._waiting if cue.at_monotonic_s <= now_s
        ]
        return sorted([*self._heard, *begun], key=lambda sounded: sounded[0].at_monotonic_s)

    def heard(self) -> list[TimedCue]:
        """Return every cue that began to sound until now, in the order of their instants."""
        return [cue for cue, _ in self.sounded()]
