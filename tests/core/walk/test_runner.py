"""The runner: what each key does, to the event."""

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import CueKind, Motif
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.preset import Repeat, TurnKind
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.core.walk.snapshot import RunState
from tests.helpers.presets import a_preset, backward, forward
from tests.helpers.speech import told
from tests.helpers.walk_log import WalkLog

FORWARD_S, TURN_S = 60, 45
IN_TURN_S, IN_BACKWARD_S = FORWARD_S + 20, FORWARD_S + TURN_S + 20


def heard(log):
    """What was heard by now, as instants on the walk's own time and words; only true without pauses."""
    began_s = 1000 + log.rules.get_ready_s
    return [(round(cue.at_monotonic_s - began_s, 3), told(cue.cue)) for cue in log.player.heard()]


def plainly(facts):
    """Facts as their names with their instants."""
    return [(type(fact).__name__, fact.at_s) for fact in facts]


class TestAWalkAsPlanned:
    """A walk in which no key is pressed."""

    def test_facts(self):
        """The journal of a walk that goes as planned: every phase at its instant, and the end."""
        log = WalkLog(a_preset()).start_walking(270)
        assert plainly(log.facts) == [
            ("Started", 0),
            ("WalkingBegan", 0),
            ("PhaseEntered", 0),
            ("PhaseEntered", 60),
            ("PhaseEntered", 105),
            ("PhaseEntered", 165),
            ("PhaseEntered", 210),
            ("Finished", 270),
        ]
        entered = log.seen(ev.PhaseEntered)
        assert [fact.kind.value for fact in entered] == ["forward", "turn", "backward", "turn", "forward"]
        assert [fact.plan_index for fact in entered] == [0, 1, 2, 3, 4]
        assert [fact.number for fact in entered] == [1, 0, 1, 0, 2]

    def test_begins_before_it_is_heard(self):
        """At the end of the countdown the last tick comes first, then the facts, and then their motif."""
        log = WalkLog()
        log.do("start")
        log.walk(13.9)
        names = [type(event).__name__ for event in log.walk(1.2)]
        assert names == ["CueDue", "WalkingBegan", "PhaseEntered", "CueDue"]

    def test_wall_times(self):
        """Each fact has the wall time of its own moment, however late it was polled."""
        log = WalkLog().start_walking(57)
        began = log.seen(ev.WalkingBegan)[0].utc
        log.stall(4.5)
        assert (log.seen(ev.PhaseEntered)[1].utc - began).total_seconds() == 60

    def test_states(self):
        """From ready over the countdown to walking and the end."""
        log = WalkLog(a_preset(forward(60)))
        assert log.snapshot.state is RunState.READY
        log.do("start")
        assert (log.snapshot.state, log.snapshot.countdown_s) == (RunState.COUNTDOWN, 15)
        log.walk(15)
        assert (log.snapshot.state, log.snapshot.countdown_s, log.snapshot.begun) == (
            RunState.WALKING,
            0,
            True,
        )
        log.walk(60)
        assert (log.snapshot.state, log.snapshot.elapsed_s, log.snapshot.phase) == (
            RunState.FINISHED,
            60,
            None,
        )

    def test_end_is_called_three_times_and_then_it_is_quiet(self):
        """After the end its motif is heard twice more; then nothing is due any more."""
        log = WalkLog(a_preset(forward(60))).start_walking(60)
        assert log.runner.next_due_s(log.now) is not None
        log.walk(60)
        assert [at_s for at_s, what in heard(log) if what == "end"] == [60, 70, 80]
        assert [call.at_s for call in log.calls if call.cue.motif is Motif.END] == [60, 70, 80]
        assert log.runner.next_due_s(log.now) is None
        assert log.snapshot.elapsed_s == 60

    def test_nothing_to_walk(self):
        """A preset without bouts cannot be started."""
        log = WalkLog(a_preset(Repeat(times=1, bouts=())))
        assert log.do("start") == ()
        assert log.snapshot.state is RunState.READY


