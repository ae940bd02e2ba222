"""Which days are named on the time axis, for any width of time and of screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import pairwise

FINER_TICKS = 5
"""Between two named days there are at most about this many marked without a name."""


class TickForm(Enum):
    """How much of a date is written at a tick."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTicks:
    """The ticks of an axis.

    Attributes:
        named: Days with a name, in order.
        marked: Days with a mark alone, in order, none of them named.
        form: How the named ones are written.
    """

    named: tuple[date, ...]
    marked: tuple[date, ...]
    form: TickForm


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """A distance of ticks; one that does not divide those above it is never used for mere marks."""

    form: TickForm
    days: int = 0
    months: int = 0
    marks: bool = True

    def between(self, first: date, last: date, first_weekday: int) -> Iterator[date]:
        """Yield the ticks from `first` to `last`, both included."""
        if self.days:
            shift = first_weekday + 1 if self.days % 7 == 0 else 0
            start = first.toordinal() + (shift - first.toordinal()) % self.days
            yield from map(date.fromordinal, range(start, last.toordinal() + 1, self.days))
            return
        count = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // self.months) * self.months
        while count <= last.year * 12 + last.month - 1:
            yield date(count // 12, count % 12 + 1, 1)
            count += self.months

    @property
    def about_days(self) -> float:
        """How far apart its ticks are, about."""
        return self.days or self.months * 30.44


_STEPS = (
    _Step(form=TickForm.DAY, days=1),
    _Step(form=TickForm.DAY, days=2, marks=False),
    _Step(form=TickForm.DAY, days=7),
    _Step(form=TickForm.DAY, days=14, marks=False),
    _Step(form=TickForm.MONTH, months=1),
    _Step(form=TickForm.MONTH, months=3),
    _Step(form=TickForm.MONTH, months=6),
    _Step(form=TickForm.YEAR, months=12),
    _Step(form=TickForm.YEAR, months=24, marks=False),
    _Step(form=TickForm.YEAR, months=60),
    _Step(form=TickForm.YEAR, months=120),
    _Step(form=TickForm.YEAR, months=600),
    _Step(form=TickForm.YEAR, months=1200),
)


def day_ticks(first: date, last: date, most: int, first_weekday: int) -> DayTicks:
    """Return the ticks from `first` to `last`, both included.

    Args:
        first: The earliest day seen.
        last: The latest day seen.
        most: How many names have room, at least 1.
        first_weekday: On which day weeks begin, 0 for Monday.
    """
    days = (last - first).days + 1
    number = next((n for n, step in enumerate(_STEPS) if days / step.about_days <= most), len(_STEPS) - 1)
    step = _STEPS[number]
    named = tuple(step.between(first, last, first_weekday))
    finer = next(
        (s for s in _STEPS[:number] if s.marks and days / s.about_days <= most * FINER_TICKS),
        None,
    )
    marks = finer.between(first, last, first_weekday) if finer else ()
    return DayTicks(named=named, marked=tuple(sorted(set(marks) - set(named))), form=step.form)


def year_turns(days: tuple[date, ...]) -> frozenset[date]:
    """Return the days at which the year has to be said: the first of them, and the first of each year."""
    turns = {later for earlier, later in pairwise(days) if earlier.year != later.year}
    return frozenset(turns.union(days[:1]))
