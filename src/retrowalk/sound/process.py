"""The sound process: the one file that plays, through Qt.

A second of sound lies in the sink's buffer, so that a stalled or busy computer is not heard. The buffer is
filled from a timer and not pulled: the sound server asks 190 times a second, and answering each time from
Python costs three times the processor time for the same sound.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import assert_never

import msgspec
import numpy as np
from PySide6.QtCore import QCoreApplication, QIODevice, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

from retrowalk.core.ports import SoundState, SoundStatus
from retrowalk.sound.messages import (
    Alive,
    ChooseOutput,
    Forget,
    Output,
    Outputs,
    Report,
    SetVolumes,
    Status,
    Tell,
    Wish,
    read_wish,
)
from retrowalk.sound.notes import Samples
from retrowalk.sound.server_sockets import answering, server_sockets, why_no_output
from retrowalk.sound.stream import RATE_HZ, DeviceLostError, Stream

BUFFER_S = 1.0
ALIVE_EVERY_S = 0.5

FRESH_START = 75
"""The exit code that asks for a new process."""

_log = logging.getLogger(__name__)


def run(resources: Path, report: Callable[[Report], None]) -> int:
    """Play wishes read from standard input until it is closed."""
    app = QCoreApplication(["retrowalk"])
    app.setApplicationName("Retrowalk")
    process = SoundProcess(resources, report)
    threading.Thread(target=_read_wishes, args=(process,), daemon=True).start()
    process.begin()
    return app.exec()


def _read_wishes(process: "SoundProcess") -> None:
    with open(0, "rb", closefd=False) as lines:
        for line in lines:
            try:
                process.wished.emit(read_wish(line))
            except msgspec.DecodeError:
                _log.warning("not a wish: %r", line)
    process.ended.emit()


def _leave(code: int) -> None:
    """End at once: to take a stream down may wait for ever for a server that is gone, or abort."""
    os._exit(code)


class SoundProcess(QObject):
    """Hears wishes, watches the devices and keeps the stream on the right one.

    Signals:
        wished: A wish came in, from the thread that reads them.
        ended: No further wish will come.
    """

    wished = Signal(object)
    ended = Signal()

    def __init__(self, resources: Path, report: Callable[[Report], None]) -> None:
        super().__init__()
        self._report = report
        self._stream = Stream(resources, time.monotonic, report)
        self._devices = QMediaDevices(self)
        self._device: OpenDevice | None = None
        self._chosen: str | None = None
        self._status = SoundStatus(state=SoundState.CLOSED)
        self._servers = answering(server_sockets())
        self._beat_s = 0.0
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.wished.connect(self._on_wished, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
        self._ticks.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Open the device, or wait for one."""
        self._on_outputs_changed()
        if self._device is None:
            self._become(SoundState.LOST, reason=why_no_output(server_sockets()))
        self._on_tick()

    @Slot(object)
    def _on_wished(self, wish: Wish) -> None:
        match wish:
            case Tell(cues=cues):
                self._stream_does(lambda: self._stream.tell(cues))
            case Forget():
                self._stream_does(self._stream.forget)
            case SetVolumes():
                self._stream.set_volumes(wish)
            case ChooseOutput(id=chosen):
                self._chosen = chosen
                self._on_outputs_changed()
            case _:
                assert_never(wish)

    @Slot()
    def _on_ended(self) -> None:
        _leave(0)

    @Slot()
    def _on_tick(self) -> None:
        now_s = time.monotonic()
        if now_s - self._beat_s >= ALIVE_EVERY_S:
            self._beat_s = now_s
            self._report(Alive())
            if self._device is None:
                self._look_for_server()
        self._stream_does(self._stream.tick)

    def _stream_does(self, something: Callable[[], None]) -> None:
        try:
            something()
        except DeviceLostError as error:
            self._lose(str(error))
        if self._stream.is_playing and self._device is not None:
            self._become(SoundState.PLAYING, self._device.name, damage(self._stream.damaged))
        self._ticks.start(round(self._stream.tick_after_s() * 1000))

    @Slot()
    def _on_outputs_changed(self) -> None:
        devices, default = QMediaDevices.audioOutputs(), QMediaDevices.defaultAudioOutput()
        self._report(Outputs(tuple(_output(device, default) for device in devices)))
        wanted = next((device for device in devices if _id(device) == self._chosen), default)
        if wanted.isNull():
            if self._device is not None:
                self._lose("No sound output is connected.")
        elif self._device is None or _id(wanted) != self._device.id:
            self._open(wanted)

    def _open(self, device: QAudioDevice) -> None:
        self._become(SoundState.OPENING, device.description())
        opened = (OpenDevice(device, audio_format) for audio_format in formats(device))
        self._device = next((candidate for candidate in opened if candidate.start()), None)
        if self._device is None:
            self._lose(f"{device.description()} cannot be opened.")
        else:
            self._stream.play_on(self._device)
            self._ticks.start(0)

    def _look_for_server(self) -> None:
        there = answering(server_sockets())
        if there - self._servers:
            _leave(FRESH_START)
        self._servers = there

    def _lose(self, reason: str) -> None:
        """Say that nothing can be heard, and leave it to a new process to find a device.

        WORKAROUND Qt 6.11: to open a device after the server died aborts, so this process never tries.
        """
        self._become(SoundState.LOST, reason=reason)
        _leave(FRESH_START)

    def _become(self, state: SoundState, device: str = "", reason: str = "") -> None:
        status = SoundStatus(state=state, device=device, reason=reason)
        if status != self._status:
            self._status = status
            self._report(Status(status))


