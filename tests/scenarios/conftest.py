"""Scenarios are walked twice: on the runner alone, and on the session service with a real database."""

import pytest

from tests.helpers.seats import RunnerSeat, ServiceSeat
from tests.helpers.timeline import replay


@pytest.fixture(params=["runner", "service"])
def walked(request, tmp_path):
    """Call with a preset to walk the timeline that is the test's docstring."""
    seats = []

    def walk(plan, wishes=None):
        seat = RunnerSeat(plan, wishes) if request.param == "runner" else ServiceSeat(plan, wishes, tmp_path)
        seats.append(seat)
        replay(request.function.__doc__, seat)

    yield walk
    for seat in seats:
        seat.close()
