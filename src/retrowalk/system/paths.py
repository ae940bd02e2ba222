"""The folders that everything is kept in."""

import os
from collections.abc import MutableMapping
from dataclasses import dataclass
from pathlib import Path

import appdirs

from retrowalk.core.problems import EnvironmentProblem

_NAME = "retrowalk"
_FOLDER_VARIABLES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Absolute folders; none of them is made by asking for it.

    Attributes:
        data: What must not be lost: the database and its backups.
        config: What the walker has set.
        cache: What can be made again.
        log: What happened.
    """

    data: Path
    config: Path
    cache: Path
    log: Path

    @property
    def database(self) -> Path:
        """The history and the ratings."""
        return self.data / "retrowalk.db"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.data / "backups"

    @property
    def lock(self) -> Path:
        """The lock of whoever uses the database; the same one for all links that lead to it."""
        return Path(os.path.realpath(self.database)).with_name("retrowalk.lock")


def find_paths(data_dir: Path | None = None) -> Paths:
    """Return the folders of this walker, or all of them below `data_dir`.

    Raises:
        EnvironmentProblem: The system names no home folder.
    """
    if data_dir is not None:
        base = Path(os.path.abspath(data_dir))  # noqa: PTH100 - a link stays what the walker calls it
        return Paths(data=base, config=base / "config", cache=base / "cache", log=base / "log")
    drop_unusable(os.environ)
    return Paths(
        data=_absolute(appdirs.user_data_dir(_NAME, appauthor=False)),
        config=_absolute(appdirs.user_config_dir(_NAME, appauthor=False)),
        cache=_absolute(appdirs.user_cache_dir(_NAME, appauthor=False)),
        log=_absolute(appdirs.user_log_dir(_NAME, appauthor=False)),
    )


def drop_unusable(environment: MutableMapping[str, str]) -> None:
    """Take out the folder variables that are empty or relative, as the XDG rules ask.

    With them appdirs, and Qt after it, would write into whatever folder the program was started from.
    """
    for name in _FOLDER_VARIABLES:
        if name in environment and not Path(environment[name]).is_absolute():
            del environment[name]


def make_private(folder: Path) -> None:
    """Make a folder that nobody else can look into; one that is there is left as it is.

    Raises:
        OSError: It cannot be made.
    """
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def _absolute(folder: str) -> Path:
    if not Path(folder).is_absolute():
        raise EnvironmentProblem("The system names no home folder; give one with --data-dir.")
    return Path(folder)
