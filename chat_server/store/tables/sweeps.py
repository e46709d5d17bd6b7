"""When what was kept long enough was forgotten last."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.retention import KeptFor
from chat_server.store.types import words

from .columns import metadata, moment, number

sweeps = sa.Table(
    "sweeps",
    metadata,
    sa.Column("purpose", words(KeptFor), primary_key=True),
    moment("before"),
    moment("swept_at"),
    number("gone"),
)
