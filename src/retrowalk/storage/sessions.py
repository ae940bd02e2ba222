"""Sessions in the database, each with its plan, as they are read."""

import sqlite3
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Annotated

import msgspec

from retrowalk.core.units import from_ms
from retrowalk.core.walk.preset import Preset
from retrowalk.core.walk.session import (
    Outcome,
    SessionRecord,
    SessionStart,
    SessionSummary,
    UnfinishedSession,
)
from retrowalk.storage.facts import read_facts
from retrowalk.storage.preset_file import decode_plan
from retrowalk.storage.preset_refused import PresetRefused
from retrowalk.storage.sound_rows import sound_rows
from retrowalk.storage.stored_values import Count, OffsetMin, UtcMs, WalkMs, utc_of


def read_records(connection: sqlite3.Connection) -> tuple[SessionRecord, ...]:
    """Return every session that is over, the latest first; none from the trash."""
    rows = connection.execute(
        """
        SELECT id, started_utc_ms, utc_offset_min, plan, local_day, outcome, reached_ms, forward_ms,
               backward_ms, turns, bouts_done, bouts_planned, pauses, effort, note
        FROM sessions
        WHERE outcome <> 'running' AND deleted_utc_ms IS NULL
        ORDER BY started_utc_ms DESC
        """
    ).fetchall()
    # Most sessions share their plan with many others.
    plan_of = cache(decode_plan)
    return sound_rows("sessions", rows, _RecordRow, lambda row: _record(row, plan_of))


def count_records(connection: sqlite3.Connection) -> int:
    """Return how many sessions are over; none from the trash."""
    row = connection.execute(
        "SELECT count(*) FROM sessions WHERE outcome <> 'running' AND deleted_utc_ms IS NULL"
    ).fetchone()
    return int(row[0])


def read_last_plan(connection: sqlite3.Connection) -> Preset | None:
    """Return the plan of the session that began last; None without one, or if that plan is damaged."""
    row = connection.execute(
        "SELECT plan FROM sessions WHERE deleted_utc_ms IS NULL ORDER BY started_utc_ms DESC LIMIT 1"
    ).fetchone()
    try:
        return None if row is None else decode_plan(str(row[0]))
    except PresetRefused:
        return None


def read_unfinished(connection: sqlite3.Connection) -> UnfinishedSession | None:
    """Return the latest session that is not over, None without one."""
    rows = connection.execute(
        """
        SELECT id, started_utc_ms, utc_offset_min, plan, reached_ms, reached_utc_ms
        FROM sessions
        WHERE outcome = 'running' AND deleted_utc_ms IS NULL
        ORDER BY started_utc_ms DESC
        """
    ).fetchall()
    sessions = sound_rows("sessions", rows, _UnfinishedRow, lambda row: _unfinished(connection, row))
    return next(iter(sessions), None)


class _RecordRow(msgspec.Struct, frozen=True, array_like=True):
    id: str
    started_utc_ms: UtcMs
    utc_offset_min: OffsetMin
    plan: str
    local_day: date
    outcome: Outcome
    reached_ms: WalkMs
    forward_ms: WalkMs
    backward_ms: WalkMs
    turns: Count
    bouts_done: Count
    bouts_planned: Count
    pauses: Count
    effort: Annotated[int, msgspec.Meta(ge=0, le=10)] | None
    note: str


class _UnfinishedRow(msgspec.Struct, frozen=True, array_like=True):
    id: str
    started_utc_ms: UtcMs
    utc_offset_min: OffsetMin
    plan: str
    reached_ms: WalkMs
    reached_utc_ms: UtcMs


def _start(row: _RecordRow | _UnfinishedRow, plan: Preset) -> SessionStart:
    return SessionStart(
        id=row.id,
        started_utc=utc_of(row.started_utc_ms),
        utc_offset_min=row.utc_offset_min,
        plan=plan,
    )


def _record(row: _RecordRow, plan_of: Callable[[str], Preset]) -> SessionRecord:
    summary = SessionSummary(
        session_id=row.id,
        outcome=row.outcome,
        active_s=from_ms(row.reached_ms),
        forward_s=from_ms(row.forward_ms),
        backward_s=from_ms(row.backward_ms),
        turns=row.turns,
        bouts_done=row.bouts_done,
        bouts_planned=row.bouts_planned,
        pauses=row.pauses,
    )
    return SessionRecord(
        start=_start(row, plan_of(row.plan)),
        local_day=row.local_day,
        summary=summary,
        effort=row.effort,
        note=row.note,
    )


def _unfinished(connection: sqlite3.Connection, row: _UnfinishedRow) -> UnfinishedSession:
    facts = read_facts(connection, row.id)
    reached = (from_ms(row.reached_ms), utc_of(row.reached_utc_ms))
    if facts and facts[-1].at_s >= reached[0]:
        reached = (facts[-1].at_s, facts[-1].utc)
    return UnfinishedSession(
        start=_start(row, decode_plan(row.plan)), facts=facts, reached_s=reached[0], reached_utc=reached[1]
    )
