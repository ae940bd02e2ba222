"""Timelines: how keys bend what is to come, and leave alone what was walked."""

import pytest

from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, TurnKind, TurnPolicy
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.core.walk.timeline import COOL_DOWN_S, COUNT_IN_S, HOLD_AHEAD_S, SHORTEST_REST_S, Timeline
from tests.helpers.presets import a_schedule, backward, forward

TIMED = TurnPolicy(length_s=45.0)
WAIT = TurnPolicy(kind=TurnKind.WAIT, length_s=45.0)
REVERSE = TurnPolicy(kind=TurnKind.REVERSE_BELT)
FIRST, TO_BACKWARD, BACKWARD, TO_FORWARD, LAST = range(5)
"""The phases of a walk of a minute forward, one backward and one forward again."""


def a_timeline(*bouts, at=FIRST, **preset):
    """A timeline in which the phase of that place is being walked."""
    line = Timeline.of(a_schedule(*bouts, **preset))
    for _ in range(at):
        line = line.entered_next()
    return line


def seen(line, since=0):
    """The phases from a place on, as kinds with start and end."""
    return [(phase.kind.value, phase.starts_at_s, phase.ends_at_s) for phase in line.phases[since:]]


class TestSkipping:
    """The rest of a phase is left out."""

    def test_forward_bout_into_its_turn(self):
        """The turn begins at once: standing on the rails is safe."""
        line = a_timeline().skipped(20.0, standing=False)
        assert seen(line)[:3] == [("forward", 0, 20), ("turn", 20, 65), ("backward", 65, 125)]

    @pytest.mark.parametrize("place", [TO_BACKWARD, TO_FORWARD])
    def test_turn_into_its_bout(self, place):
        """Out of a turn there is a count of three to step on."""
        line = a_timeline(at=place)
        at_s = line.present.starts_at_s + 10
        assert line.skipped(at_s, standing=False).present.ends_at_s == at_s + COUNT_IN_S

    def test_reverse_belt_into_backward(self):
        """Into a backward bout there is a count of three, also without a turn."""
        line = a_timeline(turn=TurnKind.REVERSE_BELT)
        assert line.skipped(20.0, standing=False).present.ends_at_s == 23
        assert line.entered_next().skipped(70.0, standing=False).present.ends_at_s == 70

    def test_never_longer_than_it_was(self):
        """In the last three seconds of a turn a skip changes nothing."""
        line = a_timeline(at=TO_BACKWARD)
        assert line.skipped(103.5, standing=False) == line

    def test_twice_is_once(self):
        """A second press during the count of three does not begin it anew."""
        line = a_timeline(at=TO_BACKWARD).skipped(70.0, standing=False)
        assert line.skipped(71.0, standing=False) == line

    def test_standing_needs_no_count(self):
        """In a pause the countdown to step on comes anyway."""
        assert a_timeline(at=TO_BACKWARD).skipped(70.0, standing=True).present.ends_at_s == 70

    def test_last_bout(self):
        """After the last bout there is nothing to count to."""
        assert a_timeline(at=LAST).skipped(220.0, standing=False).length_s == 220

    def test_over(self):
        """A walk that is over stays as it is."""
        line = a_timeline(at=5)
        assert line.skipped(300.0, standing=False) == line


