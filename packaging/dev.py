"""The two commands of a clone: `run` starts the program, `test` checks everything; `lock` renews the pins.

    python3 packaging/dev.py run [arguments of retrowalk]
    python3 packaging/dev.py test [arguments of pytest]
    python3 packaging/dev.py lock

Each does the set-up that is still missing by itself. Standard library only.
"""

import os
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - whoever has an older one is to read this sentence
    sys.exit("Retrowalk needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info))

# Whatever PYTHONPATH or PYTHONSAFEPATH say, the modules meant are the ones beside this file.
_HERE = Path(__file__).resolve().parent
_FOREIGN = {os.path.abspath(place) for place in os.environ.get("PYTHONPATH", "").split(os.pathsep)}
sys.path[:] = [str(_HERE), *(place for place in sys.path if place not in _FOREIGN)]

from development import checks, environment, locks, processes

USAGE = "usage: python3 packaging/dev.py run [arguments of retrowalk] | test [arguments of pytest] | lock"


def main(arguments: list[str]) -> int:
    """Do what the first argument names; the rest belongs to it."""
    processes.open_standard_streams()
    match arguments:
        case ["run", *rest]:
            python = environment.prepare(environment.RUN)
            return processes.become([str(python), "-P", "-m", "retrowalk", *rest])
        case ["test", *rest]:
            return checks.run_all(environment.prepare(environment.TEST), rest)
        case ["lock"]:
            return locks.renew()
    print(USAGE, file=sys.stderr)
    return 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
