"""System packages of Debian, Ubuntu and their relatives: which are missing, and getting them."""

import os
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence

from development.processes import call, output_of

# What the PySide6 wheels expect of the system. QtMultimedia does not import without libpulse0.
FOR_RUNNING = (
    "fonts-dejavu-core",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libgssapi-krb5-2",
    "libpulse0",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
    "libxrandr2",
)

# A display, a window manager, keys and a sound server for the end-to-end tests.
FOR_END_TO_END = (
    "at-spi2-core",
    "dbus",
    "openbox",
    "pulseaudio",
    "pulseaudio-utils",
    "x11-utils",
    "xdotool",
    "xvfb",
)

INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
CURTLY = ("-qq", "-o", "Dpkg::Use-Pty=0")
UNATTENDED = ("env", "DEBIAN_FRONTEND=noninteractive", "NEEDRESTART_MODE=l")
PATIENT = ("-o", "DPkg::Lock::Timeout=300")


def is_here() -> bool:
    """Return whether this system has apt and dpkg."""
    return shutil.which("apt-get") is not None and shutil.which("dpkg-query") is not None


def for_virtual_environments() -> tuple[str, ...]:
    """Return the package that lets this Python make virtual environments; none if it can already."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian cuts it out of the standard library
    except ImportError:
        pass
    else:
        return ()
    is_default = os.path.realpath("/usr/bin/python3") == os.path.realpath(sys.executable)
    return ("python3-venv",) if is_default else (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)


def ensure(required: Iterable[str], wished: Iterable[str] = ()) -> None:
    """Install what is missing; stop with the line to run if something required cannot be installed.

    What is only wished for is tried, and left out without a word where that fails.
    """
    there = installed(
        output_of(["dpkg-query", "-W", "-f=${db:Status-Abbrev}\t${Package}\t${Provides}\n"]) or ""
    )
    required, wished = missing(required, there), missing(wished, there)
    if not required and not wished:
        return
    privilege = _privilege()
    if privilege is not None:
        call([*privilege, "apt-get", *CURTLY, *PATIENT, "update"])
    offered = offers(output_of(["apt-cache", "showpkg", *required, *wished]) or "")
    required, wished = resolve(required, offered), resolve(wished, offered)
    if privilege is None:
        if required:
            sys.exit(by_hand([*required, *wished], with_sudo=shutil.which("sudo") is not None))
        return
    if required and not _install(privilege, required):
        sys.exit(by_hand(required, with_sudo=bool(privilege)))
    if wished:
        _install(privilege, wished)


def installed(listing: str) -> frozenset[str]:
    """Return every name that is installed, or stands for something installed, from dpkg-query's listing."""
    names = set[str]()
    for line in listing.splitlines():
        status, package, provided = line.split("\t")
        if status.startswith("ii"):
            names.add(package)
            names.update(name.split()[0] for name in provided.split(",") if name.strip())
    return frozenset(names)


def missing(wanted: Iterable[str], there: frozenset[str]) -> list[str]:
    """Return what of `wanted` is not there, in order."""
    return [name for name in wanted if name not in there]


def offers(listing: str) -> dict[str, list[str]]:
    """Return, from `apt-cache showpkg`, for each known name the packages that give it, itself first.

    Later releases renamed libraries, and the new name provides the old: libglib2.0-0t64, libglib2.0-0.
    """
    found = dict[str, list[str]]()
    name = section = ""
    for line in listing.splitlines():
        if line.startswith("Package: "):
            name = line.split()[1]
            found[name] = []
        elif line.rstrip().endswith(":") and not line.startswith(" "):
            section = line.rstrip()
        elif line.strip() and section == "Versions:" and name not in found[name]:
            found[name].append(name)
        elif line.strip() and section == "Reverse Provides:" and line.split()[0] not in found[name]:
            found[name].append(line.split()[0])
    return found


def resolve(wanted: Sequence[str], offered: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names to install for the names wanted.

    A name that apt does not know is left out, except where it knows none at all: its lists are empty then.
    """
    if not any(offered.values()):
        return list(wanted)
    return [_best(name, offered[name]) for name in wanted if offered.get(name)]


def _best(name: str, packages: Sequence[str]) -> str:
    return next((known for known in (name, f"{name}t64") if known in packages), packages[0])


def by_hand(packages: Sequence[str], *, with_sudo: bool) -> str:
    """Return the sentence and the line for somebody whom we may not stand in for."""
    who = "sudo " if with_sudo else ""
    install = " ".join([*INSTALL, *packages])
    how = "Run this line" if with_sudo else "Run this line as root"
    return (
        "Retrowalk needs packages of the system that are not installed.\n"
        f"{how}, then the same command again:\n\n    {who}apt-get update && {who}{install}\n"
    )


def _privilege() -> list[str] | None:
    """Return what to write before a command to run it as root, None if there is no way without asking."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if output_of(["sudo", "-n", "true"]) is not None else None


def _install(privilege: Sequence[str], packages: Sequence[str]) -> bool:
    print(f"Installing packages of the system: {' '.join(packages)}", flush=True)
    return call([*privilege, *UNATTENDED, *INSTALL, *CURTLY, *PATIENT, *packages]) == 0
