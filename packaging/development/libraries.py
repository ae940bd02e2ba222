"""Shared libraries that Qt still lacks, as the loader itself sees it (Linux)."""

import re
from collections.abc import Iterable
from pathlib import Path

from development.processes import output_of

# The parts of Qt that the program loads; a plugin it never uses may lack what it likes.
MODULES = ("Core", "DBus", "Gui", "Multimedia", "Network", "Svg", "TextToSpeech", "Widgets")
PLUGINS = (
    "iconengines/libqsvgicon.so",
    "imageformats/libqsvg.so",
    "multimedia/*.so",
    "platforms/libqoffscreen.so",
    "platforms/libqxcb.so",
    "xcbglintegrations/*.so",
)

# Named against the rule that all others follow.
NAMED_OTHERWISE = {"libglib-2.0.so.0": "libglib2.0-0", "libgobject-2.0.so.0": "libglib2.0-0"}


def files_in_use(site_packages: Path) -> list[Path]:
    """Return the libraries of PySide6 that matter to the program."""
    qt = site_packages / "PySide6"
    modules = [path for module in MODULES for path in qt.glob(f"Qt{module}.*.so")]
    return modules + [path for plugin in PLUGINS for path in sorted((qt / "Qt" / "plugins").glob(plugin))]


def missing(files: Iterable[Path]) -> list[str]:
    """Return the names of libraries that the loader does not find for these files, each once."""
    return not_found(output_of(["ldd", *files]) or "")


def not_found(report: str) -> list[str]:
    """Return what ldd's report calls not found, each once."""
    return sorted(set(re.findall(r"^\s*(\S+) => not found$", report, re.MULTILINE)))


def package_of(library: str) -> str:
    """Return the Debian package of a library, by the rule that Debian names library packages with.

    libxcb-icccm.so.4 is in libxcb-icccm4; libva-x11.so.2, which ends with a digit already, in libva-x11-2.
    """
    name, _, version = library.partition(".so.")
    joint = "-" if name[-1].isdigit() else ""
    return NAMED_OTHERWISE.get(library, f"{name}{joint}{version}".lower().replace("_", "-"))
