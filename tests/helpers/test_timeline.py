"""Walks told as timelines: a true one passes, a false one fails at its line."""

import pytest

from tests.helpers.presets import a_preset, forward
from tests.helpers.seats import RunnerSeat
from tests.helpers.timeline import parse, replay, seconds

TRUE = """A short walk.

    -0:15  press start
    -0:15  say Get ready. Forward. Start at two point five. Step on.
     0:00  begin forward
     0:05  show walking, forward, 0:05 left, 0:05 walked, 0:15 to go
     0:07  hear tick
     0:10  enter forward
     0:20  end
     0:20  show finished
"""


def walk(text):
    """Replay a timeline of twice ten seconds forward."""
    replay(text, RunnerSeat(a_preset(forward(10), forward(10))))


def test_true_timeline():
    """What is told happens, so nothing fails."""
    walk(TRUE)


@pytest.mark.parametrize(
    ("true", "false", "complaint"),
    [
        (" 0:10  enter forward", " 0:11  enter forward", "it did not happen"),
        (" 0:10  enter forward", " 0:10  enter turn", "it did not happen"),
        ("     0:10  enter forward\n", "", "not told: +0:10  enter forward"),
        ("     0:20  end\n", "", "not told: +0:20  end"),
        ("Get ready.", "Be quick.", "it was not said in that second"),
        ("0:07  hear tick", "0:06  hear tick", "it was not heard at that instant"),
        ("0:05 left", "0:06 left", "shown is: walking, forward, 0:05 left"),
        ("0:07  hear tick", "0:06  silent until 0:08", "heard: +0:07  hear tick"),
        ("show finished", "interrupted", "it did not happen"),
    ],
)
def test_false_timeline(true, false, complaint):
    """A line that does not hold fails, and so does something that happens and is not told."""
    assert true in TRUE
    with pytest.raises(pytest.fail.Exception, match=complaint):
        walk(TRUE.replace(true, false))


def test_failure_points_at_the_line():
    """The line that failed is marked, with what happened around it."""
    with pytest.raises(pytest.fail.Exception) as failed:
        walk(TRUE.replace(" 0:10  enter forward", " 0:11  enter forward"))
    message = str(failed.value)
    assert ">      0:11  enter forward" in message
    assert "0:10  enter forward" in message.split("around it:")[1]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("0:10 press start\n0:05 press pause", "out of order"),
        ("0:10 jumps", "no such verb"),
        ("0:10", "not a line"),
        ("A walk of ten seconds.", "no timeline"),
    ],
)
def test_what_cannot_be_read(text, complaint):
    """A timeline that says nothing, or nonsense, is found out."""
    with pytest.raises(AssertionError, match=complaint):
        parse(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("90", 90), ("1:30", 90), ("-0:15", -15), ("1:00:00.5", 3600.5)]
)
def test_times(text, expected):
    """Times are read as people write them."""
    assert seconds(text) == expected
