"""The fake clock."""

from datetime import timedelta

import pytest

from tests.helpers.clock import MORNING, FakeClock


def test_stands_still():
    """Between two readings no time passes unless the test says so."""
    clock = FakeClock()
    assert clock.read() == clock.read()


def test_advances_both_clocks():
    """Time that passes is seen on both clocks."""
    clock = FakeClock(monotonic_s=5)
    clock.advance(2.5)
    assert clock.read().monotonic_s == 7.5
    assert clock.read().utc == MORNING + timedelta(seconds=2.5)


def test_many_small_steps_add_up():
    """A hundred thousand steps of a tenth of a second are ten thousand seconds, to the last digit."""
    clock = FakeClock(monotonic_s=0)
    for _ in range(100_000):
        clock.advance(0.1)
    assert clock.read().monotonic_s == 10_000.0


@pytest.mark.parametrize("move", [FakeClock.advance, FakeClock.suspend])
def test_refuses_to_go_backwards(move):
    """A test that lets time run backwards is wrong."""
    clock = FakeClock()
    with pytest.raises(ValueError, match="backwards"):
        move(clock, -0.001)


def test_suspended_computer():
    """Asleep the wall clock goes on and the steady one does not."""
    clock = FakeClock()
    before = clock.read()
    clock.suspend(1800)
    assert clock.read().monotonic_s == before.monotonic_s
    assert clock.read().utc - before.utc == timedelta(minutes=30)


def test_wall_clock_set_back():
    """Somebody who sets the clock back does not move the steady one."""
    clock = FakeClock()
    clock.set_wall(MORNING - timedelta(hours=2))
    assert clock.read().utc == MORNING - timedelta(hours=2)
    assert clock.read().monotonic_s == 1000
