"""Pauses, in each kind of phase and in both countdowns."""

from tests.helpers.presets import a_preset


def test_in_a_forward_bout(walked):
    """The walker drinks something. The rest of the minute is walked after the countdown.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     0:20  say Paused.
     0:20  show paused, forward, 0:40 left, because of walker
     0:21  silent until 2:00
     2:00  show paused, forward, 0:40 left, 0:20 walked
     2:00  press resume
     2:00  say Going on in ten seconds. Forward. Start at two point five. Step on.
     2:00  show countdown, 0:10 until it counts
     2:07  hear tick
     2:08  hear tick
     2:09  hear tick
     2:10  begin forward
     2:10  say Forward. Forty seconds. Two point five.
     2:35  say Turn round, in fifteen seconds. Then backward.
     2:50  enter turn
     3:35  enter backward
     4:35  enter turn
     5:20  enter forward
     6:20  end
    """
    walked(a_preset())


def test_in_a_backward_bout(walked):
    """Never begun again inside a backward bout without stepping on, and no speed is asked for then.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:15  press pause
     2:15  show paused, backward, 0:30 left
     5:00  press resume
     5:00  say Going on in ten seconds. Backward. Start at zero point eight. Step on.
     5:09  show countdown, backward, 0:30 left
     5:10  begin backward
     5:11  say Backward. Thirty seconds.
     5:30  say Turn round, in ten seconds. Then forward.
     5:40  enter turn
     6:25  enter forward
     7:25  end
    """
    walked(a_preset())


def test_in_a_turn(walked):
    """What is left of the turn is turned after the countdown; its steps are told again.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:10  hear turn
     1:20  press pause
     1:21  silent until 3:00
     3:00  press resume
     3:00  say Going on in ten seconds.
     3:10  begin turn
     3:11  say Turn round. Stop the belt. Feet on the side rails.
     3:20  hear turn
     3:21  say Start at zero point eight. Step on.
     3:35  enter backward
     4:35  enter turn
     5:20  enter forward
     6:20  end
    """
    walked(a_preset())


def test_at_the_end_of_a_turn(walked):
    """With five seconds of the turn left nobody is told to stop the belt again.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:40  press pause
     2:00  press resume
     2:10  begin turn
     2:11  say Step on.
     2:12  hear tick
     2:13  hear tick
     2:14  hear tick
     2:15  enter backward
     3:15  enter turn
     4:00  enter forward
     5:00  end
    """
    walked(a_preset())


def test_while_getting_ready(walked):
    """The countdown that was broken off begins anew; nothing was walked.

    -0:15  press start
    -0:05  press pause
    -0:05  show paused, 0:00 walked
    -0:04  silent until 1:00
     1:00  press resume
     1:00  say Get ready. Forward. Start at two point five. Step on.
     1:15  begin forward
     1:15  show walking, 0:00 walked, 4:30 to go
     2:15  enter turn
    """
    walked(a_preset())


def test_while_stepping_on(walked):
    """The countdown to step on can be broken off as often as the walker likes.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     1:00  press resume
     1:05  press pause
     1:05  say Paused.
     1:06  silent until 2:00
     2:00  press resume
     2:05  press pause
     2:06  press resume
     2:16  begin forward
     2:16  show walking, 0:20 walked
     2:56  enter turn
    """
    walked(a_preset())


def test_in_the_countdown_of_a_change(walked):
    """Paused between two ticks the rest of the countdown is not heard; after it there is no room for it.

    -0:15  press start
     0:00  begin forward
     0:57  hear tick
     0:58  hear tick
     0:58.5  press pause
     0:59.5  silent until 2:00
     2:00  press resume
     2:10  begin forward
     2:11.5  enter turn
     2:56.5  enter backward
    """
    walked(a_preset())


def test_at_the_very_change(walked):
    """Paused in the moment in which a bout begins, the whole bout is still to come.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     1:45  press pause
     1:45  show paused, backward, 1:00 left
     2:00  press resume
     2:10  begin backward
     3:10  enter turn
    """
    walked(a_preset())
