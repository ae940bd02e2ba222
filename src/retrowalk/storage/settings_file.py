"""The settings on disk: a TOML file that somebody may have edited, cut or overwritten."""

import logging
import os
import stat
import tomllib
from contextlib import suppress
from dataclasses import asdict, fields
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec
import tomli_w

from retrowalk.core.settings import Settings, is_within_limits

VERSION = 1
LARGEST_FILE = 16 * 1024
"""Bytes; many times what is ever written, and little enough that any nonsense is read in a moment."""
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_MOST_NAMES = 3
_LONGEST_NAME = 40

T = TypeVar("T")
logger = logging.getLogger(__name__)


class SettingsFile:
    """Reads and writes the settings; whatever is in the file, there always are settings.

    Args:
        path: The file; made with the first save.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._copy = path.with_name(f"{path.name}.bak")

    def load(self) -> tuple[Settings, str]:
        """Return the settings, and one sentence for the walker if the file was not as it should be.

        What can be read is taken, the rest is as by default. A file with anything wrong in it is kept as
        ".bak" beside it: a copy of what could be read, or the thing itself if it cannot be read at all.
        """
        try:
            data = self._read()
        except FileNotFoundError:
            return Settings(), ""
        except OSError as error:
            return Settings(), self._complaint(f"cannot be read ({_reason(error)})", kept=self._set_aside())
        try:
            found = tomllib.loads(data.decode("utf-8-sig"))
        # Besides its own error it raises what its parts raise: a number of 5000 digits is a plain ValueError.
        except (ValueError, RecursionError) as error:
            reason = _reason(error)
            return Settings(), self._complaint(f"is no settings file ({reason})", kept=self._keep_copy(data))
        return self._take(found, data)

    def save(self, settings: Settings) -> None:
        """Write the settings; the old file stays until the new one is safely on the disk.

        Raises:
            OSError: They cannot be written; the old file is as it was.
        """
        plain = {"version": VERSION, **_plain(asdict(settings))}
        # The name of a device comes from elsewhere: half a character in it is no reason not to save.
        self._write(self._path, tomli_w.dumps(plain).encode("utf-8", "replace"))

    def _read(self) -> bytes:
        status = self._path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise OSError("it is not a regular file")
        if status.st_size > LARGEST_FILE:
            raise OSError("it is too large")
        return self._path.read_bytes()

    def _write(self, path: Path, data: bytes) -> None:
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.new")
        try:
            with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
        except OSError:
            with suppress(OSError):
                new.unlink()
            raise

    def _take(self, found: dict[str, Any], data: bytes) -> tuple[Settings, str]:
        settings, bad = _decode(found)
        if bad:
            return settings, self._complaint(
                f"has settings that mean nothing ({_names(bad)})", kept=self._keep_copy(data)
            )
        if found and found.get("version") != VERSION:
            logger.info("the settings file has another version")
            self._keep_copy(data)
        return settings, ""

    def _keep_copy(self, data: bytes) -> bool:
        """Write what was read beside the file, which the next save replaces; return whether it is there."""
        try:
            self._write(self._copy, data)
        except OSError:
            return False
        return True

    def _set_aside(self) -> bool:
        """Move the thing away, so that it is neither lost nor in the way; return whether it was possible."""
        try:
            self._path.replace(self._copy)
        except OSError:
            return False
        return True

    def _complaint(self, what: str, *, kept: bool) -> str:
        # The log must not hold what the walker wrote.
        logger.warning("the settings file %s", what.partition(" (")[0])
        where = f" It is kept as {self._copy.name}." if kept else ""
        return f"{self._path} {what}; the usual settings are used for that.{where}"


def _decode(found: dict[str, Any]) -> tuple[Settings, list[str]]:
    """Return the settings from what was found, and the names of what had to be left out."""
    hints = get_type_hints(Settings)
    bad = [name for name in found if name != "version" and name not in hints]
    sections: dict[str, Any] = {}
    for field in fields(Settings):
        sections[field.name], wrong = _section(hints[field.name], found.get(field.name, {}))
        bad += [f"{field.name}.{name}" if name else field.name for name in wrong]
    return Settings(**sections), bad


def _section(kind: type[T], found: object) -> tuple[T, list[str]]:
    if not isinstance(found, dict):
        return kind(), [""]
    hints = get_type_hints(kind)
    good: dict[str, Any] = {}
    for name, value in found.items():
        with suppress(msgspec.ValidationError, KeyError):
            converted = msgspec.convert(value, hints[name])
            if is_within_limits(name, converted):
                good[name] = converted
    return kind(**good), [name for name in found if name not in good]


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.value if isinstance(value, Enum) else value


def _names(names: list[str]) -> str:
    """Return a few of the names, each on one line and not endless."""
    named = [" ".join(name.split())[:_LONGEST_NAME] for name in sorted(names)[:_MOST_NAMES]]
    more = len(names) - len(named)
    return ", ".join(named) + (f" and {more} more" if more else "")


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error).partition("\n")[0]
