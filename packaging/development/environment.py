"""The virtual environment in .venv: made, filled from the lock files, and left alone when it is as wanted."""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from development import ROOT, debian, libraries
from development.processes import alone, call, output_of

RUN, TEST = "run", "test"
LOCKS = {extent: ROOT / "packaging" / "locks" / f"{extent}.txt" for extent in (RUN, TEST)}

FOLDER = ROOT / ".venv"
STAMP = FOLDER / "retrowalk-stamp.json"
UNFINISHED = FOLDER / "retrowalk-unfinished"

# To be raised when the way of setting up changes, so that what stands is set up again.
WAY = 1

NO_PACKAGES = "The packages could not be installed; the lines above say why. Nothing else was changed."
NOT_OURS = "{} has to be set up, and this account may not write there. Use the one that owns it."
NO_ENVIRONMENT = "The virtual environment could not be made; the lines above say why."


def python_in(folder: Path, platform: str = sys.platform) -> Path:
    """Return where the interpreter of a virtual environment is."""
    return folder / "Scripts" / "python.exe" if platform == "win32" else folder / "bin" / "python"


def prepare(extent: str) -> Path:
    """Do what is missing for running, or for testing too, and return the interpreter to use."""
    wished = debian.FOR_END_TO_END if extent == TEST else ()
    python = python_in(FOLDER)
    with alone("set-up"):
        if debian.is_here():
            debian.ensure([*debian.for_virtual_environments(), *debian.FOR_RUNNING], wished)
        if not _is_ready(python, extent):
            _set_up(python, extent)
    return python


def _set_up(python: Path, extent: str) -> None:
    place = FOLDER if FOLDER.is_dir() else FOLDER.parent
    if not os.access(place, os.W_OK):
        sys.exit(NOT_OURS.format(place))
    if UNFINISHED.exists() or version_of(python) is None:
        _make(FOLDER)
    print(f"Setting up {FOLDER}", flush=True)
    STAMP.unlink(missing_ok=True)
    for command in installation(python, extent):
        if call(command, cwd=ROOT) != 0:
            sys.exit(NO_PACKAGES)
    # For a quick first start. A mistake in a file is for the checks to tell about, not for the set-up.
    call([python, "-m", "compileall", "-qq", ROOT / "src", ROOT / "resources"])
    _complete_libraries(python)
    UNFINISHED.unlink(missing_ok=True)
    STAMP.write_text(json.dumps({"extent": extent, "fingerprint": fingerprint(version_of(python))}))


def installation(python: Path, extent: str) -> list[list[str | Path]]:
    """Return the commands that fill an environment: the pins, then the project itself."""
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet"]
    # --no-deps: the lock file is complete, and nothing outside it may come in.
    pins: list[str | Path] = [
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "--requirement",
        LOCKS[extent],
    ]
    project: list[str | Path] = ["--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT]
    return [[*pip, *pins], [*pip, *project]]


def _make(folder: Path) -> None:
    """Make an empty environment, in place of whatever is there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)
    # Stays until the first set-up has ended: who finds it starts anew.
    UNFINISHED.touch()
    maker = getattr(sys, "_base_executable", sys.executable)
    if call([maker, "-m", "venv", folder]) != 0:
        sys.exit(NO_ENVIRONMENT)


def version_of(python: Path) -> str | None:
    """Return the version of an environment's interpreter; None if it is broken, without pip or too old."""
    ask = "import pip, sys; assert sys.version_info >= (3, 11); print(sys.version)"
    return output_of([python, "-I", "-c", ask])


def _is_ready(python: Path, extent: str) -> bool:
    try:
        stamp = json.loads(STAMP.read_text())
        found, done = stamp["fingerprint"], stamp["extent"]
    except (OSError, ValueError, LookupError, TypeError):
        return False
    return done in [extent, TEST] and found == fingerprint(version_of(python))


def fingerprint(
    version: str | None, files: Iterable[Path] = (*LOCKS.values(), ROOT / "pyproject.toml")
) -> str:
    """Return what stands for everything that a set-up depends on, the place of the folder among it."""
    digest = hashlib.sha256(f"{WAY}\n{ROOT}\n{version}\n".encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _complete_libraries(python: Path) -> None:
    """Get, or name, the system libraries that the list of known ones did not have."""
    if sys.platform != "linux":
        return
    where = output_of([python, "-I", "-c", "import sysconfig; print(sysconfig.get_path('platlib'))"])
    files = libraries.files_in_use(Path((where or "").strip()))
    lacking = libraries.missing(files)
    if lacking and debian.is_here():
        debian.ensure(map(libraries.package_of, lacking))
        lacking = libraries.missing(files)
    if lacking:
        print(f"Libraries that this system lacks, and Qt may ask for: {' '.join(lacking)}", flush=True)
