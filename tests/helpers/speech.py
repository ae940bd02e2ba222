"""How long phrases take where no voice is needed: as long as a plain voice would."""

from functools import cache

from retrowalk.core.walk.phrases import text_of, vocabulary
from retrowalk.core.walk.speech import phrase_length_s

TEXTS = vocabulary()
CLIP_LENGTHS_S = {clip: 0.1 + 0.06 * len(text) for clip, text in TEXTS.items()}


@cache
def speech_length(words):
    """Return seconds that a phrase takes to say; a clip that does not exist fails the test."""
    unknown = [word for word in words if word not in TEXTS]
    assert not unknown, f"no such clips: {unknown}"
    return phrase_length_s(words, CLIP_LENGTHS_S)


def text(words):
    """Return a phrase as it is read."""
    return text_of(words, TEXTS)


def told(cue):
    """Return a cue as one word or sentence."""
    return cue.motif.value if cue.motif else (text(cue.words) if cue.words else f"({cue.note})")
