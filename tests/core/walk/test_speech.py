"""How long phrases take to say."""

import pytest

from retrowalk.core.walk.phrases import Say, length_words, phrase
from retrowalk.core.walk.speech import COMMA_GAP_S, JOINED_GAP_S, SENTENCE_GAP_S, gaps_s, phrase_length_s


def test_breath_after_each_clip():
    """A full stop is followed by a longer breath than a comma, a comma by a longer one than a word."""
    words = phrase(Say.GOING_ON_IN, length_words(90), Say.START_AT)
    assert list(gaps_s(words)) == [JOINED_GAP_S, COMMA_GAP_S, SENTENCE_GAP_S, 0.0]
    assert JOINED_GAP_S < COMMA_GAP_S < SENTENCE_GAP_S


def test_length_is_clips_and_breaths():
    """A phrase takes its clips and the breaths between them; after the last there is none."""
    words = phrase(Say.STOP_THE_BELT, Say.STEP_ON)
    lengths = {Say.STOP_THE_BELT.value: 1.0, Say.STEP_ON.value: 0.5}
    assert phrase_length_s(words, lengths) == pytest.approx(1.5 + SENTENCE_GAP_S)


def test_nothing_takes_no_time():
    """An empty phrase, and a clip that does not exist, take no time."""
    assert phrase_length_s((), {}) == 0.0
    assert phrase_length_s(("no-such-clip",), {}) == 0.0
