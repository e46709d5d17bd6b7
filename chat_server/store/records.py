"""Which tables hold something of a person, and where each of them is told of when the person asks for all of it.

A table that knows contacts, dialogues or messages stands in exactly one of the three lists: `tests/store/test_records.py` fails
for a new one until somebody has decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import sqlalchemy as sa

from .tables import contacts, conversations, metadata, orders

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

# Parts of an export of their own.
WHOLE: Final = frozenset(
    {"contacts", "facts", "conversations", "messages", "issued_coupons", "points", "call_notes"}
)
# Told line by line, with these columns; whose colleague did something is that colleague's.
LISTED: Final[Mapping[str, tuple[str, ...]]] = {
    "visitors": ("created_at", "element_code", "page"),
    "consents": ("purpose", "granted", "at"),
    "touches": ("element_code", "step", "at"),
    "exposures": ("experiment_id", "variant", "at", "until"),
    "campaign_mails": ("campaign_id", "state", "due_at", "sent_at", "reason"),
    "outbox": ("kind", "conversation_id", "recipient", "created_at", "state", "finished_at"),
    "webhook_deliveries": ("webhook_id", "type", "conversation_id", "created_at", "state", "finished_at"),
    "response_events": (
        "conversation_id", "opened_at", "channel", "language", "element", "campaign", "variant", "intents", "misses",
        "handed_off_at", "handoff_reason", "resolved_at", "resolved_by", "rating", "facts_learned", "facts_used", "memory_arm",
    ),
    "files": ("conversation_id", "name", "media_type", "size", "created_at"),
    "sampled_dialogues": ("conversation_id", "stratum"),
    "codings": ("conversation_id", "code", "at"),
    "lessons": ("conversation_id", "language", "intent", "heard_intent", "wording", "reviewed_at"),
    "audit": ("at", "action", "conversation_id", "reason"),
    "merges": ("at", "undone_at"),
    "customers": ("name", "email", "locale", "phone", "city"),
    "orders": ("number", "status", "placed_at", "currency", "total_cents", "items", "delivered_at"),
    "order_returns": ("order_number", "reason", "created_at", "status"),
}  # fmt: skip
# Not told, and why.
UNTOLD: Final[Mapping[str, str]] = {
    "events": "the log of what the other tables tell; its lines hold no words",
    "bot_turns": "that a message waits for the bot, or did",
    "recall_statements": "digests of the messages, for finding them",
    "recall_vectors": "as above",
    "forgotten_facts": "digests of what was forgotten, so that it stays so",
    "used_identities": "digests of tokens that were used",
}


def rows_of(name: str, contact_id: str) -> sa.Select[tuple[object, ...]]:
    """Of a listed table, those of one contact, oldest first as far as it knows."""
    table = metadata.tables[name]
    told = sa.select(*(table.c[column] for column in LISTED[name]))
    owned = sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
    known_as = sa.select(contacts.c.external_id).where(contacts.c.id == contact_id)
    which: sa.ColumnElement[bool]
    if name == "customers":
        which = table.c.id.in_(known_as)
    elif name == "orders":
        which = table.c.customer_id.in_(known_as)
    elif name == "order_returns":
        bought = sa.select(orders.c.number).where(orders.c.customer_id.in_(known_as))
        which = table.c.order_number.in_(bought)
    elif name == "merges":
        which = table.c.target_id == contact_id
    elif "contact_id" in table.c:
        which = table.c.contact_id == contact_id
    else:
        which = table.c.conversation_id.in_(owned)
    return told.where(which).order_by(*(table.c[one] for one in LISTED[name] if one in _TIMES))


_TIMES = ("at", "created_at", "opened_at", "due_at", "reviewed_at", "placed_at")


async def records_of(session: AsyncSession, contact_id: str) -> dict[str, list[dict[str, object]]]:
    """By table, those that hold something."""
    found: dict[str, list[dict[str, object]]] = {}
    for name in LISTED:
        rows = (await session.execute(rows_of(name, contact_id))).mappings().all()
        if rows:
            found[name] = [{str(key): value for key, value in row.items()} for row in rows]
    return found


def of_persons() -> frozenset[str]:
    """Tables that know contacts, browsers, dialogues, messages or customers, by a column's name or a reference."""
    known = {"contacts", "visitors", "conversations", "messages", "customers", "orders"}
    return frozenset(
        table.name
        for table in metadata.sorted_tables
        if table.name in known
        or _KEYS & {column.name for column in table.columns}
        or any(key.column.table.name in known for key in table.foreign_keys)
    )


_KEYS = frozenset(
    {"contact_id", "conversation_id", "visitor_id", "message_id", "customer_id", "person", "recipient", "source_id", "target_id"}
)  # fmt: skip


def goes_with_the_person() -> frozenset[str]:
    """Tables whose rows the database itself deletes with a contact."""
    gone = {"contacts"}
    while True:
        more = {
            table.name
            for table in metadata.sorted_tables
            if table.name not in gone
            and any(
                key.column.table.name in gone and key.ondelete == "CASCADE"
                for key in table.foreign_keys
            )
        }
        if not more:
            return frozenset(gone)
        gone |= more