class TestPausing:
    """Standing still."""

    @pytest.mark.parametrize("walked_s", [20, IN_TURN_S, IN_BACKWARD_S, 185, 250])
    def test_time_stands_still(self, walked_s):
        """A pause does not consume the walk's time, whatever phase it is in."""
        log = WalkLog().start_walking(walked_s)
        log.do("pause")
        log.walk(300)
        assert log.snapshot.elapsed_s == walked_s
        log.do("resume")
        log.walk(10 + 270 - walked_s)
        assert log.snapshot.state is RunState.FINISHED
        assert [fact.plan_index for fact in log.seen(ev.PhaseEntered)] == [0, 1, 2, 3, 4]

    def test_facts(self):
        """A pause and its end are facts with the countdown between."""
        log = WalkLog().start_walking(20)
        log.do("pause")
        log.walk(30)
        log.do("resume")
        log.walk(10)
        assert plainly(log.facts[3:]) == [("Paused", 20), ("ResumeAsked", 20), ("WalkingBegan", 20)]
        asked, began = log.seen(ev.ResumeAsked)[0], log.seen(ev.WalkingBegan)[1]
        assert (began.utc - asked.utc).total_seconds() == asked.countdown_s == 10

    def test_never_inside_backward_without_stepping_on(self):
        """Resumed in a backward bout, nothing counts before the walker has stepped on again."""
        log = WalkLog().start_walking(IN_BACKWARD_S)
        log.do("pause")
        log.do("resume")
        log.walk(9.99)
        assert (log.snapshot.state, log.snapshot.elapsed_s) == (RunState.COUNTDOWN, IN_BACKWARD_S)
        log.walk(0.02)
        assert (log.snapshot.state, log.snapshot.elapsed_s) == (RunState.WALKING, IN_BACKWARD_S + 0.01)

    def test_what_is_heard(self):
        """The pause is confirmed, the countdown tells which way, the motif sounds when time counts again."""
        log = WalkLog().start_walking(IN_BACKWARD_S)
        before = len(log.player.heard())
        log.do("pause")
        log.walk(30)
        log.do("resume")
        log.walk(20)
        assert [text for _, text in heard(log)[before:]] == [
            "Paused.",
            "Going on in ten seconds. Backward. Start at zero point eight. Step on.",
            "tick",
            "tick",
            "tick",
            "backward",
            "Backward. Forty seconds.",
        ]

    def test_in_the_get_ready_countdown(self):
        """A countdown that was broken off begins anew, and nothing was walked."""
        log = WalkLog()
        log.do("start")
        log.walk(10)
        log.do("pause")
        assert (log.snapshot.state, log.snapshot.begun) == (RunState.PAUSED, False)
        log.do("resume")
        assert log.snapshot.countdown_s == 15
        log.walk(15)
        assert plainly(log.facts)[-2:] == [("WalkingBegan", 0), ("PhaseEntered", 0)]

    def test_in_the_step_on_countdown(self):
        """A step-on countdown that was broken off begins anew too, and leaves no trace in the timeline."""
        log = WalkLog().start_walking(IN_BACKWARD_S)
        for _ in range(3):
            log.do("pause")
            log.do("resume")
            log.walk(5)
        assert log.snapshot.countdown_s == 5
        log.walk(5)
        assert len(log.snapshot.phases) == 6
        assert log.snapshot.phase_left_s == 40

    def test_keys_that_make_no_sense(self):
        """What cannot be done now changes nothing and returns nothing."""
        log = WalkLog()
        for command in (
            "pause",
            "resume",
            "skip",
            "back",
            "go_on",
            "add_time",
            "cool_down",
            "stop",
            "reopen",
        ):
            assert log.do(command) == ()
        log.start_walking(20)
        before = log.snapshot
        for command in ("start", "resume", "go_on", "reopen"):
            assert log.do(command) == ()
        assert log.snapshot == before

    def test_keys_in_a_countdown(self):
        """While it counts down the course is left alone: only pause and stop are listened to."""
        log = WalkLog()
        log.do("start")
        for command in ("skip", "back", "go_on", "add_time", "go_forward_only", "cool_down"):
            assert log.do(command) == ()

    def test_a_hundred_presses(self):
        """Space held down for a hundred presses leaves one consistent walk."""
        log = WalkLog().start_walking(20)
        for press in range(100):
            log.do("pause" if press % 2 == 0 else "resume")
            log.walk(0.01)
        log.walk(10)
        assert log.snapshot.elapsed_s == pytest.approx(20, abs=0.1)
        assert len(log.seen(ev.PhaseEntered)) == 1


