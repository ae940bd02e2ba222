"""Facts of a walk as rows of the journal, and back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias

import msgspec

from retrowalk.core.pain.rating import HIGHEST, LOWEST
from retrowalk.core.units import from_ms, whole_ms
from retrowalk.core.walk import events
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.storage.stored_values import ChangeMs, Count, GapMs, UtcMs, WalkMs, utc_ms, utc_of

_Score: TypeAlias = Annotated[int, msgspec.Meta(ge=LOWEST, le=HIGHEST)]


class _Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a fact has besides its moment; a field in "_ms" is the fact's field in "_s"."""


class _Countdown(_Body, frozen=True, kw_only=True):
    countdown_ms: WalkMs


class _Phase(_Body, frozen=True, kw_only=True):
    kind: PhaseKind
    plan_index: Count | None
    number: Count


class _Pause(_Body, frozen=True, kw_only=True):
    reason: events.PauseReason
    gap_ms: GapMs


class _TimeChange(_Body, frozen=True, kw_only=True):
    by_ms: ChangeMs


class _Pain(_Body, frozen=True, kw_only=True):
    score: _Score


class _Stop(_Body, frozen=True, kw_only=True):
    reason: events.StopReason


_KINDS: Mapping[str, tuple[type[events.Fact], type[_Body]]] = MappingProxyType(
    {
        "started": (events.Started, _Countdown),
        "phase-entered": (events.PhaseEntered, _Phase),
        "paused": (events.Paused, _Pause),
        "resume-asked": (events.ResumeAsked, _Countdown),
        "walking-began": (events.WalkingBegan, _Body),
        "skipped": (events.Skipped, _Body),
        "went-back": (events.WentBack, _Body),
        "wait-ended": (events.WaitEnded, _Body),
        "time-changed": (events.TimeChanged, _TimeChange),
        "pain-reported": (events.PainReported, _Pain),
        "went-forward-only": (events.WentForwardOnly, _Body),
        "cooling-down": (events.CoolingDown, _Body),
        "finished": (events.Finished, _Body),
        "stopped": (events.Stopped, _Stop),
        "reopened": (events.Reopened, _Body),
    }
)
_KIND_OF: Mapping[type[events.Fact], str] = MappingProxyType(
    {fact_type: kind for kind, (fact_type, _) in _KINDS.items()}
)


class FactRow(msgspec.Struct, frozen=True, array_like=True):
    """A fact as it is stored.

    Attributes:
        kind: Which fact.
        at_ms: Active milliseconds since the walk began.
        utc_ms: Wall time.
        body: The rest, as JSON.
    """

    kind: str
    at_ms: WalkMs
    utc_ms: UtcMs
    body: str


def encode_fact(fact: events.Fact) -> FactRow:
    """Return a fact as a row; times become whole milliseconds."""
    kind = _KIND_OF[type(fact)]
    body_type = _KINDS[kind][1]
    body = body_type(**{name: _stored(fact, name) for name in body_type.__struct_fields__})
    return FactRow(
        kind=kind,
        at_ms=whole_ms(fact.at_s),
        utc_ms=utc_ms(fact.utc),
        body=msgspec.json.encode(body).decode(),
    )


def decode_fact(row: FactRow) -> events.Fact:
    """Return the fact of a row.

    Raises:
        msgspec.MsgspecError: The row cannot be what was written.
    """
    if row.kind not in _KINDS:
        raise msgspec.ValidationError("unknown kind of fact")
    fact_type, body_type = _KINDS[row.kind]
    body = msgspec.json.decode(row.body, type=body_type)
    rest = dict(_remembered(body, name) for name in body_type.__struct_fields__)
    return fact_type(at_s=from_ms(row.at_ms), utc=utc_of(row.utc_ms), **rest)


def _stored(fact: events.Fact, name: str) -> Any:
    seconds = name.removesuffix("_ms")
    return getattr(fact, name) if seconds == name else whole_ms(getattr(fact, f"{seconds}_s"))


def _remembered(body: _Body, name: str) -> tuple[str, Any]:
    seconds, value = name.removesuffix("_ms"), getattr(body, name)
    return (name, value) if seconds == name else (f"{seconds}_s", from_ms(value))
