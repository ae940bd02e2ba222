"""What lies where the database should be, found out without touching it, and files put in place whole."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from retrowalk.storage.problems import (
    DatabaseDamaged,
    DatabaseEmpty,
    DatabaseForeign,
    DatabaseNewer,
    DatabaseUnreachable,
)
from retrowalk.storage.schema import APPLICATION_ID

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_USER_VERSION_AT = 60
_APPLICATION_ID_AT = 68


def holds_database(path: Path, *, backups: Path, newest: int) -> bool:
    """Return whether a database of ours is there; False where nothing is there yet.

    The first bytes are read without SQLite, which would already write when it finds a journal of a crash.

    Args:
        path: Where it should be.
        backups: The folder of its backups; they tell an emptied file from a new one.
        newest: The highest schema version that this program knows.

    Raises:
        StoreProblem: There is something else, or something newer.
        OSError: The system does not let us look.
    """
    if path.is_symlink() and not path.exists():
        raise DatabaseUnreachable(path, "It is a link to a place that does not exist.")
    if not path.exists():
        return False
    info = path.stat()
    if not stat.S_ISREG(info.st_mode):
        raise DatabaseUnreachable(path, "It is not a file.")
    if info.st_size == 0:
        if _was_used(path, backups):
            raise DatabaseEmpty(path, "The file is empty, although there was something in it before.")
        return False
    _check_header(path, newest)
    return True


def _was_used(path: Path, backups: Path) -> bool:
    return journal_of(path).exists() or any(backups.glob("*.db"))


def journal_of(path: Path) -> Path:
    """Return the file in which SQLite keeps what it needs to undo an unfinished transaction."""
    return path.with_name(f"{path.name}-journal")


def _check_header(path: Path, newest: int) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise DatabaseDamaged(path, "The file is damaged: it does not begin like a database.")
    if _number_at(header, _APPLICATION_ID_AT) != APPLICATION_ID:
        raise DatabaseForeign(path, "The file belongs to another program.")
    version = _number_at(header, _USER_VERSION_AT)
    if version > newest:
        raise DatabaseNewer(
            path,
            f"The file was made by a newer version of Retrowalk (format {version}; this one knows {newest}).",
        )
    if version < 1:
        raise DatabaseDamaged(path, "The file is damaged: it does not say which format it has.")


def _number_at(header: bytes, place: int) -> int:
    return int.from_bytes(header[place : place + 4], "big", signed=True)


@contextmanager
def put_in_place(path: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty database that appears at `path` once the block is through.

    Until then there is only a file beside it with ".part" at the end of its name, which is gone if the block
    raises. A file that was at `path` is replaced in one go.
    """
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            # Nothing of an unfinished file is worth a journal; one left beside it would be in the way.
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make sure that a new name survives a power cut; Windows has no such call and does it by itself."""
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
