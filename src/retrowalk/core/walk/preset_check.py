"""What is wrong with a preset, all of it at once, and what is worth a second thought.

Nothing here unrolls a repeat, so that a preset of 10^9 repeats is judged as fast as any other.
"""

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from retrowalk.core.units import from_ms, whole_ms
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, Part, Preset, Repeat, TurnKind

MIN_BOUT_S = 5.0
MAX_WALK_S = 24 * 3600.0
"""The longest walk, and so the longest bout."""
MIN_SPEED_KMH = 0.1
MAX_SPEED_KMH = 25.0
# Home treadmills are sold from 6 % downhill to 40 % uphill; beyond that it is a slip of the finger.
MIN_INCLINE_PERCENT = -6.0
MAX_INCLINE_PERCENT = 40.0
MAX_REPEATS = 99
MIN_TURN_S = 20.0
MAX_TURN_S = 120.0
MAX_WALKED_BOUTS = 10_000
# With these two a preset always fits into a preset file (storage/preset_file.py), whatever its characters.
MAX_WRITTEN_BOUTS = 2_000
MAX_CHARACTERS = 100_000

BRISK_BACKWARD_KMH = 3.2
BRISK_FORWARD_KMH = 6.0
MANY_TURNS = 6

Place: TypeAlias = tuple[str | int, ...]
"""Where in a preset: attribute names and positions, as ("parts", 3, "bouts", 0, "length_s")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetProblem:
    """Something that must be put right before the preset can be walked or saved to a file.

    Attributes:
        place: Where.
        sentence: What, in plain words.
    """

    place: Place
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetRemark:
    """Something to be asked or shown; it never blocks.

    Attributes:
        place: Where.
        sentence: What, in plain words.
    """

    place: Place
    sentence: str


def check_preset(preset: Preset) -> tuple[PresetProblem, ...]:
    """Return everything that is wrong with a preset; empty if it can be walked and saved to a file."""
    found = [*_texts(preset), *_turn(preset)]
    for place, bout in _written(preset):
        found += _bout(place, bout)
    return tuple(PresetProblem(place=place, sentence=text) for place, text in (*found, *_parts(preset)))


def remarks_on(preset: Preset) -> tuple[PresetRemark, ...]:
    """Return what is worth a second thought; for presets without problems."""
    found = list(_speed_remarks(preset))
    first = next(_written(preset), None)
    if first is not None and first[1].direction is Direction.BACKWARD:
        found.append((first[0], "The walk begins backward, without forward minutes to warm up."))
    found += _console_remarks(preset)
    turns = turns_in(preset)
    if turns > MANY_TURNS:
        text = f"{turns} turns, each a risky moment: few long bouts are better than many short ones."
        found.append((("parts",), text))
    return tuple(PresetRemark(place=place, sentence=text) for place, text in found)


def turns_in(preset: Preset) -> int:
    """Return how many turns the schedule of a preset without problems has."""
    if preset.turn.kind is TurnKind.REVERSE_BELT:
        return 0
    return sum(times for a, b, times in _neighbours(preset) if a[1].direction is not b[1].direction)


_Placed: TypeAlias = tuple[Place, Bout]
_Found: TypeAlias = Iterator[tuple[Place, str]]

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INVISIBLE = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def _written(preset: Preset) -> Iterator[_Placed]:
    for number, part in enumerate(preset.parts):
        yield from _bouts_of(number, part)


def _bouts_of(number: int, part: Part) -> Sequence[_Placed]:
    if isinstance(part, Bout):
        return [(("parts", number), part)]
    return [(("parts", number, "bouts", i), bout) for i, bout in enumerate(part.bouts)]


def _times(part: Part) -> int:
    """How often a part is walked, brought within what can be reckoned with; beyond it is wrong anyway."""
    return min(max(part.times, 1), MAX_WALKED_BOUTS + 1) if isinstance(part, Repeat) else 1


def _neighbours(preset: Preset) -> Iterator[tuple[_Placed, _Placed, int]]:
    """Yield each two bouts that follow one another, and how many times they do."""
    before: _Placed | None = None
    for number, part in enumerate(preset.parts):
        bouts = _bouts_of(number, part)
        if not bouts:
            continue
        if before is not None:
            yield before, bouts[0], 1
        times = _times(part)
        for a, b in pairwise(bouts):
            yield a, b, times
        if times > 1:
            yield bouts[-1], bouts[0], times - 1
        before = bouts[-1]


def _texts(preset: Preset) -> _Found:
    if _UUID.fullmatch(preset.id) is None:
        yield ("id",), "The id is not a UUID in small letters."
    if all(unicodedata.category(character) in _INVISIBLE for character in preset.name):
        yield ("name",), "The preset has no name."
    notes = [((*place, "note"), bout.note) for place, bout in _written(preset)]
    texts: list[tuple[Place, str]] = [(("name",), preset.name), (("about",), preset.about), *notes]
    for place, text in texts:
        if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text):
            yield place, "The text holds a character that cannot be stored."
    if sum(len(text) for _, text in texts) > MAX_CHARACTERS:
        yield (), f"Name, description and notes have more than {MAX_CHARACTERS} characters together."


def _turn(preset: Preset) -> _Found:
    length_s = preset.turn.length_s
    if not MIN_TURN_S <= length_s <= MAX_TURN_S:
        yield ("turn", "length_s"), f"A turn takes {MIN_TURN_S:.0f} to {MAX_TURN_S:.0f} seconds."
    elif not _is_whole_ms(length_s):
        yield ("turn", "length_s"), "The length is finer than a millisecond."


def _bout(place: Place, bout: Bout) -> list[tuple[Place, str]]:
    found = []
    wrong_length = _wrong_length(bout.length_s)
    if wrong_length:
        found.append(((*place, "length_s"), wrong_length))
    speed, incline = bout.speed_kmh, bout.incline_percent
    if speed is not None and not MIN_SPEED_KMH <= speed <= MAX_SPEED_KMH:
        text = f"The belt speed is not between {MIN_SPEED_KMH} and {MAX_SPEED_KMH:.0f} km/h."
        found.append(((*place, "speed_kmh"), text))
    if incline is not None and not MIN_INCLINE_PERCENT <= incline <= MAX_INCLINE_PERCENT:
        text = f"The incline is not between {MIN_INCLINE_PERCENT:.0f} and {MAX_INCLINE_PERCENT:.0f} %."
        found.append(((*place, "incline_percent"), text))
    return found


def _wrong_length(length_s: float) -> str:
    if not math.isfinite(length_s):
        return "The length is not a number."
    if length_s <= 0:
        return "The length is not above zero."
    if length_s < MIN_BOUT_S:
        return f"The bout is shorter than {MIN_BOUT_S:.0f} seconds."
    if length_s > MAX_WALK_S:
        return "The bout is longer than 24 hours."
    return "" if _is_whole_ms(length_s) else "The length is finer than a millisecond."


def _is_whole_ms(seconds: float) -> bool:
    return from_ms(whole_ms(seconds)) == seconds


def _parts(preset: Preset) -> _Found:
    for number, part in enumerate(preset.parts):
        if isinstance(part, Repeat):
            yield from _repeat(("parts", number), part)
    if next(_written(preset), None) is None:
        yield ("parts",), "The preset has no bouts."
    if sum(1 for _ in _written(preset)) > MAX_WRITTEN_BOUTS:
        yield ("parts",), f"More than {MAX_WRITTEN_BOUTS} bouts are written down."
    if sum(_times(part) * len(_bouts_of(n, part)) for n, part in enumerate(preset.parts)) > MAX_WALKED_BOUTS:
        yield ("parts",), f"With all repeats there are more than {MAX_WALKED_BOUTS} bouts."
    if _total_ms(preset) > whole_ms(MAX_WALK_S):
        yield ("parts",), "The whole walk is longer than 24 hours."


def _repeat(place: Place, repeat: Repeat) -> _Found:
    if not 1 <= repeat.times <= MAX_REPEATS:
        yield (*place, "times"), f"Bouts are repeated 1 to {MAX_REPEATS} times."
    if not repeat.bouts:
        yield (*place, "bouts"), "The repeat has no bouts."


def _total_ms(preset: Preset) -> int:
    """Milliseconds of the whole walk, turns included; whole ones, since 24 hours to the dot are allowed."""
    bouts_ms = sum(
        _times(part) * _reckoned_ms(bout.length_s)
        for number, part in enumerate(preset.parts)
        for _, bout in _bouts_of(number, part)
    )
    return bouts_ms + turns_in(preset) * _reckoned_ms(preset.turn.length_s)


def _reckoned_ms(length_s: float) -> int:
    """Whole milliseconds: 0 for what is no sensible number, little more than the longest walk at most."""
    return whole_ms(min(max(length_s, 0.0), MAX_WALK_S + 1)) if math.isfinite(length_s) else 0


def _speed_remarks(preset: Preset) -> _Found:
    for place, bout in _written(preset):
        speed = bout.speed_kmh or 0.0
        if bout.direction is Direction.BACKWARD and speed > BRISK_BACKWARD_KMH:
            yield (*place, "speed_kmh"), "Backward faster than 3.2 km/h (2 mph): sure?"
        if bout.direction is Direction.FORWARD and speed > BRISK_FORWARD_KMH:
            yield (*place, "speed_kmh"), "Forward faster than 6 km/h (3.7 mph): sure?"


def _console_remarks(preset: Preset) -> _Found:
    for (_, a), (place, b), _ in _neighbours(preset):
        both_backward = a.direction is b.direction is Direction.BACKWARD
        if both_backward and (a.speed_kmh, a.incline_percent) != (b.speed_kmh, b.incline_percent):
            yield place, "Speed or incline changes while walking backward, with the console behind you."
