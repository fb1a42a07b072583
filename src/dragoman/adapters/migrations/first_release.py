"""The layout of 0.1: versions of reports with their readings, words, a log, and view rows."""

from __future__ import annotations

FIRST_RELEASE = (
    """
    CREATE TABLE version (
        key INTEGER PRIMARY KEY,
        report TEXT NOT NULL,
        number INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        outlet TEXT,
        published TEXT,
        title TEXT,
        url TEXT,
        source TEXT NOT NULL,
        added TEXT NOT NULL,
        replaced_by INTEGER REFERENCES version (key),
        UNIQUE (report, key)
    )
    """,
    "CREATE INDEX version_sha256 ON version (sha256)",
    "CREATE INDEX version_url ON version (url)",
    "CREATE INDEX version_title ON version (title)",
    "CREATE TABLE text (key INTEGER PRIMARY KEY REFERENCES version (key), body TEXT NOT NULL, raw BLOB)",
    """
    CREATE TABLE reading (
        key INTEGER PRIMARY KEY REFERENCES version (key),
        codec INTEGER NOT NULL,
        report BLOB NOT NULL,
        bearing BLOB NOT NULL,
        rest BLOB NOT NULL
    )
    """,
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        body, content = 'text', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
    )
    """,
    "CREATE TABLE staged (fingerprint TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID",
    "CREATE TABLE log (number INTEGER PRIMARY KEY, made TEXT NOT NULL, record TEXT NOT NULL)",
    "CREATE TRIGGER log_is_not_changed BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is only added to'); END",
    "CREATE TRIGGER log_is_not_cut BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is only added to'); END",
    """
    CREATE TABLE snapshot (
        id INTEGER PRIMARY KEY,
        as_of TEXT,
        known_by TEXT,
        position TEXT NOT NULL,
        rules TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE view_row (
        snapshot INTEGER NOT NULL REFERENCES snapshot (id),
        view TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        matter TEXT,
        status TEXT,
        day TEXT,
        record TEXT NOT NULL,
        PRIMARY KEY (snapshot, view, ordinal)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX view_row_id ON view_row (snapshot, view, id)",
    "CREATE INDEX view_row_status ON view_row (snapshot, view, status)",
    "CREATE INDEX view_row_matter ON view_row (snapshot, view, matter)",
    """
    CREATE TABLE view_actor (
        snapshot INTEGER NOT NULL REFERENCES snapshot (id),
        view TEXT NOT NULL,
        actor TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        PRIMARY KEY (snapshot, view, actor, ordinal)
    ) WITHOUT ROWID
    """,
)
