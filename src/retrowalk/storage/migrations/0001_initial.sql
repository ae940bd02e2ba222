-- Sessions as they really happened, what happened in them, and the ratings of pain.
--
-- Times are whole milliseconds; wall times count from 1970 in UTC, with the minutes that local time was ahead.
-- A row in the trash has deleted_utc_ms; everything else reads past it.

PRAGMA application_id = 1381452875; -- "RWLK"

-- Which write got here last: a commit can fail to say that it succeeded (storage/transactions.py).
CREATE TABLE last_write (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    token TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    started_utc_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    plan TEXT NOT NULL,        -- a preset file (JSON) of one preset: the copy that was walked
    preset_id TEXT NOT NULL,   -- for lists; the plan holds both as well
    preset_name TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('running', 'finished', 'stopped', 'partial')),
    reached_ms INTEGER NOT NULL CHECK (reached_ms >= 0),
    reached_utc_ms INTEGER NOT NULL,
    ended_utc_ms INTEGER,
    forward_ms INTEGER CHECK (forward_ms >= 0),
    backward_ms INTEGER CHECK (backward_ms >= 0),
    turns INTEGER CHECK (turns >= 0),
    bouts_done INTEGER CHECK (bouts_done >= 0),
    bouts_planned INTEGER CHECK (bouts_planned >= 0),
    pauses INTEGER CHECK (pauses >= 0),
    effort INTEGER CHECK (effort BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    deleted_utc_ms INTEGER,
    CHECK (
        outcome = 'running'
        OR (
            ended_utc_ms IS NOT NULL AND forward_ms IS NOT NULL AND backward_ms IS NOT NULL AND turns IS NOT NULL
            AND bouts_done IS NOT NULL AND bouts_planned IS NOT NULL AND pauses IS NOT NULL
        )
    )
) STRICT;

CREATE INDEX sessions_by_start ON sessions (started_utc_ms);
CREATE INDEX sessions_by_day ON sessions (local_day);
CREATE INDEX sessions_running ON sessions (started_utc_ms) WHERE outcome = 'running';

CREATE TABLE facts (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL CHECK (at_ms >= 0),
    utc_ms INTEGER NOT NULL,
    body TEXT NOT NULL,        -- what the kind has besides its moment, as JSON
    PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE ratings (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
    moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'next-morning', 'weekly')),
    score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
    rated_utc_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1440 AND 1440),
    local_day TEXT NOT NULL CHECK (local_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    wording INTEGER NOT NULL CHECK (wording >= 1),
    deleted_utc_ms INTEGER
) STRICT;

CREATE INDEX ratings_by_day ON ratings (local_day);
CREATE INDEX ratings_by_session ON ratings (session_id);
