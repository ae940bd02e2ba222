"""Belts that run in reverse: directions change without a turn."""

from retrowalk.core.walk.preset import TurnKind
from tests.helpers.presets import a_preset

PLAN = a_preset(turn=TurnKind.REVERSE_BELT)


def test_paused_backward(walked):
    """Backward again only after stepping on.

    -0:15  press start
     0:00  begin forward
     1:00  enter backward
     1:20  press pause
     2:00  press resume
     2:10  begin backward
     2:40  say Forward, in ten seconds.
     2:50  enter forward
     3:50  end
    """
    walked(PLAN)


def test_skip_into_backward(walked):
    """Into backward there is a count of three, into forward there is none.

    -0:15  press start
     0:00  begin forward
     0:20  press skip
     0:20  hear tick
     0:23  enter backward
     0:40  press skip
     0:40  enter forward
     1:40  end
    """
    walked(PLAN)


def test_forward_only(walked):
    """The rest of a backward bout is walked forward at once.

    -0:15  press start
     0:00  begin forward
     1:00  enter backward
     1:20  press forward only
     1:20  enter forward
     2:00  enter forward
     3:00  end
    """
    walked(PLAN)


def test_cool_down(walked):
    """So is the cool-down.

    -0:15  press start
     0:00  begin forward
     1:00  enter backward
     1:20  press cool down
     1:20  enter forward
     1:20  say Cool down. Forward. Two minutes. Two point five.
     3:20  end
    """
    walked(PLAN)


def test_back_into_backward(walked):
    """Back into a backward bout that has just been left: a count of three.

    -0:15  press start
     0:00  begin forward
     1:00  enter backward
     2:00  enter forward
     2:02  press back
     2:02  hear tick
     2:05  enter backward
     3:05  enter forward
     4:05  end
    """
    walked(PLAN)
