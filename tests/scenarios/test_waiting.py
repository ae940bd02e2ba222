"""Turns that wait for the walker."""

from retrowalk.core.walk.preset import TurnKind
from tests.helpers.presets import a_preset, backward, forward


def test_wait_for_me(walked):
    """The walker takes the time it takes; the key counts three.

    -0:15  press start
     0:00  begin forward
     0:45  say Turn round, in fifteen seconds. Then backward.
     0:57  hear tick
     1:00  enter turn
     1:01  say Turn round. Stop the belt. Feet on the side rails.
     1:06  say Turn round, holding a rail.
     1:11  say Start at zero point eight. Press the space key when you are ready.
     1:20  hear turn
     1:20  silent until 1:30
     1:30  hear turn
     2:40  hear turn
     2:47  press go on
     2:47  hear tick
     2:48  hear tick
     2:49  hear tick
     2:50  enter backward
     2:51  say Backward. One minute. Zero point eight.
     3:50  enter turn
     4:20  press go on
     4:23  enter forward
     5:23  end
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_key_pressed_twice(walked):
    """A second press during the count of three does not begin it anew.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:30  press go on
     1:31  press go on
     1:32.5  press go on
     1:33  enter backward
     2:33  enter turn
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_key_in_a_bout(walked):
    """In a bout that ends by itself the key does nothing.

    -0:15  press start
     0:00  begin forward
     0:30  press go on
     0:30  show walking, forward, 0:30 left
     1:00  enter turn
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_skipped(walked):
    """A skip ends the waiting too.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:30  press skip
     1:30  hear tick
     1:33  enter backward
     2:33  enter turn
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_paused(walked):
    """After a pause the turn waits on.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:30  press pause
     2:00  press resume
     2:10  begin turn
     2:20  hear turn
     5:00  hear turn
     5:05  press go on
     5:08  enter backward
     6:08  enter turn
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_time_cannot_be_added(walked):
    """What goes on until a key has no length to change.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:31.5  silent until 1:40
     1:32  press longer
     1:33  press shorter
     1:40  hear turn
     1:41  press go on
     1:44  enter backward
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_forward_only(walked):
    """The turn that "forward only" needs waits as well.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:30  press go on
     1:33  enter backward
     1:53  press forward only
     1:53  enter turn
     4:03  hear turn
     4:10  press go on
     4:13  enter forward
     4:53  enter forward
     5:53  end
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_bout_until_a_key(walked):
    """A backward bout without a set end: no countdown before the key, three ticks after it.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     1:46  say Backward. Until you press a key. Zero point eight.
     2:00  hear alive
     2:15  hear alive
     6:00  hear alive
     6:04  press go on
     6:04  hear tick
     6:07  enter turn
     6:52  enter forward
     7:52  end
    """
    walked(a_preset(forward(60), backward(30, until_key=True), forward(60)))
