"""Lengths of time as walkers type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.presenters.durations import clock_text, length_text
from retrowalk.presenters.length_reading import check_length, read_length


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("90", 90),
        (" 90 ", 90),
        ("90s", 90),
        ("90 sec", 90),
        ("1:30", 90),
        ("0:05", 5),
        ("1 min 30", 90),
        ("1 min 30 s", 90),
        ("1min30s", 90),
        ("2 min", 120),
        ("2 Minutes", 120),
        ("1 m", 60),
        ("0", 0),
    ],
)
def test_lengths(typed, seconds):
    """Seconds alone, with a colon, or in words."""
    assert read_length(typed) == seconds


@pytest.mark.parametrize(
    "typed", ["", " ", "abc", "-5", "1:60", "1:5", "1 min 60 s", "10 km", "nan", "1e3", "5 5", "²", "٣x"]
)
def test_no_lengths(typed):
    """What could mean two things, or nothing, is not guessed at."""
    assert read_length(typed) is None


@given(seconds=st.integers(0, 3599))
def test_what_is_shown_can_be_typed(seconds):
    """Both ways in which a length is written are read as that length."""
    assert read_length(length_text(seconds)) == seconds
    assert read_length(clock_text(seconds)) == seconds


@given(typed=st.text(max_size=60))
def test_any_text(typed):
    """Whatever is typed is a length or is refused."""
    seconds = read_length(typed)
    assert seconds is None or 0 <= seconds < 10**8


@given(typed=st.text(max_size=20) | st.integers(0, 200).map(str))
def test_either_a_length_or_a_problem(typed):
    """There is a sentence exactly if there is no length, and it names the limits and what stays in use."""
    checked = check_length(typed, 5.0, 60.0, 10.0)
    assert (checked.seconds is None) == bool(checked.problem)
    if checked.seconds is None:
        assert "5 s to 1 min" in checked.problem
        assert checked.problem.endswith("Still in use: 10 s.")
    else:
        assert 5.0 <= checked.seconds <= 60.0


@pytest.mark.parametrize(("typed", "taken"), [("4", False), ("5", True), ("60", True), ("61", False)])
def test_limits_belong_to_the_range(typed, taken):
    """The shortest and the longest are taken themselves."""
    assert (check_length(typed, 5.0, 60.0, 10.0).seconds is not None) is taken
