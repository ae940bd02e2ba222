"""The cue plan: what is to be heard when, decided before the walk and not by luck while it runs.

Cues are laid phase by phase, the important ones first: motifs, then the countdown, what a key has just done,
the spoken action and the steps of a turn, announcements, halfway and minute calls, and the alive tick last.
A phrase that finds no room is moved within its span, then said shorter, then left out, in this order.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, takewhile
from typing import TypeAlias

from retrowalk.core.units import SpeedUnit, on_whole_ms
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Cue, CueKind, CuePoint, Motif
from retrowalk.core.walk.cue_layout import COUNTDOWN_TICKS_S, PAUSE_BETWEEN_S, CueLayout, end_of
from retrowalk.core.walk.cue_words import (
    END_WORDS,
    TURN_ACTIONS,
    ahead_words,
    bout_actions,
    countdown_words,
    ready_words,
    step_on_words,
)
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.phrases import Phrase, Say, length_words, phrase, score_words
from retrowalk.core.walk.schedule import Phase, PhaseKind, Schedule

SpeechLength: TypeAlias = Callable[[Phrase], float]
"""Seconds that a phrase of clips takes to say."""

TURN_AGAIN_EVERY_S = 10.0
ALIVE_EVERY_S = 15.0
HALFWAY_FROM_S = 120.0
END_AGAIN_AFTER_S = (0.0, 10.0, 20.0)
"""When the end is heard, in seconds after it: until answered, three times at most."""
SHORTER_LEADS_S = (10.0, 5.0)
"""Warnings ahead that are tried where the wanted one finds no room."""
TURNED_BY_S = 10.0
"""Before the end of a turn, from when on only its last step is told."""
REPEATS_LAID_S = 120.0
"""Before the reckoned end of a phase that waits for a key: repeated sounds that lie before are long past."""
WHOLE_TURN_S = 20.0
"""The rest of a turn that is shorter is no longer told how to turn: by then the belt may run again."""

_MOTIFS = {PhaseKind.FORWARD: Motif.FORWARD, PhaseKind.BACKWARD: Motif.BACKWARD, PhaseKind.TURN: Motif.TURN}


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWishes:
    """What the walker wants to hear.

    Attributes:
        speech: Phrases at all; motifs and ticks are always heard.
        lead_s: Seconds between the spoken warning and the change.
        lead_to_backward_s: The same before a change that leads to walking backward.
        speed_unit: The unit that belt speeds are said in.
        halfway: "Halfway", in bouts of two minutes and more.
        last_backward: "Last backward bout".
        minutes: How many minutes are still to go, each whole minute.
        alive: A soft tick every 15 s while walking backward.
        notes: The walker's own notes, by the system's voice.
        stop_line: The pain rating above which to step off, said once at the start; None leaves it out.
    """

    speech: bool = True
    lead_s: float = 10.0
    lead_to_backward_s: float = 15.0
    speed_unit: SpeedUnit = SpeedUnit.KMH
    halfway: bool = True
    last_backward: bool = True
    minutes: bool = True
    alive: bool = True
    notes: bool = False
    stop_line: int | None = None


def plan_cues(schedule: Schedule, wishes: CueWishes, speech_length: SpeechLength) -> tuple[CuePoint, ...]:
    """Return everything that is heard in a walk that goes as planned, in order, the repeated end included.

    As planned, a phase that waits for a key lasts as long as it was reckoned.
    """
    points: list[CuePoint] = []
    for index, phase in enumerate(schedule.phases):
        laid = phase_cues(schedule.phases, index, wishes, speech_length)
        points += [point for point in laid if end_of(point) <= phase.ends_at_s]
    return (*points, *end_cues(schedule.length_s, wishes, speech_length))


def phase_cues(
    phases: Sequence[Phase],
    index: int,
    wishes: CueWishes,
    speech_length: SpeechLength,
    *,
    from_s: float = 0.0,
    said: CuePoint | None = None,
) -> tuple[CuePoint, ...]:
    """Return what is heard from the start of one phase until just before its end, in order.

    Args:
        phases: The whole walk as it stands now.
        index: Which phase.
        wishes: What the walker wants to hear.
        speech_length: Seconds that a phrase takes to say.
        from_s: When the walk took this course; cues before that were given out, or silenced by the key.
        said: What confirms the key that led here; the other phrases make room for it.
    """
    layout = CueLayout(phases[index], speech_length, from_s)
    _lay_sounds(layout)
    if said is not None:
        layout.place(said.cue, said.at_s, said.at_s + 2.0)
    if wishes.speech:
        _lay_phrases(layout, wishes, phases, index)
    if wishes.alive and layout.phase.kind is PhaseKind.BACKWARD:
        for at_s in _every(ALIVE_EVERY_S, layout.phase):
            layout.sound(CueKind.ALIVE, Motif.ALIVE, at_s)
    return layout.points()


def end_cues(at_s: float, wishes: CueWishes, speech_length: SpeechLength) -> tuple[CuePoint, ...]:
    """Return what is heard at the end of the walk and again until it is answered."""
    points: list[CuePoint] = []
    room_s = END_AGAIN_AFTER_S[1] - MOTIF_LENGTH_S[Motif.END] - 2 * PAUSE_BETWEEN_S
    fitting = [words for words in END_WORDS if wishes.speech and speech_length(words) <= room_s]
    for after_s in END_AGAIN_AFTER_S:
        motif = _motif_point(CueKind.END, Motif.END, at_s + after_s)
        points.append(motif)
        for words in fitting[:1]:
            start_s = end_of(motif) + PAUSE_BETWEEN_S
            points.append(_spoken_point(CueKind.ACTION, words, start_s, speech_length))
    return tuple(points)


def countdown_cues(
    phase: Phase, until_s: float, length_s: float, wishes: CueWishes, speech_length: SpeechLength
) -> tuple[CuePoint, ...]:
    """Return what is heard in a countdown that ends at `until_s` on the walk's own time.

    The points lie before `until_s`, `length_s` seconds at most; the motif at its end belongs to the phase.
    """
    ticks = [
        _motif_point(CueKind.TICK, Motif.TICK, until_s - left_s)
        for left_s in COUNTDOWN_TICKS_S
        if left_s < length_s
    ]
    if not wishes.speech:
        return tuple(ticks)
    room_s = length_s - COUNTDOWN_TICKS_S[0] - 2 * PAUSE_BETWEEN_S
    for words in countdown_words(phase, until_s, length_s, wishes.speed_unit):
        if speech_length(words) <= room_s:
            start_s = until_s - length_s + PAUSE_BETWEEN_S
            return (_spoken_point(CueKind.STEP, words, start_s, speech_length), *ticks)
    return tuple(ticks)


def confirmation(words: Phrase, at_s: float, speech_length: SpeechLength) -> CuePoint:
    """Return the spoken answer to a key, beginning at `at_s`."""
    return _spoken_point(CueKind.CONFIRMATION, words, at_s, speech_length)


def _lay_sounds(layout: CueLayout) -> None:
    phase = layout.phase
    layout.sound(CueKind.CHANGE, _MOTIFS[phase.kind], phase.starts_at_s)
    if not phase.holds:
        for left_s in COUNTDOWN_TICKS_S:
            if phase.length_s > left_s:
                layout.sound(CueKind.TICK, Motif.TICK, phase.ends_at_s - left_s)
    if phase.kind is PhaseKind.TURN:
        for at_s in _every(TURN_AGAIN_EVERY_S, phase):
            layout.sound(CueKind.TURN_AGAIN, Motif.TURN, at_s)


def _lay_phrases(layout: CueLayout, wishes: CueWishes, phases: Sequence[Phase], index: int) -> None:
    phase = layout.phase
    following = phases[index + 1] if index + 1 < len(phases) else None
    if phase.kind is PhaseKind.TURN:
        _lay_turn_steps(layout, wishes)
        return
    before = phases[index - 1] if index else None
    _lay_action(layout, bout_actions(phase, before, wishes.speed_unit))
    if not phase.holds:
        _lay_announcement(layout, wishes, following)
    if index == 0 and not phase.continued:
        _lay_stop_line(layout, wishes)
    _lay_calls(layout, wishes, is_last_backward=_is_last_of_several_backward(phases, index))


def _lay_action(layout: CueLayout, variants: Sequence[Phrase]) -> None:
    start_s = layout.end_of(CueKind.CHANGE)
    layout.speak(CueKind.ACTION, variants, start_s, start_s + 4.0)


def _lay_turn_steps(layout: CueLayout, wishes: CueWishes) -> None:
    phase = layout.phase
    if not phase.continued or phase.length_s >= WHOLE_TURN_S:
        _lay_action(layout, TURN_ACTIONS)
    after_s = max(layout.end_of(CueKind.CHANGE), layout.end_of(CueKind.ACTION))
    if phase.holds:
        layout.speak(CueKind.STEP, [phrase(Say.TURN_HOLDING)], after_s + 2.0, after_s + 15.0)
        ready_s = layout.end_of(CueKind.STEP) + 2.0
        layout.speak(CueKind.STEP, ready_words(phase, wishes.speed_unit), ready_s, ready_s + 15.0)
        return
    start_s = phase.ends_at_s - _lead(phase, wishes, phase.turns_to)
    if layout.speak(CueKind.STEP, [phrase(Say.TURN_HOLDING)], after_s + 2.0, phase.ends_at_s - TURNED_BY_S):
        after_s = layout.end_of(CueKind.STEP)
    earliest_s = max(after_s, start_s, layout.from_s)
    layout.speak(CueKind.STEP, step_on_words(phase, wishes.speed_unit), earliest_s, phase.ends_at_s)


def _lay_announcement(layout: CueLayout, wishes: CueWishes, following: Phase | None) -> None:
    toward = following.turns_to or _direction(following) if following else None
    wanted_s = _lead(layout.phase, wishes, toward)
    earliest_s = max(layout.end_of(CueKind.ACTION), layout.from_s)
    for lead_s in (wanted_s, *(shorter_s for shorter_s in SHORTER_LEADS_S if shorter_s < wanted_s)):
        at_s = layout.phase.ends_at_s - lead_s
        words = ahead_words(following, lead_s)
        if at_s >= earliest_s and layout.speak(CueKind.ANNOUNCEMENT, words, at_s, at_s):
            return


def _lead(phase: Phase, wishes: CueWishes, toward: Direction | None) -> float:
    backward = toward is Direction.BACKWARD and phase.kind is not PhaseKind.BACKWARD
    return wishes.lead_to_backward_s if backward else wishes.lead_s


def _direction(phase: Phase) -> Direction | None:
    return None if phase.kind is PhaseKind.TURN else Direction(phase.kind.value)


def _lay_stop_line(layout: CueLayout, wishes: CueWishes) -> None:
    if wishes.stop_line is None:
        return
    words = phrase(Say.IF_PAIN_ABOVE, score_words(wishes.stop_line), Say.STOP_AND_STEP_OFF)
    after_s = layout.end_of(CueKind.ACTION) + 0.5
    layout.speak(CueKind.STOP_LINE, [words], after_s, layout.ends_at_s)


def _lay_calls(layout: CueLayout, wishes: CueWishes, *, is_last_backward: bool) -> None:
    phase = layout.phase
    after_s = layout.end_of(CueKind.ACTION)
    if wishes.last_backward and is_last_backward:
        layout.speak(CueKind.LAST_BACKWARD, [phrase(Say.LAST_BACKWARD)], after_s, after_s + 10.0)
    if wishes.notes and phase.note and not phase.continued:
        layout.place(Cue(kind=CueKind.NOTE, note=phase.note), after_s, after_s + 20.0)
    if phase.holds:
        return
    halfway_s = phase.starts_at_s + phase.length_s / 2
    if wishes.halfway and phase.length_s >= HALFWAY_FROM_S and not phase.continued:
        layout.speak(CueKind.HALFWAY, [phrase(Say.HALFWAY)], halfway_s, halfway_s + 2.0)
    if wishes.minutes:
        _lay_minutes(layout)


def _lay_minutes(layout: CueLayout) -> None:
    phase = layout.phase
    # The first seconds already said how long the bout is.
    for left_s in range(60, int(phase.length_s - 20.0) + 1, 60):
        at_s = phase.ends_at_s - left_s
        words = phrase(Say.STILL_TO_GO, length_words(left_s))
        layout.speak(CueKind.MINUTE, [words], at_s, at_s)


def _is_last_of_several_backward(phases: Sequence[Phase], index: int) -> bool:
    def backward(places: range) -> bool:
        return any(phases[place].kind is PhaseKind.BACKWARD for place in places)

    phase = phases[index]
    if phase.kind is not PhaseKind.BACKWARD or phase.continued:
        return False
    return backward(range(index - 1, -1, -1)) and not backward(range(index + 1, len(phases)))


def _every(step_s: float, phase: Phase) -> list[float]:
    past_s = phase.length_s - REPEATS_LAID_S if phase.holds else 0.0
    instants = (phase.starts_at_s + step_s * time for time in count(max(1, int(past_s // step_s))))
    return list(takewhile(lambda at_s: at_s < phase.ends_at_s, instants))


def _motif_point(kind: CueKind, motif: Motif, at_s: float) -> CuePoint:
    return CuePoint(at_s=on_whole_ms(at_s), length_s=MOTIF_LENGTH_S[motif], cue=Cue(kind=kind, motif=motif))


def _spoken_point(kind: CueKind, words: Phrase, at_s: float, speech_length: SpeechLength) -> CuePoint:
    length_s = on_whole_ms(speech_length(words))
    return CuePoint(at_s=on_whole_ms(at_s), length_s=length_s, cue=Cue(kind=kind, words=words))
