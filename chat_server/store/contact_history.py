"""A contact's history, kind by kind; each kind is looked up by an index of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.campaigns.mail import MailState
from chat_server.domain.contact_history import CallNote, HistoryEntry, HistoryKind
from chat_server.domain.message import AuthorKind, MessageKind

from .tables import (
    audit,
    call_notes,
    campaign_mails,
    campaigns,
    consents,
    conversations,
    incentives,
    issued_coupons,
    messages,
    orders,
    points,
)

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.contact import Contact
    from chat_server.domain.contact_history import HistoryPlace

_c, _m, _o, _i = conversations.c, messages.c, orders.c, issued_coupons.c
_MAILED = {"emailed": "sent", "email_failed": "failed"}
_MOST_NAMES = 5


class ContactHistoryRows:
    """See `domain.ports.ContactHistory`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def of(
        self, contact: Contact, kind: HistoryKind, before: HistoryPlace | None, limit: int
    ) -> list[HistoryEntry]:
        """Ties by id."""
        found, at, key = _ENTRIES[kind](contact)
        if before is not None:
            found = found.where(_after(before, kind, at, key))
        found = found.order_by(at.desc(), key.desc()).limit(limit)
        return [_entry(kind, row._mapping) for row in await self._session.execute(found)]  # noqa: SLF001 - its public name

    async def note(self, note_id: str) -> CallNote | None:
        """By id."""
        return await self._session.get(CallNote, note_id)

    async def notes(self, contact_id: str) -> list[CallNote]:
        """Newest first."""
        theirs = sa.select(CallNote).where(call_notes.c.contact_id == contact_id)
        newest = theirs.order_by(call_notes.c.at.desc(), call_notes.c.id.desc())
        return list(await self._session.scalars(newest))


def _after(
    place: HistoryPlace, kind: HistoryKind, at: sa.Column[Any], key: sa.Column[Any]
) -> sa.ColumnElement[bool]:
    moment = sa.literal(place.at, at.type)
    all_of_it, by_id = place.shows(kind)
    if all_of_it:
        return at <= moment
    return sa.or_(at < moment, sa.and_(at == moment, key < place.id)) if by_id else at < moment


_Found = tuple[sa.Select[Any], sa.Column[Any], sa.Column[Any]]


def _notes(contact: Contact) -> _Found:
    n = call_notes.c
    found = sa.select(n.id, n.at, n.agent_name.label("by"), n.text)
    return found.where(n.contact_id == contact.id), n.at, n.id


def _dialogues(contact: Contact) -> _Found:
    found = sa.select(
        _c.id,
        _c.opened_at.label("at"),
        _c.id.label("conversation_id"),
        _c.status.label("state"),
        _c.last_text.label("text"),
        _c.last_agent_id,
    )
    return found.where(_c.contact_id == contact.id), _c.opened_at, _c.id


def _orders(contact: Contact) -> _Found:
    found = sa.select(
        _o.number.label("id"),
        _o.placed_at.label("at"),
        _o.number,
        _o.status.label("state"),
        _o.total_cents.label("cents"),
        _o.currency,
        _o["items"].label("goods"),
    )
    # Of who the shop vouched for: nobody else's order is known to be theirs.
    return found.where(_o.customer_id == (contact.external_id or "")), _o.placed_at, _o.number


def _coupons(contact: Contact, at: sa.Column[Any]) -> _Found:
    found = sa.select(
        _i.id,
        at.label("at"),
        _i.conversation_id,
        incentives.c.name,
        _i.code.label("number"),
        _i.discount_cents.label("cents"),
        incentives.c.currency,
        incentives.c.kind.label("state"),
    ).join(incentives, incentives.c.id == _i.incentive_id)
    return found.where(_i.contact_id == contact.id, at.is_not(None)), at, _i.id


def _points(contact: Contact) -> _Found:
    p = points.c
    found = sa.select(p.id, p.at, p.conversation_id, p.change.label("points"), p.reason)
    return found.where(p.contact_id == contact.id), p.at, p.id


def _mails(contact: Contact) -> _Found:
    """The notes that tell agents of them; deliveries themselves are forgotten after a while."""
    told = sa.or_(*(_m.client_id.startswith(f"{code}:") for code in _MAILED))
    found = (
        sa.select(_m.id, _m.created_at.label("at"), _m.conversation_id, _m.content)
        .join(conversations, _c.id == _m.conversation_id)
        .where(
            _c.contact_id == contact.id,
            _m.kind == MessageKind.NOTE,
            _m.author_kind == AuthorKind.SYSTEM,
            told,
        )
    )
    return found, _m.created_at, _m.id


def _newsletters(contact: Contact) -> _Found:
    n = campaign_mails.c
    found = sa.select(n.id, n.sent_at.label("at"), campaigns.c.name, n.state).join(
        campaigns, campaigns.c.id == n.campaign_id
    )
    sent = n.state.in_((MailState.SENT, MailState.BOUNCED, MailState.UNKNOWN))
    return found.where(n.contact_id == contact.id, n.sent_at.is_not(None), sent), n.sent_at, n.id


def _consents(contact: Contact) -> _Found:
    n = consents.c
    found = sa.select(n.id, n.at, n.purpose.label("name"), n.granted)
    return found.where(n.contact_id == contact.id), n.at, n.id


def _reveals(contact: Contact) -> _Found:
    a = audit.c
    found = (
        sa.select(a.id, a.at, a.conversation_id, a.actor_name.label("by"), a.reason)
        .join(conversations, _c.id == a.conversation_id)
        .where(_c.contact_id == contact.id)
    )
    return found, a.at, a.id


_ENTRIES = {
    HistoryKind.CALL_NOTE: _notes,
    HistoryKind.DIALOGUE: _dialogues,
    HistoryKind.ORDER: _orders,
    HistoryKind.COUPON_REDEEMED: lambda contact: _coupons(contact, _i.redeemed_at),
    HistoryKind.COUPON_GIVEN: lambda contact: _coupons(contact, _i.minted_at),
    HistoryKind.POINTS: _points,
    HistoryKind.MAIL: _mails,
    HistoryKind.NEWSLETTER: _newsletters,
    HistoryKind.CONSENT: _consents,
    HistoryKind.REVEAL: _reveals,
}


def _entry(kind: HistoryKind, row: Any) -> HistoryEntry:
    state = row.get("state")
    if "granted" in row:
        state = "granted" if row["granted"] else "withdrawn"
    if kind is HistoryKind.MAIL:
        state = _MAILED.get(str(row["content"].get("code")))
    given = kind is HistoryKind.COUPON_GIVEN
    return HistoryEntry(
        kind=kind,
        id=row["id"],
        at=row["at"],
        conversation_id=row.get("conversation_id"),
        by=row.get("by"),
        name=_goods(row["goods"]) if "goods" in row else row.get("name"),
        state=str(state) if state is not None else None,
        text=row.get("text") or row.get("reason") or None,
        number=row.get("number"),
        cents=None if given else row.get("cents"),
        currency=row.get("currency"),
        points=row.get("points"),
    )


def _goods(items: object) -> str:
    lines = items if isinstance(items, list) else []
    names = [str(line.get("name") or line.get("sku")) for line in lines if isinstance(line, dict)]
    return ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