class TestSkippingAndGoingBack:
    """Finding another place in the walk."""

    def test_skip(self):
        """A skip ends the phase here; what comes is heard as always."""
        log = WalkLog().start_walking(20)
        log.do("skip")
        log.walk(1)
        assert plainly(log.facts[-2:]) == [("Skipped", 20), ("PhaseEntered", 20)]
        assert heard(log)[-1] == (20, "turn")
        log.walk(5)
        assert heard(log)[-2] == (21.05, "Skipped.")
        assert heard(log)[-1][1] == "Turn round. Stop the belt. Feet on the side rails."

    def test_count_of_three_out_of_a_turn(self):
        """Out of a turn the first tick sounds with the key, the bout begins three seconds later."""
        log = WalkLog().start_walking(IN_TURN_S)
        log.do("skip")
        log.walk(4)
        sounds = [
            (at_s, what) for at_s, what in heard(log) if at_s >= IN_TURN_S and what in ("tick", "backward")
        ]
        assert sounds == [(80, "tick"), (81, "tick"), (82, "tick"), (83, "backward")]

    @pytest.mark.parametrize("after_s", [0.001, 0.0013, 0.3333, 0.9, 0.95, 3.999_999])
    def test_no_tick_is_lost_at_odd_moments(self, after_s):
        """Wherever between two milliseconds the key is pressed, even over the motif, three ticks sound."""
        log = WalkLog().start_walking(FORWARD_S + after_s)
        log.do("skip")
        log.walk(3.5)
        ticks = [at_s for at_s, what in heard(log) if what == "tick" and at_s > FORWARD_S]
        assert len(ticks) == 3
        assert ticks[0] == pytest.approx(FORWARD_S + after_s, abs=0.001)

    def test_skip_with_the_motif_itself(self):
        """In the very millisecond in which a turn begins its motif, begun anew, stands for the first tick."""
        log = WalkLog().start_walking(FORWARD_S)
        before = len(log.player.heard())
        log.do("skip")
        log.walk(3)
        assert heard(log)[before:] == [
            (60, "turn"),
            (61, "tick"),
            (62, "tick"),
            (63, "backward"),
        ]

    def test_skip_the_last_phase(self):
        """A skip in the last phase ends the walk as its end does."""
        log = WalkLog().start_walking(220)
        log.do("skip")
        log.walk(3)
        assert plainly(log.facts[-2:]) == [("Skipped", 220), ("Finished", 220)]
        assert [what for at_s, what in heard(log) if at_s >= 220] == [
            "end",
            "The walk is finished. Stop the belt. Hold a rail and step off.",
        ]

    def test_skip_to_the_end_in_a_pause(self):
        """In a pause too: the end is heard at once, and nothing over it."""
        log = WalkLog().start_walking(220)
        log.do("pause")
        log.walk(10)
        before = len(log.player.heard())
        log.do("skip")
        log.walk(25)
        assert log.snapshot.state is RunState.FINISHED
        motifs = [cue for cue in log.player.heard()[before:] if cue.cue.motif]
        assert [cue.at_monotonic_s for cue in motifs] == [1245, 1255, 1265]
        assert not [cue for cue in log.player.heard()[before:] if cue.cue.kind is CueKind.CONFIRMATION]

    def test_back_at_the_first_phase(self):
        """Before the first phase there is none, so it begins anew."""
        log = WalkLog().start_walking(2)
        log.do("back")
        log.walk(1)
        assert plainly(log.facts[-2:]) == [("WentBack", 2), ("PhaseEntered", 2)]
        assert log.snapshot.phase_done_s == 1

    def test_back_and_again_back(self):
        """A second press soon after leads to the phase before."""
        log = WalkLog().start_walking(IN_BACKWARD_S)
        log.do("back")
        log.walk(1)
        log.do("back")
        entered = [fact.kind for fact in log.seen(ev.PhaseEntered)]
        assert entered[-2:] == [PhaseKind.BACKWARD, PhaseKind.TURN]

    def test_in_a_pause_before_the_start(self):
        """Phases left out before the first step are never entered; the one that is begun is, once."""
        log = WalkLog()
        log.do("start")
        log.do("pause")
        log.do("skip")
        log.do("resume")
        log.walk(15)
        assert [(fact.plan_index, fact.at_s) for fact in log.seen(ev.PhaseEntered)] == [(1, 0)]

    def test_held_key(self):
        """A hundred presses of ← within a second leave one place, not a pile of phases."""
        log = WalkLog().start_walking(FORWARD_S + 1)
        for _ in range(100):
            log.do("back")
            log.walk(0.01)
        log.walk(5)
        assert len(log.snapshot.phases) <= 8
        assert log.snapshot.phase.kind is PhaseKind.FORWARD