class TestGoingBack:
    """A phase begins anew, or the one before does."""

    def test_begins_the_phase_anew(self):
        """Later than three seconds into a bout it begins again, with its planned length."""
        line = a_timeline(at=BACKWARD).gone_back(125.0, standing=False)
        assert seen(line, BACKWARD)[:3] == [
            ("backward", 105, 125),
            ("backward", 125, 185),
            ("turn", 185, 230),
        ]

    def test_just_begun_is_the_phase_before(self):
        """Within three seconds of its start the walker means the phase before."""
        line = a_timeline(at=BACKWARD).gone_back(108.0, standing=False)
        assert seen(line, BACKWARD)[:3] == [
            ("backward", 105, 108),
            ("turn", 108, 153),
            ("backward", 153, 213),
        ]

    def test_count_of_three_out_of_a_turn(self):
        """Going back from a turn to a bout needs time to step on."""
        line = a_timeline(at=TO_FORWARD).gone_back(167.0, standing=False)
        assert seen(line, TO_FORWARD)[:2] == [("turn", 165, 170), ("backward", 170, 230)]

    def test_twice_is_once(self):
        """A held key during the count of three does not pile up phases."""
        line = a_timeline(at=TO_FORWARD).gone_back(167.0, standing=False)
        assert line.gone_back(168.0, standing=False) == line
        assert line.gone_back(169.9, standing=False) == line

    def test_first_phase(self):
        """Before the first phase there is none: it begins anew, and at its very start nothing changes."""
        line = a_timeline()
        assert seen(line.gone_back(2.0, standing=False))[:2] == [("forward", 0, 2), ("forward", 2, 62)]
        assert line.gone_back(0.0, standing=True) == line

    def test_rest_after_a_pause(self):
        """The rest of an interrupted bout is no bout just begun: going back begins the whole bout anew."""
        line = a_timeline(at=BACKWARD).continued(125.0)
        assert seen(line.gone_back(126.0, standing=False), 4)[0] == ("backward", 126, 186)

    def test_turn_that_the_plan_does_not_have(self):
        """A turn put in by "forward only", interrupted, begins anew with its whole length."""
        line = a_timeline(at=BACKWARD).forward_only(125.0, TIMED).entered_next()
        line = line.continued(160.0)
        assert seen(line.gone_back(163.5, standing=False), 5)[0] == ("turn", 163.5, 208.5)

    def test_turn_left_over_from_the_plan(self):
        """After "forward only" nobody is led back out of a turn into a bout that was backward."""
        line = a_timeline(at=TO_FORWARD).forward_only(166.0, TIMED)
        back = line.gone_back(167.0, standing=False)
        assert seen(back, TO_FORWARD)[:3] == [("turn", 165, 167), ("turn", 167, 212), ("forward", 212, 272)]


class TestChangingTheTime:
    """A phase is made longer or shorter."""

    def test_longer(self):
        """Time added moves everything that is to come."""
        line = a_timeline().with_time(20.0, 15.0)
        assert seen(line)[:2] == [("forward", 0, 75), ("turn", 75, 120)]

    def test_shorter(self):
        """Time taken off does so too."""
        assert seen(a_timeline().with_time(20.0, -15.0))[:2] == [("forward", 0, 45), ("turn", 45, 90)]

    @pytest.mark.parametrize(
        ("at_s", "possible_s"), [(20.0, -15.0), (40.0, -15.0), (45.0, -10.0), (55.0, 0.0), (58.0, 0.0)]
    )
    def test_five_seconds_are_left(self, at_s, possible_s):
        """A phase made shorter goes on for five seconds; in its last five it is not made shorter at all."""
        line = a_timeline()
        assert line.possible_change_s(at_s, -15.0) == possible_s
        assert line.with_time(at_s, possible_s).present.ends_at_s >= min(60.0, at_s + SHORTEST_REST_S)

    def test_longer_is_always_possible(self):
        """Time can be added until the last moment."""
        assert a_timeline().possible_change_s(59.999, 15.0) == 15.0

    def test_phase_that_waits(self):
        """A phase that goes on until a key has no length to change."""
        line = a_timeline(turn=TurnKind.WAIT, at=TO_BACKWARD)
        assert line.possible_change_s(70.0, 15.0) == 0.0

    def test_no_change(self):
        """Nothing changed is nothing happened."""
        line = a_timeline()
        assert line.with_time(50.0, 0.0) == line


