"""How clips are joined to phrases: the breath after each, and so how long a phrase takes to say."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from retrowalk.core.walk.phrases import Phrase, vocabulary

SENTENCE_GAP_S = 0.28
"""Silence after a falling voice."""
COMMA_GAP_S = 0.12
"""Silence after a comma."""
JOINED_GAP_S = 0.03
"""Silence inside a sentence: "start at" - "zero" - "point eight"."""


def gaps_s(words: Phrase) -> Iterator[float]:
    """Yield the silence that follows each clip of a phrase, none after the last."""
    for word in words[:-1]:
        yield _GAPS_S.get(word, SENTENCE_GAP_S)
    if words:
        yield 0.0


def phrase_length_s(words: Phrase, clip_lengths_s: Mapping[str, float]) -> float:
    """Return the seconds that a phrase takes to say; a clip that does not exist takes none.

    Args:
        words: Clip ids, in order.
        clip_lengths_s: Seconds of each clip.
    """
    return sum(clip_lengths_s.get(word, 0.0) + gap for word, gap in zip(words, gaps_s(words), strict=True))


def _gap_after_s(text: str) -> float:
    if text.endswith("."):
        return SENTENCE_GAP_S
    return COMMA_GAP_S if text.endswith(",") else JOINED_GAP_S


_GAPS_S: Mapping[str, float] = MappingProxyType(
    {clip: _gap_after_s(text) for clip, text in vocabulary().items()}
)
