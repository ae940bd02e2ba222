"""Cues to be heard for their own sake: what do they sound like over the running belt?"""

from collections.abc import Sequence
from types import MappingProxyType

from retrowalk.core.clock import Clock
from retrowalk.core.ports import CuePlayer
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, Cue, CueKind, Motif, TimedCue
from retrowalk.core.walk.cues import SpeechLength
from retrowalk.core.walk.phrases import Say, length_words, phrase

LEAD_IN_S = 1.2
"""Wireless headphones swallow the first second after silence."""
AFTER_MOTIF_S = 0.15
BETWEEN_S = 0.7

_SAID = MappingProxyType(
    {
        Motif.FORWARD: phrase(Say.FORWARD, length_words(60)),
        Motif.BACKWARD: phrase(Say.BACKWARD, length_words(60)),
        Motif.TURN: phrase(Say.TURN_ROUND, Say.STOP_THE_BELT, Say.FEET_ON_RAILS),
        Motif.END: phrase(Say.FINISHED),
        Motif.TICK: (),
        Motif.ALIVE: (),
    }
)


class CueSamples:
    """Plays samples of cues, while no session runs.

    Args:
        player: What plays them.
        clock: The clock that the player goes by.
        speech_length: Seconds that a phrase takes to say.
    """

    def __init__(self, *, player: CuePlayer, clock: Clock, speech_length: SpeechLength) -> None:
        self._player = player
        self._clock = clock
        self._speech_length = speech_length

    def play(self, motifs: Sequence[Motif], *, speech: bool) -> None:
        """Play these one after the other, each with what is said at it; what still plays is broken off."""
        self._player.open()
        self._player.forget()
        at_s = self._clock.read().monotonic_s + LEAD_IN_S
        cues: list[TimedCue] = []
        for motif in motifs:
            cues.append(TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.CHANGE, motif=motif)))
            at_s += MOTIF_LENGTH_S[motif] + AFTER_MOTIF_S
            if speech and (words := _SAID[motif]):
                cues.append(TimedCue(at_monotonic_s=at_s, cue=Cue(kind=CueKind.ACTION, words=words)))
                at_s += self._speech_length(words)
            at_s += BETWEEN_S
        self._player.tell(cues)
