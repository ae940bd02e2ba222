"""Which frame of the stream is heard when: the device's clock put on the computer's monotonic one."""

import math
from collections import deque

HANDED_AHEAD_S = 0.09
"""How long after it left our buffer a frame is heard: what the sound server keeps for itself, about."""
PREFILL_S = 0.15
"""What is taken when a stream opens, before anything sounds; such readings say nothing."""
WINDOW_S = 1.0
WINDOWS = 10
WINDOWS_TO_FOLLOW = 3
BEND = 0.0005
"""Seconds a second by which the mapping may move: more than two clocks drift apart, less than is heard."""
TRUSTED_READINGS = 8
LOST_TRACK_S = 0.03
"""Further off than this is no drift: the stream began late or ran dry."""


class StreamClock:
    """Maps frames of one stream to instants and back.

    A device takes its frames in blocks, so each reading is late by up to a block: only the earliest of many
    tells the time. Where the mapping begins matters less than that it keeps still, for a walker hears
    distances: after some seconds only changes of the readings are followed, at a pace that no distance shows.
    It is applied to a cue when its place is chosen, and never moves a cue that already sounds.

    Args:
        rate_hz: Frames a second, by the device's own clock.
    """

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._origin_s = 0.0
        self._lows: deque[float] = deque(maxlen=WINDOWS)
        self._readings = 0
        self._window_since_s = self._observed_s = -math.inf
        self._usual_s: float | None = None

    @property
    def rate_hz(self) -> int:
        return self._rate_hz

    def start(self, at_s: float) -> None:
        """Begin anew with frame 0, which is expected to be heard at `at_s`."""
        self._origin_s = at_s
        self._lows.clear()
        self._readings = 0
        self._window_since_s = -math.inf
        self._usual_s = None

    def frame_at(self, instant_s: float) -> int:
        """Return the frame heard at an instant, negative before the stream began."""
        return round((instant_s - self._origin_s) * self._rate_hz)

    def instant_of(self, frame: int) -> float:
        """Return when a frame is heard."""
        return self._origin_s + frame / self._rate_hz

    @property
    def is_sure(self) -> bool:
        """Whether there are readings enough to be judged by."""
        return self._readings >= TRUSTED_READINGS

    @property
    def off_track_s(self) -> float:
        """How much later than mapped the stream was lately heard; 0.0 while that is not known."""
        if not self.is_sure:
            return 0.0
        return min(tuple(self._lows)[-2:]) - (self._usual_s or 0.0) - self._origin_s

    @property
    def has_lost_track(self) -> bool:
        """Whether the stream is so far off that it must be adopted or begun anew."""
        return abs(self.off_track_s) > LOST_TRACK_S

    def adopt(self) -> None:
        """Take the latest readings for true at once; for a moment in which nothing sounds."""
        self._origin_s += self.off_track_s
        while len(self._lows) > 1:
            self._lows.popleft()
        self._usual_s = None

    def observe(self, now_s: float, played_frames: int) -> None:
        """Take a reading: so many frames had left our buffer just before `now_s`."""
        if played_frames < PREFILL_S * self._rate_hz:
            return
        passed_s, self._observed_s = now_s - self._observed_s, now_s
        self._note(now_s, now_s - played_frames / self._rate_hz + HANDED_AHEAD_S)
        if len(self._lows) < WINDOWS_TO_FOLLOW or self.has_lost_track:
            return
        error_s = min(self._lows) - self._origin_s
        if self._usual_s is None:
            self._usual_s = error_s
        bend_s = BEND * passed_s
        self._origin_s += min(max(error_s - self._usual_s, -bend_s), bend_s)

    def _note(self, now_s: float, origin_s: float) -> None:
        if now_s - self._window_since_s >= WINDOW_S:
            self._lows.append(math.inf)
            self._window_since_s = now_s
        self._lows[-1] = min(self._lows[-1], origin_s)
        self._readings += 1
