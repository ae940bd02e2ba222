"""A whole walk as a strip of coloured phases."""

from collections.abc import Sequence
from dataclasses import dataclass

from retrowalk.core.walk.schedule import Phase, PhaseKind
from retrowalk.presenters.durations import length_text


@dataclass(frozen=True, slots=True, kw_only=True)
class StripSegment:
    """One phase of the strip.

    Attributes:
        kind: What it is.
        starts_at: Where it begins, as a share of the whole, 0-1.
        ends_at: Where it ends, as a share of the whole, 0-1.
    """

    kind: PhaseKind
    starts_at: float
    ends_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """The strip.

    Attributes:
        segments: In order, without gaps.
        playhead: How far the walk is, 0-1; None where there is no walk.
        description: The same in words, for a screen reader.
    """

    segments: tuple[StripSegment, ...]
    playhead: float | None = None
    description: str = ""


def build_strip(phases: Sequence[Phase], at_s: float | None = None) -> StripView:
    """Return the strip of these phases, with a playhead at `at_s` active seconds if given."""
    whole_s = phases[-1].ends_at_s if phases else 0.0
    if whole_s <= 0:
        return StripView(segments=())
    segments = tuple(
        StripSegment(
            kind=phase.kind, starts_at=phase.starts_at_s / whole_s, ends_at=phase.ends_at_s / whole_s
        )
        for phase in phases
    )
    playhead = None if at_s is None else min(1.0, max(0.0, at_s / whole_s))
    return StripView(segments=segments, playhead=playhead, description=_description(phases))


def _description(phases: Sequence[Phase]) -> str:
    shown = [f"{phase.kind.value} {length_text(phase.length_s)}" for phase in phases[:40]]
    more = [f"and {len(phases) - 40} more"] if len(phases) > 40 else []
    return ", ".join(shown + more)
