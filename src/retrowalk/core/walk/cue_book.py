"""Which cues of a running walk were already given out, and which come next."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain
from math import inf

from retrowalk.core.walk.cue import Cue, CueKind, CuePoint
from retrowalk.core.walk.cues import (
    CueWishes,
    SpeechLength,
    confirmation,
    countdown_cues,
    end_cues,
    phase_cues,
)
from retrowalk.core.walk.phrases import Phrase
from retrowalk.core.walk.schedule import Phase
from retrowalk.core.walk.timeline import Timeline


class CueBook:
    """The cue plan of a walk under way, kept as it is bent.

    Two readers go through it independently: the sound stream is told its cues ahead (`take`), the screen is
    shown them when they are due (`take_due`). Each cue is given to each of them once, in order.

    Args:
        wishes: What the walker wants to hear.
        speech_length: Seconds that a phrase takes to say.
    """

    def __init__(self, wishes: CueWishes, speech_length: SpeechLength) -> None:
        self._wishes = wishes
        self._speech_length = speech_length
        self._countdown: tuple[CuePoint, ...] = ()
        self._said: CuePoint | None = None
        self._answer: tuple[Cue, ...] = ()
        self._from_s = 0.0
        self._told_until_s = 0.0
        self._called_until_s = 0.0
        self._planned: dict[int, tuple[Phase, tuple[CuePoint, ...]]] = {}

    def count_down(self, phase: Phase, until_s: float, length_s: float) -> None:
        """Lay a countdown to `until_s`, where `phase` begins or goes on."""
        self._begin(until_s - length_s)
        self._countdown = countdown_cues(phase, until_s, length_s, self._wishes, self._speech_length)

    def begin_anew(self, at_s: float, said: Phrase, *, walking: bool) -> None:
        """Give out the cues from `at_s` afresh, since a key changed the course; `said` confirms it."""
        self._begin(at_s)
        if not walking:
            self.answer(said)
        elif said and self._wishes.speech:
            self._said = confirmation(said, at_s, self._speech_length)

    def answer(self, words: Phrase) -> None:
        """Let something be said at once, while no time runs, in place of what was to be said before."""
        if words and self._wishes.speech:
            self._answer = (Cue(kind=CueKind.CONFIRMATION, words=words),)

    def take_answer(self) -> tuple[Cue, ...]:
        """Return what is to be said at once, if anything, once."""
        answer, self._answer = self._answer, ()
        return answer

    def leave_out(self, until_s: float) -> None:
        """Give out nothing that lies before `until_s`."""
        self._told_until_s = max(self._told_until_s, until_s)
        self._called_until_s = max(self._called_until_s, until_s)

    def take(self, timeline: Timeline, until_s: float) -> tuple[CuePoint, ...]:
        """Return the cues before `until_s` that the stream was not told yet."""
        told = [_between(points, self._told_until_s, until_s) for points in self._ahead(timeline, until_s)]
        self._told_until_s = max(self._told_until_s, until_s)
        return tuple(chain.from_iterable(told))

    def take_due(self, timeline: Timeline, now_s: float) -> tuple[CuePoint, ...]:
        """Return the cues that came due until `now_s` and were not called yet.

        The end of the present phase is as far as it goes: what follows is due once that phase is entered.
        """
        points = _between(self._points(timeline), self._called_until_s, _just_after(now_s))
        if points:
            self._called_until_s = _just_after(points[-1].at_s)
        return points

    def next_due_s(self, timeline: Timeline) -> float | None:
        """Return the instant of the next cue that was not called yet, None if the present phase has none."""
        points = _between(self._points(timeline), self._called_until_s, inf)
        return points[0].at_s if points else None

    def _points(self, timeline: Timeline) -> tuple[CuePoint, ...]:
        """Return the cues of a countdown and of the present phase, or of the end, in order."""
        if timeline.present is None:
            return end_cues(timeline.length_s, self._wishes, self._speech_length)
        return self._countdown + self._phase(timeline, timeline.index)

    def _begin(self, at_s: float) -> None:
        self._countdown = ()
        self._said = None
        self._answer = ()
        self._planned.clear()
        self._from_s = self._told_until_s = self._called_until_s = at_s

    def _ahead(self, timeline: Timeline, until_s: float) -> Iterator[tuple[CuePoint, ...]]:
        yield self._countdown
        for index in range(timeline.index, len(timeline.phases)):
            phase = timeline.phases[index]
            if phase.starts_at_s >= until_s:
                return
            yield self._phase(timeline, index)
            if phase.holds:
                return
        yield end_cues(timeline.length_s, self._wishes, self._speech_length)

    def _phase(self, timeline: Timeline, index: int) -> tuple[CuePoint, ...]:
        phase = timeline.phases[index]
        planned_for, points = self._planned.get(index, (None, ()))
        if planned_for != phase:
            said = self._said if self._said and self._belongs(phase) else None
            points = phase_cues(
                timeline.phases, index, self._wishes, self._speech_length, from_s=self._from_s, said=said
            )
            self._planned[index] = (phase, points)
        return points

    def _belongs(self, phase: Phase) -> bool:
        at_s = self._said.at_s if self._said else 0.0
        return phase.starts_at_s <= at_s < phase.ends_at_s


def _between(points: tuple[CuePoint, ...], from_s: float, until_s: float) -> tuple[CuePoint, ...]:
    first, last = (bisect_left(points, limit_s, key=_instant) for limit_s in (from_s, until_s))
    return points[first:last]


def _instant(point: CuePoint) -> float:
    return point.at_s


def _just_after(at_s: float) -> float:
    return at_s + 1e-6
