"""What can be said to the program when it is started."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from retrowalk import __version__
from retrowalk.app.display import display_problem
from retrowalk.sound.child import SOUND_PROCESS_ARGUMENT
from retrowalk.sound.entry import main as play_sounds

FASTEST = 1000.0

_USAGE = """\
retrowalk [options] [FILE]      open the window, with the presets in FILE to choose from
       retrowalk cues PRESET           print what is heard when, for a built-in preset or a preset file"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] == SOUND_PROCESS_ARGUMENT:
        # A frozen program starts itself once more to play its sounds.
        return play_sounds(arguments[1:])
    if arguments and arguments[0] == "cues":
        return _print_cues(arguments[1:])
    options = parser().parse_args(arguments)
    problem = display_problem()
    if problem:
        print(f"retrowalk: {problem}", file=sys.stderr)
        return 1
    # Only now, since without a display the window system would end the program with an abort.
    from retrowalk.app.start_up import StartOptions, run  # noqa: PLC0415 - see above

    return run(
        StartOptions(
            data_dir=options.data_dir, time_scale=options.time_scale, demo=options.demo, file=options.file
        )
    )


def parser() -> argparse.ArgumentParser:
    """Return the parser of what leads to the window."""
    made = argparse.ArgumentParser(
        prog="retrowalk",
        usage=_USAGE,
        description="Timed treadmill sessions, part of them backward, with an honest pain diary.",
    )
    made.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a preset file")
    made.add_argument("--version", action="version", version=f"retrowalk {__version__}")
    made.add_argument(
        "--data-dir",
        type=Path,
        metavar="DIR",
        help="keep everything in this folder instead of the usual ones",
    )
    made.add_argument(
        "--time-scale",
        type=_time_scale,
        default=1.0,
        metavar="N",
        help="let the session clock run N times as fast, to try things out; without sound above 1",
    )
    made.add_argument(
        "--demo",
        action="store_true",
        help="open with twelve weeks of made-up sample data in a temporary folder",
    )
    return made


def _print_cues(arguments: Sequence[str]) -> int:
    from retrowalk.app.cue_command import print_cues  # noqa: PLC0415 - the window does without it

    commands = argparse.ArgumentParser(
        prog="retrowalk cues", description="Print what will be heard when in a walk that goes as planned."
    )
    commands.add_argument("preset", metavar="PRESET", help="the name of a built-in preset, or a preset file")
    return print_cues(commands.parse_args(arguments).preset)


def _time_scale(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 1.0 <= value <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {FASTEST:g}")
    return value
