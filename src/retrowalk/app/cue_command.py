"""`retrowalk cues PRESET`: what will be heard when, without walking it."""

import os
import sys
from pathlib import Path

from retrowalk.app.voice import load_voice
from retrowalk.core.pain.stop_rules import stop_line
from retrowalk.core.walk.cues import CueWishes, plan_cues
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.schedule import build_schedule
from retrowalk.presenters.cue_list import cue_lines
from retrowalk.storage.built_in_presets import load_built_in
from retrowalk.storage.preset_file import read_preset_file
from retrowalk.storage.preset_refused import PresetRefused
from retrowalk.system import resources


def print_cues(wanted: str) -> int:
    """Print the cue plan of a preset; return the exit code.

    Args:
        wanted: The name of a built-in preset, or the path of a preset file.
    """
    try:
        presets = _find(wanted)
    except PresetRefused as refused:
        print(f"retrowalk: {wanted}: {refused}", file=sys.stderr)
        return 1
    if not presets:
        names = ", ".join(f"“{preset.name}”" for preset in _built_in())
        print(f"retrowalk: there is no preset “{wanted}”. There are: {names}.", file=sys.stderr)
        return 1
    voice = load_voice()
    wishes = CueWishes(speech=voice.is_there, stop_line=stop_line(None))
    lines: list[str] = []
    for preset in presets:
        lines += [preset.name, *cue_lines(plan_cues(build_schedule(preset), wishes, voice.length_s))]
    try:
        print("\n".join(lines), flush=True)
    except BrokenPipeError:
        # Whoever read along has seen enough; the interpreter would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _find(wanted: str) -> tuple[Preset, ...]:
    named = tuple(preset for preset in _built_in() if preset.name.casefold() == wanted.casefold())
    if named or not Path(wanted).exists():
        return named
    return read_preset_file(Path(wanted)).presets


def _built_in() -> tuple[Preset, ...]:
    return tuple(preset for _, presets in load_built_in(resources.preset_files()) for preset in presets)
