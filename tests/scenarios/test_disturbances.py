"""What befalls the computer while somebody walks."""

from tests.helpers.presets import a_preset


def test_short_stall(walked):
    """The window hung for four seconds over a change: everything was heard in time, nothing is told twice.

    -0:15  press start
     0:00  begin forward
     0:58  hear tick
     0:58.5  stall 4
     0:59  hear tick
     1:00  enter turn
     1:01  say Turn round. Stop the belt. Feet on the side rails.
     1:02.5  show walking, turn, 0:42.5 left
     1:45  enter backward
    """
    walked(a_preset())


def test_long_stall(walked):
    """Nothing was heard of the walk for a minute: it stands where it was last seen, and asks.

    -0:15  press start
     0:00  begin forward
     0:20  stall 60
     1:20  interrupted
     1:20  show paused, forward, 0:40 left, 0:20 walked, nothing heard for 1:00
     1:20  say Interrupted. Paused.
     1:22  silent until 3:00
     3:00  press resume
     3:00  say Going on in ten seconds. Forward. Start at two point five. Step on.
     3:10  begin forward
     3:50  enter turn
    """
    walked(a_preset())


def test_stall_over_a_change(walked):
    """What had been told to the sound stream was heard meanwhile; the walk itself did not go on unseen.

    -0:15  press start
     0:00  begin forward
     0:58.5  stall 6
     1:00  hear turn
     1:04.5  interrupted
     1:04.5  show paused, forward, 0:01.5 left
     1:05.5  silent until 2:00
     2:00  press resume
     2:10  begin forward
     2:11.5  enter turn
    """
    walked(a_preset())


def test_suspended_in_a_backward_bout(walked):
    """The lid was closed for half an hour in a backward bout: nothing of it counts as walked.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:05  sleep 30:00
     2:05  interrupted
     2:05  show paused, backward, 0:40 left, nothing heard for 30:00
     2:07  silent until 2:30
     2:30  press resume
     2:30  say Going on in ten seconds. Backward. Start at zero point eight. Step on.
     2:40  begin backward
     3:20  enter turn
     4:05  enter forward
     5:05  end
    """
    walked(a_preset())


def test_suspended_and_ended(walked):
    """After a sleep the walk can be ended just as well.

    -0:15  press start
     0:00  begin forward
     0:30  sleep 8:00:00
     0:30  interrupted
     0:40  press stop
     0:40  show stopped, 0:30 walked
    """
    walked(a_preset())


def test_suspended_in_a_pause(walked):
    """A pause may be slept through.

    -0:15  press start
     0:00  begin forward
     0:30  press pause
     0:40  sleep 1:00:00
     0:41  show paused, forward, 0:30 left, because of walker
     0:50  press resume
     1:00  begin forward
     1:30  enter turn
    """
    walked(a_preset())


def test_suspended_while_getting_ready(walked):
    """A countdown that nobody heard begins anew.

    -0:15  press start
    -0:10  sleep 5:00
    -0:10  interrupted
    -0:10  show paused, 0:00 walked
     0:00  press resume
     0:15  begin forward
     1:15  enter turn
    """
    walked(a_preset())


def test_virtual_machine_put_back(walked):
    """Both clocks jump by an hour.

    -0:15  press start
     0:00  begin forward
     0:20  jump 1:00:00
     1:00:20  interrupted
     1:00:20  show paused, 0:20 walked, nothing heard for 1:00:00
     1:01:00  press resume
     1:01:10  begin forward
     1:01:50  enter turn
    """
    walked(a_preset())


def test_clock_set_back(walked):
    """Somebody sets the clock back by two hours: the walk asks, and goes on to the very second.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:05  set clock -2:00:00
     2:05  interrupted
     2:05  show paused, backward, 0:40 left
     2:10  press resume
     2:20  begin backward
     3:00  enter turn
     3:45  enter forward
     4:45  end
     4:45  show finished, 4:30 walked
    """
    walked(a_preset())


def test_clock_set_forward(walked):
    """Set forward by an hour it could have been a sleep: the walk asks.

    -0:15  press start
     0:00  begin forward
     0:20  set clock 1:00:00
     0:20  interrupted
     0:30  press resume
     0:40  begin forward
     1:20  enter turn
    """
    walked(a_preset())


def test_clock_put_right(walked):
    """The computer sets its clock right by two seconds, forward and back: nobody notices.

    -0:15  press start
     0:00  begin forward
     0:20  set clock 2
     0:30  set clock -2
     0:45  say Turn round, in fifteen seconds. Then backward.
     1:00  enter turn
     1:45  enter backward
    """
    walked(a_preset())


def test_asleep_after_the_end(walked):
    """A computer that sleeps after the end wakes quietly.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:45  enter turn
     3:30  enter forward
     4:30  end
     4:35  jump 30:00
     34:35  silent until 40:00
     40:00  show finished, 4:30 walked
    """
    walked(a_preset())
