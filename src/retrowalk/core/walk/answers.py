"""What is said to confirm what a key has just done."""

from collections.abc import Mapping
from types import MappingProxyType

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.phrases import Phrase, Say, length_words, phrase

_ANSWERS: Mapping[type[ev.Fact], Phrase] = MappingProxyType(
    {
        ev.Skipped: phrase(Say.SKIPPED),
        ev.WentBack: phrase(Say.AGAIN_FROM_START),
        ev.WentForwardOnly: phrase(Say.FORWARD_ONLY),
        ev.Paused: phrase(Say.PAUSED),
        ev.PainReported: phrase(Say.PAIN_NOTED),
        ev.Stopped: phrase(Say.STOPPED, Say.STOP_THE_BELT, Say.HOLD_AND_STEP_OFF),
    }
)


def answer_to(fact: ev.Fact) -> Phrase:
    """Return the words that confirm a fact, none for one that is heard anyway."""
    match fact:
        case ev.TimeChanged(by_s=by_s):
            return phrase(Say.TIME_ADDED if by_s > 0 else Say.TIME_TAKEN_OFF, length_words(abs(by_s)))
        case ev.Paused(reason=ev.PauseReason.INTERRUPTED):
            return phrase(Say.INTERRUPTED, Say.PAUSED)
        case _:
            return _ANSWERS.get(type(fact), ())
