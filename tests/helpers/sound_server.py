"""A private sound server without loudspeakers, and an ear at its sink."""

import os
import shutil
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

import numpy as np

RATE_HZ = 48_000
SINK = "ear"
BLOCK_S = 0.004
"""What we ask the sink to render at a time."""

SECONDS_TO_SEE_DRIFT = 8


def wait_until(condition, timeout_s=10.0, what="it"):
    """Return what `condition` returns as soon as that is true; fail after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if value := condition():
            return value
        time.sleep(0.02)
    raise AssertionError(f"{what} did not happen within {timeout_s} s")


class SoundServer:
    """PulseAudio with null sinks, found by nobody but those who are given `environment`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # The length of a socket's path is limited; the folder of a test may be too deep for it.
        self._socket = Path("/tmp") / f"retrowalk-{os.getpid()}-{id(self)}.sock"
        self._process: subprocess.Popen | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{self._socket}",
            "PIPEWIRE_REMOTE": "nobody",
            "PULSE_COOKIE": str(folder / "cookie"),
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()
        self._socket.unlink(missing_ok=True)

    def start(self, *sinks):
        """Run with these sinks, the first of which is the default one."""
        self._socket.unlink(missing_ok=True)
        command = ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"]
        command += ["--disable-shm=yes", "--log-target=stderr", "--realtime=yes", "--high-priority=no"]
        command += [f"--load={_null_sink(sink)}" for sink in sinks]
        command += [f"--load=module-native-protocol-unix socket={self._socket} auth-anonymous=1"]
        with (self._folder / "pulseaudio.log").open("ab") as log:
            self._process = subprocess.Popen(
                _in_real_time(command),
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        wait_until(self._answers, what="the answer of the sound server")
        return self

    def kill(self):
        """End it as a crash would."""
        self._send(signal.SIGKILL)
        if self._process is not None:
            self._process.wait()
            self._process = None

    def freeze(self):
        """Let it neither answer nor end."""
        self._send(signal.SIGSTOP)

    def thaw(self):
        self._send(signal.SIGCONT)

    def add_sink(self, name):
        self.control("load-module", *_null_sink(name).split())

    def remove_sink(self, name):
        for line in self.control("list", "short", "modules").splitlines():
            if f"sink_name={name}" in line.split():
                self.control("unload-module", line.split()[0])

    def choose_default(self, name):
        self.control("set-default-sink", name)

    def control(self, *words):
        done = subprocess.run(
            ["pactl", *words], env=self._environment(), capture_output=True, text=True, check=True, timeout=10
        )
        return done.stdout

    def record(self, sink=SINK):
        """Begin to listen to a sink."""
        return Recording(sink, self._environment())

    def _answers(self):
        done = subprocess.run(["pactl", "info"], env=self._environment(), capture_output=True, check=False)
        return done.returncode == 0

    def _send(self, number):
        if self._process is not None:
            self._process.send_signal(number)

    def _environment(self):
        return os.environ | self.environment | {"HOME": str(self._folder)}


class Recording:
    """What a sink plays, on the monotonic clock: samples as floats, full scale 1.0."""

    def __init__(self, sink, environment) -> None:
        command = ["parec", "--raw", f"--device={sink}.monitor", f"--rate={RATE_HZ}", "--channels=1"]
        command += ["--format=s16le", f"--latency-msec={round(BLOCK_S * 1000)}", "--process-time-msec=2"]
        self._parts: list[bytes] = []
        self._arrivals: list[tuple[int, float]] = []
        self._length = 0
        self._process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._thread = threading.Thread(target=self._listen, name="recording")
        self._thread.start()
        wait_until(lambda: self._length > 0.1 * RATE_HZ or self._process.poll() is not None)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    @property
    def samples(self):
        """All that was heard so far."""
        return np.frombuffer(b"".join(self._parts), "<i2").astype(np.float32) / 32768

    def clock(self):
        """Return when the first sample was heard, and the seconds from one sample to the next.

        A sample arrives a block before it is heard, or later; of each second the earliest arrival tells. A
        null sink may run some millionths too fast, since it counts its blocks in whole microseconds.
        """
        frames, times_s = np.array(self._arrivals).T
        origins_s = times_s - frames / RATE_HZ
        seconds = np.array_split(np.arange(len(frames)), max(1, int(frames[-1] / RATE_HZ)))
        best = [part[np.argmin(origins_s[part])] for part in seconds]
        if len(best) < SECONDS_TO_SEE_DRIFT:
            return origins_s.min() + BLOCK_S, 1 / RATE_HZ
        drift, origin_s = np.polyfit(frames[best], origins_s[best], 1)
        return origin_s + BLOCK_S, 1 / RATE_HZ + drift

    def place_of(self, instant_s):
        """Return the index of the sample heard at an instant, 0 before the first."""
        origin_s, step_s = self.clock()
        return max(0, round((instant_s - origin_s) / step_s))

    def since(self, instant_s):
        """Return what was heard from an instant on."""
        return self.samples[self.place_of(instant_s) :]

    def find(self, sound, near_s, within_s=0.3):
        """Return when a sound was heard nearest to an instant, and how like it that was, at most 1.0."""
        begin, end = self.place_of(near_s - within_s), self.place_of(near_s + within_s)
        heard = self.samples[begin : end + len(sound)]
        if len(heard) < len(sound):
            return near_s, 0.0
        place, likeness = best_match(heard, sound)
        origin_s, step_s = self.clock()
        return origin_s + (begin + place) * step_s, likeness

    def loudness(self, begin_s, end_s):
        """Return the highest sample between two instants."""
        part = self.samples[self.place_of(begin_s) : self.place_of(end_s)]
        return float(np.abs(part).max()) if part.size else 0.0

    def stop(self):
        """Listen no more; what was heard stays."""
        with suppress(ProcessLookupError):
            self._process.kill()
        self._process.wait()
        self._thread.join()
        return self

    def _listen(self):
        with self._process.stdout as stream:
            rest = b""
            while part := os.read(stream.fileno(), 65_536):
                now_s = time.monotonic()
                rest += part
                whole = len(rest) // 2 * 2
                self._parts.append(rest[:whole])
                self._length += whole // 2
                rest = rest[whole:]
                if self._length > 0.05 * RATE_HZ:
                    self._arrivals.append((self._length, now_s))


def best_match(heard, sound):
    """Return where in `heard` a sound fits best, and the correlation there."""
    size = 1 << (len(heard) + len(sound) - 1).bit_length()
    product = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(sound, size)), size)
    places = len(heard) - len(sound) + 1
    energy = np.concatenate(([0.0], np.cumsum(heard.astype(np.float64) ** 2)))
    local = np.sqrt(np.maximum(energy[len(sound) :] - energy[: -len(sound)], 1e-9)[:places])
    likeness = product[:places] / (local * np.sqrt(np.sum(sound.astype(np.float64) ** 2)))
    place = int(np.argmax(likeness))
    return place, float(likeness[place])


def _in_real_time(command):
    """Return a command that nothing else on the computer holds up, as a desktop's sound server, if we may."""
    return ["chrt", "--rr", "4", *command] if os.geteuid() == 0 and shutil.which("chrt") else command


def _null_sink(name):
    return f"module-null-sink sink_name={name} rate={RATE_HZ} sink_properties=device.description={name}"