class TestTime:
    """Time added and taken off."""

    def test_added(self):
        """Fifteen seconds more, confirmed by voice."""
        log = WalkLog().start_walking(20)
        log.do("add_time", 15.0)
        log.walk(3)
        assert log.snapshot.phase_left_s == 52
        assert heard(log)[-1] == (20, "Time added, fifteen seconds.")

    def test_taken_off_as_far_as_possible(self):
        """Five seconds stay, with their ticks; what is written down is what was really taken off."""
        log = WalkLog().start_walking(47)
        log.do("add_time", -15.0)
        log.walk(5)
        assert log.seen(ev.TimeChanged)[0].by_s == -8
        assert heard(log)[-4:] == [(49, "tick"), (50, "tick"), (51, "tick"), (52, "turn")]

    def test_taken_off(self):
        """Fifteen seconds less, confirmed by voice."""
        log = WalkLog().start_walking(10)
        log.do("add_time", -15.0)
        log.walk(4)
        assert log.snapshot.phase_left_s == 31
        assert heard(log)[-1] == (10, "Time taken off, fifteen seconds.")

    def test_warned_again_where_the_warning_was_cut_off(self):
        """Time taken off past the moment of the warning: it is given later, with what is left then."""
        log = WalkLog(a_preset(forward(60), forward(60))).start_walking(37)
        log.do("add_time", -15.0)
        log.walk(8)
        assert (40, "Forward, in five seconds.") in heard(log)

    def test_nothing_left_to_take(self):
        """In the last five seconds nothing is taken off, written down, said or silenced."""
        log = WalkLog().start_walking(57.5)
        assert log.do("add_time", -15.0) == ()
        log.walk(3)
        assert [at_s for at_s, what in heard(log) if what == "tick"][-3:] == [57, 58, 59]
        assert log.player.calls.count("forget") == 0

    def test_ticks_move_with_the_end(self):
        """In the middle of the countdown time is added: the old ticks are not heard, the new ones are."""
        log = WalkLog().start_walking(57.5)
        log.do("add_time", 15.0)
        log.walk(18)
        assert [at_s for at_s, what in heard(log) if what == "tick"][3:] == [57, 72, 73, 74]

    def test_halfway_is_said_once(self):
        """Time added in the second half does not bring a second "halfway"."""
        log = WalkLog(a_preset(forward(240))).start_walking(125)
        log.do("add_time", 15.0)
        log.do("add_time", 15.0)
        log.walk(145)
        assert [what for _, what in heard(log)].count("Halfway.") == 1


