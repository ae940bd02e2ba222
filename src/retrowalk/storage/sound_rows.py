"""Reading rows when some of them are damaged."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

from retrowalk.storage.preset_refused import PresetRefused

R = TypeVar("R")
T = TypeVar("T")

logger = logging.getLogger(__name__)


def sound_rows(
    what: str, rows: Iterable[tuple[Any, ...]], row_type: type[R], build: Callable[[R], T]
) -> tuple[T, ...]:
    """Turn rows into values, one by one, so that a damaged one does not take the others along.

    Damaged rows are left out and counted in the log; they stay in the database.

    Args:
        what: What the rows are, for the log: "sessions".
        rows: As SQLite gives them.
        row_type: An array-like msgspec struct with types and ranges.
        build: Makes the value; what msgspec or a codec raises marks the row as damaged.
    """
    good: list[T] = []
    damaged = 0
    for row in rows:
        try:
            good.append(build(msgspec.convert(row, row_type)))
        except (msgspec.MsgspecError, PresetRefused):
            damaged += 1
    if damaged:
        logger.warning("%d damaged %s were left out", damaged, what)
    return tuple(good)
