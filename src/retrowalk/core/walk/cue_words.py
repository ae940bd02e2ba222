"""What cues say: for each the longest wording first, then shorter ones for where there is less room."""

from retrowalk.core.units import SpeedUnit
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.phrases import Phrase, Say, incline_words, length_words, phrase, speed_words
from retrowalk.core.walk.preset import BoutRole
from retrowalk.core.walk.schedule import Phase, PhaseKind

TURN_ACTIONS = (
    phrase(Say.TURN_ROUND, Say.STOP_THE_BELT, Say.FEET_ON_RAILS),
    phrase(Say.STOP_THE_BELT, Say.FEET_ON_RAILS),
    phrase(Say.STOP_THE_BELT),
)
END_WORDS = (
    phrase(Say.FINISHED, Say.STOP_THE_BELT, Say.HOLD_AND_STEP_OFF),
    phrase(Say.FINISHED, Say.HOLD_AND_STEP_OFF),
    phrase(Say.FINISHED),
)

_NAMES = {PhaseKind.FORWARD: Say.FORWARD, PhaseKind.BACKWARD: Say.BACKWARD, PhaseKind.TURN: Say.TURN_ROUND}
_AHEAD = {
    PhaseKind.FORWARD: Say.FORWARD_IN,
    PhaseKind.BACKWARD: Say.BACKWARD_IN,
    PhaseKind.TURN: Say.TURN_IN,
}
_THEN = {Direction.FORWARD: Say.TO_FORWARD, Direction.BACKWARD: Say.TO_BACKWARD}


def bout_actions(phase: Phase, before: Phase | None, unit: SpeedUnit) -> tuple[Phrase, ...]:
    """Return what to do in a bout that begins: "Backward. One minute. Zero point eight."

    Args:
        phase: The bout.
        before: The phase before it, or None.
        unit: The unit that belt speeds are said in.
    """
    name = phrase(_NAMES[phase.kind])
    if phase.role is BoutRole.COOL_DOWN:
        name = phrase(Say.COOL_DOWN, name)
    lasting = phrase(Say.UNTIL_YOU_PRESS) if phase.holds else length_words(phase.length_s)
    speed = _speed_to_say(phase, before, unit)
    incline = incline_words(phase.incline_percent) if speed and phase.incline_percent else ()
    return (
        phrase(name, lasting, speed, incline),
        phrase(name, lasting, speed),
        phrase(name, lasting),
        phrase(_NAMES[phase.kind]),
    )


def step_on_words(turn: Phase, unit: SpeedUnit) -> tuple[Phrase, ...]:
    """Return the last step of a turn, as in "Start at zero point eight. Step on.", and shorter."""
    start = phrase(_start_words(turn, unit), Say.STEP_ON)
    return (start, phrase(Say.START_THE_BELT, Say.STEP_ON), phrase(Say.STEP_ON))


def ready_words(turn: Phase, unit: SpeedUnit) -> tuple[Phrase, ...]:
    """Return the last step of a turn that waits: the belt runs before the key to step on is pressed."""
    ready = phrase(Say.PRESS_WHEN_READY)
    return (phrase(_start_words(turn, unit), ready), ready)


def ahead_words(following: Phase | None, lead_s: float) -> tuple[Phrase, ...]:
    """Return the warning of what follows in `lead_s` seconds; None follows at the end of the walk."""
    if following is None:
        return (phrase(Say.END_IN, length_words(lead_s)),)
    plain = phrase(_AHEAD[following.kind], length_words(lead_s))
    return (phrase(plain, _THEN[following.turns_to]), plain) if following.turns_to else (plain,)


def countdown_words(phase: Phase, until_s: float, length_s: float, unit: SpeedUnit) -> tuple[Phrase, ...]:
    """Return what opens a countdown of `length_s` seconds to the active second `until_s`."""
    opening = phrase(Say.GET_READY) if until_s == 0 else phrase(Say.GOING_ON_IN, length_words(length_s))
    if phase.kind is PhaseKind.TURN:
        return (opening,)
    name = phrase(_NAMES[phase.kind])
    start = phrase(_start_words(phase, unit), Say.STEP_ON)
    return (phrase(opening, name, start), phrase(opening, name), opening)


def _speed_to_say(phase: Phase, before: Phase | None, unit: SpeedUnit) -> Phrase:
    """Return the belt speed, but never one that would have to be set while walking backward."""
    walking_backward = PhaseKind.BACKWARD is phase.kind and before is not None and before.kind is phase.kind
    return () if phase.speed_kmh is None or walking_backward else speed_words(phase.speed_kmh, unit)


def _start_words(phase: Phase, unit: SpeedUnit) -> Phrase:
    if phase.speed_kmh is None:
        return phrase(Say.START_THE_BELT)
    return phrase(Say.START_AT, speed_words(phase.speed_kmh, unit))