class TestWaiting:
    """A phase goes on until a key."""

    def test_end_stays_ahead(self):
        """The reckoned end of a phase that waits never comes near."""
        line = a_timeline(turn=TurnKind.WAIT, at=TO_BACKWARD)
        for at_s in (60.0, 85.0, 85.001, 400.0):
            line = line.held_open(at_s)
            assert line.present.ends_at_s >= at_s + HOLD_AHEAD_S
            assert line.coming[0].starts_at_s == line.present.ends_at_s

    def test_does_not_matter_how_often_one_looks(self):
        """Looked at each millisecond or once, a phase that waits ends at the same reckoned moment."""
        often = once = a_timeline(turn=TurnKind.WAIT, at=TO_BACKWARD)
        for ms in range(60_000, 130_000, 7):
            often = often.held_open(ms / 1000)
            assert often == once.held_open(ms / 1000)

    def test_key_counts_three(self):
        """The key ends the waiting after a count of three, and a second press changes nothing."""
        line = a_timeline(turn=TurnKind.WAIT, at=TO_BACKWARD).held_open(100.0).released(100.0)
        assert (line.present.ends_at_s, line.present.holds) == (103, False)
        assert line.released(101.0) == line

    def test_others_do_not_wait(self):
        """The key does nothing in a phase that ends by itself."""
        assert a_timeline().released(10.0) == a_timeline()


class TestPausing:
    """A phase goes on after a pause."""

    def test_rest_is_a_piece_of_its_own(self):
        """What follows a pause is the rest of the same phase, as long as it would have been."""
        line = a_timeline(at=BACKWARD).continued(125.0)
        done, rest = line.phases[2:4]
        assert (done.ends_at_s, rest.starts_at_s, rest.ends_at_s) == (125, 125, 165)
        assert (rest.continued, rest.plan_index, rest.number) == (True, done.plan_index, done.number)
        assert line.present is rest

    def test_nothing_done_yet(self):
        """A pause before the first moment of a phase leaves it whole."""
        line = a_timeline(at=BACKWARD)
        assert line.continued(105.0) == line


class TestForwardOnly:
    """Nothing to come is walked backward."""

    def test_from_a_forward_bout(self):
        """Every bout to come is forward, at the forward speed, and the turns are gone."""
        line = a_timeline().forward_only(20.0, TIMED)
        assert seen(line) == [("forward", 0, 60), ("forward", 60, 120), ("forward", 120, 180)]
        assert {phase.speed_kmh for phase in line.phases} == {2.5}
        assert line.phases[1].number == 0

    def test_from_a_backward_bout(self):
        """The walker turns first; the rest of the bout is walked forward."""
        line = a_timeline(at=BACKWARD).forward_only(125.0, TIMED)
        assert seen(line, BACKWARD) == [
            ("backward", 105, 125),
            ("turn", 125, 170),
            ("forward", 170, 210),
            ("forward", 210, 270),
        ]
        assert line.phases[3].turns_to is Direction.FORWARD
        assert line.phases[3].speed_kmh == 2.5

    def test_from_a_turn_to_backward(self):
        """Nobody knows how far the walker has turned: a whole turn to forward begins."""
        line = a_timeline(at=TO_BACKWARD).forward_only(75.0, TIMED)
        assert seen(line, TO_BACKWARD)[:3] == [("turn", 60, 75), ("turn", 75, 120), ("forward", 120, 180)]
        assert line.coming[0].turns_to is Direction.FORWARD

    def test_from_a_turn_to_forward(self):
        """A turn that leads to forward anyway goes on as it was."""
        line = a_timeline(at=TO_FORWARD)
        assert line.forward_only(170.0, TIMED).phases == line.phases

    def test_from_a_turn_that_is_being_taken_back(self):
        """A turn that a key is leading back out of does not count as a turn to forward."""
        line = a_timeline(at=TO_FORWARD).gone_back(166.0, standing=False).forward_only(167.0, TIMED)
        assert seen(line, TO_FORWARD)[:3] == [("turn", 165, 167), ("turn", 167, 212), ("forward", 212, 272)]

    def test_turn_is_done_as_all_turns_are(self):
        """A walker who wants to be waited for is waited for in this turn too."""
        assert a_timeline(at=BACKWARD).forward_only(125.0, WAIT).coming[0].holds

    def test_reverse_belt(self):
        """A belt that reverses needs no turn."""
        line = a_timeline(at=1, turn=TurnKind.REVERSE_BELT).forward_only(80.0, REVERSE)
        assert seen(line, 1) == [("backward", 60, 80), ("forward", 80, 120), ("forward", 120, 180)]

    def test_going_back_stays_forward(self):
        """The plan to go back to has no backward bouts any more."""
        line = a_timeline(at=BACKWARD).forward_only(125.0, TIMED).entered_next().entered_next()
        assert line.present.kind is PhaseKind.FORWARD
        assert {phase.kind for phase in line.gone_back(180.0, standing=False).coming} == {PhaseKind.FORWARD}

    def test_twice_is_once(self):
        """Asked for again, nothing changes."""
        line = a_timeline().forward_only(20.0, TIMED)
        assert line.forward_only(30.0, TIMED) == line


