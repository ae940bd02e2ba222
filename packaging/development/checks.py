"""Everything that must hold before a change is good, several checks at a time."""

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from development import ROOT
from development.processes import call, captured

# What must be on the path for the end-to-end tests, which are skipped without.
END_TO_END_TOOLS = ("Xvfb", "openbox", "xdotool", "pulseaudio", "pactl")

# It can be started only by its script, and scripts break where the folder is moved.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# It walks two real minutes.
WALK = "tests/e2e/test_walk.py"

# Two runs at once must not write into one cache.
OWN_MEMORY = ("-p", "no:cacheprovider")

# They hold no Qt, and their tests show it: see tests/helpers/without_qt.py.
WITHOUT_QT = ("core", "services", "presenters", "storage", "exports")


Check = tuple[str, list[str | Path]]


def run_all(python: Path, arguments: Sequence[str]) -> int:
    """Run every check and return 0 if all passed; with arguments run pytest alone, with them."""
    if lacking := missing_tools():
        print(f"The end-to-end tests are skipped; not found: {' '.join(lacking)}", flush=True)
    if arguments:
        return call([python, "-m", "pytest", *arguments], cwd=ROOT)
    started_s = time.monotonic()
    all_lanes = lanes(python)
    # The end-to-end tests mostly wait for real seconds, so the others cost no time beside them.
    with ThreadPoolExecutor(len(all_lanes)) as pool:
        failed = [name for names in pool.map(_failed_of, all_lanes) for name in names]
    took = f"{time.monotonic() - started_s:.0f} s"
    print(f"\nFailed after {took}: {', '.join(failed)}" if failed else f"\nAll passed in {took}.")
    return 1 if failed else 0


def missing_tools() -> list[str]:
    """Return what of the end-to-end tests' tools is not on the path."""
    return [tool for tool in END_TO_END_TOOLS if shutil.which(tool) is None]


def lanes(python: Path, root: Path = ROOT) -> list[list[Check]]:
    """Return the checks that run one after the other, beside those of the other lanes."""
    pytest: list[str | Path] = [python, "-m", "pytest", "--quiet"]
    coverage = ["--cov", "--cov-report=term:skip-covered"]
    # A second environment that differs by PySide6 alone would say the same, a minute later.
    no_qt = ["-p", "no:pytest-qt", "-p", "tests.helpers.without_qt", "-m", "not gui"]
    folders = [f"tests/{name}" for name in WITHOUT_QT if (root / "tests" / name).is_dir()]
    return [
        [("a walk by keys", [*pytest, *OWN_MEMORY, WALK])],
        [("end-to-end tests", [*pytest, *OWN_MEMORY, "tests/e2e", f"--ignore={WALK}"])],
        [("tests", [*pytest, *coverage, "--ignore=tests/e2e"])],
        [
            ("ruff check", [python, "-m", "ruff", "check", "--quiet"]),
            ("ruff format", [python, "-m", "ruff", "format", "--check", "--quiet"]),
            ("imports", [python, "-c", LINT_IMPORTS, "--no-logo"]),
            ("mypy", [python, "-m", "mypy"]),
            ("tests without Qt", [*pytest, *OWN_MEMORY, *no_qt, *folders]),
        ],
    ]


def _failed_of(lane: Sequence[Check]) -> list[str]:
    return [name for name, command in lane if not _passes(name, command)]


def _passes(name: str, command: Sequence[str | Path]) -> bool:
    """Run a check; what it says is shown in one piece when it is done."""
    code, said = captured(command, cwd=ROOT)
    print(f"\n[{name}]\n{said.rstrip()}", flush=True)
    return code == 0
