"""Renewing the lock files: every package with its version and hashes, for every system, no host named."""

import tempfile
import tomllib
import venv
from pathlib import Path

from development import ROOT
from development.environment import LOCKS, RUN, TEST, python_in
from development.processes import alone, call

GROUPS = {RUN: ("build",), TEST: ("build", "dev")}


def renew() -> int:
    """Write both lock files anew with the newest versions that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with alone("set-up"), tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = python_in(Path(folder))
        steps: list[list[str | Path]] = [
            [python, "-m", "pip", "install", "--quiet", *project["dependency-groups"]["lock"]],
            compilation(python, TEST, "--upgrade"),
            # What both name has one version: the tests see what the walker gets.
            compilation(python, RUN, "--upgrade", "--constraint", LOCKS[TEST]),
        ]
        return next((1 for step in steps if call(step, cwd=ROOT) != 0), 0)


def compilation(python: Path, extent: str, *more: str | Path) -> list[str | Path]:
    """Return the command that writes one lock file."""
    groups = [word for group in GROUPS[extent] for word in ("--group", group)]
    quiet = ["--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    universal = ["--universal", "--fork-strategy", "fewest", "--generate-hashes"]
    into: list[str | Path] = ["--output-file", LOCKS[extent]]
    return [python, "-m", "uv", "pip", "compile", "pyproject.toml", *groups, *universal, *quiet, *more, *into]
