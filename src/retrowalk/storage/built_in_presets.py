"""The presets that come with the program."""

from collections.abc import Mapping

from retrowalk.core.walk.preset import Preset
from retrowalk.storage.preset_file import decode_presets

FILES = ("first-steps", "study-dose", "as-the-article-tells-it", "four-weeks", "forward-only")
"""The packaged files, without ".json", in the order in which they are shown."""


def load_built_in(files: Mapping[str, bytes]) -> tuple[tuple[str, tuple[Preset, ...]], ...]:
    """Return the presets in the packaged files: titles with what stands under them.

    Args:
        files: Their contents by name without ".json".

    Raises:
        PresetRefused: A file is not as it was packaged.
        KeyError: One is missing.
    """
    groups = (decode_presets(files[name]) for name in FILES)
    return tuple((group.title, group.presets) for group in groups)
