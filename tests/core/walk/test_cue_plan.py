"""The whole cue plan of "First steps", as it is heard. When a rule changes, read it through and accept it."""

import re

from retrowalk.core.walk.cues import CueWishes, plan_cues
from retrowalk.core.walk.schedule import build_schedule
from tests.helpers.presets import built_in
from tests.helpers.speech import speech_length, told

FIRST_STEPS = """
     0:00.000  forward
     0:00.850    Forward. Four minutes. Two point five.
     0:04.440    If the pain goes above five, stop the belt, hold a rail and step off.
     1:00.000    Still to go, three minutes.
     2:00.000    Halfway.
     3:00.000    Still to go, one minute.
     3:45.000    Turn round, in fifteen seconds. Then backward.
     3:57.000  tick
     3:58.000  tick
     3:59.000  tick
     4:00.000  turn
     4:01.050    Turn round. Stop the belt. Feet on the side rails.
     4:06.790    Turn round, holding a rail.
     4:10.000  turn
     4:20.000  turn
     4:30.000  turn
     4:31.050    Start at zero point eight. Step on.
     4:40.000  turn
     4:42.000  tick
     4:43.000  tick
     4:44.000  tick
     4:45.000  backward
     4:46.050    Backward. One minute. Zero point eight.
     5:00.000  alive
     5:15.000  alive
     5:30.000  alive
     5:35.000    Turn round, in ten seconds. Then forward.
     5:42.000  tick
     5:43.000  tick
     5:44.000  tick
     5:45.000  turn
     5:46.050    Turn round. Stop the belt. Feet on the side rails.
     5:51.790    Turn round, holding a rail.
     5:55.000  turn
     6:05.000  turn
     6:15.000  turn
     6:20.000    Start at two point five. Step on.
     6:25.000  turn
     6:27.000  tick
     6:28.000  tick
     6:29.000  tick
     6:30.000  forward
     6:30.850    Forward. Two minutes. Two point five.
     7:30.000    Halfway.
     8:15.000    Turn round, in fifteen seconds. Then backward.
     8:27.000  tick
     8:28.000  tick
     8:29.000  tick
     8:30.000  turn
     8:31.050    Turn round. Stop the belt. Feet on the side rails.
     8:36.790    Turn round, holding a rail.
     8:40.000  turn
     8:50.000  turn
     9:00.000  turn
     9:01.050    Start at zero point eight. Step on.
     9:10.000  turn
     9:12.000  tick
     9:13.000  tick
     9:14.000  tick
     9:15.000  backward
     9:16.050    Backward. One minute. Zero point eight.
     9:19.350    Last backward bout.
     9:30.000  alive
     9:45.000  alive
    10:00.000  alive
    10:05.000    Turn round, in ten seconds. Then forward.
    10:12.000  tick
    10:13.000  tick
    10:14.000  tick
    10:15.000  turn
    10:16.050    Turn round. Stop the belt. Feet on the side rails.
    10:21.790    Turn round, holding a rail.
    10:25.000  turn
    10:35.000  turn
    10:45.000  turn
    10:50.000    Start at two point five. Step on.
    10:55.000  turn
    10:57.000  tick
    10:58.000  tick
    10:59.000  tick
    11:00.000  forward
    11:00.850    Cool down. Forward. Two minutes. Two point five.
    12:00.000    Halfway.
    12:50.000    The walk ends in ten seconds.
    12:57.000  tick
    12:58.000  tick
    12:59.000  tick
    13:00.000  end
    13:02.550    The walk is finished. Stop the belt. Hold a rail and step off.
    13:10.000  end
    13:12.550    The walk is finished. Stop the belt. Hold a rail and step off.
    13:20.000  end
    13:22.550    The walk is finished. Stop the belt. Hold a rail and step off.
"""


def heard(points):
    """A cue plan as it is read: instants, motifs, and indented what is said."""
    lines = []
    for point in points:
        minutes, seconds = divmod(point.at_s, 60)
        indent = "" if point.cue.motif else "  "
        lines.append(f"{minutes:2.0f}:{seconds:06.3f}  {indent}{told(point.cue)}")
    return lines


def test_first_steps():
    """This is what a beginner hears on the first day."""
    plan = plan_cues(build_schedule(built_in("First steps")), CueWishes(stop_line=5), speech_length)
    assert heard(plan) == re.sub(r"^ {4}", "", FIRST_STEPS, flags=re.MULTILINE).strip("\n").splitlines()
