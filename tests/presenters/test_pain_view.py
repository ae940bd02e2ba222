"""What is offered after pain was reported in the middle of a walk."""

import pytest

from retrowalk.presenters.pain_view import PainWay, build_pain_offer


@pytest.mark.parametrize("score", range(11))
@pytest.mark.parametrize("stop_line", [5, 6, 7])
def test_stopping_is_advised_only_above_the_line(score, stop_line):
    """All four ways are always there; above the line Stop stands first and the title says so."""
    offer = build_pain_offer(score, stop_line)
    assert {choice.way for choice in offer.choices} == set(PainWay)
    assert offer.stop_first is (score > stop_line)
    assert (offer.choices[0].way is PainWay.STOP) is offer.stop_first
    assert ("Stop first" in offer.title) is offer.stop_first
    assert f"Pain {score} of 10" in offer.title
    assert all(choice.name and choice.meaning for choice in offer.choices)
