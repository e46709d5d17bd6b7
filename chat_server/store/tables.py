"""Every table: the only second shape a noun has; `mapping.py` joins them to the domain classes."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.agent import Availability, Role
from chat_server.domain.bot_turn import TurnState
from chat_server.domain.consent import Purpose
from chat_server.domain.conversation import Status
from chat_server.domain.events import EventType
from chat_server.domain.fact import FactSource, FactState
from chat_server.domain.inbox import RoutingMode
from chat_server.domain.message import AuthorKind, MessageKind
from chat_server.domain.outbox import DeliveryKind, DeliveryState
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.shop import OrderStatus

from .types import UtcDateTime, words

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_ID = sa.String(64)
_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _id(name: str = "id") -> sa.Column[str]:
    return sa.Column(name, _ID, primary_key=True)


def _ref(name: str, target: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, _ID, sa.ForeignKey(target, ondelete="CASCADE"), nullable=nullable)


def _text(name: str, length: int = 200, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(), nullable=nullable)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def _int(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


inboxes = sa.Table(
    "inboxes",
    metadata,
    _id(),
    sa.Column("key", _ID, nullable=False, unique=True),
    _text("name"),
    _text("locale", 20),
    _text("timezone", 64),
    sa.Column("greeting", sa.Text(), nullable=False),
    _text("accent", 20),
    _text("bot_name"),
    _json("allowed_origins"),
    _json("secrets"),
    sa.Column("hours", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("offline_message", sa.Text(), nullable=True),
    _text("reply_email", 254, nullable=True),
    _int("idle_minutes"),
    _int("idle_agent_minutes"),
    _int("idle_close_minutes"),
    sa.Column("routing", words(RoutingMode), nullable=False),
    _int("answer_seconds"),
    _int("reply_seconds"),
    _int("relax_seconds"),
    sa.Column("team_id", _ID, nullable=True),
    _json("routing_rules"),
)

agents = sa.Table(
    "agents",
    metadata,
    _id(),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    _text("name"),
    sa.Column("role", words(Role), nullable=False),
    _text("password_hash", 300),
    _time("created_at"),
    sa.Column("availability", words(Availability), nullable=False),
    _json("skills"),
    _json("languages"),
    _int("capacity"),
    _time("idle_since", nullable=True),
    _time("gone_at", nullable=True),
)

teams = sa.Table(
    "teams",
    metadata,
    _id(),
    sa.Column("name", sa.String(80), nullable=False, unique=True),
    _json("languages"),
    _json("skills"),
)

team_members = sa.Table(
    "team_members",
    metadata,
    sa.Column("team_id", _ID, sa.ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("agent_id", _ID, sa.ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True),
)

queue_paces = sa.Table(
    "queue_paces",
    metadata,
    sa.Column("inbox_id", _ID, primary_key=True),
    sa.Column("team_id", _ID, primary_key=True),
    _int("slots"),
    _int("served"),
    sa.Column("slot_seconds", sa.Float(), nullable=False),
    sa.Column("giving_up", sa.Float(), nullable=False),
    sa.Column("low", sa.Float(), nullable=False),
    sa.Column("middle", sa.Float(), nullable=False),
    sa.Column("high", sa.Float(), nullable=False),
    _time("at"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    _id("token_digest"),
    _ref("agent_id", "agents.id"),
    _time("created_at"),
    _time("expires_at"),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    _id(),
    _text("name"),
    sa.Column("role", words(Role), nullable=False),
    sa.Column("token_digest", _ID, nullable=False, unique=True),
    _time("created_at"),
)

used_identities = sa.Table(
    "used_identities",
    metadata,
    _id("token_digest"),
    sa.Column("visitor_id", _ID, nullable=False),
    _time("expires_at"),
)

canned_replies = sa.Table(
    "canned_replies",
    metadata,
    _id(),
    sa.Column("shortcut", sa.String(40), nullable=False, unique=True),
    sa.Column("text", sa.Text(), nullable=False),
)

contacts = sa.Table(
    "contacts",
    metadata,
    _id(),
    _ref("inbox_id", "inboxes.id"),
    _text("external_id", nullable=True),
    _text("name", nullable=True),
    _text("email", 254, nullable=True),
    _text("phone", 40, nullable=True),
    _text("locale", 20, nullable=True),
    _time("created_at"),
    _time("last_seen_at"),
    sa.UniqueConstraint("inbox_id", "external_id"),
)

visitors = sa.Table(
    "visitors",
    metadata,
    _id(),
    _ref("inbox_id", "inboxes.id"),
    _ref("contact_id", "contacts.id"),
    sa.Column("token_digest", _ID, nullable=False, unique=True),
    _time("created_at"),
    _text("element_code", 64, nullable=True),
    _json("page"),
    sa.Index(None, "contact_id"),
)

consents = sa.Table(
    "consents",
    metadata,
    _id(),
    _ref("contact_id", "contacts.id"),
    sa.Column("purpose", words(Purpose), nullable=False),
    sa.Column("granted", sa.Boolean(), nullable=False),
    _time("at"),
    sa.Index(None, "contact_id"),
)

conversations = sa.Table(
    "conversations",
    metadata,
    _id(),
    _ref("inbox_id", "inboxes.id"),
    _ref("contact_id", "contacts.id"),
    _ref("visitor_id", "visitors.id"),
    _text("client_id", 64),
    _text("locale", 20),
    sa.Column("owner_kind", words(OwnerKind), nullable=False),
    sa.Column("owner_agent_id", _ID, nullable=True),
    _text("owner_name", nullable=True),
    _int("owner_epoch"),
    _time("opened_at"),
    _time("updated_at"),
    sa.Column("status", words(Status), nullable=False),
    _int("last_seq"),
    _int("last_public_seq"),
    _int("visitor_read_seq"),
    _int("agent_read_seq"),
    _text("last_text"),
    _json("tags"),
    sa.Column("page_url", sa.Text(), nullable=True),
    sa.Column("page_title", sa.Text(), nullable=True),
    sa.Column("referrer", sa.Text(), nullable=True),
    _text("element", 64, nullable=True),
    _text("campaign", nullable=True),
    _text("variant", nullable=True),
    _time("queued_at", nullable=True),
    _text("handoff_reason", 40, nullable=True),
    sa.Column("handoff_summary", sa.Text(), nullable=True),
    sa.Column("return_note", sa.Text(), nullable=True),
    sa.Column("returned_epoch", sa.Integer(), nullable=True),
    sa.Column("last_agent_id", _ID, nullable=True),
    sa.Column("team_id", _ID, nullable=True),
    _time("waiting_since", nullable=True),
    _time("owner_since", nullable=True),
    sa.Column("routed", sa.Boolean(), nullable=False),
    _time("unanswered_since", nullable=True),
    _json("passed_over"),
    _time("resolved_at", nullable=True),
    sa.Column("rating", sa.Integer(), nullable=True),
    sa.Column("rating_comment", sa.Text(), nullable=True),
    _time("offline_at", nullable=True),
    _text("reply_to", 254, nullable=True),
    sa.Column("mail_from_seq", sa.Integer(), nullable=True),
    _time("answered_at", nullable=True),
    _time("idle_noticed_at", nullable=True),
    _time("snoozed_until", nullable=True),
    sa.UniqueConstraint("visitor_id", "client_id"),
    # None has a column that changes with every message.
    sa.Index(None, "contact_id", "opened_at"),
    sa.Index(None, "status", "owner_kind", "queued_at"),
    sa.Index(None, "owner_agent_id", "status"),
    sa.Index(None, "opened_at"),
)

# `position` gives the search index a row number that never changes.
messages = sa.Table(
    "messages",
    metadata,
    sa.Column("position", _BIG, primary_key=True, autoincrement=True),
    _ref("conversation_id", "conversations.id"),
    _int("seq"),
    sa.Column("id", _ID, nullable=False, unique=True),
    _int("public_prev_seq"),
    _text("client_id", 100),
    sa.Column("author_kind", words(AuthorKind), nullable=False),
    sa.Column("author_id", _ID, nullable=True),
    _text("author_name", nullable=True),
    _text("sender", 100),
    sa.Column("kind", words(MessageKind), nullable=False),
    _json("content"),
    sa.Column("text", sa.Text(), nullable=False),
    _time("created_at"),
    _json("used_facts"),
    sa.Column("understood", sa.JSON(none_as_null=True), nullable=True),
    sa.UniqueConstraint("conversation_id", "seq"),
    sa.UniqueConstraint("conversation_id", "sender", "client_id"),
    sqlite_autoincrement=True,
)

bot_turns = sa.Table(
    "bot_turns",
    metadata,
    _id(),
    _ref("conversation_id", "conversations.id"),
    _int("message_seq"),
    _int("epoch"),
    _time("created_at"),
    sa.Column("state", words(TurnState), nullable=False),
    _int("attempts"),
    _time("started_at", nullable=True),
    _time("finished_at", nullable=True),
    _text("outcome", 64, nullable=True),
    sa.UniqueConstraint("conversation_id", "message_seq"),
    sa.Index(None, "state", "created_at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    _id(),
    sa.Column("kind", words(DeliveryKind), nullable=False),
    _text("source", 160),
    _ref("conversation_id", "conversations.id"),
    _time("created_at"),
    _time("due_at"),
    _json("payload"),
    _text("recipient", 254, nullable=True),
    sa.Column("state", words(DeliveryState), nullable=False),
    _int("attempts"),
    _time("leased_until", nullable=True),
    _time("finished_at", nullable=True),
    sa.Column("outcome", sa.Text(), nullable=True),
    sa.UniqueConstraint("source", "kind"),
    sa.Index(None, "state", "due_at"),
    sa.Index(None, "conversation_id"),
    sa.Index(None, "recipient"),
)

facts = sa.Table(
    "facts",
    metadata,
    _id(),
    _ref("contact_id", "contacts.id"),
    _text("key", 40),
    sa.Column("value", sa.Text(), nullable=False),
    sa.Column("source", words(FactSource), nullable=False),
    sa.Column("confidence", sa.Float(), nullable=False),
    _time("observed_at"),
    sa.Column("state", words(FactState), nullable=False),
    _ref("conversation_id", "conversations.id", nullable=True),
    sa.Column("message_id", _ID, nullable=True),
    sa.Column("start", sa.Integer(), nullable=True),
    sa.Column("end", sa.Integer(), nullable=True),
    sa.Column("superseded_by", _ID, nullable=True),
    _time("ended_at", nullable=True),
    sa.Index(None, "contact_id", "state"),
)

NOT_SPOKEN = "type NOT IN ('visitor_spoke', 'bot_spoke', 'agent_spoke', 'system_spoke')"
events = sa.Table(
    "events",
    metadata,
    sa.Column("position", _BIG, primary_key=True, autoincrement=True),
    sa.Column("id", _ID, nullable=False, unique=True),
    sa.Column("type", words(EventType), nullable=False),
    _time("at"),
    sa.Column("inbox_id", _ID, nullable=False),
    _text("actor_kind", 20),
    sa.Column("conversation_id", _ID, nullable=True),
    sa.Column("contact_id", _ID, nullable=True),
    sa.Column("actor_id", _ID, nullable=True),
    _json("data"),
    # Lines about messages have the message's id, and are found by it.
    sa.Index(
        "ix_events_conversation_id_not_spoken",
        "conversation_id",
        sqlite_where=sa.text(NOT_SPOKEN),
        postgresql_where=sa.text(NOT_SPOKEN),
    ),
    sa.Index(None, "type", "at"),
    sqlite_autoincrement=True,
)

response_events = sa.Table(
    "response_events",
    metadata,
    _id("conversation_id"),
    sa.Column("inbox_id", _ID, nullable=False),
    sa.Column("contact_id", _ID, nullable=False),
    _time("opened_at"),
    _text("channel", 32),
    _text("language", 20),
    _text("element", 64, nullable=True),
    _text("campaign", nullable=True),
    _text("variant", nullable=True),
    _json("intents"),
    _int("misses"),
    _int("visitor_messages"),
    _int("bot_messages"),
    _int("agent_messages"),
    _time("first_reply_at", nullable=True),
    _time("handed_off_at", nullable=True),
    _text("handoff_reason", 40, nullable=True),
    _int("handoffs"),
    _time("first_agent_reply_at", nullable=True),
    _json("agents"),
    _time("resolved_at", nullable=True),
    _text("resolved_by", 20, nullable=True),
    sa.Column("rating", sa.Integer(), nullable=True),
    _int("facts_learned"),
    _int("facts_used"),
    sa.Index(None, "opened_at"),
)

campaigns = sa.Table("campaigns", metadata, _id(), _text("name"), _time("created_at"))

elements = sa.Table(
    "elements",
    metadata,
    _id("code"),
    _text("kind", 20),
    _text("name"),
    sa.Column("target_url", sa.Text(), nullable=False),
    _ref("inbox_id", "inboxes.id"),
    _time("created_at"),
    _ref("campaign_id", "campaigns.id", nullable=True),
    _text("variant", nullable=True),
)

products = sa.Table(
    "products",
    metadata,
    _id("sku"),
    _text("name"),
    _text("category", 40),
    sa.Column("description", sa.Text(), nullable=False),
    _int("price_cents"),
    _text("currency", 3),
    sa.Column("image_url", sa.Text(), nullable=False),
    sa.Column("url", sa.Text(), nullable=False),
    _json("colours"),
    _json("sizes"),
    _json("in_stock"),
)

customers = sa.Table(
    "customers",
    metadata,
    _id(),
    _text("name"),
    sa.Column("email", sa.String(254), nullable=False),
    _text("locale", 20),
    _text("phone", 40, nullable=True),
    _text("city", nullable=True),
    sa.Index(None, "email"),
)

orders = sa.Table(
    "orders",
    metadata,
    _id("number"),
    _ref("customer_id", "customers.id"),
    sa.Column("status", words(OrderStatus), nullable=False),
    _time("placed_at"),
    _text("currency", 3),
    _int("total_cents"),
    _json("items"),
    _time("delivered_at", nullable=True),
    _time("eta", nullable=True),
    _text("carrier", nullable=True),
    sa.Column("tracking_url", sa.Text(), nullable=True),
    sa.Index(None, "customer_id", "placed_at"),
)

order_returns = sa.Table(
    "order_returns",
    metadata,
    _id(),
    _ref("order_number", "orders.number"),
    sa.Column("reason", sa.Text(), nullable=False),
    _time("created_at"),
    _text("sku", 64, nullable=True),
    _text("status", 20),
    sa.Index(None, "order_number"),
)

coupons = sa.Table(
    "coupons",
    metadata,
    _id("code"),
    _text("kind", 20),
    _int("value"),
    _text("currency", 3),
    _int("min_total_cents"),
    _time("valid_until"),
)

# Times are seconds of the database's own clock, by which all hubs go.
leases = sa.Table(
    "leases",
    metadata,
    _id("name"),
    _text("holder", 64),
    sa.Column("expires_at", sa.Float(), nullable=False),
)
