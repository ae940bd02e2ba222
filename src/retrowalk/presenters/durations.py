"""Lengths of time as a walker reads them."""

from math import ceil


def clock_text(seconds: float) -> str:
    """Return a countdown, rounded up to the second: "1:05", or "1:02:05" from an hour on."""
    whole = max(0, ceil(seconds - 1e-6))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def length_text(seconds: float) -> str:
    """Return a length, to the nearest second: "13 min", "1 min 30 s", "45 s"."""
    whole = max(0, round(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes else []
    parts += [f"{rest} s"] if rest or not parts else []
    return " ".join(parts)


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: "1 turn", "2 turns", "no turns"."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"