class TestPain:
    """Pain in the middle of the walk."""

    def test_stands_still_for_it(self):
        """A rating pauses the walk and is written down with its moment."""
        log = WalkLog().start_walking(IN_BACKWARD_S)
        events = log.do("rate_pain", 6)
        assert plainly(events) == [("Paused", IN_BACKWARD_S), ("PainReported", IN_BACKWARD_S)]
        assert (events[0].reason, events[1].score) == (ev.PauseReason.PAIN, 6)
        assert log.snapshot.pause_reason is ev.PauseReason.PAIN

    def test_after_the_pause_it_belongs_to(self):
        """Asked first, answered later: one pause, one rating, and each answer heard alone."""
        log = WalkLog().start_walking(20)
        log.do("pause", ev.PauseReason.PAIN)
        log.walk(0.3)
        log.do("rate_pain", 3)
        log.walk(2)
        assert plainly(log.facts[-2:]) == [("Paused", 20), ("PainReported", 20)]
        assert [what for _, what in heard(log)][-2:] == ["Paused.", "Pain noted."]

    def test_not_after_the_end(self):
        """When the walk is over, the rating after it is another matter."""
        log = WalkLog(a_preset(forward(60))).start_walking(61)
        assert log.do("rate_pain", 3) == ()

    @pytest.mark.parametrize("walked_s", [20, IN_TURN_S, IN_BACKWARD_S, 185])
    def test_go_on_forward_only(self, walked_s):
        """After pain the rest can be walked forward: nothing backward follows."""
        log = WalkLog().start_walking(walked_s)
        log.do("rate_pain", 6)
        log.do("go_forward_only")
        log.do("resume")
        before = len(log.seen(ev.PhaseEntered))
        log.walk(400)
        assert log.snapshot.state is RunState.FINISHED
        assert PhaseKind.BACKWARD not in {fact.kind for fact in log.seen(ev.PhaseEntered)[before:]}

    @pytest.mark.parametrize("walked_s", [20, IN_TURN_S, IN_BACKWARD_S, 185])
    def test_cool_down(self, walked_s):
        """After pain two minutes forward and the end."""
        log = WalkLog().start_walking(walked_s)
        log.do("rate_pain", 6)
        log.do("cool_down")
        log.do("resume")
        log.walk(10 + 45 + 120)
        assert log.snapshot.state is RunState.FINISHED
        kinds = [phase.kind for phase in log.snapshot.phases]
        assert kinds[-1] is PhaseKind.FORWARD
        assert "Cool down. Forward. Two minutes. Two point five." in [told(c.cue) for c in log.player.heard()]


class TestWaiting:
    """Phases that go on until a key."""

    def walk_into_turn(self):
        return WalkLog(a_preset(turn=TurnKind.WAIT)).start_walking(FORWARD_S)

    def test_goes_on_for_ever(self):
        """Without the key nothing happens but the motif, again and again."""
        log = self.walk_into_turn()
        log.walk(600)
        assert log.snapshot.phase.kind is PhaseKind.TURN
        motifs = [at_s for at_s, what in heard(log) if what == "turn"]
        assert motifs == [FORWARD_S + 10 * n for n in range(61)]
        assert not [what for at_s, what in heard(log) if at_s > FORWARD_S and what == "tick"]
        assert [what for at_s, what in heard(log) if at_s > FORWARD_S and what not in ("turn", "tick")] == [
            "Turn round. Stop the belt. Feet on the side rails.",
            "Turn round, holding a rail.",
            "Start at zero point eight. Press the space key when you are ready.",
        ]

    def test_key(self):
        """The key counts three and begins the bout; it says nothing, the ticks answer it."""
        log = self.walk_into_turn()
        log.walk(77.25)
        log.do("go_on")
        log.walk(4)
        pressed_s = FORWARD_S + 77.25
        assert [(at_s, what) for at_s, what in heard(log) if at_s >= pressed_s] == [
            (pressed_s, "tick"),
            (pressed_s + 1, "tick"),
            (pressed_s + 2, "tick"),
            (pressed_s + 3, "backward"),
        ]

    def test_bout_until_a_key(self):
        """A bout that goes on until a key is walked as long as the walker likes."""
        log = WalkLog(a_preset(backward(30, until_key=True), forward(60))).start_walking(100)
        assert log.snapshot.phase.kind is PhaseKind.BACKWARD
        log.do("go_on")
        log.walk(3)
        assert plainly(log.facts[-2:]) == [("WaitEnded", 100), ("PhaseEntered", 103)]

    def test_not_in_a_pause(self):
        """In a pause the key means something else; the turn waits on."""
        log = self.walk_into_turn()
        log.do("pause")
        assert log.do("go_on") == ()

    def test_everything_told_ahead_is_heard(self):
        """What a waiting bout says was told before it began, however short it was reckoned."""
        log = WalkLog(a_preset(forward(20), backward(5, until_key=True), turn=TurnKind.REVERSE_BELT))
        log.start_walking(40)
        assert (21.05, "Backward. Until you press a key. Zero point eight.") in heard(log)
        assert [at_s for at_s, what in heard(log) if what == "alive"] == [35]
        # What would follow its reckoned end is not told: nobody knows when it ends.
        assert "end" not in [what for _, what in heard(log)]


