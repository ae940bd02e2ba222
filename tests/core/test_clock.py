"""Clocks: the computer's own, and a faster one."""

from datetime import UTC, date, datetime, timedelta

from retrowalk.core.clock import Reading, ScaledClock, SystemClock
from tests.helpers.clock import FakeClock


def a_reading(utc, utc_offset_min):
    """A reading whose steady clock does not matter."""
    return Reading(monotonic_s=0.0, utc=utc, utc_offset_min=utc_offset_min)


def test_local_day_is_the_walkers():
    """Late in the evening by UTC it is already tomorrow further east, and still today further west."""
    evening = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)
    assert a_reading(evening, 60).local_day == date(2026, 3, 3)
    assert a_reading(evening, 0).local_day == date(2026, 3, 2)
    assert a_reading(evening.replace(hour=3), -300).local_day == date(2026, 3, 1)


def test_local_time_is_what_the_walker_reads():
    """Local time is UTC with the offset of that moment."""
    local = a_reading(datetime(2026, 3, 2, 8, 30, tzinfo=UTC), 330).local
    assert local.strftime("%H:%M %z") == "14:00 +0530"


def test_system_clock_reads_utc():
    """The computer's clock gives aware UTC and a steady clock that does not go back."""
    clock = SystemClock()
    first, second = clock.read(), clock.read()
    assert first.utc.utcoffset() == timedelta(0)
    assert second.monotonic_s >= first.monotonic_s
    assert first.local.utcoffset() == timedelta(minutes=first.utc_offset_min)


def test_scaled_clock_runs_faster_from_where_it_was():
    """At twenty times the speed a minute passes in three seconds, on both clocks."""
    slow = FakeClock()
    fast = ScaledClock(slow, 20)
    before = fast.read()
    assert before == slow.read()
    slow.advance(3)
    assert fast.read().monotonic_s - before.monotonic_s == 60
    assert fast.read().utc - before.utc == timedelta(seconds=60)
    assert fast.read().utc_offset_min == before.utc_offset_min
