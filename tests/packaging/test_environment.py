"""The virtual environment is set up when something it depends on has changed, and only then."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from development import debian, environment
from development.environment import RUN, TEST


def test_interpreter_is_where_each_system_keeps_it():
    """Windows names the folder and the file in its own way."""
    folder = Path("venv")
    assert environment.python_in(folder, "linux") == Path("venv/bin/python")
    assert environment.python_in(folder, "darwin") == Path("venv/bin/python")
    assert environment.python_in(folder, "win32") == Path("venv/Scripts/python.exe")


def test_only_locked_packages_come_in():
    """Pins are installed by hash, the project itself without reaching for anything."""
    pins, project = environment.installation(Path("python"), RUN)
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(pins)
    assert pins[-1] == environment.LOCKS[RUN]
    assert {"--no-index", "--no-deps", "--no-build-isolation", "--editable"} <= set(project)


def test_fingerprint_follows_everything_it_stands_for(tmp_path):
    """Another interpreter, or other contents of a lock file, is another fingerprint."""
    lock = tmp_path / "run.txt"
    lock.write_text("a==1")
    first = environment.fingerprint("3.11", [lock])
    assert environment.fingerprint("3.11", [lock]) == first
    assert environment.fingerprint("3.12", [lock]) != first
    lock.write_text("a==2")
    assert environment.fingerprint("3.11", [lock]) != first


class SetUp:
    """A project folder in which set-ups are counted instead of done."""

    def __init__(self, monkeypatch, root):
        self.done = []
        self.version = None
        self.pip_works = True
        self.folder = root / ".venv"
        monkeypatch.setattr(environment, "FOLDER", self.folder)
        monkeypatch.setattr(environment, "STAMP", self.folder / "stamp")
        monkeypatch.setattr(environment, "UNFINISHED", self.folder / "unfinished")
        monkeypatch.setattr(debian, "is_here", lambda: False)
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(environment, "version_of", lambda python: self.version)
        monkeypatch.setattr(environment, "call", self._call)

    def _call(self, command, cwd=None):
        if "venv" in command:
            self.version = "3.11"
            self.done.append("venv")
        if "--requirement" in command:
            self.done.append(command[-1].stem)
            return 0 if self.pip_works else 1
        return 0


@pytest.fixture
def set_up(monkeypatch, tmp_path):
    """A fresh clone."""
    return SetUp(monkeypatch, tmp_path)


def test_fresh_clone_is_set_up_once(set_up):
    """The first time everything is done, the second time nothing."""
    environment.prepare(RUN)
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run"]


def test_testing_covers_running_but_not_the_reverse(set_up):
    """After `run`, `test` adds what it needs; after `test`, `run` has all it needs."""
    environment.prepare(RUN)
    environment.prepare(TEST)
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "test"]


def test_another_interpreter_in_the_folder_is_filled_again(set_up):
    """After an update of Python within the environment the packages are installed anew."""
    environment.prepare(RUN)
    set_up.version = "3.12"
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "run"]


def test_broken_environment_is_made_anew(set_up):
    """An environment whose interpreter is gone is replaced, with everything in it."""
    environment.prepare(RUN)
    (set_up.folder / "old").touch()
    set_up.version = None
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "venv", "run"]
    assert not (set_up.folder / "old").exists()


def test_environment_made_by_hand_is_kept(set_up):
    """Without a stamp, but working: it is filled, not replaced."""
    set_up.folder.mkdir()
    (set_up.folder / "mine").touch()
    set_up.version = "3.11"
    environment.prepare(RUN)
    assert set_up.done == ["run"]
    assert (set_up.folder / "mine").exists()


def test_interrupted_first_set_up_starts_anew(set_up):
    """What was left half made is not trusted, though its interpreter works."""
    set_up.pip_works = False
    with pytest.raises(SystemExit, match="could not be installed"):
        environment.prepare(RUN)
    set_up.pip_works = True
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "venv", "run"]


def test_interrupted_renewal_is_done_again(set_up):
    """An environment that was good once is filled again after a renewal that failed, not thrown away."""
    environment.prepare(RUN)
    set_up.pip_works = False
    with pytest.raises(SystemExit):
        environment.prepare(TEST)
    set_up.pip_works = True
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "test", "run"]


def test_folder_of_another_account_is_named(set_up, monkeypatch):
    """Who may not write there gets a sentence with the folder; nothing was begun."""
    set_up.folder.mkdir()
    monkeypatch.setattr(os, "access", lambda path, mode: path != set_up.folder)
    with pytest.raises(SystemExit, match=re.escape(str(set_up.folder))):
        environment.prepare(RUN)
    assert set_up.done == []


@pytest.mark.parametrize(
    "stamp", ["", "{", "[]", "null", "1", '{"extent": "run"}', '{"extent": [], "fingerprint": 1}']
)
def test_odd_stamp_is_no_stamp(set_up, stamp):
    """Whatever stands in the stamp, the worst that follows is another set-up."""
    environment.prepare(RUN)
    environment.STAMP.write_text(stamp)
    environment.prepare(RUN)
    assert set_up.done == ["venv", "run", "run"]
    assert json.loads(environment.STAMP.read_text())["extent"] == RUN


def test_file_or_dangling_link_in_its_place_is_replaced(set_up):
    """Something else by the name of the folder does not stop a set-up; what a link leads to is left alone."""
    set_up.folder.symlink_to("nowhere")
    environment.prepare(RUN)
    assert set_up.folder.is_dir()
    assert not set_up.folder.is_symlink()
