"""Walks told as timelines: what is pressed when, and what is then entered, heard and shown.

One line is one moment, by a stopwatch that reads 0:00 when the get-ready countdown is over; it goes on in
pauses, and stands still while the computer sleeps:

    -0:15  press start
     0:00  begin forward
     3:45  say Turn round, in fifteen seconds. Then backward.
     4:00  enter turn
     4:10  hear turn
     4:20  press pause
     4:20  show paused, turn, 0:25 left
     6:00  press resume
     6:10  begin turn

`begin` is the moment at which time counts (again), `enter` a phase that is entered, `end` the end of the
walk; each sounds with its motif, at the very instant. These, and `interrupted`, must all be in the timeline:
one that happens and is not told fails, and so does a cue that is heard over another. What is said (`say`,
within that second) and what else is heard (`hear`, at that instant) may be told; `silent until 6:00` says
that nothing is heard from here to there. A motif that sounded while nobody watched is told by `hear`.

What the walker does is `press`; what befalls the computer is `stall 3`, `sleep 30:00`, `jump 1:00:00` (both
clocks) and `set clock -2:00:00`.
"""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

import pytest

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.cue import MOTIF_LENGTH_S, CueKind
from retrowalk.core.walk.rules import RunRules
from retrowalk.core.walk.snapshot import RunState
from tests.helpers.speech import speech_length, told

POLL_S = 0.5
INSTANT_S = 0.002
NEAR_S = 5.0
KEYS = {
    "start": "start",
    "pause": "pause",
    "resume": "resume",
    "pain": "pause_for_pain",
    "skip": "skip",
    "back": "back",
    "go on": "go_on",
    "longer": "longer",
    "shorter": "shorter",
    "forward only": "go_forward_only",
    "cool down": "cool_down",
    "stop": "stop",
    "stop for trouble": "stop_for_trouble",
    "reopen": "reopen",
}
MUST_BE_TOLD = ("begin", "enter", "end", "interrupted")
VERBS = {*MUST_BE_TOLD, "press", "say", "hear", "show", "silent", "stall", "sleep", "jump", "set"}
LINE = re.compile(r"\s*(?P<time>-?[\d:.]+)\s+(?P<verb>[a-z]+)\b ?(?P<rest>.*)")


@dataclass(frozen=True)
class Line:
    """One line of a timeline: its number from 0, its moment, and what it says."""

    number: int
    at_s: float
    verb: str
    rest: str


@dataclass(frozen=True)
class Entry:
    """Something that happened, or was heard, at a moment."""

    at_s: float
    verb: str
    rest: str = ""


def seconds(text):
    """Seconds of a time such as "90", "1:30", "1:00:00" or "-0:15"."""
    total = 0.0
    for part in text.removeprefix("-").split(":"):
        total = total * 60 + float(part)
    return -total if text.startswith("-") else total


def parse(text):
    """The lines of a timeline; what does not begin with a time is read by people only."""
    lines: list[Line] = []
    for number, row in enumerate(text.splitlines()):
        match = LINE.fullmatch(row)
        if match is None:
            assert not re.match(r"\s*-?\d", row), f"not a line of a timeline: {row}"
            continue
        line = Line(number, seconds(match["time"]), match["verb"], match["rest"])
        assert line.verb in VERBS, f"no such verb: {row}"
        assert not lines or line.at_s >= lines[-1].at_s, f"out of order: {row}"
        lines.append(line)
    assert lines, "no timeline"
    return lines


def replay(text, seat):
    """Walk a timeline on a seat; fail at the line that does not hold."""
    Replay(text, seat).run()