class OpenDevice:
    """A device in one format, with a buffer of a second; what a `Stream` plays on."""

    def __init__(self, device: QAudioDevice, audio_format: QAudioFormat) -> None:
        self.id = _id(device)
        self.name = device.description()
        self._format = audio_format
        self._sink = QAudioSink(device, audio_format)
        self._sink.setBufferSize(audio_format.bytesForFrames(round(BUFFER_S * self.rate_hz)))
        self._buffer: QIODevice | None = None
        self._then: Callable[[], None] | None = None

    @property
    def rate_hz(self) -> int:
        return self._format.sampleRate()

    def start(self) -> bool:
        self._buffer = self._sink.start()
        return self._sink.error() == QtAudio.Error.NoError

    def silence(self) -> None:
        self._buffer = self._then = None
        self._sink.reset()

    def free_frames(self) -> int:
        return self._format.framesForBytes(self._sink.bytesFree())

    def played_frames(self) -> int:
        return round(self._sink.processedUSecs() * self.rate_hz / 1_000_000)

    def write(self, samples: Samples) -> None:
        if self._buffer is not None:
            self._buffer.write(encoded(samples, self._format))

    def call_when_taken(self, then: Callable[[], None]) -> None:
        # Once, and not each time: at 40 times a second it would double the cost of the whole process.
        if self._buffer is not None and self._then is None:
            self._then = then
            self._buffer.bytesWritten.connect(self._on_taken, Qt.ConnectionType.SingleShotConnection)

    def _on_taken(self, _size: int) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


def formats(device: QAudioDevice) -> Iterator[QAudioFormat]:
    """Yield each format that a device says it takes, the best first."""
    preferred = device.preferredFormat()
    for rate_hz in dict.fromkeys((RATE_HZ, preferred.sampleRate(), 44_100)):
        for channels in dict.fromkeys((1, 2, preferred.channelCount())):
            for sample_format in (QAudioFormat.SampleFormat.Int16, QAudioFormat.SampleFormat.Float):
                audio_format = QAudioFormat()
                audio_format.setSampleRate(rate_hz)
                audio_format.setChannelCount(channels)
                audio_format.setSampleFormat(sample_format)
                if device.isFormatSupported(audio_format):
                    yield audio_format


def encoded(samples: Samples, audio_format: QAudioFormat) -> bytes:
    """Return samples in a device's format, the same on every channel."""
    channels = np.repeat(samples, audio_format.channelCount())
    if audio_format.sampleFormat() == QAudioFormat.SampleFormat.Int16:
        return np.round(channels * np.float32(32767.0)).astype(np.int16).tobytes()
    return channels.tobytes()


def damage(names: tuple[str, ...]) -> str:
    """Return one sentence on damaged sounds, empty if there are none."""
    if not names:
        return ""
    listed = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return f"Missing or damaged sounds, replaced by beeps or left out: {listed}."


def _output(device: QAudioDevice, default: QAudioDevice) -> Output:
    return Output(id=_id(device), name=device.description(), is_default=_id(device) == _id(default))


def _id(device: QAudioDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
