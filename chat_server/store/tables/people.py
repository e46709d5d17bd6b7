"""Who writes, what they allowed and what is remembered of them."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.consent import Purpose
from chat_server.domain.facts.fact import FactReason, FactSource, FactState
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, ref, text

contacts = sa.Table(
    "contacts",
    metadata,
    key(),
    ref("inbox_id", "inboxes.id"),
    text("external_id", nullable=True),
    text("name", nullable=True),
    text("email", 254, nullable=True),
    text("phone", 40, nullable=True),
    text("locale", 20, nullable=True),
    moment("created_at"),
    moment("last_seen_at"),
    sa.UniqueConstraint("inbox_id", "external_id"),
    # Whose an order is; of most people nobody knows.
    sa.Index(
        None,
        "external_id",
        "id",
        sqlite_where=sa.text("external_id IS NOT NULL"),
        postgresql_where=sa.text("external_id IS NOT NULL"),
    ),
    sa.Index(None, "last_seen_at", "id"),
)

visitors = sa.Table(
    "visitors",
    metadata,
    key(),
    ref("inbox_id", "inboxes.id"),
    ref("contact_id", "contacts.id"),
    sa.Column("token_digest", ID, nullable=False, unique=True),
    moment("created_at"),
    text("element_code", 64, nullable=True),
    json("page"),
    sa.Index(None, "contact_id"),
)

used_identities = sa.Table(
    "used_identities",
    metadata,
    key("token_digest"),
    sa.Column("visitor_id", ID, nullable=False),
    moment("expires_at"),
)

consents = sa.Table(
    "consents",
    metadata,
    key(),
    ref("contact_id", "contacts.id"),
    sa.Column("purpose", words(Purpose), nullable=False),
    sa.Column("granted", sa.Boolean(), nullable=False),
    moment("at"),
    sa.Index(None, "contact_id"),
)

call_notes = sa.Table(
    "call_notes",
    metadata,
    key(),
    ref("contact_id", "contacts.id"),
    sa.Column("agent_id", ID, nullable=False),
    text("agent_name"),
    moment("at"),
    sa.Column("text", sa.Text(), nullable=False),
    sa.Index(None, "contact_id", "at"),
)

facts = sa.Table(
    "facts",
    metadata,
    key(),
    ref("contact_id", "contacts.id"),
    text("key", 40),
    sa.Column("value", sa.Text(), nullable=False),
    sa.Column("source", words(FactSource), nullable=False),
    sa.Column("confidence", sa.Float(), nullable=False),
    moment("observed_at"),
    sa.Column("state", words(FactState), nullable=False),
    ref("conversation_id", "conversations.id", nullable=True),
    sa.Column("message_id", ID, nullable=True),
    sa.Column("start", sa.Integer(), nullable=True),
    sa.Column("end", sa.Integer(), nullable=True),
    sa.Column("superseded_by", ID, nullable=True),
    moment("ended_at", nullable=True),
    text("subject", 120, nullable=True),
    moment("valid_from", nullable=True),
    moment("valid_until", nullable=True),
    moment("confirmed_at", nullable=True),
    text("consent", 64, nullable=True),
    text("language", 20, nullable=True),
    sa.Column("reason", words(FactReason), nullable=True),
    sa.Index(None, "contact_id", "state"),
    sa.Index(None, "contact_id", "key"),
    sa.Index(None, "contact_id", "ended_at"),
    # What was told lately, whoever told it.
    sa.Index(None, "key", "observed_at"),
)

forgotten_facts = sa.Table(
    "forgotten_facts",
    metadata,
    key(),
    ref("contact_id", "contacts.id"),
    text("key", 40),
    sa.Column("digest", ID, nullable=False),
    moment("at"),
    sa.Index(None, "contact_id", "key"),
)