class Replay:
    """One timeline being walked."""

    def __init__(self, text, seat) -> None:
        self._text = text
        self._seat = seat
        self._lines = parse(text)
        self._began_s = seat.clock.read().monotonic_s + RunRules().get_ready_s
        self._happened: list[Entry] = []
        self._standing: set[Entry] = set()

    def run(self):
        for line in self._lines:
            self._walk_until(line.at_s)
            if action := getattr(self, f"_{line.verb}", None):
                action(line)
        self._walk_until(self._lines[-1].at_s + POLL_S)
        self._check_what_happened()
        self._check_what_was_heard()

    # -------------------------------------------------------------------- doing

    def _press(self, line):
        name, _, score = line.rest.partition(" ") if line.rest.startswith("rate ") else (line.rest, "", "")
        if score:
            self._take(self._seat.rate_pain(int(score)))
        else:
            self._take(getattr(self._seat, KEYS[name])())

    def _stall(self, line):
        self._seat.clock.advance(seconds(line.rest))
        self._take(self._seat.tick())

    _jump = _stall

    def _sleep(self, line):
        self._seat.clock.suspend(seconds(line.rest))
        self._take(self._seat.tick())

    def _set(self, line):
        by = timedelta(seconds=seconds(line.rest.removeprefix("clock ")))
        self._seat.clock.set_wall(self._seat.clock.read().utc + by)
        self._take(self._seat.tick())

    def _show(self, line):
        shown = _shown(self._seat.snapshot())
        for wanted in line.rest.split(", "):
            if wanted not in shown:
                self._fail(line, f"shown is: {', '.join(shown)}")

    def _walk_until(self, at_s):
        while (left_s := at_s - self._now_s()) > 1e-7:
            due_s = self._seat.next_due_s()
            self._seat.clock.advance(max(1e-6, min(left_s, POLL_S, POLL_S if due_s is None else due_s)))
            self._take(self._seat.tick())

    def _now_s(self):
        return round(self._seat.clock.read().monotonic_s - self._began_s, 6)

    def _take(self, events):
        """Remember what happened, each at its own moment, which may lie before the poll that told it."""
        now = self._seat.clock.read()
        for event in events:
            ago_s = (now.utc - event.utc).total_seconds()
            entry = _entry(event, self._now_s() - ago_s, self._now_s(), self._seat.snapshot())
            # The first phase is entered when time begins to count: that is one moment, not two.
            if entry is None or replace(entry, verb="begin") in self._happened:
                continue
            self._happened.append(entry)
            if self._seat.snapshot().state is RunState.PAUSED:
                self._standing.add(entry)

    # ----------------------------------------------------------------- checking

    def _check_what_happened(self):
        """Every line that must be told happened, and nothing happened untold."""
        happened = list(self._happened)
        for line in self._lines:
            if line.verb not in MUST_BE_TOLD:
                continue
            if not (found := [entry for entry in happened if _is(entry, line)]):
                self._fail(line, "it did not happen")
            happened.remove(found[0])
        if happened:
            self._fail(self._line_before(happened[0].at_s), f"not told: {_as_line(happened[0])}")

    def _check_what_was_heard(self):
        heard = self._heard()
        changes = [entry for entry in heard if entry.verb == "change"]
        self._check_nothing_was_heard_over_another()
        for line in self._lines:
            self._check_heard(line, heard, changes)
        if changes:
            self._fail(self._line_before(changes[0].at_s), f"not told: {_as_line(changes[0])}")

    def _check_nothing_was_heard_over_another(self):
        for (before, silenced_s), (after, _) in pairwise(self._seat.player.sounded()):
            ends_s = before.at_monotonic_s + _length_s(before.cue)
            if after.at_monotonic_s < min(ends_s, ends_s if silenced_s is None else silenced_s) - INSTANT_S:
                line = self._line_before(after.at_monotonic_s - self._began_s)
                self._fail(line, f"heard over one another: {told(before.cue)} / {told(after.cue)}")

    def _check_heard(self, line, heard, changes):
        if line.verb in ("begin", "enter", "end"):
            standing = any(_is(entry, line) for entry in self._standing)
            motif = next(
                (c for c in changes if _same_instant(c, line) and c.rest == (line.rest or "end")), None
            )
            if motif is None and not standing:
                self._fail(line, "its motif was not heard then")
            if motif is not None:
                changes.remove(motif)
        elif line.verb == "say":
            if not any(e.rest == line.rest and line.at_s <= e.at_s < line.at_s + 1 for e in heard):
                self._fail(line, "it was not said in that second")
        elif line.verb == "hear":
            found = [e for e in heard if e.rest == line.rest and _same_instant(e, line)]
            if not found:
                self._fail(line, "it was not heard at that instant")
            changes[:] = [change for change in changes if change not in found]
        elif line.verb == "silent":
            until_s = seconds(line.rest.removeprefix("until "))
            if loud := [e for e in heard if line.at_s < e.at_s < until_s - INSTANT_S]:
                self._fail(line, f"heard: {_as_line(loud[0])}")

    def _heard(self):
        entries: list[Entry] = []
        for cue in self._seat.player.heard():
            first_end = cue.cue.kind is CueKind.END and not any(e.rest == "end" for e in entries)
            verb = "change" if cue.cue.kind is CueKind.CHANGE or first_end else "hear"
            entries.append(Entry(round(cue.at_monotonic_s - self._began_s, 6), verb, told(cue.cue)))
        return entries

    def _line_before(self, at_s):
        return [line for line in self._lines if line.at_s <= at_s + INSTANT_S or line is self._lines[0]][-1]

    def _fail(self, line, reason):
        rows = [("> " if n == line.number else "  ") + row for n, row in enumerate(self._text.splitlines())]
        near = [e for e in (*self._happened, *self._heard()) if abs(e.at_s - line.at_s) <= NEAR_S]
        around = [f"    {_as_line(entry)}" for entry in sorted(near, key=lambda entry: entry.at_s)]
        pytest.fail("\n".join([reason, *rows, "around it:", *around]), pytrace=False)


