"""The facts of a session in the database."""

import sqlite3
from collections.abc import Sequence

from retrowalk.core.walk.events import Fact
from retrowalk.storage.event_codec import FactRow, decode_fact, encode_fact
from retrowalk.storage.sound_rows import sound_rows


def add_facts(connection: sqlite3.Connection, session_id: str, facts: Sequence[Fact]) -> None:
    """Write facts behind those that are there, in order."""
    last = connection.execute(
        "SELECT coalesce(max(number), 0) FROM facts WHERE session_id = ?", (session_id,)
    ).fetchone()[0]
    rows = [(number, encode_fact(fact)) for number, fact in enumerate(facts, last + 1)]
    connection.executemany(
        "INSERT INTO facts (session_id, number, kind, at_ms, utc_ms, body) VALUES (?, ?, ?, ?, ?, ?)",
        [(session_id, number, row.kind, row.at_ms, row.utc_ms, row.body) for number, row in rows],
    )


def read_facts(connection: sqlite3.Connection, session_id: str) -> tuple[Fact, ...]:
    """Return the facts of a session, in order."""
    rows = connection.execute(
        "SELECT kind, at_ms, utc_ms, body FROM facts WHERE session_id = ? ORDER BY number", (session_id,)
    ).fetchall()
    return sound_rows("facts", rows, FactRow, decode_fact)
