"""The one door to what comes along with the program: presets, sounds, icons, fonts."""

from importlib import resources
from pathlib import Path

import retrowalk_resources


def folder(name: str) -> Path:
    """Return a folder of resources, as "sounds". The package always lies in real files, also when frozen."""
    return Path(str(resources.files(retrowalk_resources))) / name


def preset_files() -> dict[str, bytes]:
    """Return the contents of the packaged preset files by name without ".json"."""
    return {file.stem: file.read_bytes() for file in folder("presets").glob("*.json")}
