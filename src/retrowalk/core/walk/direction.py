"""Which way one walks."""

from enum import Enum


class Direction(Enum):
    """The way a bout is walked; turns and stands have none."""

    FORWARD = "forward"
    BACKWARD = "backward"
