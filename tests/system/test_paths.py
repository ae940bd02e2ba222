"""Everything goes into folders of the walker's own, whatever the environment says."""

import os
import stat
import sys
from pathlib import Path

import pytest

from retrowalk.core.problems import EnvironmentProblem
from retrowalk.system.paths import drop_unusable, find_paths, make_private

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the XDG rules hold on Linux")

XDG = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache"}
USELESS = ["", ".", "relative/folder", "~/data"]


def all_of(paths):
    """Every folder."""
    return [paths.data, paths.config, paths.cache, paths.log]


def test_folders_of_the_desktop_are_followed(tmp_path, monkeypatch):
    """Each kind of thing goes where the desktop wants it, and asking makes nothing."""
    for name, folder in XDG.items():
        monkeypatch.setenv(name, str(tmp_path / folder))
    paths = find_paths()
    assert paths.data == tmp_path / "data" / "retrowalk"
    assert paths.config == tmp_path / "config" / "retrowalk"
    assert paths.cache == tmp_path / "cache" / "retrowalk"
    assert paths.log.is_relative_to(paths.cache)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("useless", USELESS)
def test_useless_folders_are_passed_over(tmp_path, monkeypatch, useless):
    """An empty or relative folder would put the history into whatever folder one stands in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name in [*XDG, "XDG_STATE_HOME"]:
        monkeypatch.setenv(name, useless)
    paths = find_paths()
    assert paths.data == tmp_path / ".local" / "share" / "retrowalk"
    assert not [name for name in XDG if name in os.environ]


@pytest.mark.parametrize("useless", USELESS)
def test_useless_home_is_passed_over(monkeypatch, useless):
    """Without a home in the environment the one of the user list is taken."""
    import pwd

    for name in XDG:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", useless)
    home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert all(folder.is_relative_to(home) for folder in all_of(find_paths()))


def test_no_home_at_all(monkeypatch):
    """A user whom nobody knows is told what to do, and nothing goes into the current folder."""
    for name in [*XDG, "HOME"]:
        monkeypatch.delenv(name)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    with pytest.raises(EnvironmentProblem, match="--data-dir"):
        find_paths()


def test_usable_folders_stay():
    """What is absolute stays, also where nothing is or nothing can be."""
    environment = {"HOME": "/nowhere", "XDG_DATA_HOME": "/proc", "XDG_CACHE_HOME": "x", "OTHER": ""}
    drop_unusable(environment)
    assert environment == {"HOME": "/nowhere", "XDG_DATA_HOME": "/proc", "OTHER": ""}


def test_data_dir_holds_everything(tmp_path, monkeypatch):
    """With a folder of one's own choice nothing is outside of it, also if it is given relatively."""
    monkeypatch.chdir(tmp_path)
    paths = find_paths(Path("mine"))
    assert paths.data == tmp_path / "mine"
    assert all(folder.is_relative_to(tmp_path / "mine") for folder in all_of(paths))
    assert paths.database == tmp_path / "mine" / "retrowalk.db"
    assert paths.backups.parent == paths.data


def test_lock_is_the_same_through_links(tmp_path):
    """A database that is reached by two ways has one lock."""
    real = find_paths(tmp_path / "real")
    make_private(real.data)
    real.database.touch()
    (tmp_path / "linked").symlink_to(real.data)
    make_private(tmp_path / "other")
    (tmp_path / "other" / "retrowalk.db").symlink_to(real.database)
    assert {find_paths(tmp_path / name).lock for name in ("real", "linked", "other")} == {
        tmp_path / "real" / "retrowalk.lock"
    }


def test_folders_are_private(tmp_path):
    """Nobody else can look into a folder that is made; one that is there stays as it is."""
    old = os.umask(0)
    try:
        make_private(tmp_path / "a" / "data")
        (tmp_path / "shared").mkdir(0o755)
        make_private(tmp_path / "shared")
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a" / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o755
