"""Presets as JSON: the one form of preset files, of the presets that come along and of a session's plan."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal, TypeAlias

import msgspec
from msgspec import Meta

from retrowalk.core.units import from_ms, whole_ms
from retrowalk.core.walk import preset_check as limits
from retrowalk.core.walk.direction import Direction
from retrowalk.core.walk.preset import Bout, BoutRole, Part, Preset, Repeat, TurnKind, TurnPolicy

FORMAT: Final = "retrowalk-presets"
VERSION: Final = 1

_BoutMs: TypeAlias = Annotated[int, Meta(ge=whole_ms(limits.MIN_BOUT_S), le=whole_ms(limits.MAX_WALK_S))]
_TurnMs: TypeAlias = Annotated[int, Meta(ge=whole_ms(limits.MIN_TURN_S), le=whole_ms(limits.MAX_TURN_S))]
_Speed: TypeAlias = Annotated[float, Meta(ge=limits.MIN_SPEED_KMH, le=limits.MAX_SPEED_KMH)]
_Incline: TypeAlias = Annotated[float, Meta(ge=limits.MIN_INCLINE_PERCENT, le=limits.MAX_INCLINE_PERCENT)]
_Times: TypeAlias = Annotated[int, Meta(ge=1, le=limits.MAX_REPEATS)]
_SOME = Meta(min_length=1, max_length=limits.MAX_WRITTEN_BOUTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class PresetGroup:
    """Presets that belong together, as one file holds them.

    Attributes:
        title: What they are called together; may be empty.
        presets: At least one.
    """

    title: str
    presets: tuple[Preset, ...]


class _Strict(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object of a preset file, in which a misspelt field is not simply passed over."""


class BoutObject(_Strict, frozen=True, kw_only=True, tag="bout", tag_field="kind"):
    """A bout in a file. The defaults mean "nothing said" and never change."""

    direction: Direction
    length_ms: _BoutMs
    speed_kmh: _Speed | None = None
    incline_percent: _Incline | None = None
    note: str = ""
    role: BoutRole = BoutRole.MAIN
    until_key: bool = False


class RepeatObject(_Strict, frozen=True, kw_only=True, tag="repeat", tag_field="kind"):
    """A repeat in a file."""

    times: _Times
    bouts: Annotated[tuple[BoutObject, ...], _SOME]


class TurnObject(_Strict, frozen=True, kw_only=True):
    """How turns are done, in a file."""

    kind: TurnKind
    length_ms: _TurnMs


class PresetObject(_Strict, frozen=True, kw_only=True):
    """A preset in a file."""

    id: str
    name: str
    about: str = ""
    turn: TurnObject
    parts: Annotated[tuple[BoutObject | RepeatObject, ...], _SOME]


class PresetFileObject(_Strict, frozen=True, kw_only=True):
    """A whole preset file."""

    format: Literal["retrowalk-presets"]
    version: Literal[1]
    title: str = ""
    presets: Annotated[tuple[PresetObject, ...], Meta(min_length=1)]


def encode_presets(group: PresetGroup) -> bytes:
    """Return presets as the bytes of a file, which decode to the same presets bit for bit.

    Raises:
        ValueError: A preset has problems, so that it could not be read again.
    """
    for preset in group.presets:
        if limits.check_preset(preset):
            raise ValueError("a preset with problems cannot be stored")
    presets = tuple(_preset_object(preset) for preset in group.presets)
    return msgspec.json.encode(
        PresetFileObject(format=FORMAT, version=VERSION, title=group.title, presets=presets)
    )


def group_of(file: PresetFileObject) -> PresetGroup:
    """Return the presets of a decoded file."""
    return PresetGroup(title=file.title, presets=tuple(_preset(preset) for preset in file.presets))


def _preset_object(preset: Preset) -> PresetObject:
    return PresetObject(
        id=preset.id,
        name=preset.name,
        about=preset.about,
        turn=TurnObject(kind=preset.turn.kind, length_ms=whole_ms(preset.turn.length_s)),
        parts=tuple(_part_object(part) for part in preset.parts),
    )


def _part_object(part: Part) -> BoutObject | RepeatObject:
    if isinstance(part, Repeat):
        return RepeatObject(times=part.times, bouts=tuple(_bout_object(bout) for bout in part.bouts))
    return _bout_object(part)


def _bout_object(bout: Bout) -> BoutObject:
    return BoutObject(
        direction=bout.direction,
        length_ms=whole_ms(bout.length_s),
        speed_kmh=bout.speed_kmh,
        incline_percent=bout.incline_percent,
        note=bout.note,
        role=bout.role,
        until_key=bout.until_key,
    )


def _preset(preset: PresetObject) -> Preset:
    return Preset(
        id=preset.id,
        name=preset.name,
        about=preset.about,
        turn=TurnPolicy(kind=preset.turn.kind, length_s=from_ms(preset.turn.length_ms)),
        parts=tuple(_part(part) for part in preset.parts),
    )


def _part(part: BoutObject | RepeatObject) -> Part:
    if isinstance(part, RepeatObject):
        return Repeat(times=part.times, bouts=tuple(_bout(bout) for bout in part.bouts))
    return _bout(part)


def _bout(bout: BoutObject) -> Bout:
    return Bout(
        direction=bout.direction,
        length_s=from_ms(bout.length_ms),
        speed_kmh=bout.speed_kmh,
        incline_percent=bout.incline_percent,
        note=bout.note,
        role=bout.role,
        until_key=bout.until_key,
    )
