"""Keeps every test away from the folders, the desktop and the sound server of whoever runs it."""

import os
from pathlib import Path

FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "local_appdata",
}

# A test never holds the screen awake or plays on somebody's loudspeakers. A server that is named is not
# started by the client library when it does not answer.
NOWHERE = {
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "PULSE_SERVER": "unix:/nowhere",
}

# What a desktop sets and Qt would follow.
FOLLOWED_BY_QT = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "QT_LOGGING_RULES",
    "QT_QPA_PLATFORMTHEME",
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
)


def hide_desktop() -> None:
    """Turn this process to the offscreen platform, for good; before Qt looks for a display."""
    for name in FOLLOWED_BY_QT:
        os.environ.pop(name, None)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


def isolated_environment(folder: Path) -> dict[str, str]:
    """Return variables that lead all of a person's folders into `folder`, and make these folders."""
    places = {name: folder / place for name, place in FOLDERS.items()}
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(place) for name, place in places.items()} | NOWHERE
