"""Skipping and going back, in the middle and at both ends."""

from tests.helpers.presets import a_preset, forward


def test_through_the_whole_walk(walked):
    """Skip after skip to the end: out of turns with a count of three, and the end is heard.

    -0:15  press start
     0:00  begin forward
     0:10  press skip
     0:10  enter turn
     0:11  say Skipped.
     0:20  press skip
     0:20  hear tick
     0:23  enter backward
     0:30  press skip
     0:30  enter turn
     0:40  press skip
     0:43  enter forward
     0:50  press skip
     0:50  end
     0:52  say The walk is finished. Stop the belt. Hold a rail and step off.
     1:00  hear end
     1:10  hear end
     1:20  press skip
     1:20  silent until 2:00
    """
    walked(a_preset())


def test_skip_pressed_twice(walked):
    """The second press in the count of three does not skip the bout it leads to.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:10  press skip
     1:11  press skip
     1:13  enter backward
     2:13  enter turn
    """
    walked(a_preset())


def test_skip_in_the_last_seconds(walked):
    """A skip in the last three seconds of a turn changes nothing.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:43.5  press skip
     1:44  hear tick
     1:45  enter backward
    """
    walked(a_preset())


def test_back_at_the_beginning(walked):
    """Before the first phase there is none: it begins anew, each time.

    -0:15  press start
     0:00  begin forward
     0:02  press back
     0:02  enter forward
     0:03  press back
     0:03  enter forward
     0:03  show forward, 1:00 left, 0:03 walked
     0:20  press back
     0:20  enter forward
     0:20  say Again from the start.
     1:20  enter turn
    """
    walked(a_preset())


def test_back_to_the_start_of_a_bout(walked):
    """Later in a bout, back begins it anew.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:25  press back
     2:25  enter backward
     2:26  say Again from the start.
     3:25  enter turn
    """
    walked(a_preset())


def test_back_to_the_phase_before(walked):
    """Just begun, back leads to the phase before; from a turn to a bout with a count of three.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     1:47  press back
     1:47  enter turn
     1:49  press back
     1:49  hear tick
     1:52  enter forward
     2:52  enter turn
     3:37  enter backward
    """
    walked(a_preset())


def test_back_at_the_end(walked):
    """In the last second of the walk there is a way back; after the end there is none.

    -0:15  press start
     0:00  begin forward
     0:29.5  press back
     0:29.5  enter forward
     0:59.5  end
     1:01  press back
     1:02  show finished, 0:59.5 walked
    """
    walked(a_preset(forward(30)))


def test_in_a_pause(walked):
    """Standing still the walker finds the place, without a sound of motifs, and steps on there.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     0:25  press skip
     0:25  enter turn
     0:25  say Skipped.
     0:27  press skip
     0:27  enter backward
     0:29  press back
     0:29  enter turn
     0:29  say Again from the start.
     0:35  press skip
     0:35  enter backward
     0:40  press resume
     0:40  say Going on in ten seconds. Backward. Start at zero point eight. Step on.
     0:50  begin backward
     0:51  say Backward. One minute. Zero point eight.
     1:50  enter turn
    """
    walked(a_preset())


def test_to_the_end_in_a_pause(walked):
    """Skipped to the end while standing still, the walk is finished and says so.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     0:21  press skip
     0:21  enter turn
     0:22  press skip
     0:22  enter backward
     0:23  press skip
     0:23  enter turn
     0:24  press skip
     0:24  enter forward
     0:25  press skip
     0:25  end
     0:35  hear end
    """
    walked(a_preset())


def test_before_the_first_step(walked):
    """In a countdown keys are not listened to.

    -0:15  press start
    -0:10  press skip
    -0:05  press back
    -0:04  press longer
     0:00  begin forward
     1:00  enter turn
    """
    walked(a_preset())


def test_more_and_less_time(walked):
    """Fifteen seconds more, fifteen less, and never below five.

    -0:15  press start
     0:00  begin forward
     0:20  press longer
     0:20  say Time added, fifteen seconds.
     0:20  show forward, 0:55 left
     0:30  press shorter
     0:30  say Time taken off, fifteen seconds.
     0:30  show forward, 0:30 left
     0:50  press shorter
     0:50  show forward, 0:05 left
     0:51  press shorter
     0:51  show forward, 0:04 left
     0:52  hear tick
     0:55  enter turn
     1:05  press longer
     1:55  enter backward
    """
    walked(a_preset())
