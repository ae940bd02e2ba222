"""What is asked before and after a walk, and what is proposed when the pain is high."""

from dataclasses import dataclass

from retrowalk.core.pain.rating import HIGHEST, HIGHEST_LABEL, LOWEST, LOWEST_LABEL, QUESTION
from retrowalk.core.pain.stop_rules import HIGH_BEFORE, proposes_forward_only


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleView:
    """A question answered by one number.

    Attributes:
        question: The wording.
        scores: The numbers to choose from, in order.
        low_label: What the lowest means.
        high_label: What the highest means.
    """

    question: str
    scores: tuple[int, ...]
    low_label: str
    high_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardProposal:
    """A walk without backward bouts, proposed with its reason; walking as planned stays possible."""

    reason: str


PAIN_SCALE = ScaleView(
    question=QUESTION,
    scores=tuple(range(LOWEST, HIGHEST + 1)),
    low_label=LOWEST_LABEL,
    high_label=HIGHEST_LABEL,
)
EFFORT_SCALE = ScaleView(
    question="How hard did the walk feel?",
    scores=tuple(range(LOWEST, HIGHEST + 1)),
    low_label="no effort at all",
    high_label="as hard as can be",
)
CHECKLIST = (
    "The safety key is clipped to your clothes.",
    "The space behind the treadmill is free: about 2 m, and half a metre at the sides.",
    "Somebody is within call.",
)
STEP_ON_NOTE = "Stay on the side rails until the belt moves. Never start it while standing on it."


def build_forward_proposal(before: int, usual: float | None) -> ForwardProposal | None:
    """Return a proposal to walk forward only, or None where nothing speaks for it.

    Args:
        before: The rating just given, 0-10.
        usual: The walker's own usual rating, or None while too few are known.
    """
    if not proposes_forward_only(before, usual):
        return None
    if usual is not None and before < HIGH_BEFORE:
        reason = f"{before} is well above your usual {usual:.1f}."
    else:
        reason = f"{before} is a lot of pain."
    return ForwardProposal(reason=f"{reason} Walk forward only today? It is a good session too.")
