"""What a session's row goes through, from its start to the trash; each is one write."""

import sqlite3
from datetime import datetime, timedelta

from retrowalk.core.units import whole_ms
from retrowalk.core.walk.session import Outcome, SessionStart, SessionSummary
from retrowalk.storage.preset_file import encode_plan
from retrowalk.storage.stored_values import utc_ms


def begin_session(connection: sqlite3.Connection, start: SessionStart) -> None:
    """Write a session's row, with the copy of its plan."""
    local = start.started_utc + timedelta(minutes=start.utc_offset_min)
    connection.execute(
        """
        INSERT INTO sessions (
            id, started_utc_ms, utc_offset_min, local_day, plan, preset_id, preset_name, outcome, reached_ms,
            reached_utc_ms
        ) VALUES (
            :id, :started_utc_ms, :utc_offset_min, :local_day, :plan, :preset_id, :preset_name, :outcome, 0,
            :started_utc_ms
        )
        """,
        {
            "id": start.id,
            "started_utc_ms": utc_ms(start.started_utc),
            "utc_offset_min": start.utc_offset_min,
            "local_day": local.date().isoformat(),
            "plan": encode_plan(start.plan),
            "preset_id": start.plan.id,
            "preset_name": start.plan.name,
            "outcome": Outcome.RUNNING.value,
        },
    )


def note_reached(connection: sqlite3.Connection, session_id: str, at_s: float, utc: datetime) -> None:
    """Write how far a walk that is not over has come, in active seconds, and when that was."""
    _change(
        connection,
        """
        UPDATE sessions SET reached_ms = :reached_ms, reached_utc_ms = :utc_ms
        WHERE id = :id AND outcome = :running
        """,
        {
            "id": session_id,
            "reached_ms": whole_ms(at_s),
            "utc_ms": utc_ms(utc),
            "running": Outcome.RUNNING.value,
        },
    )


def close_session(connection: sqlite3.Connection, summary: SessionSummary) -> None:
    """Write what a session came to. It ended with its last fact, or when it was last known to go on."""
    _change(
        connection,
        """
        UPDATE sessions SET
            outcome = :outcome, reached_ms = :active_ms, forward_ms = :forward_ms, backward_ms = :backward_ms,
            turns = :turns, bouts_done = :bouts_done, bouts_planned = :bouts_planned, pauses = :pauses,
            ended_utc_ms = coalesce(
                (SELECT iif(at_ms >= reached_ms, utc_ms, reached_utc_ms)
                 FROM facts WHERE session_id = sessions.id ORDER BY number DESC LIMIT 1),
                reached_utc_ms
            )
        WHERE id = :id
        """,
        {
            "id": summary.session_id,
            "outcome": summary.outcome.value,
            "active_ms": whole_ms(summary.active_s),
            "forward_ms": whole_ms(summary.forward_s),
            "backward_ms": whole_ms(summary.backward_s),
            "turns": summary.turns,
            "bouts_done": summary.bouts_done,
            "bouts_planned": summary.bouts_planned,
            "pauses": summary.pauses,
        },
    )


def reopen_session(connection: sqlite3.Connection, session_id: str) -> None:
    """Take back that a session is over."""
    _change(
        connection,
        "UPDATE sessions SET outcome = :outcome, ended_utc_ms = NULL WHERE id = :id",
        {"id": session_id, "outcome": Outcome.RUNNING.value},
    )


def describe_session(connection: sqlite3.Connection, session_id: str, effort: int | None, note: str) -> None:
    """Write how hard a session felt, 0-10, and the walker's own words."""
    # Half a character, as a text field can hold it, cannot be stored; the rest of the words can.
    storable = note.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    _change(
        connection,
        "UPDATE sessions SET effort = :effort, note = :note WHERE id = :id",
        {"id": session_id, "effort": effort, "note": storable},
    )


def discard_session(connection: sqlite3.Connection, session_id: str, at_utc: datetime) -> None:
    """Put a session and its ratings into the trash; nothing is erased."""
    values = {"id": session_id, "utc_ms": utc_ms(at_utc)}
    _change(connection, "UPDATE sessions SET deleted_utc_ms = :utc_ms WHERE id = :id", values)
    connection.execute(
        "UPDATE ratings SET deleted_utc_ms = :utc_ms WHERE session_id = :id AND deleted_utc_ms IS NULL",
        values,
    )


def _change(connection: sqlite3.Connection, statement: str, values: dict[str, object]) -> None:
    if connection.execute(statement, values).rowcount != 1:
        raise LookupError("no such session")
