"""Ratings of pain in the database."""

import sqlite3
from datetime import date
from typing import Annotated

import msgspec

from retrowalk.core.pain.rating import HIGHEST, LOWEST, Moment, Rating
from retrowalk.storage.sound_rows import sound_rows
from retrowalk.storage.stored_values import OffsetMin, UtcMs, utc_ms, utc_of


def write_rating(connection: sqlite3.Connection, rating: Rating) -> None:
    """Write a rating, in the place of an earlier one with the same id, be that in the trash."""
    connection.execute(
        """
        INSERT INTO ratings (id, session_id, moment, score, rated_utc_ms, utc_offset_min, local_day, wording)
        VALUES (:id, :session_id, :moment, :score, :rated_utc_ms, :utc_offset_min, :local_day, :wording)
        ON CONFLICT (id) DO UPDATE SET
            session_id = excluded.session_id, moment = excluded.moment, score = excluded.score,
            rated_utc_ms = excluded.rated_utc_ms, utc_offset_min = excluded.utc_offset_min,
            local_day = excluded.local_day, wording = excluded.wording, deleted_utc_ms = NULL
        """,
        {
            "id": rating.id,
            "session_id": rating.session_id,
            "moment": rating.moment.value,
            "score": rating.score,
            "rated_utc_ms": utc_ms(rating.rated_utc),
            "utc_offset_min": rating.utc_offset_min,
            "local_day": rating.local_day.isoformat(),
            "wording": rating.wording,
        },
    )


def read_ratings(connection: sqlite3.Connection, since: date | None) -> tuple[Rating, ...]:
    """Return the ratings from a local day on, or all of them, the earliest first; none from the trash."""
    rows = connection.execute(
        """
        SELECT id, session_id, moment, score, rated_utc_ms, utc_offset_min, local_day, wording
        FROM ratings
        WHERE local_day >= ? AND deleted_utc_ms IS NULL
        ORDER BY rated_utc_ms
        """,
        ((since or date.min).isoformat(),),
    ).fetchall()
    return sound_rows("ratings", rows, _RatingRow, _rating)


class _RatingRow(msgspec.Struct, frozen=True, array_like=True):
    id: str
    session_id: str | None
    moment: Moment
    score: Annotated[int, msgspec.Meta(ge=LOWEST, le=HIGHEST)]
    rated_utc_ms: UtcMs
    utc_offset_min: OffsetMin
    local_day: date
    wording: Annotated[int, msgspec.Meta(ge=1)]


def _rating(row: _RatingRow) -> Rating:
    return Rating(
        id=row.id,
        session_id=row.session_id,
        moment=row.moment,
        score=row.score,
        rated_utc=utc_of(row.rated_utc_ms),
        utc_offset_min=row.utc_offset_min,
        local_day=row.local_day,
        wording=row.wording,
    )
