"""What is offered after pain was reported in the middle of a walk."""

from dataclasses import dataclass
from enum import Enum


class PainWay(Enum):
    """How a walk can go from here."""

    GO_ON = "go-on"
    FORWARD_ONLY = "forward-only"
    COOL_DOWN = "cool-down"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class PainChoice:
    """One way to go on, with what it means."""

    way: PainWay
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainOffer:
    """The four ways.

    Attributes:
        title: What was answered, and above the stop line what to do first.
        choices: All ways, the one to take first if any is.
        stop_first: The first choice is *Stop*, and is to be shown as the one advised.
    """

    title: str
    choices: tuple[PainChoice, ...]
    stop_first: bool


_GO_ON = PainChoice(way=PainWay.GO_ON, name="Go on", meaning="As planned, after a countdown to step on.")
_FORWARD = PainChoice(
    way=PainWay.FORWARD_ONLY, name="Forward only", meaning="The rest of the walk without going backward."
)
_COOL_DOWN = PainChoice(
    way=PainWay.COOL_DOWN, name="Cool down", meaning="A short, easy stretch forward, then the end."
)
_STOP = PainChoice(way=PainWay.STOP, name="Stop", meaning="End the walk here. What you walked is kept.")


def build_pain_offer(score: int, stop_line: int) -> PainOffer:
    """Return what is offered at this pain, 0-10; only above the stop line is stopping advised."""
    if score <= stop_line:
        choices = (_GO_ON, _FORWARD, _COOL_DOWN, _STOP)
        return PainOffer(
            title=f"Pain {score} of 10. How do you want to go on?", choices=choices, stop_first=False
        )
    title = (
        f"Pain {score} of 10 is above your stop line of {stop_line}. "
        "Stop first: belt off, hold a rail, step off."
    )
    return PainOffer(title=title, choices=(_STOP, _COOL_DOWN, _FORWARD, _GO_ON), stop_first=True)
