"""What can be wrong with the place where things are kept: faults of the computer, never of the program."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from retrowalk.core.problems import EnvironmentProblem

_PRIMARY_CODE = 0xFF


class StoreProblem(EnvironmentProblem):
    """A file or folder cannot be used as it is.

    Attributes:
        path: Which one.
        sentence: What is the matter, one plain sentence without the path.
    """

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence}"


class DatabaseUnreachable(StoreProblem):
    """The file cannot be made, opened, read or written."""


class DatabaseLocked(StoreProblem):
    """Another program holds the file."""


class DatabaseNewer(StoreProblem):
    """The file was made by a newer version of this program."""


class DatabaseForeign(StoreProblem):
    """The file belongs to another program."""


class DatabaseDamaged(StoreProblem):
    """What is in the file cannot be relied on."""


class DatabaseEmpty(StoreProblem):
    """The file holds nothing, although something was kept in it before."""


class BackupFailed(StoreProblem):
    """A copy could not be made, or did not pass its check; nothing was left under its name."""


class NotSaved(StoreProblem):
    """Something could not be written before the program had to end."""


_DAMAGED = (DatabaseDamaged, "The file is damaged.")
_LOCKED = (DatabaseLocked, "Another program is using the file.")

_BY_CODE: Mapping[int, tuple[type[StoreProblem], str]] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: _LOCKED,
        sqlite3.SQLITE_LOCKED: _LOCKED,
        sqlite3.SQLITE_PROTOCOL: _LOCKED,
        sqlite3.SQLITE_FULL: (DatabaseUnreachable, "The disk is full."),
        sqlite3.SQLITE_READONLY: (DatabaseUnreachable, "The file cannot be written to."),
        sqlite3.SQLITE_PERM: (DatabaseUnreachable, "The file cannot be written to."),
        sqlite3.SQLITE_CANTOPEN: (DatabaseUnreachable, "The file cannot be opened."),
        sqlite3.SQLITE_IOERR: (DatabaseUnreachable, "The disk cannot be read or written."),
        sqlite3.SQLITE_NOMEM: (DatabaseUnreachable, "The computer is out of memory."),
        sqlite3.SQLITE_CORRUPT: _DAMAGED,
        sqlite3.SQLITE_NOTADB: _DAMAGED,
        sqlite3.SQLITE_READONLY_DBMOVED: (
            DatabaseUnreachable,
            "The file was moved or deleted while the program was running.",
        ),
    }
)


def problem_of(error: sqlite3.Error, path: Path) -> StoreProblem | None:
    """Return what an error of SQLite says about the computer, or None if the error is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    known = _BY_CODE.get(code) or _BY_CODE.get(code & _PRIMARY_CODE)
    return known[0](path, known[1]) if known else None


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite and the operating system report of a file into a `StoreProblem`.

    What is a fault of ours passes through as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        problem = problem_of(error, path)
        if problem is None:
            raise
        raise problem from error
    except OSError as error:
        where = Path(error.filename) if isinstance(error.filename, str) else path
        raise DatabaseUnreachable(where, f"It cannot be used: {error.strerror or error}.") from error
