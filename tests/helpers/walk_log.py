"""A walk under a fake clock, with everything that happened and everything that was heard."""

from retrowalk.core.units import from_ms, whole_ms
from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cues import CueWishes
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.runner import Runner
from tests.helpers.clock import FakeClock
from tests.helpers.cue_player import RecordingCuePlayer
from tests.helpers.presets import a_preset
from tests.helpers.speech import speech_length

CUES_AHEAD_S = 10.0


class WalkLog:
    """A runner driven as the session service drives it, and its memory.

    Args:
        plan: The preset to walk.
        wishes: What the walker wants to hear.
        rules: Time limits.
        runner: A runner that exists already, in place of a new one for the plan.

    Attributes:
        runner: The runner.
        clock: Its clock.
        player: What it told the sound stream.
        events: Everything that it returned, in order.
    """

    def __init__(self, plan=None, *, wishes=None, rules=None, runner=None) -> None:
        self.plan = plan or a_preset()
        self.wishes = wishes or CueWishes()
        self.rules = rules or RunRules()
        self.clock = FakeClock()
        self.player = RecordingCuePlayer(self.clock)
        self.runner = runner or Runner(self.plan, self.wishes, speech_length, self.rules)
        self.events: list[ev.Event] = []

    def do(self, command, *arguments):
        """Call a command of the runner by its name; return its events."""
        events = getattr(self.runner, command)(self.clock.read(), *arguments)
        self.events += events
        if any(isinstance(event, ev.NEW_COURSE) for event in events):
            self.player.forget()
        self.player.tell(self.runner.take_cues(self.clock.read(), CUES_AHEAD_S))
        return events

    def walk(self, seconds, step_s=0.5):
        """Let time pass, polled as the window polls: when something is due, every `step_s` at least."""
        end_s = self.clock.read().monotonic_s + seconds
        events = []
        while (left_s := end_s - self.clock.read().monotonic_s) > 1e-7:
            due_s = self.runner.next_due_s(self.clock.read())
            self.clock.advance(max(1e-6, min(left_s, step_s, step_s if due_s is None else due_s)))
            events += self.do("poll")
        return events

    def start_walking(self, seconds=0.0):
        """Start, let the countdown pass, and walk some seconds of the plan."""
        self.do("start")
        self.walk(self.rules.get_ready_s + seconds)
        return self

    def stall(self, seconds):
        """Let time pass without a poll, then poll once; return its events."""
        self.clock.advance(seconds)
        return self.do("poll")

    @property
    def now(self):
        return self.clock.read()

    @property
    def snapshot(self):
        """How the walk stands."""
        return self.runner.snapshot(self.now)

    @property
    def facts(self):
        """What goes into the journal, in order."""
        return [event for event in self.events if not isinstance(event, ev.CueDue)]

    @property
    def calls(self):
        """What was called to be heard, in order."""
        return [event.point for event in self.events if isinstance(event, ev.CueDue)]

    def seen(self, fact_type):
        """Return the facts of one type."""
        return [fact for fact in self.facts if isinstance(fact, fact_type)]

    def restored(self):
        """Return the walk as the journal on disk would bring it back, and its log."""
        reached_s = from_ms(whole_ms(self.snapshot.elapsed_s))
        runner = Runner.restored(
            self.plan, self.facts, reached_s, self.wishes, speech_length, rules=self.rules
        )
        return WalkLog(self.plan, wishes=self.wishes, rules=self.rules, runner=runner)
