"""The packaged voice, as far as the cue plan needs to know it: how long each clip takes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from retrowalk.core.units import from_ms
from retrowalk.core.walk.phrases import Phrase
from retrowalk.core.walk.speech import phrase_length_s
from retrowalk.system import resources


@dataclass(frozen=True, slots=True)
class Voice:
    """The lengths of the packaged clips.

    Attributes:
        clip_lengths_s: Seconds of each clip.
    """

    clip_lengths_s: Mapping[str, float]

    @property
    def is_there(self) -> bool:
        """Whether anything can be said."""
        return bool(self.clip_lengths_s)

    def length_s(self, words: Phrase) -> float:
        """Return the seconds that a phrase takes to say."""
        return phrase_length_s(words, self.clip_lengths_s)


def load_voice() -> Voice:
    """Return the packaged voice; one without clips if it is missing."""
    file = resources.folder("voice") / "en" / "lengths.json"
    if not file.is_file():
        return Voice({})
    return Voice(
        {clip: from_ms(length_ms) for clip, length_ms in json.loads(file.read_text("utf-8")).items()}
    )
