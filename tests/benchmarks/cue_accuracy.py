"""How exactly cues are heard: `python -m tests.benchmarks.cue_accuracy [MINUTES] [--load]`, by hand.

Plays a cue about every second through the real sound process on a private sound server, records its sink and
compares each with its instant on the monotonic clock. With --load four processes keep the processors busy,
and this one, which stands for the window, holds the interpreter for 400 ms of every second.
"""

import argparse
import multiprocessing
import os
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from retrowalk.core.ports import SoundState
from retrowalk.core.walk.cue import Motif
from tests.helpers.heard_player import HeardPlayer
from tests.helpers.sound_server import wait_until

MOTIFS = (Motif.FORWARD, Motif.TICK, Motif.BACKWARD, Motif.TICK, Motif.TURN)
EVERY_S = 1.1173
"""No whole number of blocks, buffers or ticks."""
AHEAD_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """What was measured.

    Attributes:
        cues: How many cues were played.
        first_error_s: How late the first one was heard.
        worst_distance_error_s: The largest error of any cue's distance from the first one.
        drift_s_per_10_min: By how much the errors grow, as a straight line.
    """

    cues: int
    first_error_s: float
    worst_distance_error_s: float
    drift_s_per_10_min: float


class _Environment:
    """The one method of pytest's monkeypatch that the player needs."""

    def __init__(self, setenv):
        self.setenv = setenv


def measure(folder, setenv, walk_s):
    """Play cues for `walk_s` seconds and return how exactly they were heard."""
    with HeardPlayer(folder, _Environment(setenv)) as heard:
        ear = heard.ear
        heard.wait_for(SoundState.PLAYING)
        begin_s = time.monotonic() + 1.5
        plan = [
            (MOTIFS[n % len(MOTIFS)], begin_s + n * EVERY_S) for n in range(max(2, round(walk_s / EVERY_S)))
        ]
        told = 0
        while told < len(plan):
            soon = [cue for cue in plan[told:] if cue[1] < time.monotonic() + AHEAD_S]
            heard.tell(*soon)
            told += len(soon)
            time.sleep(0.25)
        wait_until(lambda: ear.since(plan[-1][1] + 1.2).size, timeout_s=AHEAD_S + 10.0)
        ear.stop()
        errors_s = [heard.error_s(ear, motif, at_s) for motif, at_s in plan]
    times_s = [at_s for _, at_s in plan]
    return Accuracy(
        cues=len(plan),
        first_error_s=errors_s[0],
        worst_distance_error_s=max(abs(error_s - errors_s[0]) for error_s in errors_s),
        drift_s_per_10_min=float(np.polyfit(times_s, errors_s, 1)[0] * 600),
    )


def _keep_busy(until_s):
    while time.monotonic() < until_s:
        sum(range(1000))


def _hold_the_interpreter(until_s):
    while time.monotonic() < until_s:
        busy_s = time.monotonic() + 0.4
        while time.monotonic() < busy_s:
            pow(3, 200_000)
        time.sleep(0.6)


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", nargs="?", type=float, default=20.0)
    parser.add_argument("--load", action="store_true")
    arguments = parser.parse_args()
    until_s = time.monotonic() + arguments.minutes * 60 + 5
    if arguments.load:
        for _ in range(4):
            multiprocessing.Process(target=_keep_busy, args=(until_s,), daemon=True).start()
        threading.Thread(target=_hold_the_interpreter, args=(until_s,), daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        accuracy = measure(Path(folder), os.environ.__setitem__, arguments.minutes * 60)
    print(f"{accuracy.cues} cues; the first {accuracy.first_error_s * 1000:+.2f} ms from its instant;")
    print(f"distances wrong by at most {accuracy.worst_distance_error_s * 1000:.2f} ms;")
    print(f"drift {accuracy.drift_s_per_10_min * 1000:+.2f} ms in 10 minutes")


if __name__ == "__main__":
    main()
