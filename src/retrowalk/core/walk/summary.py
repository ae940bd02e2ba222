"""What a walk came to: one fold over its facts, the same for a finished walk and for one cut off."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.schedule import PhaseKind, build_schedule
from retrowalk.core.walk.session import Outcome, SessionSummary

DONE_SHARE = 0.9
"""A bout counts as done from this share of its planned length."""

_Place: TypeAlias = tuple[int | None, PhaseKind]
"""Which phase of the plan, and as what it was walked: a bout made forward is no backward bout done."""


def summarise(
    session_id: str, plan: Preset, facts: Iterable[ev.Fact], reached_s: float = 0.0
) -> SessionSummary:
    """Return what the facts of a session add up to.

    Args:
        session_id: Which session.
        plan: The preset it was started from.
        facts: Its journal, in order.
        reached_s: The furthest active second known, which may lie after the last fact.
    """
    facts = tuple(facts)
    end_s = max([reached_s, *(fact.at_s for fact in facts)])
    seconds = dict.fromkeys(PhaseKind, 0.0)
    walked_s: dict[_Place, float] = defaultdict(float)
    turns = 0
    for phase, length_s in _walked(facts, end_s):
        seconds[phase.kind] += length_s
        walked_s[phase.plan_index, phase.kind] += length_s
        # One that was only passed by keys, in a pause, was not begun.
        turns += phase.kind is PhaseKind.TURN and length_s > 0
    released = _released(facts)
    bouts = [(b, (b.plan_index, b.kind)) for b in build_schedule(plan).phases if b.kind is not PhaseKind.TURN]
    return SessionSummary(
        session_id=session_id,
        outcome=_outcome(facts),
        active_s=end_s,
        forward_s=seconds[PhaseKind.FORWARD],
        backward_s=seconds[PhaseKind.BACKWARD],
        turns=turns,
        bouts_done=sum(p in released or walked_s[p] >= DONE_SHARE * b.length_s for b, p in bouts),
        bouts_planned=len(bouts),
        pauses=sum(isinstance(fact, ev.Paused) for fact in facts),
    )


def _walked(facts: Sequence[ev.Fact], end_s: float) -> Iterator[tuple[ev.PhaseEntered, float]]:
    """Yield every phase that was entered with the active seconds until the next was."""
    entered = [fact for fact in facts if isinstance(fact, ev.PhaseEntered)]
    ends_s = [*(later.at_s for later in entered[1:]), end_s]
    for phase, phase_end_s in zip(entered, ends_s, strict=False):
        yield phase, phase_end_s - phase.at_s


def _released(facts: Sequence[ev.Fact]) -> set[_Place]:
    """Return the phases whose waiting was ended by a key, however long they had been reckoned."""
    released: set[_Place] = set()
    present: _Place | None = None
    for fact in facts:
        if isinstance(fact, ev.PhaseEntered):
            present = (fact.plan_index, fact.kind)
        elif isinstance(fact, ev.WaitEnded) and present is not None:
            released.add(present)
    return released


def _outcome(facts: Sequence[ev.Fact]) -> Outcome:
    """Return how a session ended; one whose last fact is neither its end nor a stop was cut off."""
    match facts[-1:]:
        case (ev.Finished(),):
            return Outcome.FINISHED
        case (ev.Stopped(),):
            return Outcome.STOPPED
        case _:
            return Outcome.PARTIAL
