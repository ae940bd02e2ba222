"""Stopping, and taking it back."""

from retrowalk.core.walk.preset import TurnKind
from tests.helpers.presets import a_preset


def test_stop_and_resume(walked):
    """Stopped by mistake in a backward bout: reopened it stands, and goes on after stepping on.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     1:45  enter backward
     2:05  press stop
     2:05  say The walk is stopped. Stop the belt. Hold a rail and step off.
     2:05  show stopped, backward, 0:40 left
     2:11  silent until 8:00
     8:00  press reopen
     8:00  show paused, backward, 0:40 left, 2:05 walked
     8:05  press resume
     8:15  begin backward
     8:55  enter turn
     9:40  enter forward
    10:40  end
    """
    walked(a_preset())


def test_stopped_in_a_pause(walked):
    """A pause can end in a stop.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     1:00  press stop
     1:00  show stopped, 0:20 walked
    """
    walked(a_preset())


def test_stopped_while_stepping_on(walked):
    """So can a countdown; nothing of it is heard any more.

    -0:15  press start
     0:00  begin forward
     0:20  press pause
     1:00  press resume
     1:05  press stop
     1:05  show stopped, 0:20 walked
     1:10.5  silent until 2:00
    """
    walked(a_preset())


def test_stopped_before_the_first_step(walked):
    """Stopped while getting ready, nothing was walked.

    -0:15  press start
    -0:05  press stop
    -0:05  show stopped, 0:00 walked
     0:01  silent until 1:00
    """
    walked(a_preset())


def test_stopped_while_waiting(walked):
    """A turn that waits can be stopped, reopened, and waits again.

    -0:15  press start
     0:00  begin forward
     1:00  enter turn
     3:00  press stop
     3:10  press reopen
     3:15  press resume
     3:25  begin turn
     4:25  hear turn
     4:30  press go on
     4:33  enter backward
    """
    walked(a_preset(turn=TurnKind.WAIT))


def test_nothing_to_reopen(walked):
    """What is not stopped cannot be reopened, and what is finished stays finished.

    -0:15  press start
     0:00  begin forward
     0:20  press reopen
     0:20  show walking, forward, 0:40 left
     1:00  enter turn
     1:45  enter backward
     2:45  enter turn
     3:30  enter forward
     4:30  end
     4:55  press reopen
     4:55  show finished
     4:56  press stop
     4:56  show finished
    """
    walked(a_preset())
