"""Lengths of time as a walker types them."""

import re
from dataclasses import dataclass

from retrowalk.presenters.durations import length_text

_NUMBER = r"(\d{1,6})"
_SECOND = r"(?:s|secs?|seconds?)\.?"
_MINUTE = r"(?:m|mins?|minutes?)\.?"
_SECONDS = re.compile(rf"{_NUMBER}\s*(?:{_SECOND})?")
_CLOCK = re.compile(rf"{_NUMBER}:(\d\d)")
_MINUTES = re.compile(rf"{_NUMBER}\s*{_MINUTE}(?:\s*(\d{{1,2}})\s*(?:{_SECOND})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLength:
    """What became of a typed length.

    Attributes:
        seconds: The length, None if it cannot be used.
        problem: Why not, in one sentence; empty if it can.
    """

    seconds: float | None
    problem: str = ""


def read_length(typed: str) -> float | None:
    """Return the seconds of a length typed as "90", "1:30" or "1 min 30 s"; None if it is none."""
    text = typed.strip().lower()
    if found := _SECONDS.fullmatch(text):
        return float(found[1])
    if found := _CLOCK.fullmatch(text) or _MINUTES.fullmatch(text):
        seconds = int(found[2] or 0)
        return float(int(found[1]) * 60 + seconds) if seconds < 60 else None
    return None


def check_length(typed: str, lowest_s: float, highest_s: float, in_use_s: float) -> TypedLength:
    """Return what was typed as a length within limits, or the sentence that names what is wrong with it.

    Args:
        typed: As it stands in the field.
        lowest_s: The shortest that is taken.
        highest_s: The longest that is taken.
        in_use_s: What stays in use if it is not taken.
    """
    seconds = read_length(typed)
    if seconds is not None and lowest_s <= seconds <= highest_s:
        return TypedLength(seconds=seconds)
    limits = f"{length_text(lowest_s)} to {length_text(highest_s)}"
    kept = f"Still in use: {length_text(in_use_s)}."
    if seconds is None:
        return TypedLength(seconds=None, problem=f"Type {limits}, like 15, 0:15 or 15 s. {kept}")
    return TypedLength(seconds=None, problem=f"Only {limits}. {kept}")
