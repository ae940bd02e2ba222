"""The schedule as a walk bends it: what was walked stays, what is to come moves.

A timeline is a frozen value. Every key of the walker gives a new one whose past is untouched and whose coming
phases are laid end to end from the present moment, so offsets stay absolute and time only moves forward.
"""

from dataclasses import dataclass, replace
from math import ceil

from retrowalk.core.units import on_whole_ms
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, TurnKind, TurnPolicy
from retrowalk.core.walk.schedule import Phase, PhaseKind, Schedule, joined

COUNT_IN_S = 3.0
"""Seconds between a key and the bout it leads to out of a turn, or to any backward bout: 3-2-1."""
RESTART_WITHIN_S = 3.0
"""Going back this early in a phase means the phase before."""
SHORTEST_REST_S = 5.0
"""What is left of a phase at least when time is taken off it."""
HOLD_AHEAD_S = 20.0
"""How far ahead of the present the end of a holding phase stays at least; further than cues are told."""
COOL_DOWN_S = 120.0


@dataclass(frozen=True, slots=True)
class Timeline:
    """Phases as they were walked and as they are to come.

    Attributes:
        phases: Laid end to end; those before `index` are over.
        plan: The phases as planned, to go back to.
        index: The present phase; `len(phases)` once the walk is over.
    """

    phases: tuple[Phase, ...]
    plan: tuple[Phase, ...]
    index: int = 0

    @classmethod
    def of(cls, schedule: Schedule) -> "Timeline":
        """Return the timeline of a walk that has not begun."""
        return cls(schedule.phases, schedule.phases)

    @property
    def present(self) -> Phase | None:
        """The phase being walked; None once the walk is over."""
        return self.phases[self.index] if self.index < len(self.phases) else None

    @property
    def coming(self) -> tuple[Phase, ...]:
        """The phases after the present one."""
        return self.phases[self.index + 1 :]

    @property
    def length_s(self) -> float:
        """Active seconds from start to end, as it stands now."""
        return self.phases[-1].ends_at_s if self.phases else 0.0

    def entered_next(self) -> "Timeline":
        """Return the timeline one phase further on."""
        return replace(self, index=self.index + 1)

    def held_open(self, now_s: float) -> "Timeline":
        """Return the timeline with a present holding phase reaching well past `now_s`."""
        phase = self.present
        if phase is None or not phase.holds or phase.ends_at_s >= now_s + HOLD_AHEAD_S:
            return self
        # In whole steps, so that it does not matter how often somebody looked.
        steps = ceil((now_s + HOLD_AHEAD_S - phase.ends_at_s) / HOLD_AHEAD_S)
        ends_at_s = on_whole_ms(phase.ends_at_s + steps * HOLD_AHEAD_S)
        return self._rebuilt(replace(phase, ends_at_s=ends_at_s), self.coming)

    def released(self, now_s: float) -> "Timeline":
        """Return the timeline with a present holding phase ending after a count of three."""
        phase = self.present
        return self._left(now_s + COUNT_IN_S, self.coming) if phase and phase.holds else self

    def skipped(self, now_s: float, *, standing: bool) -> "Timeline":
        """Return the timeline without the rest of the present phase.

        Args:
            now_s: The present moment.
            standing: The walk is paused, so that what follows needs no count of three.
        """
        phase = self.present
        if phase is None:
            return self
        count_in_s = 0.0 if standing else self._count_in(self.coming[0] if self.coming else None)
        return self._left(min(phase.ends_at_s, now_s + count_in_s), self.coming)

    def gone_back(self, now_s: float, *, standing: bool) -> "Timeline":
        """Return the timeline with the present phase begun anew, or the one before when it has just begun.

        Args:
            now_s: The present moment.
            standing: The walk is paused, so that what follows needs no count of three.
        """
        phase = self.present
        if phase is None or self._goes_back:
            return self
        again = self._whole(phase)
        just_begun = not phase.continued and now_s - phase.starts_at_s <= RESTART_WITHIN_S
        before = self._planned_before(phase) if just_begun else None
        if before is None:
            at_start = now_s == phase.starts_at_s and not phase.continued
            return self if at_start else self._left(now_s, (again, *self.coming))
        count_in_s = 0.0 if standing else self._count_in(before)
        return self._left(now_s + count_in_s, (before, again, *self.coming))

    def possible_change_s(self, now_s: float, by_s: float) -> float:
        """Return what of a change of the present phase's length is possible.

        Nothing of it where the phase waits for a key; a phase made shorter still lasts `SHORTEST_REST_S`.
        """
        phase = self.present
        if phase is None or phase.holds:
            return 0.0
        return max(by_s, min(0.0, on_whole_ms(now_s + SHORTEST_REST_S - phase.ends_at_s)))

    def with_time(self, now_s: float, by_s: float) -> "Timeline":
        """Return the timeline with the present phase longer by a possible change, shorter where negative."""
        phase = self.present
        if phase is None or by_s == 0.0:
            return self
        end_s = on_whole_ms(phase.ends_at_s + by_s)
        # What was said about the first half is not said again about the new one.
        past_half = now_s >= (phase.starts_at_s + phase.ends_at_s) / 2
        changed = replace(phase, ends_at_s=end_s, continued=phase.continued or past_half)
        return self._rebuilt(changed, self.coming)

    def continued(self, now_s: float) -> "Timeline":
        """Return the timeline with the rest of the present phase as a phase of its own, begun at `now_s`."""
        phase = self.present
        if phase is None or now_s <= phase.starts_at_s:
            return self
        rest = replace(phase, starts_at_s=now_s, continued=True)
        done = replace(phase, ends_at_s=now_s)
        phases = (*self.phases[: self.index], done, rest, *self.coming)
        return replace(self, phases=phases, index=self.index + 1)

    def forward_only(self, now_s: float, policy: TurnPolicy) -> "Timeline":
        """Return the timeline with every coming bout forward.

        Args:
            now_s: The present moment.
            policy: How the turn is done that is needed unless the walker faces forward for certain.
        """
        phase = self.present
        if phase is None:
            return self
        coming = self._as_forward(self.coming)
        if phase.kind is PhaseKind.FORWARD or self._turns_forward:
            line = self._rebuilt(phase, coming)
        else:
            rest = replace(phase, starts_at_s=now_s, continued=True)
            line = self._left(now_s, self._turned_to((*self._as_forward((rest,)), *coming), policy))
        return replace(line, plan=self._as_forward(self.plan))

    def cooled_down(self, now_s: float, policy: TurnPolicy) -> "Timeline":
        """Return the timeline with the plan's cool-down, or two minutes forward, as all that is to come.

        Args:
            now_s: The present moment.
            policy: How the turn is done that is needed unless the walker faces forward for certain.
        """
        phase = self.present
        if phase is None:
            return self
        planned = [other for other in (phase, *self.coming) if _is_cool_down(other)]
        if phase in planned:
            return self
        last = planned[-1] if planned else self._plain_cool_down()
        if self._turns_forward:
            return self._rebuilt(replace(phase, speed_kmh=last.speed_kmh), (last,))
        faces_forward = phase.kind is PhaseKind.FORWARD
        return self._left(now_s, (last,) if faces_forward else self._turned_to((last,), policy))

    @property
    def _goes_back(self) -> bool:
        """Whether a key led back, and only a count of three is left of the present phase."""
        if self.present is None or self.present.plan_index is None or not self.coming:
            return False
        following = self.coming[0].plan_index
        return following is not None and following < self.present.plan_index

    @property
    def _turns_forward(self) -> bool:
        """Whether the present phase is a turn out of which the walker will face forward."""
        turns = self.present is not None and self.present.turns_to is Direction.FORWARD
        return turns and not self._goes_back

    def _whole(self, phase: Phase) -> Phase:
        """Return the present phase as planned; one that the plan does not have, with all its pieces."""
        place = self._place_in_plan(phase)
        if place is not None:
            return self.plan[place]
        first = phase
        for piece in reversed(self.phases[: self.index]):
            if not first.continued or piece.kind is not phase.kind or piece.plan_index != phase.plan_index:
                break
            first = piece
        return replace(phase, starts_at_s=first.starts_at_s, continued=False)

    def _planned_before(self, phase: Phase) -> Phase | None:
        place = self._place_in_plan(phase)
        return self.plan[place - 1] if place else None

    def _place_in_plan(self, phase: Phase) -> int | None:
        # After "forward only" the plan has no turns left, so places and plan indices differ.
        places = (place for place, other in enumerate(self.plan) if other.plan_index == phase.plan_index)
        return next(places, None)

    def _count_in(self, following: Phase | None) -> float:
        phase = self.present
        if phase is None or following is None or following.kind is PhaseKind.TURN:
            return 0.0
        steps_on = phase.kind is PhaseKind.TURN or following.kind is PhaseKind.BACKWARD
        return COUNT_IN_S if steps_on else 0.0

    def _left(self, end_s: float, coming: tuple[Phase, ...]) -> "Timeline":
        phase = self.present
        if phase is None:
            return self
        return self._rebuilt(replace(phase, ends_at_s=on_whole_ms(end_s), holds=False), coming)

    def _rebuilt(self, present: Phase, coming: tuple[Phase, ...]) -> "Timeline":
        laid = joined(coming, from_s=present.ends_at_s)
        return replace(self, phases=(*self.phases[: self.index], present, *laid))

    def _as_forward(self, phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
        speed_kmh = self._forward_speed()
        return tuple(
            replace(phase, kind=PhaseKind.FORWARD, speed_kmh=speed_kmh, number=0, of=0)
            if phase.kind is PhaseKind.BACKWARD
            else phase
            for phase in phases
            if phase.kind is not PhaseKind.TURN
        )

    def _forward_speed(self) -> float | None:
        speeds = [phase.speed_kmh for phase in self.phases if phase.kind is PhaseKind.FORWARD]
        return next((speed for speed in speeds if speed is not None), None)

    def _plain_cool_down(self) -> Phase:
        return Phase(
            kind=PhaseKind.FORWARD,
            starts_at_s=0.0,
            ends_at_s=COOL_DOWN_S,
            plan_index=None,
            speed_kmh=self._forward_speed(),
            role=BoutRole.COOL_DOWN,
        )

    def _turned_to(self, coming: tuple[Phase, ...], policy: TurnPolicy) -> tuple[Phase, ...]:
        """Return forward phases with a turn before them, unless the belt itself reverses."""
        if policy.kind is TurnKind.REVERSE_BELT:
            return coming
        turn = Phase(
            kind=PhaseKind.TURN,
            starts_at_s=0.0,
            ends_at_s=policy.length_s,
            plan_index=None,
            speed_kmh=coming[0].speed_kmh,
            turns_to=Direction.FORWARD,
            holds=policy.kind is TurnKind.WAIT,
        )
        return (turn, *coming)


def _is_cool_down(phase: Phase) -> bool:
    return phase.role is BoutRole.COOL_DOWN and phase.kind is PhaseKind.FORWARD
