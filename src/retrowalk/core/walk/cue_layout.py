"""The cues of one phase while they are being laid, so that none is heard over another."""

from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from math import ceil, inf

from retrowalk.core.units import MS_PER_S, on_whole_ms
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Cue, CueKind, CuePoint, Motif
from retrowalk.core.walk.phrases import Phrase
from retrowalk.core.walk.schedule import Phase

COUNTDOWN_TICKS_S = (3.0, 2.0, 1.0)
"""The ticks before a phase ends, in seconds before it; from the first of them on nothing is said."""
PAUSE_BETWEEN_S = 0.15
"""Silence that at least lies between a phrase and its neighbours. Sounds among themselves need none."""
NOTE_CHARACTERS_PER_S = 13.0


class CueLayout:
    """The room that a phase has for cues. All instants are whole milliseconds.

    Args:
        phase: Whose cues.
        speech_length: Seconds that a phrase takes to say.
        from_s: The moment from which they are heard. What lies before was heard, or silenced by a key; it
            takes no room from what comes after.
    """

    def __init__(self, phase: Phase, speech_length: Callable[[Phrase], float], from_s: float) -> None:
        self.phase = phase
        self.from_s = max(from_s, phase.starts_at_s)
        # A holding phase goes on past its reckoned end, so nothing may depend on where that lies.
        self.ends_at_s = inf if phase.holds else phase.ends_at_s
        self._speech_length = speech_length
        self._points: list[CuePoint] = []

    def points(self) -> tuple[CuePoint, ...]:
        """Return what was laid, in order."""
        return tuple(self._points)

    def end_of(self, kind: CueKind) -> float:
        """Return where the last cue of that kind ends, or the phase's start."""
        ends = [end_of(point) for point in self._points if point.cue.kind is kind]
        return max(ends, default=self.phase.starts_at_s)

    def sound(self, kind: CueKind, motif: Motif, at_s: float) -> bool:
        """Lay a motif at its instant, or leave it out if something is there; return whether it was laid."""
        return self.place(Cue(kind=kind, motif=motif), at_s, at_s)

    def speak(self, kind: CueKind, variants: Sequence[Phrase], earliest_s: float, latest_s: float) -> bool:
        """Lay the first variant that finds room to begin in the span; return whether one did."""
        return any(self.place(Cue(kind=kind, words=words), earliest_s, latest_s) for words in variants)

    def place(self, cue: Cue, earliest_s: float, latest_s: float) -> bool:
        """Lay a cue at the first free instant of the span; return whether there was one."""
        length_s = self._length(cue)
        at_s = self._first_free(cue, on_whole_ms(earliest_s), length_s)
        point = CuePoint(at_s=at_s, length_s=length_s, cue=cue)
        room_s = self.ends_at_s - (0.0 if cue.motif else COUNTDOWN_TICKS_S[0])
        if at_s >= latest_s + 1 / MS_PER_S or end_of(point) > room_s:
            return False
        insort(self._points, point, key=_instant)
        return True

    def _first_free(self, cue: Cue, at_s: float, length_s: float) -> float:
        index = max(0, bisect_left(self._points, at_s, key=_instant) - 1)
        for point in self._points[index:]:
            pause_s = 0.0 if cue.motif and point.cue.motif else PAUSE_BETWEEN_S
            free_s = on_whole_ms(end_of(point) + pause_s)
            if point.at_s >= on_whole_ms(at_s + length_s + pause_s):
                break
            silenced = point.at_s < self.from_s <= at_s
            if not silenced and free_s > at_s:
                at_s = free_s
        return at_s

    def _length(self, cue: Cue) -> float:
        if cue.motif is not None:
            return MOTIF_LENGTH_S[cue.motif]
        seconds = len(cue.note) / NOTE_CHARACTERS_PER_S if cue.note else self._speech_length(cue.words)
        return ceil(seconds * MS_PER_S) / MS_PER_S


def end_of(point: CuePoint) -> float:
    """Return the instant at which a cue falls silent."""
    return on_whole_ms(point.at_s + point.length_s)


def _instant(point: CuePoint) -> float:
    return point.at_s