class TestStopping:
    """The end before the end."""

    def test_stop(self):
        """A stop is a fact with its reason; what to do is said."""
        log = WalkLog().start_walking(20)
        log.do("stop", ev.StopReason.TROUBLE)
        log.walk(1)
        assert plainly(log.facts[-1:]) == [("Stopped", 20)]
        assert log.facts[-1].reason is ev.StopReason.TROUBLE
        assert heard(log)[-1] == (20, "The walk is stopped. Stop the belt. Hold a rail and step off.")
        log.walk(60)
        assert log.snapshot.elapsed_s == 20

    def test_reopened(self):
        """A stop taken back leaves a pause, and the walk goes on as after any other."""
        log = WalkLog().start_walking(20)
        log.do("stop")
        log.walk(300)
        log.do("reopen")
        assert (log.snapshot.state, log.snapshot.pause_reason) == (RunState.PAUSED, None)
        log.do("resume")
        log.walk(10 + 250)
        assert plainly(log.facts[3:6]) == [("Stopped", 20), ("Reopened", 20), ("ResumeAsked", 20)]
        assert log.snapshot.state is RunState.FINISHED

    def test_stopped_in_the_countdown(self):
        """Stopped before the first step, nothing was walked."""
        log = WalkLog()
        log.do("start")
        log.walk(5)
        log.do("stop")
        assert plainly(log.facts) == [("Started", 0), ("Stopped", 0)]


class TestHearing:
    """What the walker wants to hear."""

    def test_without_speech(self):
        """Speech off: keys are answered by motifs and ticks alone."""
        log = WalkLog(wishes=CueWishes(speech=False)).start_walking(20)
        log.do("add_time", 15.0)
        log.do("pause")
        log.walk(5)
        log.do("resume")
        log.walk(100)
        assert {cue.cue.words for cue in log.player.heard()} == {()}

    def test_rest_of_a_turn(self):
        """Resumed near the end of a turn nobody is told to stop the belt again, only to step on."""
        log = WalkLog().start_walking(95)
        log.do("pause")
        log.do("resume")
        log.walk(10)
        before = len(log.player.heard())
        log.walk(10)
        assert [what for _, what in heard(log)[before - 1 :]] == [
            "turn",
            "Start at zero point eight. Step on.",
            "tick",
            "tick",
            "tick",
            "backward",
        ]

    def test_shortened_turn_still_says_how_to_go_on(self):
        """Time taken off a turn does not swallow the words for stepping on."""
        log = WalkLog().start_walking(FORWARD_S + 20)
        log.do("add_time", -15.0)
        log.walk(10)
        assert "Start at zero point eight. Step on." in [what for _, what in heard(log)]
