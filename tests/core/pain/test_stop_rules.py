"""When a walk is proposed forward only, and where the stop line lies."""

import pytest

from retrowalk.core.pain.stop_rules import proposes_forward_only, stop_line


@pytest.mark.parametrize(
    ("before", "usual", "proposed"),
    [(6, None, True), (5, None, False), (5, 3.0, True), (5, 3.1, False), (0, None, False), (6, 6.0, True)],
)
def test_forward_only_is_proposed_at_six_or_two_above_the_usual(before, usual, proposed):
    """Six and more, or two and more above one's own usual."""
    assert proposes_forward_only(before, usual) is proposed


@pytest.mark.parametrize(("before", "line"), [(None, 5), (0, 5), (3, 5), (4, 6), (5, 7), (6, 7), (10, 7)])
def test_stop_line_rises_with_the_start_but_never_above_seven(before, line):
    """Five; from a start of four on, two above it; seven at most."""
    assert stop_line(before) == line
