"""Every fact of a walk survives the journal, and nothing damaged passes for a fact."""

import dataclasses
from datetime import UTC, datetime
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrowalk.core.walk import events as ev
from retrowalk.core.walk.events import Fact
from retrowalk.core.walk.schedule import PhaseKind
from retrowalk.storage.event_codec import FactRow, decode_fact, encode_fact

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

whole_s = st.integers(0, 86_400_000).map(lambda ms: ms / 1000)
VALUES = {
    "at_s": whole_s,
    "utc": st.datetimes(timezones=st.just(UTC)).map(
        lambda t: t.replace(microsecond=t.microsecond // 1000 * 1000)
    ),
    "countdown_s": whole_s,
    "gap_s": st.integers(0, 10**12).map(lambda ms: ms / 1000),
    "by_s": st.integers(-86_400_000, 86_400_000).map(lambda ms: ms / 1000),
    "kind": st.sampled_from(PhaseKind),
    "plan_index": st.none() | st.integers(0, 20_000),
    "number": st.integers(0, 10_000),
    "score": st.integers(0, 10),
}
REASONS = {ev.Paused: ev.PauseReason, ev.Stopped: ev.StopReason}


def facts_of(fact_type):
    """Every fact of a type."""
    values = {field.name: VALUES.get(field.name) for field in dataclasses.fields(fact_type)}
    if "reason" in values:
        values["reason"] = st.sampled_from(REASONS[fact_type])
    given_values = {name: value for name, value in values.items() if value is not None}
    return st.builds(fact_type, **given_values)


facts = st.one_of([facts_of(fact_type) for fact_type in get_args(Fact)])


@pytest.mark.parametrize("fact_type", get_args(Fact))
@given(data=st.data())
def test_every_fact_survives(fact_type, data):
    """What is written down of a fact is the fact."""
    fact = data.draw(facts_of(fact_type))
    assert decode_fact(encode_fact(fact)) == fact


def test_kinds_are_stored_by_name():
    """What stands in a journal can be read without the program, and keeps its name for ever."""
    entered = ev.PhaseEntered(at_s=1.5, utc=NOON, kind=PhaseKind.BACKWARD, plan_index=2, number=1)
    assert encode_fact(entered) == FactRow(
        kind="phase-entered",
        at_ms=1500,
        utc_ms=1_772_366_400_000,
        body='{"kind":"backward","plan_index":2,"number":1}',
    )
    assert encode_fact(ev.TimeChanged(at_s=0.0, utc=NOON, by_s=-15.0)).body == '{"by_ms":-15000}'
    assert encode_fact(ev.Finished(at_s=0.0, utc=NOON)).body == "{}"


def test_times_become_whole_milliseconds():
    """What is finer than a millisecond does not get onto the disk."""
    fact = ev.Skipped(at_s=1.23456, utc=NOON.replace(microsecond=999_999))
    assert decode_fact(encode_fact(fact)) == ev.Skipped(at_s=1.235, utc=NOON.replace(microsecond=999_000))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("danced", "{}"),
        ("finished", ""),
        ("finished", "null"),
        ("finished", '{"more":1}'),
        ("started", "{}"),
        ("started", '{"countdown_ms":"15"}'),
        ("started", '{"countdown_ms":-1}'),
        ("started", '{"countdown_ms":9000000000000000000}'),
        ("phase-entered", '{"kind":"sideways","plan_index":0,"number":1}'),
        ("phase-entered", '{"kind":"turn","plan_index":-1,"number":1}'),
        ("pain-reported", '{"score":99}'),
        ("pain-reported", '{"score":null}'),
        ("stopped", '{"reason":"bored"}'),
        ("stopped", "[" * 100),
    ],
)
def test_damaged_facts_are_no_facts(kind, body):
    """A body that was never written is not guessed at."""
    with pytest.raises(msgspec.MsgspecError):
        decode_fact(FactRow(kind=kind, at_ms=0, utc_ms=0, body=body))
