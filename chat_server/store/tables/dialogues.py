"""What is said, and where each dialogue stands."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.conversation import Status
from chat_server.domain.message import AuthorKind, MessageKind
from chat_server.domain.ownership import OwnerKind
from chat_server.store.types import words

from .columns import BIG, ID, json, key, metadata, moment, number, ref, text

conversations = sa.Table(
    "conversations",
    metadata,
    key(),
    ref("inbox_id", "inboxes.id"),
    ref("contact_id", "contacts.id"),
    ref("visitor_id", "visitors.id"),
    text("client_id", 64),
    text("locale", 20),
    sa.Column("owner_kind", words(OwnerKind), nullable=False),
    sa.Column("owner_agent_id", ID, nullable=True),
    text("owner_name", nullable=True),
    number("owner_epoch"),
    moment("opened_at"),
    moment("updated_at"),
    sa.Column("status", words(Status), nullable=False),
    number("last_seq"),
    number("last_public_seq"),
    number("revision"),
    number("visitor_read_seq"),
    number("agent_read_seq"),
    text("last_text"),
    json("tags"),
    sa.Column("page_url", sa.Text(), nullable=True),
    sa.Column("page_title", sa.Text(), nullable=True),
    sa.Column("referrer", sa.Text(), nullable=True),
    text("element", 64, nullable=True),
    text("campaign", nullable=True),
    text("variant", nullable=True),
    moment("queued_at", nullable=True),
    text("handoff_reason", 40, nullable=True),
    sa.Column("handoff_summary", sa.Text(), nullable=True),
    sa.Column("return_note", sa.Text(), nullable=True),
    sa.Column("returned_epoch", sa.Integer(), nullable=True),
    sa.Column("last_agent_id", ID, nullable=True),
    sa.Column("team_id", ID, nullable=True),
    moment("waiting_since", nullable=True),
    moment("owner_since", nullable=True),
    sa.Column("routed", sa.Boolean(), nullable=False),
    moment("unanswered_since", nullable=True),
    json("passed_over"),
    moment("resolved_at", nullable=True),
    sa.Column("rating", sa.Integer(), nullable=True),
    sa.Column("rating_comment", sa.Text(), nullable=True),
    moment("offline_at", nullable=True),
    text("reply_to", 254, nullable=True),
    sa.Column("mail_from_seq", sa.Integer(), nullable=True),
    moment("answered_at", nullable=True),
    moment("idle_noticed_at", nullable=True),
    moment("snoozed_until", nullable=True),
    sa.UniqueConstraint("visitor_id", "client_id"),
    # None has a column that changes with every message.
    sa.Index(None, "contact_id", "opened_at"),
    sa.Index(None, "status", "owner_kind", "queued_at"),
    sa.Index(None, "owner_agent_id", "status"),
    sa.Index(None, "opened_at"),
)

# Beside their messages; the bytes lie in the storage.
files = sa.Table(
    "files",
    metadata,
    key(),
    ref("conversation_id", "conversations.id"),
    sa.Column("message_id", ID, nullable=False),
    text("name"),
    text("media_type", 100),
    sa.Column("size", BIG, nullable=False),
    moment("created_at"),
    sa.Index(None, "conversation_id"),
)

# `position` gives the search index a row number that never changes.
messages = sa.Table(
    "messages",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=True),
    ref("conversation_id", "conversations.id"),
    number("seq"),
    sa.Column("id", ID, nullable=False, unique=True),
    number("public_prev_seq"),
    text("client_id", 100),
    sa.Column("author_kind", words(AuthorKind), nullable=False),
    sa.Column("author_id", ID, nullable=True),
    text("author_name", nullable=True),
    text("sender", 100),
    sa.Column("kind", words(MessageKind), nullable=False),
    json("content"),
    sa.Column("text", sa.Text(), nullable=False),
    moment("created_at"),
    json("used_facts"),
    sa.Column("understood", sa.JSON(none_as_null=True), nullable=True),
    number("revision"),
    sa.UniqueConstraint("conversation_id", "seq"),
    # The client id first: those of our own clients sort by time, so that new ones share a page.
    sa.UniqueConstraint("client_id", "conversation_id", "sender"),
    sqlite_autoincrement=True,
)
