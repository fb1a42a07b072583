"""The tables of a case's file as SQLAlchemy sees them; the migrations make them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

METADATA = MetaData()

VERSION = Table(
    "version",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("report", Text),
    Column("number", Integer),
    Column("sha256", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("title", Text),
    Column("url", Text),
    Column("source", Text),
    Column("added", Text),
    Column("replaced_by", Integer),
)
TEXT = Table(
    "text", METADATA, Column("key", Integer, primary_key=True), Column("body", Text), Column("raw", LargeBinary)
)
READING = Table(
    "reading",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("codec", Integer),
    Column("report", LargeBinary),
    Column("bearing", LargeBinary),
    Column("rest", LargeBinary),
)
SHEET = Table(
    "sheet",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("stamp", Text, primary_key=True),
    Column("record", LargeBinary),
)
WORKED = Table("worked", METADATA, Column("name", Text, primary_key=True), Column("record", LargeBinary))
STAGED = Table("staged", METADATA, Column("fingerprint", Text, primary_key=True), Column("record", LargeBinary))
LOG = Table("log", METADATA, Column("number", Integer, primary_key=True), Column("made", Text), Column("record", Text))
SNAPSHOT = Table(
    "snapshot",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("as_of", Text),
    Column("known_by", Text),
    Column("position", Text),
    Column("rules", Text),
)
VIEW_ROW = Table(
    "view_row",
    METADATA,
    Column("snapshot", Integer, primary_key=True),
    Column("view", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("id", Text),
    Column("matter", Text),
    Column("status", Text),
    Column("day", Text),
    Column("record", Text),
    Column("mark", Integer),
)
VIEW_ACTOR = Table(
    "view_actor",
    METADATA,
    Column("snapshot", Integer, primary_key=True),
    Column("view", Text, primary_key=True),
    Column("actor", Text, primary_key=True),
    Column("ordinal", Integer, primary_key=True),
)
