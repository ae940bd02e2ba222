"""The whole path by keys: start, rate, walk, rate; and what is then in the database and was to be heard."""

import json
import signal
import sqlite3
import time
from contextlib import closing

import pytest

from retrowalk.core.walk.cue import Motif
from retrowalk.core.walk.cues import CueWishes, plan_cues
from retrowalk.core.walk.schedule import build_schedule
from retrowalk.sound.clips import ClipStore
from retrowalk.storage.preset_file import encode_plan, read_preset_file
from tests.helpers.desktop import Desktop, RunningProgram
from tests.helpers.heard_player import RESOURCES
from tests.helpers.sound_server import RATE_HZ, SINK, SoundServer, wait_until

TWO_MINUTES = {
    "format": "retrowalk-presets",
    "version": 1,
    "title": "Two minutes",
    "presets": [
        {
            "id": "1b4e28ba-2fa1-4d6b-8c3e-0f6d2a7c9e55",
            "name": "Two minutes",
            "turn": {"kind": "timed", "length_ms": 20000},
            "parts": [
                {"kind": "bout", "direction": "forward", "length_ms": 30000, "speed_kmh": 2.5},
                {"kind": "bout", "direction": "backward", "length_ms": 25000, "speed_kmh": 0.8},
                {"kind": "bout", "direction": "forward", "length_ms": 25000, "speed_kmh": 2.5},
            ],
        }
    ],
}
GET_READY_S = 15.0


@pytest.fixture
def desktop():
    """A display of the test's own."""
    with Desktop() as shown:
        yield shown


@pytest.fixture
def preset_file(tmp_path):
    """A walk of two minutes."""
    file = tmp_path / "two-minutes.retrowalk"
    file.write_text(json.dumps(TWO_MINUTES))
    return file


def rows(folder, query):
    """Return what the database of a data folder answers."""
    file = folder / "retrowalk.db"
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
        return connection.execute(query).fetchall()


def is_walking(folder):
    """Return whether the first phase has begun."""
    return bool(rows(folder, "SELECT 1 FROM facts WHERE kind = 'phase-entered'"))


def test_a_walk_by_keys_is_heard_kept_and_rated(desktop, preset_file, tmp_path):
    """Two minutes by keys: each motif within 5 ms of its place, the plan and both ratings in the database."""
    folder = tmp_path / "data"
    with (
        SoundServer(tmp_path).start(SINK) as server,
        server.record() as ear,
        RunningProgram(desktop, folder, preset_file, environment=server.environment) as program,
    ):
        desktop.press("Return")
        desktop.press("4")
        wait_until(lambda: is_walking(folder), GET_READY_S + 10.0, "the walk")
        wait_until(
            lambda: rows(folder, "SELECT 1 FROM sessions WHERE outcome = 'finished'"),
            140.0,
            "the end of the walk",
        )
        time.sleep(3.0)  # the end is still being heard
        desktop.press("3")
        wait_until(lambda: len(rows(folder, "SELECT 1 FROM ratings")) == 2, what="the rating after the walk")
        assert program.process.poll() is None, program.errors()
        assert program.end() == 0
        assert program.errors() == ""
    ratings = rows(folder, "SELECT moment, score FROM ratings ORDER BY rated_utc_ms")
    assert ratings == [("before", 4), ("after", 3)]
    ((plan, reached_ms),) = rows(folder, "SELECT plan, reached_ms FROM sessions")
    assert json.loads(plan)["presets"][0]["parts"] == _stored_parts(preset_file)
    assert reached_ms == 120_000
    errors_ms = _errors_ms(preset_file, ear.stop())
    assert max(map(abs, errors_ms)) < 5.0, errors_ms


def _stored_parts(preset_file):
    (preset,) = read_preset_file(preset_file).presets
    return json.loads(encode_plan(preset))["presets"][0]["parts"]


def _errors_ms(preset_file, ear):
    """Return by how much the distance of each motif from the first one differs from the plan."""
    clips = ClipStore(RESOURCES, RATE_HZ)
    (preset,) = read_preset_file(preset_file).presets
    plan = plan_cues(build_schedule(preset), CueWishes(speech=False), lambda _words: 0.0)
    quiet = (None, Motif.TICK, Motif.ALIVE)
    motifs = [(point.at_s, point.cue.motif) for point in plan if point.cue.motif not in quiet]
    first_s = _first(ear, clips.motif(motifs[0][1]))
    errors_ms = []
    for at_s, motif in motifs:
        if at_s > 120.0:
            break  # the end is answered after its first time
        heard_s, likeness = ear.find(clips.motif(motif), first_s + at_s)
        assert likeness > 0.8, f"{motif} at {at_s} s was not heard ({likeness:.2f})"
        errors_ms.append((heard_s - first_s - at_s) * 1000)
    return errors_ms


def _first(ear, sound):
    """Return when a sound was first heard."""
    at_s, step_s = ear.clock()
    end_s = at_s + len(ear.samples) * step_s
    while at_s < end_s:
        heard_s, likeness = ear.find(sound, at_s, 1.0)
        if likeness > 0.8:
            return heard_s
        at_s += 1.5
    raise AssertionError("the first motif was not heard")


def test_a_killed_walk_is_offered_and_lacks_at_most_a_second(desktop, preset_file, tmp_path):
    """After kill -9 in the middle of a walk all but a second of it is there, and the next start offers it."""
    folder = tmp_path / "data"
    with RunningProgram(desktop, folder, preset_file) as program:
        desktop.press("Return")
        desktop.press("4")
        wait_until(lambda: is_walking(folder), GET_READY_S + 10.0, "the walk")
        begun_ms = rows(folder, "SELECT utc_ms FROM facts WHERE kind = 'walking-began'")[0][0]
        time.sleep(4.3)
        program.kill()
        walked_s = time.time() - begun_ms / 1000
    ((reached_ms, outcome),) = rows(folder, "SELECT reached_ms, outcome FROM sessions")
    assert outcome == "running"
    assert walked_s - 1.0 <= reached_ms / 1000 <= walked_s
    assert rows(folder, "PRAGMA integrity_check") == [("ok",)]
    with RunningProgram(desktop, folder) as program:
        time.sleep(1.0)
        desktop.press("Return")  # keeping it is the answer that Enter gives
        wait_until(lambda: rows(folder, "SELECT outcome FROM sessions") == [("partial",)], what="keeping it")
        assert program.end() == 0
    assert rows(folder, "SELECT moment, score FROM ratings") == [("before", 4)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_in_a_walk_keeps_it_and_ends_with_zero(desktop, preset_file, tmp_path, number):
    """SIGTERM, SIGINT and SIGHUP write everything down and end the program within two seconds."""
    folder = tmp_path / "data"
    with RunningProgram(desktop, folder, preset_file) as program:
        desktop.press("Return")
        desktop.press("2")
        wait_until(lambda: rows(folder, "SELECT 1 FROM sessions"), what="the start")
        began_s = time.monotonic()
        assert program.end(number) == 0
        assert time.monotonic() - began_s < 2.0
    assert rows(folder, "SELECT outcome FROM sessions") == [("running",)]
    assert rows(folder, "SELECT kind FROM facts ORDER BY number DESC LIMIT 1") == [("paused",)]
