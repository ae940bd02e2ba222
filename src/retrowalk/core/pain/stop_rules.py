"""When a walk is better made forward only, and above which pain to step off.

The zones come from work on knee and Achilles tendons, not on backs; they are cautious defaults, not findings.
"""

HIGH_BEFORE = 6
ABOVE_USUAL = 2
STOP_LINE = 5
RAISED_FROM = 4
RAISED_BY = 2
HIGHEST_STOP_LINE = 7


def proposes_forward_only(before: int, usual: float | None) -> bool:
    """Return whether a walk should be proposed without backward bouts.

    Args:
        before: The rating just before the walk, 0-10.
        usual: The walker's own usual rating; None while too few are known.
    """
    return before >= HIGH_BEFORE or (usual is not None and before >= usual + ABOVE_USUAL)


def stop_line(before: int | None) -> int:
    """Return the pain, 0-10, above which to stop the belt and step off.

    Args:
        before: The rating just before the walk, or None if it was not given.
    """
    if before is None or before < RAISED_FROM:
        return STOP_LINE
    return min(before + RAISED_BY, HIGHEST_STOP_LINE)
