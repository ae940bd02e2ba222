"""What is said to confirm a key."""

from typing import Any

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.answers import answer_to
from tests.helpers.clock import MORNING
from tests.helpers.speech import text

NOW: dict[str, Any] = {"at_s": 100.0, "utc": MORNING}


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (ev.Skipped(**NOW), "Skipped."),
        (ev.WentBack(**NOW), "Again from the start."),
        (ev.TimeChanged(**NOW, by_s=15.0), "Time added, fifteen seconds."),
        (ev.TimeChanged(**NOW, by_s=-7.0), "Time taken off, seven seconds."),
        (ev.WentForwardOnly(**NOW), "Forward only from here."),
        (ev.Paused(**NOW, reason=ev.PauseReason.WALKER), "Paused."),
        (ev.Paused(**NOW, reason=ev.PauseReason.PAIN), "Paused."),
        (ev.Paused(**NOW, reason=ev.PauseReason.INTERRUPTED), "Interrupted. Paused."),
        (ev.PainReported(**NOW, score=4), "Pain noted."),
        (
            ev.Stopped(**NOW, reason=ev.StopReason.WALKER),
            "The walk is stopped. Stop the belt. Hold a rail and step off.",
        ),
        (ev.WalkingBegan(**NOW), ""),
        (ev.WaitEnded(**NOW), ""),
        (ev.CoolingDown(**NOW), ""),
    ],
)
def test_answers(fact, said):
    """Each key is answered in words, unless a motif or a countdown answers it anyway."""
    assert text(answer_to(fact)) == said
