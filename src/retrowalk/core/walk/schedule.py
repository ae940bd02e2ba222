"""The unrolled plan of a walk: phases with absolute offsets, turns put in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from retrowalk.core.units import on_whole_ms
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, BoutRole, Preset, TurnKind, TurnPolicy


class PhaseKind(Enum):
    """What a phase is."""

    FORWARD = "forward"
    BACKWARD = "backward"
    TURN = "turn"

    @classmethod
    def of(cls, direction: Direction) -> "PhaseKind":
        """Return the kind of a bout in that direction."""
        return cls(direction.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One entry of a schedule.

    Attributes:
        kind: Forward, backward or turn.
        starts_at_s: Offset from the start of the walk, in active seconds.
        ends_at_s: Offset of its end; for a holding phase the end reckoned so far, which moves on by itself.
        plan_index: Its place in the plan's schedule, or None if the plan does not have it.
        speed_kmh: Wanted belt speed; in a turn, the speed to start the belt at afterwards.
        incline_percent: Wanted incline, or None.
        note: The walker's own reminder.
        number: Which bout of its direction this is, from 1; 0 for turns, warm-up and cool-down.
        of: How many such bouts there are; 0 where `number` is.
        role: What the bout is for; turns are MAIN.
        turns_to: In a turn, the direction that follows; else None.
        holds: Goes on past its end until the walker presses a key.
        continued: The rest of a phase that was interrupted by a pause.
    """

    kind: PhaseKind
    starts_at_s: float
    ends_at_s: float
    plan_index: int | None
    speed_kmh: float | None = None
    incline_percent: float | None = None
    note: str = ""
    number: int = 0
    of: int = 0
    role: BoutRole = BoutRole.MAIN
    turns_to: Direction | None = None
    holds: bool = False
    continued: bool = False

    @property
    def length_s(self) -> float:
        """Seconds from start to end."""
        return self.ends_at_s - self.starts_at_s

    def moved(self, by_s: float) -> "Phase":
        """Return the same phase, later by `by_s` seconds (earlier where negative)."""
        starts_at_s, ends_at_s = on_whole_ms(self.starts_at_s + by_s), on_whole_ms(self.ends_at_s + by_s)
        return replace(self, starts_at_s=starts_at_s, ends_at_s=ends_at_s)


@dataclass(frozen=True)
class Schedule:
    """All phases of a walk, in order and without gaps, the first at 0."""

    phases: tuple[Phase, ...]

    @property
    def length_s(self) -> float:
        """Seconds from the start of the first phase to the end of the last."""
        return self.phases[-1].ends_at_s if self.phases else 0.0

    @cached_property
    def seconds_by_kind(self) -> dict[PhaseKind, float]:
        """Seconds in each kind of phase, all kinds present."""
        totals = dict.fromkeys(PhaseKind, 0.0)
        for phase in self.phases:
            totals[phase.kind] += phase.length_s
        return totals

    @property
    def turns(self) -> int:
        """How many turns there are."""
        return sum(phase.kind is PhaseKind.TURN for phase in self.phases)

    @property
    def bouts(self) -> int:
        """How many bouts there are, warm-up and cool-down included."""
        return len(self.phases) - self.turns


def build_schedule(preset: Preset) -> Schedule:
    """Unroll repeats and put a turn wherever the direction changes, unless the belt runs in reverse."""
    bouts = tuple(preset.bouts())
    totals = {direction: sum(_counts(bout, direction) for bout in bouts) for direction in Direction}
    numbers = dict.fromkeys(Direction, 0)
    phases: list[Phase] = []
    before: Bout | None = None
    for bout in bouts:
        changes = before is not None and before.direction is not bout.direction
        if changes and preset.turn.kind is not TurnKind.REVERSE_BELT:
            phases.append(_turn(preset.turn, bout, phases))
        numbers[bout.direction] += _counts(bout, bout.direction)
        counted = (numbers[bout.direction], totals[bout.direction]) if bout.role is BoutRole.MAIN else (0, 0)
        phases.append(_bout(bout, counted, phases))
        before = bout
    return Schedule(tuple(phases))


def _counts(bout: Bout, direction: Direction) -> int:
    return int(bout.direction is direction and bout.role is BoutRole.MAIN)


def _end_of(phases: list[Phase]) -> float:
    return phases[-1].ends_at_s if phases else 0.0


def _turn(policy: TurnPolicy, toward: Bout, phases: list[Phase]) -> Phase:
    start_s = _end_of(phases)
    return Phase(
        kind=PhaseKind.TURN,
        starts_at_s=start_s,
        ends_at_s=on_whole_ms(start_s + policy.length_s),
        plan_index=len(phases),
        speed_kmh=toward.speed_kmh,
        turns_to=toward.direction,
        holds=policy.kind is TurnKind.WAIT,
    )


def _bout(bout: Bout, counted: tuple[int, int], phases: list[Phase]) -> Phase:
    start_s = _end_of(phases)
    return Phase(
        kind=PhaseKind.of(bout.direction),
        starts_at_s=start_s,
        ends_at_s=on_whole_ms(start_s + bout.length_s),
        plan_index=len(phases),
        speed_kmh=bout.speed_kmh,
        incline_percent=bout.incline_percent,
        note=bout.note,
        number=counted[0],
        of=counted[1],
        role=bout.role,
        holds=bout.until_key,
    )


def joined(phases: Iterable[Phase], *, from_s: float) -> tuple[Phase, ...]:
    """Return the phases laid end to end, the first beginning at `from_s`, lengths unchanged."""
    laid: list[Phase] = []
    for phase in phases:
        start_s = laid[-1].ends_at_s if laid else from_s
        laid.append(phase.moved(start_s - phase.starts_at_s))
    return tuple(laid)
