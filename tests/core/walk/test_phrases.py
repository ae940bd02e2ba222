"""Phrases: a closed vocabulary that reads well."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.units import SpeedUnit
from retrowalk.core.walk.phrases import (
    Say,
    decimal_words,
    incline_words,
    length_words,
    phrase,
    score_words,
    speed_words,
    text_of,
    vocabulary,
)
from tests.helpers.speech import TEXTS, text


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "Zero seconds."),
        (1, "One second."),
        (13, "Thirteen seconds."),
        (60, "One minute."),
        (90, "One minute, thirty seconds."),
        (145, "Two minutes, twenty-five seconds."),
        (3600, "One hour."),
        (3660, "One hour, one minute."),
        (3601, "One hour, one second."),
        (5025, "One hour, twenty-three minutes, forty-five seconds."),
        (86_400, "Twenty-four hours."),
        (59.4, "Fifty-nine seconds."),
        (59.6, "One minute."),
        (-3, "Zero seconds."),
    ],
)
def test_lengths_of_time(seconds, said):
    """A length is said as people say it, to the nearest second."""
    assert text(length_words(seconds)) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.8, "Zero point eight."),
        (2.5, "Two point five."),
        (3.0, "Three point zero."),
        (12.34, "Twelve point three."),
    ],
)
def test_decimals(value, said):
    """A speed is said with one decimal, as the console shows it."""
    assert text(decimal_words(value)) == said


def test_speed_in_the_walkers_unit():
    """The same belt speed is said as the walker's console shows it."""
    assert text(speed_words(0.8, SpeedUnit.KMH)) == "Zero point eight."
    assert text(speed_words(0.8, SpeedUnit.MPH)) == "Zero point five."


def test_incline_and_decline():
    """Downhill is never said as uphill."""
    assert text(incline_words(2.5)) == "Incline two point five."
    assert text(incline_words(-2.5)) == "Decline two point five."


def test_sentences():
    """Clips join to sentences that begin with a capital and end with a full stop."""
    words = phrase(Say.BACKWARD, length_words(60), speed_words(0.8, SpeedUnit.KMH))
    assert text(words) == "Backward. One minute. Zero point eight."
    words = phrase(Say.START_AT, speed_words(2.5, SpeedUnit.KMH), Say.STEP_ON)
    assert text(words) == "Start at two point five. Step on."
    assert text(phrase(Say.TURN_IN, length_words(15), Say.TO_BACKWARD)) == (
        "Turn round, in fifteen seconds. Then backward."
    )


@given(seconds=st.floats(-10, 200_000), speed_kmh=st.floats(0, 1000), percent=st.floats(-200, 200))
def test_whatever_is_said_can_be_spoken(seconds, speed_kmh, percent):
    """However wild the numbers, every word has its recording."""
    for unit in SpeedUnit:
        words = phrase(length_words(seconds), speed_words(speed_kmh, unit), incline_words(percent))
        assert set(words) <= set(TEXTS)


@given(st.integers(-5, 100))
def test_scores_stay_within_the_vocabulary(score):
    """A rating outside of the scale is said as the nearest on it."""
    assert text(score_words(score)).lower() == TEXTS[f"score-{min(max(score, 0), 10)}"]


def test_every_fixed_clip_has_a_text():
    """No clip is without something to say."""
    assert {say.value for say in Say} <= set(TEXTS)


def test_texts_can_be_read_out():
    """A clip says one sentence or its beginning, in small letters: nothing for a voice to stumble over."""
    odd = [spoken for spoken in TEXTS.values() if not re.fullmatch(r"[a-z]+(,?[ -][a-z]+)*[.,]?", spoken)]
    assert odd == []


def test_text_of_nothing():
    """An empty phrase reads as nothing."""
    assert text_of((), vocabulary()) == ""
