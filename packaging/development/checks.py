"""Everything that must hold before a change is good, in the order in which it is quickest to know."""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from development import ROOT
from development.processes import call

# What must be on the path for the end-to-end tests, which are skipped without.
END_TO_END_TOOLS = ("Xvfb", "openbox", "xdotool", "pulseaudio", "pactl")

# It can be started only by its script, and scripts break where the folder is moved.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"

# They hold no Qt, and their tests show it: see tests/helpers/without_qt.py.
WITHOUT_QT = ("core", "services", "presenters", "storage", "exports")


def run_all(python: Path, arguments: Sequence[str]) -> int:
    """Run every check and return 0 if all passed; with arguments run pytest alone, with them."""
    if lacking := missing_tools():
        print(f"The end-to-end tests are skipped; not found: {' '.join(lacking)}", flush=True)
    if arguments:
        return call([python, "-m", "pytest", *arguments], cwd=ROOT)
    started_s = time.monotonic()
    failed = [name for name, command in all_checks(python) if not _passes(name, command)]
    took = f"{time.monotonic() - started_s:.0f} s"
    print(f"\nFailed after {took}: {', '.join(failed)}" if failed else f"\nAll passed in {took}.")
    return 1 if failed else 0


def missing_tools() -> list[str]:
    """Return what of the end-to-end tests' tools is not on the path."""
    return [tool for tool in END_TO_END_TOOLS if shutil.which(tool) is None]


def all_checks(python: Path, root: Path = ROOT) -> list[tuple[str, list[str | Path]]]:
    """Return the checks by name, each with its command."""
    pytest: list[str | Path] = [python, "-m", "pytest", "--quiet"]
    coverage = ["--cov", "--cov-report=term:skip-covered"]
    # A second environment that differs by PySide6 alone would say the same, a minute later.
    no_qt = ["-p", "no:pytest-qt", "-p", "tests.helpers.without_qt", "-m", "not gui"]
    folders = [f"tests/{name}" for name in WITHOUT_QT if (root / "tests" / name).is_dir()]
    return [
        ("ruff check", [python, "-m", "ruff", "check", "--quiet"]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "--quiet"]),
        ("mypy", [python, "-m", "mypy"]),
        ("imports", [python, "-c", LINT_IMPORTS, "--no-logo"]),
        ("tests", [*pytest, *coverage]),
        ("tests without Qt", [*pytest, *no_qt, *folders]),
    ]


def _passes(name: str, command: Sequence[str | Path]) -> bool:
    print(f"\n[{name}]", flush=True)
    return call(command, cwd=ROOT) == 0