def _length_s(cue):
    return MOTIF_LENGTH_S[cue.motif] if cue.motif else speech_length(cue.words)


def _entry(event, at_s, now_s, snapshot):
    match event:
        case ev.PhaseEntered():
            return Entry(round(at_s, 6), "enter", event.kind.value)
        case ev.WalkingBegan():
            return Entry(round(at_s, 6), "begin", snapshot.phases[_index_at(snapshot, event.at_s)].kind.value)
        case ev.Finished():
            return Entry(round(at_s, 6), "end")
        case ev.Paused(reason=ev.PauseReason.INTERRUPTED):
            return Entry(now_s, "interrupted")
        case _:
            return None


def _index_at(snapshot, at_s):
    phases = snapshot.phases
    return next(n for n, phase in enumerate(phases) if phase.starts_at_s <= at_s < phase.ends_at_s)


def _is(entry, line):
    return entry.verb == line.verb and entry.rest == line.rest and _same_instant(entry, line)


def _same_instant(entry, line):
    return abs(entry.at_s - line.at_s) <= INSTANT_S


def _shown(snapshot):
    """Everything that a view is told, in the words of a timeline."""
    phase = snapshot.phase
    return [
        snapshot.state.value,
        *([phase.kind.value, f"{_time(snapshot.phase_left_s)} left"] if phase else []),
        f"{_time(snapshot.elapsed_s)} walked",
        f"{_time(snapshot.left_s)} to go",
        *([f"{_time(snapshot.countdown_s)} until it counts"] if snapshot.countdown_s else []),
        *([f"because of {snapshot.pause_reason.value}"] if snapshot.pause_reason else []),
        *([f"nothing heard for {_time(snapshot.gap_s)}"] if snapshot.gap_s else []),
    ]


def _as_line(entry):
    verb = "motif" if entry.verb == "change" else entry.verb
    return f"{_time(entry.at_s):>8}  {verb} {entry.rest}".rstrip()


def _time(total_s):
    sign, total_ms = ("-" if total_s < 0 else ""), round(abs(total_s) * 1000)
    minutes, ms = divmod(total_ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    rest = f"{ms // 1000:02}" + (f".{ms % 1000:03}".rstrip("0") if ms % 1000 else "")
    return f"{sign}{hours}:{minutes:02}:{rest}" if hours else f"{sign}{minutes}:{rest}"
