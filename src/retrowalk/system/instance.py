"""One running program for each database."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PRIVATE_FILE = 0o600
_NOT_OURS_TO_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS)


class InstanceLock:
    """A lock of the operating system on a file; it falls with the process, however that ends.

    What is in the file means nothing, so that no file left behind can ever be in the way.

    Args:
        path: The file; its folder must be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Take the lock; False if another process, or another lock object, has it.

        Raises:
            OSError: The file cannot be made or opened.
        """
        descriptor = _open(self._path)
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except BaseException:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let the next one have it. The file stays: taking it away would let two hold locks on two files."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _open(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        if error.errno not in _NOT_OURS_TO_WRITE:
            raise
        # It can be locked all the same, if only it is there and can be read.
        return os.open(path, os.O_RDONLY)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
