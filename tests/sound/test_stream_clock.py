"""The stream's clock follows a device that takes its frames in blocks and does not quite keep time."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrowalk.sound.stream_clock import BEND, HANDED_AHEAD_S, LOST_TRACK_S, StreamClock

RATE_HZ = 48_000


def played(now_s, *, begins_s=0.0, drift=0.0, block=480):
    """Return the frames that a device has taken: whole blocks, by a clock of its own."""
    return int((now_s - begins_s) * RATE_HZ * (1 + drift)) // block * block


def followed(seconds, *, seed=1, **device):
    """Return a clock that watched a device, and by how much it was wrong at each second from the fifth on."""
    clock, chance = StreamClock(RATE_HZ), random.Random(seed)
    clock.start(device.get("begins_s", 0.0) + HANDED_AHEAD_S)
    now_s, errors_s = device.get("begins_s", 0.0), []
    while now_s < seconds:
        now_s += chance.uniform(0.02, 0.1)
        clock.observe(now_s, played(now_s, **device))
        if now_s > len(errors_s) + 5:
            frame = RATE_HZ * (len(errors_s) + 5)
            heard_s = device.get("begins_s", 0.0) + frame / (RATE_HZ * (1 + device.get("drift", 0.0)))
            errors_s.append(clock.instant_of(frame) - heard_s - HANDED_AHEAD_S)
    return clock, errors_s


def test_frames_and_instants_are_two_names_of_one_thing():
    """What is mapped to a frame is mapped back to its instant."""
    clock = StreamClock(RATE_HZ)
    clock.start(100.0)
    assert clock.frame_at(101.5) == 72_000
    assert clock.instant_of(72_000) == 101.5
    assert clock.frame_at(99.5) == -24_000


@settings(max_examples=15)
@given(st.floats(-100e-6, 100e-6), st.sampled_from([192, 256, 480, 1024]), st.integers(0, 99))
def test_a_drifting_device_is_followed(drift, block, seed):
    """In ten minutes at 100 millionths errors stay within 3 ms, where 60 ms would have gathered."""
    _, errors_s = followed(600, drift=drift, block=block, seed=seed)
    assert max(errors_s) - min(errors_s) < 0.003


def test_a_true_device_is_left_alone():
    """Late readings alone move nothing: distances are right to half a millisecond."""
    _, errors_s = followed(600, block=480)
    assert max(errors_s) - min(errors_s) < 0.0005


def test_a_mapping_never_jumps():
    """Between two readings it moves by less than anybody hears."""
    clock = StreamClock(RATE_HZ)
    clock.start(HANDED_AHEAD_S)
    before_s, chance, now_s = clock.instant_of(0), random.Random(2), 0.0
    while now_s < 60:
        step_s = chance.uniform(0.02, 0.1)
        now_s += step_s
        clock.observe(now_s, played(now_s, begins_s=0.0 if now_s < 20 else 0.02))
        assert abs(clock.instant_of(0) - before_s) <= BEND * step_s + 1e-9
        before_s = clock.instant_of(0)
    assert clock.instant_of(0) == pytest.approx(HANDED_AHEAD_S + 0.02, abs=0.005)


@pytest.mark.parametrize("late_s", [-0.1, 0.05, 1.7])
def test_a_stream_that_runs_dry_or_starts_late_has_lost_track(late_s):
    """It is noticed within two seconds, and adopted at once where nothing sounds."""
    clock, _ = followed(30)
    assert not clock.has_lost_track
    # The seconds before are still remembered; two later the stream is judged by new ones alone.
    for tick in range(30):
        now_s = 30.0 + tick * 0.08
        clock.observe(now_s, played(now_s, begins_s=late_s))
    assert clock.has_lost_track
    assert clock.off_track_s == pytest.approx(late_s, abs=0.012)
    clock.adopt()
    assert not clock.has_lost_track
    assert clock.instant_of(0) == pytest.approx(HANDED_AHEAD_S + late_s, abs=0.012)


def test_what_is_taken_at_the_start_says_nothing():
    """A device that fills its own buffer at once, and then sleeps, is not taken for a fast one."""
    clock = StreamClock(RATE_HZ)
    clock.start(0.0)
    for tick in range(100):
        clock.observe(tick * 0.01, 4800)
    assert clock.off_track_s == 0.0
    assert abs(clock.off_track_s) < LOST_TRACK_S
