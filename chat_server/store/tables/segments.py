"""Rules over contacts, by the names marketers gave them."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import json, key, metadata, moment

segments = sa.Table(
    "segments",
    metadata,
    key(),
    sa.Column("name", sa.String(200), nullable=False, unique=True),
    json("rule"),
    moment("created_at"),
    moment("updated_at"),
)
