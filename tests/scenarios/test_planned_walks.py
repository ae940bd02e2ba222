"""Walks in which everything goes as planned."""

import pytest

from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.schedule import build_schedule
from tests.helpers.presets import built_in, built_in_presets
from tests.helpers.seats import RunnerSeat
from tests.helpers.timeline import replay


def test_first_steps(walked):
    """A beginner's first day: two minutes backward in thirteen.

    -0:15  press start
    -0:15  say Get ready. Forward. Start at two point five. Step on.
    -0:03  hear tick
     0:00  begin forward
     0:00  say Forward. Four minutes. Two point five.
     0:04  say If the pain goes above five, stop the belt, hold a rail and step off.
     1:00  say Still to go, three minutes.
     2:00  say Halfway.
     3:45  say Turn round, in fifteen seconds. Then backward.
     3:57  hear tick
     4:00  enter turn
     4:01  say Turn round. Stop the belt. Feet on the side rails.
     4:10  hear turn
     4:20  hear turn
     4:31  say Start at zero point eight. Step on.
     4:42  hear tick
     4:43  hear tick
     4:44  hear tick
     4:45  enter backward
     4:46  say Backward. One minute. Zero point eight.
     4:50  show walking, backward, 0:55 left
     5:00  hear alive
     5:35  say Turn round, in ten seconds. Then forward.
     5:45  enter turn
     6:20  say Start at two point five. Step on.
     6:30  enter forward
     8:15  say Turn round, in fifteen seconds. Then backward.
     8:30  enter turn
     9:15  enter backward
     9:19  say Last backward bout.
    10:15  enter turn
    11:00  enter forward
    11:00  say Cool down. Forward. Two minutes. Two point five.
    12:50  say The walk ends in ten seconds.
    12:57  hear tick
    13:00  end
    13:00  show finished, 13:00 walked, 0:00 to go
    13:02  say The walk is finished. Stop the belt. Hold a rail and step off.
    13:10  hear end
    13:20  hear end
    13:28  silent until 15:00
    15:00  show finished, 13:00 walked
    """
    walked(built_in("First steps"), CueWishes(stop_line=5))


def test_study_dose(walked):
    """Fifteen minutes backward in one stretch: what is left is called, and the timer is heard to live.

    -0:15  press start
     0:00  begin forward
     0:00  say Forward. Three minutes.
     2:45  say Turn round, in fifteen seconds. Then backward.
     3:00  enter turn
     3:31  say Start the belt. Step on.
     3:45  enter backward
     3:46  say Backward. Fifteen minutes.
     4:00  hear alive
     4:15  hear alive
     4:45  say Still to go, fourteen minutes.
    11:15  say Halfway.
    17:45  say Still to go, one minute.
    18:35  say Turn round, in ten seconds. Then forward.
    18:45  enter turn
    19:30  enter forward
    21:30  end
    """
    walked(built_in("Study dose, 15 minutes"))


def test_forward_only(walked):
    """Fifteen minutes forward on a bad day: no turn, no word of backward.

    -0:15  press start
     0:00  begin forward
     0:00  say Forward. Fifteen minutes.
     7:30  say Halfway.
    14:00  say Still to go, one minute.
    14:50  say The walk ends in ten seconds.
    15:00  end
    """
    walked(built_in("Forward only"))


def test_first_steps_on_a_reverse_belt(walked):
    """A belt that runs in reverse: no turns, and nothing is said of stopping it on the way.

    -0:15  press start
     0:00  begin forward
     3:45  say Backward, in fifteen seconds.
     3:57  hear tick
     4:00  enter backward
     4:01  say Backward. One minute. Zero point eight.
     4:50  say Forward, in ten seconds.
     5:00  enter forward
     6:45  say Backward, in fifteen seconds.
     7:00  enter backward
     8:00  enter forward
     8:00  say Cool down. Forward. Two minutes. Two point five.
    10:00  end
    """
    walked(built_in("First steps (reverse belt)"))


def test_sounds_only(walked):
    """Without speech, motifs and ticks alone tell every phase.

    -0:15  press start
    -0:15  silent until -0:03
    -0:03  hear tick
    -0:02  hear tick
    -0:01  hear tick
     0:00  begin forward
     0:00  silent until 3:57
     3:57  hear tick
     4:00  enter turn
     4:10  hear turn
     4:10  silent until 4:20
     4:20  hear turn
     4:45  enter backward
     5:00  hear alive
     5:30  silent until 5:42
     5:45  enter turn
     6:30  enter forward
     8:30  enter turn
     9:15  enter backward
    10:15  enter turn
    11:00  enter forward
    11:00  silent until 12:57
    13:00  end
    13:00  silent until 13:10
    """
    walked(built_in("First steps"), CueWishes(speech=False))


@pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)
def test_every_built_in_preset(preset):
    """Whatever comes with the program is walked to its end, each phase entered and heard at its second."""
    first, *others = build_schedule(preset).phases
    lines = ["-0:15 press start", f"0:00 begin {first.kind.value}"]
    lines += [f"{phase.starts_at_s} enter {phase.kind.value}" for phase in others]
    replay(
        "\n".join([*lines, f"{others[-1].ends_at_s if others else first.ends_at_s} end"]), RunnerSeat(preset)
    )
