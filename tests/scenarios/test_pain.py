"""Pain in the middle of a walk: the walk stands, the pain is rated, the walker chooses."""

from tests.helpers.presets import a_preset


class TestForward:
    """In a forward bout."""

    def test_go_on(self, walked):
        """It was not much: the walk goes on as planned.

        -0:15  press start
         0:00  begin forward
         0:20  press pain
         0:20  say Paused.
         0:20  show paused, because of pain
         0:30  press rate 3
         0:30  say Pain noted.
         0:30  show paused, because of pain, 0:20 walked
         0:40  press resume
         0:50  begin forward
         1:30  enter turn
         2:15  enter backward
         3:15  enter turn
         4:00  enter forward
         5:00  end
        """
        walked(a_preset())

    def test_forward_only(self, walked):
        """The rest is walked forward, without turns.

        -0:15  press start
         0:00  begin forward
         0:20  press pain
         0:30  press rate 5
         0:35  press forward only
         0:35  say Forward only from here.
         0:35  show paused, 2:40 to go
         0:40  press resume
         0:50  begin forward
         1:20  say Forward, in ten seconds.
         1:30  enter forward
         2:30  enter forward
         3:30  end
        """
        walked(a_preset())

    def test_cool_down(self, walked):
        """Two minutes to cool down, at once.

        -0:15  press start
         0:00  begin forward
         0:20  press pain
         0:30  press rate 6
         0:35  press cool down
         0:35  enter forward
         0:40  press resume
         0:50  begin forward
         0:50  say Cool down. Forward. Two minutes. Two point five.
         2:50  end
        """
        walked(a_preset())

    def test_stop(self, walked):
        """The walk ends here.

        -0:15  press start
         0:00  begin forward
         0:20  press pain
         0:30  press rate 8
         0:35  press stop
         0:35  say The walk is stopped. Stop the belt. Hold a rail and step off.
         0:35  show stopped, 0:20 walked
         0:41  silent until 3:00
        """
        walked(a_preset())


class TestTurn:
    """On the way from forward to backward."""

    def test_go_on(self, walked):
        """The rest of the turn, then backward.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:15  press pain
         1:20  press rate 2
         1:25  press resume
         1:35  begin turn
         2:05  enter backward
         3:05  enter turn
        """
        walked(a_preset())

    def test_forward_only(self, walked):
        """Nobody knows how far the walker has turned: a whole turn leads back to forward.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:15  press pain
         1:20  press rate 5
         1:25  press forward only
         1:25  enter turn
         1:30  press resume
         1:40  begin turn
         1:41  say Turn round. Stop the belt. Feet on the side rails.
         2:15  say Start at two point five. Step on.
         2:25  enter forward
         3:25  enter forward
         4:25  end
        """
        walked(a_preset())

    def test_cool_down(self, walked):
        """A turn to forward, then two minutes.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:15  press pain
         1:20  press rate 5
         1:25  press cool down
         1:25  enter turn
         1:30  press resume
         1:40  begin turn
         2:25  enter forward
         2:25  say Cool down. Forward. Two minutes. Two point five.
         4:25  end
        """
        walked(a_preset())

    def test_stop(self, walked):
        """The walk ends on the rails.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:15  press pain
         1:20  press rate 9
         1:25  press stop
         1:25  show stopped, 1:15 walked
        """
        walked(a_preset())


class TestBackward:
    """In a backward bout."""

    def test_go_on(self, walked):
        """The rest of the bout, after stepping on.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press pain
         2:15  press rate 3
         2:20  press resume
         2:30  begin backward
         3:10  enter turn
         3:55  enter forward
         4:55  end
        """
        walked(a_preset())

    def test_forward_only(self, walked):
        """A turn first; then the rest of this bout and all others forward.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press pain
         2:15  press rate 5
         2:20  press forward only
         2:20  enter turn
         2:20  show paused, turn, 0:45 left, 2:25 to go
         2:25  press resume
         2:25  say Going on in ten seconds.
         2:35  begin turn
         2:36  say Turn round. Stop the belt. Feet on the side rails.
         3:10  say Start at two point five. Step on.
         3:20  enter forward
         3:20  say Forward. Forty seconds. Two point five.
         4:00  enter forward
         5:00  end
        """
        walked(a_preset())

    def test_cool_down(self, walked):
        """A turn first, then two minutes.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press pain
         2:15  press rate 7
         2:20  press cool down
         2:20  enter turn
         2:25  press resume
         2:35  begin turn
         3:20  enter forward
         3:20  say Cool down. Forward. Two minutes. Two point five.
         5:20  end
        """
        walked(a_preset())

    def test_stop_for_trouble(self, walked):
        """Dizzy: the walk ends, and what to do is said.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press stop for trouble
         2:05  say The walk is stopped. Stop the belt. Hold a rail and step off.
         2:05  show stopped, 2:05 walked
         2:11  silent until 4:00
        """
        walked(a_preset())

    def test_rated_at_once(self, walked):
        """A quick answer cuts the word of the pause short: the two are not heard over one another.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press pain
         2:05.2  press rate 4
         2:05.2  show paused, backward, 0:40 left, because of pain
        """
        walked(a_preset())

    def test_without_a_pause_before(self, walked):
        """A rating given while walking stands still by itself.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press rate 4
         2:05  say Pain noted.
         2:05  show paused, backward, 0:40 left, because of pain
        """
        walked(a_preset())


class TestOtherMoments:
    """In a turn to forward, near the end, and before the first step."""

    def test_turn_to_forward(self, walked):
        """A turn that leads to forward anyway goes on; nothing backward comes after it.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:45  enter turn
         3:00  press pain
         3:05  press rate 5
         3:10  press forward only
         3:10  press resume
         3:20  begin turn
         3:50  enter forward
         4:50  end
        """
        walked(a_preset())

    def test_cool_down_out_of_a_turn_to_forward(self, walked):
        """The turn is finished, then come two minutes.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:45  enter turn
         3:00  press pain
         3:10  press cool down
         3:10  press resume
         3:20  begin turn
         3:50  enter forward
         5:50  end
        """
        walked(a_preset())

    def test_while_getting_ready(self, walked):
        """Pain before the first step: the walk may be made forward only before it began.

        -0:15  press start
        -0:05  press pain
        -0:02  press rate 6
         0:00  press forward only
         0:05  press resume
         0:20  begin forward
         1:20  enter forward
         2:20  enter forward
         3:20  end
        """
        walked(a_preset())

    def test_without_stopping(self, walked):
        """Forward only can be chosen while walking: in a backward bout the turn comes at once.

        -0:15  press start
         0:00  begin forward
         1:00  enter turn
         1:45  enter backward
         2:05  press forward only
         2:05  enter turn
         2:06  say Forward only from here.
         2:50  enter forward
         3:30  enter forward
         4:30  end
        """
        walked(a_preset())
