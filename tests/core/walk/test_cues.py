"""What is heard when: one test for each rule of the cue plan, and what holds for every plan."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.units import SpeedUnit, on_whole_ms
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, CueKind, Motif
from retrowalk.core.walk.cue_layout import COUNTDOWN_TICKS_S, end_of
from retrowalk.core.walk.cues import CueWishes, countdown_cues, end_cues, plan_cues
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import BoutRole, Repeat, TurnKind
from retrowalk.core.walk.schedule import PhaseKind, build_schedule
from tests.helpers.presets import a_schedule, backward, built_in_presets, forward, random_presets
from tests.helpers.speech import speech_length, told

MOTIFS = {
    PhaseKind.FORWARD: Motif.FORWARD,
    PhaseKind.BACKWARD: Motif.BACKWARD,
    PhaseKind.TURN: Motif.TURN,
}


def plan(*bouts, wishes=None, speech=speech_length, **preset):
    """The cue plan of a walk of these bouts."""
    return plan_cues(a_schedule(*bouts, **preset), wishes or CueWishes(), speech)


def said(points, kind):
    """When cues of a kind are heard, and what they say."""
    return [(point.at_s, told(point.cue)) for point in points if point.cue.kind is kind]


def instants(points, motif):
    """When a motif is heard."""
    return [point.at_s for point in points if point.cue.motif is motif]


class TestWarning:
    """The spoken warning ahead of a change."""

    def test_ten_seconds_ahead(self):
        """A change within a direction is told 10 s ahead."""
        assert said(plan(forward(60), forward(60)), CueKind.ANNOUNCEMENT)[0] == (
            50,
            "Forward, in ten seconds.",
        )

    def test_longer_before_what_leads_to_backward(self):
        """A turn that leads to backward is told 15 s ahead, the one that leads to forward 10 s."""
        points = plan(forward(60), backward(60), forward(60))
        assert said(points, CueKind.ANNOUNCEMENT)[:2] == [
            (45, "Turn round, in fifteen seconds. Then backward."),
            (155, "Turn round, in ten seconds. Then forward."),
        ]

    def test_as_always_from_backward_to_backward(self):
        """Somebody who walks backward already need not get ready for it."""
        assert said(plan(backward(60), backward(60)), CueKind.ANNOUNCEMENT)[0] == (
            50,
            "Backward, in ten seconds.",
        )

    def test_reverse_belt_leads_to_backward_at_once(self):
        """Without turns the change to backward itself is told 15 s ahead."""
        points = plan(forward(60), backward(60), turn=TurnKind.REVERSE_BELT)
        assert said(points, CueKind.ANNOUNCEMENT)[0] == (45, "Backward, in fifteen seconds.")

    def test_end_of_the_walk(self):
        """The end of the walk is told ahead too."""
        assert said(plan(forward(60)), CueKind.ANNOUNCEMENT) == [(50, "The walk ends in ten seconds.")]

    def test_walker_sets_the_lead(self):
        """Both leads can be set."""
        wishes = CueWishes(lead_s=20.0, lead_to_backward_s=30.0)
        points = plan(forward(60), backward(60), wishes=wishes)
        assert said(points, CueKind.ANNOUNCEMENT) == [
            (30, "Turn round, in thirty seconds. Then backward."),
            (145, "The walk ends in twenty seconds."),
        ]

    def test_shorter_lead_where_the_bout_is_short(self):
        """In a bout too short for the wanted lead, the warning comes later."""
        assert said(plan(forward(15)), CueKind.ANNOUNCEMENT) == [(5, "The walk ends in ten seconds.")]
        points = plan(forward(12), forward(60))
        assert said(points, CueKind.ANNOUNCEMENT)[0] == (7, "Forward, in five seconds.")

    def test_never_longer_than_wanted(self):
        """A short lead that finds no room is not made longer."""
        wishes = CueWishes(lead_s=4.0, lead_to_backward_s=4.0)
        assert said(plan(forward(60), wishes=wishes), CueKind.ANNOUNCEMENT) == []

    def test_bout_that_waits_is_not_told_ahead(self):
        """Nobody knows when a bout ends that waits for a key."""
        points = plan(forward(60, until_key=True), backward(60))
        assert [at_s for at_s, _ in said(points, CueKind.ANNOUNCEMENT)] == [155]


class TestCountdown:
    """The ticks at 3-2-1."""

    def test_before_every_change(self):
        """Each phase ends with ticks 3, 2 and 1 seconds before its end, the last one too."""
        points = plan(forward(60), backward(60), turn_s=20.0)
        assert instants(points, Motif.TICK) == [57, 58, 59, 77, 78, 79, 137, 138, 139]

    def test_none_where_the_walker_is_waited_for(self):
        """Before the key nobody counts down."""
        points = plan(forward(60), backward(60), turn=TurnKind.WAIT)
        assert instants(points, Motif.TICK) == [57, 58, 59, 162, 163, 164]

    def test_of_a_phase_cut_to_three_seconds(self):
        """A phase as short as the countdown itself has the ticks that lie inside, from its motif on."""
        assert instants(plan(forward(3)), Motif.TICK) == [1, 2]


class TestMotif:
    """The motif at the very instant."""

    def test_at_every_start(self):
        """Each phase begins with the motif of its kind."""
        points = [point for point in plan() if point.cue.kind is CueKind.CHANGE]
        assert [(point.at_s, point.cue.motif) for point in points] == [
            (0, Motif.FORWARD),
            (60, Motif.TURN),
            (105, Motif.BACKWARD),
            (165, Motif.TURN),
            (210, Motif.FORWARD),
        ]

    def test_turn_is_heard_again_every_ten_seconds(self):
        """The motif of a turn is repeated until the turn is over."""
        points = plan(forward(60), backward(60), turn_s=32.0)
        assert instants(points, Motif.TURN) == [60, 70, 80]

    def test_turn_that_waits_is_heard_again(self):
        """While the walker is waited for, the motif of the turn goes on."""
        points = plan(forward(60), backward(60), turn=TurnKind.WAIT)
        assert instants(points, Motif.TURN)[:4] == [60, 70, 80, 90]

    def test_end_is_heard_three_times(self):
        """The end repeats, three times at most, each time with what to do."""
        points = end_cues(100.0, CueWishes(), speech_length)
        assert instants(points, Motif.END) == [100, 110, 120]
        assert {text for _, text in said(points, CueKind.ACTION)} == {
            "The walk is finished. Stop the belt. Hold a rail and step off."
        }

    def test_slow_voice_does_not_run_into_the_end_again(self):
        """Where the words would last into the next motif, shorter ones are said, or none."""

        def slow(words):
            return 4.0 * len(words)

        points = end_cues(0.0, CueWishes(), slow)
        assert all(end_of(before) <= after.at_s for before, after in pairwise(points))
        assert {text for _, text in said(points, CueKind.ACTION)} == {"The walk is finished."}


class TestAction:
    """What to do now, spoken after the motif."""

    def test_bout(self):
        """Direction, length and belt speed."""
        assert [text for _, text in said(plan(), CueKind.ACTION)][:5] == [
            "Forward. One minute. Two point five.",
            "Turn round. Stop the belt. Feet on the side rails.",
            "Backward. One minute. Zero point eight.",
            "Turn round. Stop the belt. Feet on the side rails.",
            "Forward. One minute. Two point five.",
        ]

    @pytest.mark.parametrize(
        ("bout", "text"),
        [
            (forward(90, speed_kmh=None), "Forward. One minute, thirty seconds."),
            (
                forward(60, incline_percent=1.5),
                "Forward. One minute. Two point five. Incline one point five.",
            ),
            (forward(60, incline_percent=0.0), "Forward. One minute. Two point five."),
            (forward(60, role=BoutRole.COOL_DOWN), "Cool down. Forward. One minute. Two point five."),
            (backward(60, until_key=True), "Backward. Until you press a key. Zero point eight."),
        ],
    )
    def test_what_the_bout_asks_for(self, bout, text):
        """Only what the walker wrote into the bout is said."""
        assert said(plan(bout), CueKind.ACTION)[0][1] == text

    def test_miles(self):
        """The speed is said as the console shows it."""
        points = plan(backward(60), wishes=CueWishes(speed_unit=SpeedUnit.MPH))
        assert said(points, CueKind.ACTION)[0][1] == "Backward. One minute. Zero point five."

    def test_no_speed_change_while_backward(self):
        """A second speed within a backward stretch is not said: the console is behind the walker."""
        points = plan(backward(60, speed_kmh=0.8), backward(60, speed_kmh=1.2, incline_percent=2.0))
        assert [text for _, text in said(points, CueKind.ACTION)][:2] == [
            "Backward. One minute. Zero point eight.",
            "Backward. One minute.",
        ]

    def test_shorter_in_a_short_bout(self):
        """A bout of 5 s has its motif, its direction, its ticks, and no words over them."""
        points = plan(forward(5), wishes=CueWishes())[:-6]
        assert [(point.at_s, told(point.cue)) for point in points] == [
            (0, "forward"),
            (0.85, "Forward."),
            (2, "tick"),
            (3, "tick"),
            (4, "tick"),
        ]


class TestTurn:
    """The spoken steps of a turn."""

    def steps(self, **preset):
        return said(plan(forward(60), backward(60), **preset), CueKind.STEP)

    def test_steps(self):
        """Turn holding a rail; the belt is started and stepped on 15 s before walking backward."""
        assert self.steps() == [
            (66.79, "Turn round, holding a rail."),
            (91.05, "Start at zero point eight. Step on."),
        ]

    def test_shortest_turn_keeps_the_order(self):
        """In a turn of 20 s too, turning comes before stepping on."""
        assert [text for _, text in self.steps(turn_s=20.0)] == [
            "Turn round, holding a rail.",
            "Start at zero point eight. Step on.",
        ]

    def test_without_a_speed(self):
        """Where the preset leaves the speed to the walker, the belt is just started."""
        points = plan(forward(60), backward(60, speed_kmh=None))
        assert said(points, CueKind.STEP)[-1][1] == "Start the belt. Step on."

    def test_turn_that_waits_names_the_key(self):
        """A turn that waits tells to start the belt first, and then which key to step on with."""
        assert [text for _, text in self.steps(turn=TurnKind.WAIT)] == [
            "Turn round, holding a rail.",
            "Start at zero point eight. Press the space key when you are ready.",
        ]

    def test_reverse_belt_stops_for_nothing(self):
        """A belt that runs in reverse has no turn, and nothing is said of stopping it before the end."""
        points = plan(forward(60), backward(60), forward(60), turn=TurnKind.REVERSE_BELT)
        before_end = [told(point.cue) for point in points if point.at_s < 180]
        assert not [text for text in before_end if "belt" in text or "urn" in text]


class TestCalls:
    """What else is called out in a bout."""

    def test_halfway_from_two_minutes(self):
        """The middle is called in bouts of two minutes and more."""
        assert said(plan(forward(120)), CueKind.HALFWAY) == [(60, "Halfway.")]
        assert said(plan(forward(119)), CueKind.HALFWAY) == []

    def test_last_backward(self):
        """The last of several backward bouts is told as such, the only one is not."""
        several = plan(Repeat(times=2, bouts=(forward(60), backward(60))))
        assert [text for _, text in said(several, CueKind.LAST_BACKWARD)] == ["Last backward bout."]
        assert said(several, CueKind.LAST_BACKWARD)[0][0] > 270
        assert said(plan(forward(60), backward(60)), CueKind.LAST_BACKWARD) == []

    def test_minutes(self):
        """Each whole minute that is left is called, but not where the length was just said."""
        calls = said(plan(forward(200), wishes=CueWishes(halfway=False)), CueKind.MINUTE)
        assert calls == [
            (20, "Still to go, three minutes."),
            (80, "Still to go, two minutes."),
            (140, "Still to go, one minute."),
        ]
        assert said(plan(forward(60)), CueKind.MINUTE) == []

    def test_alive_only_backward(self):
        """A soft tick every 15 s says backward that the timer lives; forward the screen does."""
        points = plan(forward(60), backward(60), turn=TurnKind.REVERSE_BELT)
        assert instants(points, Motif.ALIVE) == [75, 90, 105]

    def test_stop_line_once(self):
        """The rating above which to step off is said once, at the start."""
        points = plan(wishes=CueWishes(stop_line=5))
        ((at_s, text),) = said(points, CueKind.STOP_LINE)
        assert text == "If the pain goes above five, stop the belt, hold a rail and step off."
        assert 4 < at_s < 5

    def test_notes(self):
        """The walker's own notes are called where the system's voice is wanted for them."""
        bouts = forward(60, note="look ahead"), backward(60, note="small steps")
        assert said(plan(*bouts), CueKind.NOTE) == []
        notes = said(plan(*bouts, wishes=CueWishes(notes=True)), CueKind.NOTE)
        assert [text for _, text in notes] == ["(look ahead)", "(small steps)"]

    @pytest.mark.parametrize(
        ("wish", "kind"),
        [
            ("halfway", CueKind.HALFWAY),
            ("minutes", CueKind.MINUTE),
            ("last_backward", CueKind.LAST_BACKWARD),
            ("alive", CueKind.ALIVE),
        ],
    )
    def test_each_can_be_switched_off(self, wish, kind):
        """Switching one off takes nothing else away."""
        switched_off: dict[str, Any] = {wish: False}
        bouts = Repeat(times=2, bouts=(forward(200), backward(200)))
        whole, without = plan(bouts), plan(bouts, wishes=CueWishes(**switched_off))
        assert said(whole, kind)
        assert said(without, kind) == []
        others = [point for point in whole if point.cue.kind is not kind]
        assert [point for point in others if point not in without] == []

    def test_without_speech_every_sound_stays(self):
        """Speech off leaves the motifs and ticks where they were; alive ticks may find more room."""
        bouts = Repeat(times=2, bouts=(forward(200), backward(200)))
        whole, silent = plan(bouts), plan(bouts, wishes=CueWishes(speech=False, notes=True, stop_line=5))
        assert {point.cue.words for point in silent} == {()}
        assert [point for point in whole if point.cue.motif and point not in silent] == []


class TestBeforeTheWalk:
    """The countdown to step on."""

    def countdown(self, bout, until_s=0.0, length_s=15.0, wishes=None):
        phase = a_schedule(bout).phases[0]
        points = countdown_cues(phase, until_s, length_s, wishes or CueWishes(), speech_length)
        return [(point.at_s, told(point.cue)) for point in points]

    def test_get_ready(self):
        """Before the walk: get ready, which way, how fast, and the last three seconds."""
        assert self.countdown(forward(60)) == [
            (-14.85, "Get ready. Forward. Start at two point five. Step on."),
            (-3, "tick"),
            (-2, "tick"),
            (-1, "tick"),
        ]

    def test_going_on(self):
        """After a pause it is said how long until the walk goes on, and which way."""
        heard = self.countdown(backward(60), until_s=30.0, length_s=10.0)
        assert heard[0] == (20.15, "Going on in ten seconds. Backward. Start at zero point eight. Step on.")

    def test_shorter_countdown_says_less(self):
        """What finds no room before the ticks is left out, the way to face last."""
        assert self.countdown(backward(60), 30.0, 7.0)[0][1] == "Going on in seven seconds. Backward."
        assert self.countdown(backward(60), 30.0, 3.0) == [(28, "tick"), (29, "tick")]

    def test_turn_is_told_when_it_comes(self):
        """Before the rest of a turn nobody is told to step on."""
        turn = a_schedule().phases[1]
        points = countdown_cues(turn, 70.0, 10.0, CueWishes(), speech_length)
        assert told(points[0].cue) == "Going on in ten seconds."

    def test_without_speech(self):
        """Speech off leaves the ticks."""
        heard = self.countdown(forward(60), wishes=CueWishes(speech=False))
        assert heard == [(-3, "tick"), (-2, "tick"), (-1, "tick")]


class TestEveryPlan:
    """What holds whatever the preset and whatever the walker wants to hear."""

    wishes = st.builds(
        CueWishes,
        speech=st.booleans(),
        lead_s=st.sampled_from([5.0, 10.0, 20.0, 60.0]),
        lead_to_backward_s=st.sampled_from([5.0, 15.0, 60.0]),
        speed_unit=st.sampled_from(SpeedUnit),
        halfway=st.booleans(),
        notes=st.booleans(),
        stop_line=st.none() | st.integers(0, 10),
    )
    rates = st.sampled_from([0.5, 1.0, 2.5])

    @given(preset=random_presets(), wishes=wishes, rate=rates)
    def test_nothing_collides_and_no_sound_is_missing(self, preset, wishes, rate):
        """No cue is heard over another, in order, and every motif and tick is there."""
        schedule = build_schedule(preset)
        points = plan_cues(schedule, wishes, lambda words: rate * speech_length(words))
        assert all(end_of(before) <= after.at_s for before, after in pairwise(points))
        heard = {(point.at_s, point.cue.motif) for point in points}
        for phase in schedule.phases:
            assert (phase.starts_at_s, MOTIFS[phase.kind]) in heard
            ticks = {(on_whole_ms(phase.ends_at_s - left_s), Motif.TICK) for left_s in COUNTDOWN_TICKS_S}
            assert ticks & heard == (set() if phase.holds else ticks)

    @given(preset=random_presets(), wishes=wishes)
    def test_whole_milliseconds(self, preset, wishes):
        """Every cue lies on a whole millisecond, so that a walk and its journal agree on it."""
        for point in plan_cues(build_schedule(preset), wishes, speech_length):
            assert point.at_s == on_whole_ms(point.at_s)

    @given(preset=random_presets(), wishes=wishes)
    def test_speed_is_never_changed_while_backward(self, preset, wishes):
        """No words in a backward phase ask for a speed, but those at its entry out of another direction."""
        schedule = build_schedule(preset)
        points = plan_cues(schedule, wishes, speech_length)
        for before, phase in pairwise(schedule.phases):
            if before.kind is phase.kind is PhaseKind.BACKWARD:
                inside = [p for p in points if phase.starts_at_s <= p.at_s < phase.ends_at_s]
                assert not [p for p in inside if any(word.startswith("point-") for word in p.cue.words)]

    @pytest.mark.parametrize("preset", built_in_presets(), ids=lambda preset: preset.name)
    def test_built_in_presets_are_complete(self, preset):
        """In what comes with the program every change is warned of, counted down, sounded and said."""
        schedule = build_schedule(preset)
        points = plan_cues(schedule, CueWishes(), speech_length)
        for phase, after in pairwise(schedule.phases):
            inside = [point for point in points if phase.starts_at_s <= point.at_s < after.starts_at_s]
            kinds = [point.cue.kind for point in inside]
            assert kinds[0] is CueKind.CHANGE
            assert kinds[1] is CueKind.ACTION
            assert kinds.count(CueKind.TICK) == 3
            warned = CueKind.STEP if phase.kind is PhaseKind.TURN else CueKind.ANNOUNCEMENT
            lead_s = 15.0 if Direction.BACKWARD in (after.turns_to, _direction(after)) else 10.0
            warning = [point for point in inside if point.cue.kind is warned][-1]
            assert 0 <= warning.at_s - (phase.ends_at_s - lead_s) <= 1.1


def _direction(phase):
    return None if phase.kind is PhaseKind.TURN else Direction(phase.kind.value)


class TestLongWalks:
    """A plan is made in a moment, however long the walk."""

    def test_day_long_bout(self):
        """24 h backward: a call every minute, and an alive tick every 15 s between."""
        points = plan(backward(86_400))
        assert len(instants(points, Motif.ALIVE)) > 4_300
        assert len(said(points, CueKind.MINUTE)) > 1_400

    def test_ten_thousand_bouts(self):
        """10,000 bouts of five seconds each have their motif and their ticks."""
        points = plan(Repeat(times=5_000, bouts=(forward(5), backward(5))), turn=TurnKind.REVERSE_BELT)
        assert len(instants(points, Motif.BACKWARD)) == 5_000
        assert len(instants(points, Motif.TICK)) == 30_000


def test_motifs_are_shorter_than_the_countdown():
    """No motif but the end's lasts into the ticks of the shortest bout."""
    assert all(length_s <= 2.0 for motif, length_s in MOTIF_LENGTH_S.items() if motif is not Motif.END)