class TestCoolingDown:
    """The rest of the plan is given up."""

    def test_two_minutes_where_the_plan_has_none(self):
        """Without a planned cool-down it is two minutes forward, and then the end."""
        line = a_timeline().cooled_down(20.0, TIMED)
        assert seen(line) == [("forward", 0, 20), ("forward", 20, 20 + COOL_DOWN_S)]
        assert line.coming[0].role is BoutRole.COOL_DOWN

    def test_planned_cool_down(self):
        """The plan's own cool-down is taken where it has one."""
        line = a_timeline(forward(60), backward(60), forward(90, role=BoutRole.COOL_DOWN)).cooled_down(
            20.0, TIMED
        )
        assert seen(line) == [("forward", 0, 20), ("forward", 20, 110)]

    def test_never_backward(self):
        """A cool-down that the plan has backward is not taken."""
        line = a_timeline(forward(60), backward(90, role=BoutRole.COOL_DOWN)).cooled_down(20.0, TIMED)
        assert seen(line, 1) == [("forward", 20, 140)]

    def test_from_a_backward_bout(self):
        """The walker turns first, and starts the belt at the cool-down's speed."""
        slow = forward(90, speed_kmh=1.5, role=BoutRole.COOL_DOWN)
        line = a_timeline(forward(60), backward(60), slow, at=BACKWARD).cooled_down(125.0, TIMED)
        assert seen(line, 3) == [("turn", 125, 170), ("forward", 170, 260)]
        assert line.coming[0].speed_kmh == 1.5

    def test_from_a_turn_to_backward(self):
        """Nobody knows how far the walker has turned: a whole turn to forward begins."""
        line = a_timeline(at=TO_BACKWARD).cooled_down(75.0, TIMED)
        assert seen(line, 1) == [("turn", 60, 75), ("turn", 75, 120), ("forward", 120, 240)]

    def test_from_a_turn_to_forward(self):
        """A turn that leads to forward anyway goes on, with the speed of what follows now."""
        slow = forward(90, speed_kmh=1.5, role=BoutRole.COOL_DOWN)
        line = a_timeline(forward(60), backward(60), forward(60), slow, at=TO_FORWARD).cooled_down(
            175.0, TIMED
        )
        assert seen(line, 3) == [("turn", 165, 210), ("forward", 210, 300)]
        assert line.present.speed_kmh == 1.5

    def test_reverse_belt(self):
        """A belt that reverses needs no turn."""
        line = a_timeline(at=1, turn=TurnKind.REVERSE_BELT).cooled_down(80.0, REVERSE)
        assert seen(line, 1) == [("backward", 60, 80), ("forward", 80, 200)]

    def test_twice_is_once(self):
        """Asked for again, in its turn or in the cool-down itself, nothing changes."""
        line = a_timeline(at=BACKWARD).cooled_down(125.0, TIMED).entered_next()
        assert line.cooled_down(130.0, TIMED) == line
        cooling = line.entered_next()
        assert cooling.cooled_down(180.0, TIMED) == cooling
