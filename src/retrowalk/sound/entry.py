"""Where the sound process begins: `python -m retrowalk.sound.entry RESOURCES`.

Wishes come in on standard input, reports go out on standard output; see messages.py. It ends when its
standard input is closed, so it never outlives the program.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.sound.messages import Report, Status, report_line

NO_LIBRARY = 69
"""The exit code that says: no use in trying again soon."""


def main(arguments: Sequence[str]) -> int:
    """Play what is wished until standard input is closed; return the exit code.

    Args:
        arguments: The folder of the packaged sounds.
    """
    # Ctrl+C in a terminal, and its closing, reach both processes; only the program itself decides what ends.
    for name in ("SIGINT", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    _leave_no_core_file()
    # WORKAROUND Qt 6.11: it hands PulseAudio 21 ms at a time, which a busy computer misses now and then.
    os.environ.setdefault("PULSE_LATENCY_MSEC", "120")
    report = _take_standard_output()
    # What is printed reaches the program's own log.
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    try:
        from retrowalk.sound.process import run  # noqa: PLC0415  it does not import where libpulse is missing
    except ImportError as error:
        library = str(error).partition(":")[0]
        reason = f"No sound: the system lacks {library}."
        report(Status(status=SoundStatus(state=SoundState.LOST, reason=reason)))
        return NO_LIBRARY
    return run(Path(arguments[0]), report)


def _take_standard_output() -> Callable[[Report], None]:
    """Keep standard output for reports alone; what libraries print there goes to standard error."""
    channel = os.dup(1)
    os.dup2(2, 1)

    def report(what: Report) -> None:
        try:
            os.write(channel, report_line(what))
        except OSError:
            os._exit(0)  # nobody listens any more

    return report


def _leave_no_core_file() -> None:
    """Let an abort inside the sound library cost nothing but a new start."""
    try:
        import resource  # noqa: PLC0415  not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
