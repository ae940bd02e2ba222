"""The walking view: everything shown in a walk, as words and roles of colour."""

from dataclasses import dataclass
from enum import Enum

from retrowalk.core.units import SpeedUnit, speed_in
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.events import PauseReason
from retrowalk.core.walk.preset import BoutRole
from retrowalk.core.walk.schedule import Phase, PhaseKind
from retrowalk.core.walk.snapshot import RunState, Snapshot
from retrowalk.presenters.durations import clock_text, length_text
from retrowalk.presenters.strip import StripView, build_strip


class ColourRole(Enum):
    """What the window's colour stands for."""

    FORWARD = "forward"
    BACKWARD = "backward"
    TURN = "turn"
    STANDING = "standing"


class Arrow(Enum):
    """The drawn sign beside the word."""

    FORWARD = "forward"
    BACKWARD = "backward"
    TURN = "turn"
    PAUSE = "pause"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkView:
    """Everything the walking view shows.

    Attributes:
        role: The window's colour.
        word: One or two words in capitals.
        arrow: The sign beside them.
        digits: The huge digits.
        spoken: The whole state in a sentence, for a screen reader.
        hint: One line under the digits: which key goes on, or the walker's own note; may be empty.
        next_text: What comes next, and when.
        speed_text: The belt speed wanted, may be empty.
        count_text: "Backward 2 of 5", may be empty.
        left_text: Time left in the whole walk.
        strip: The whole walk with its playhead.
        is_paused: The big button says *Resume*.
        waits: The big button says *Go on*: the phase waits for the walker.
    """

    role: ColourRole
    word: str
    arrow: Arrow
    digits: str
    spoken: str
    hint: str
    next_text: str
    speed_text: str
    count_text: str
    left_text: str
    strip: StripView
    is_paused: bool
    waits: bool


_WORDS = {PhaseKind.FORWARD: "FORWARD", PhaseKind.BACKWARD: "BACKWARD", PhaseKind.TURN: "TURN ROUND"}
_ROLES = {
    PhaseKind.FORWARD: ColourRole.FORWARD,
    PhaseKind.BACKWARD: ColourRole.BACKWARD,
    PhaseKind.TURN: ColourRole.TURN,
}
_ARROWS = {
    PhaseKind.FORWARD: Arrow.FORWARD,
    PhaseKind.BACKWARD: Arrow.BACKWARD,
    PhaseKind.TURN: Arrow.TURN,
}
_TURN_TO = {Direction.FORWARD: "to walk forward", Direction.BACKWARD: "to walk backward"}


def build_walk_view(snapshot: Snapshot, unit: SpeedUnit) -> WalkView:
    """Return the walking view of one moment, with speeds in the walker's unit."""
    word, arrow, role, digits = _headline(snapshot)
    left_text = f"{clock_text(snapshot.left_s)} left"
    hint = _hint(snapshot)
    return WalkView(
        role=role,
        word=word,
        arrow=arrow,
        digits=digits,
        spoken=f"{word.capitalize()}, {digits}. {hint}".strip(),
        hint=hint,
        next_text=_next_text(snapshot),
        speed_text=_speed_text(snapshot.phase, unit),
        count_text=_count_text(snapshot.phase),
        left_text=left_text,
        strip=build_strip(snapshot.phases, snapshot.elapsed_s),
        is_paused=snapshot.state is RunState.PAUSED,
        waits=snapshot.state is RunState.WALKING and bool(snapshot.phase and snapshot.phase.holds),
    )


def _headline(snapshot: Snapshot) -> tuple[str, Arrow, ColourRole, str]:
    phase = snapshot.phase
    if phase is None:
        return "FINISHED", Arrow.DONE, ColourRole.STANDING, clock_text(snapshot.elapsed_s)
    match snapshot.state:
        case RunState.PAUSED:
            return "PAUSED", Arrow.PAUSE, ColourRole.STANDING, clock_text(snapshot.phase_left_s)
        case RunState.STOPPED:
            return "STOPPED", Arrow.DONE, ColourRole.STANDING, clock_text(snapshot.elapsed_s)
        case RunState.COUNTDOWN | RunState.READY:
            word = "STEP ON" if snapshot.begun else "GET READY"
            return word, _ARROWS[phase.kind], ColourRole.STANDING, clock_text(snapshot.countdown_s)
        case _:
            seconds = snapshot.phase_done_s if phase.holds else snapshot.phase_left_s
            return _WORDS[phase.kind], _ARROWS[phase.kind], _ROLES[phase.kind], clock_text(seconds)


def _hint(snapshot: Snapshot) -> str:
    phase = snapshot.phase
    if phase is None:
        return ""
    if snapshot.state is RunState.PAUSED:
        return _pause_hint(snapshot)
    if snapshot.state is RunState.COUNTDOWN:
        return f"{_WORDS[phase.kind].capitalize()} comes first. Feet on the side rails until the belt moves."
    if phase.holds:
        return "Press Space when you are ready."
    if phase.kind is PhaseKind.TURN:
        return "Stop the belt. Feet on the side rails. Turn holding a rail."
    return phase.note


def _pause_hint(snapshot: Snapshot) -> str:
    if snapshot.pause_reason is PauseReason.INTERRUPTED and snapshot.gap_s:
        return (
            f"The computer slept or stood still for {length_text(snapshot.gap_s)}. "
            "The walk waited. Space: go on, with a countdown."
        )
    return "Space: go on, with a countdown to step on."


def _next_text(snapshot: Snapshot) -> str:
    phase, following = snapshot.phase, snapshot.next_phase
    if phase is None or snapshot.state is RunState.STOPPED:
        return ""
    what = _named(following) if following else "the end"
    if snapshot.state is not RunState.WALKING or phase.holds:
        return f"Next: {what}"
    return f"Next: {what} in {clock_text(snapshot.phase_left_s)}"


def _named(phase: Phase) -> str:
    if phase.turns_to is not None:
        return f"turn round {_TURN_TO[phase.turns_to]}"
    return f"{phase.kind.value} {length_text(phase.length_s)}"


def _speed_text(phase: Phase | None, unit: SpeedUnit) -> str:
    if phase is None or phase.speed_kmh is None:
        return ""
    speed = f"{speed_in(unit, phase.speed_kmh):.1f} {unit.value}"
    incline = f", incline {phase.incline_percent:g} %" if phase.incline_percent else ""
    before = "then " if phase.kind is PhaseKind.TURN else ""
    return f"Belt {before}{speed}{incline}"


def _count_text(phase: Phase | None) -> str:
    if phase is None or phase.kind is PhaseKind.TURN:
        return ""
    if phase.role is not BoutRole.MAIN:
        return "Warm-up" if phase.role is BoutRole.WARM_UP else "Cool-down"
    return f"{phase.kind.value.capitalize()} {phase.number} of {phase.of}" if phase.number else ""
