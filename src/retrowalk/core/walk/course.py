"""The course of a walk: its timeline, bent by facts and moved along by time."""

from collections.abc import Iterable

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.schedule import Phase, build_schedule
from retrowalk.core.walk.timeline import Timeline


class Course:
    """Where a walk goes; the same facts lead every course of the same plan to the same place.

    Args:
        plan: The preset to walk.

    Attributes:
        timeline: The phases as they stand now.
        begun: Time has counted at least once.
    """

    def __init__(self, plan: Preset) -> None:
        self._turn = plan.turn
        self.timeline = Timeline.of(build_schedule(plan)).held_open(0.0)
        self.begun = False

    @property
    def present(self) -> Phase | None:
        """The phase being walked; None once the walk is over."""
        return self.timeline.present

    def bend(self, fact: ev.Fact, *, standing: bool) -> bool:
        """Change the timeline as this fact does and return whether it changed.

        Args:
            fact: What happened; facts of mere time passing change nothing.
            standing: No time runs, so that no count of three is needed before a bout.
        """
        before = self.timeline
        self.timeline = self._bent(fact, standing=standing)
        return self.timeline != before

    def move_to(self, at_s: float) -> list[float]:
        """Enter every phase that has begun by `at_s`; return when each did, the end of the walk included."""
        entered: list[float] = []
        while (phase := self.present) is not None:
            self.timeline = self.timeline.held_open(at_s)
            if phase.holds or phase.ends_at_s > at_s:
                break
            self.timeline = self.timeline.entered_next()
            entered.append(phase.ends_at_s)
        return entered

    def retrace(self, facts: Iterable[ev.Fact], reached_s: float) -> float:
        """Live through the facts of an earlier run and return the active second it had come to.

        Args:
            facts: A journal, in order.
            reached_s: The furthest active second known, which may lie after the last fact.
        """
        standing = True
        for fact in facts:
            self.move_to(fact.at_s)
            self.bend(fact, standing=standing)
            reached_s = max(reached_s, fact.at_s)
            if isinstance(fact, ev.WalkingBegan):
                self.begun, standing = True, False
            elif isinstance(fact, ev.Paused | ev.Stopped):
                standing = True
        self.move_to(reached_s)
        return min(reached_s, self.timeline.length_s)

    def _bent(self, fact: ev.Fact, *, standing: bool) -> Timeline:
        line = self.timeline
        match fact:
            case ev.Skipped():
                line = line.skipped(fact.at_s, standing=standing)
            case ev.WentBack():
                line = line.gone_back(fact.at_s, standing=standing)
            case ev.WaitEnded() if not standing:
                line = line.released(fact.at_s)
            case ev.TimeChanged():
                line = line.with_time(fact.at_s, fact.by_s)
            case ev.WentForwardOnly():
                line = line.forward_only(fact.at_s, self._turn)
            case ev.CoolingDown():
                line = line.cooled_down(fact.at_s, self._turn)
            case ev.ResumeAsked() if self.begun:
                line = line.continued(fact.at_s)
        return line
