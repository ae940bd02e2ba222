"""Presets: what the walker writes down, before any turn is put in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from retrowalk.core.walk.direction import Direction

DEFAULT_TURN_S = 45.0


class BoutRole(Enum):
    """What a bout is for; only the main ones are counted as "bout n of m"."""

    WARM_UP = "warm-up"
    MAIN = "main"
    COOL_DOWN = "cool-down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bout:
    """One stretch of walking in one direction.

    Attributes:
        direction: Which way.
        length_s: Seconds, a whole number of milliseconds.
        speed_kmh: Wanted belt speed in km/h; None leaves it to the walker.
        incline_percent: Wanted incline; None leaves the belt as it is.
        note: What the walker wants to be reminded of; shown, and spoken by the system's voice if wanted.
        role: Warm-up, main part or cool-down.
        until_key: Goes on past its length until the walker presses a key.
    """

    direction: Direction
    length_s: float
    speed_kmh: float | None = None
    incline_percent: float | None = None
    note: str = ""
    role: BoutRole = BoutRole.MAIN
    until_key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """Bouts walked several times in a row."""

    times: int
    bouts: tuple[Bout, ...]


Part: TypeAlias = Bout | Repeat


class TurnKind(Enum):
    """How the walker gets from one direction to the other."""

    TIMED = "timed"
    WAIT = "wait"
    REVERSE_BELT = "reverse-belt"


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPolicy:
    """How all turns of a preset are done.

    Attributes:
        kind: After a set time, at a key ("wait for me"), or not at all because the belt runs in reverse.
        length_s: Seconds of a turn, 20-120; for "wait for me" only an estimate for the totals.
    """

    kind: TurnKind = TurnKind.TIMED
    length_s: float = DEFAULT_TURN_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A named list of bouts and repeats, with the way its turns are done.

    Attributes:
        id: A UUID as text; the same preset on two computers has the same id.
        name: As the walker calls it, any characters.
        parts: Bouts and repeats, in order.
        turn: How turns are done.
        about: Where it comes from and for whom it is, one or two sentences; may be empty.
    """

    id: str
    name: str
    parts: tuple[Part, ...]
    turn: TurnPolicy = field(default_factory=TurnPolicy)
    about: str = ""

    def bouts(self) -> Iterator[Bout]:
        """Yield every bout in the order in which it is walked, repeats unrolled."""
        for part in self.parts:
            if isinstance(part, Repeat):
                for _ in range(part.times):
                    yield from part.bouts
            else:
                yield part
