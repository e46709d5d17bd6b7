"""Who a visitor is: tokens of anonymous browsers, signed identities of customers."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from chat_server.domain.consent import DEFAULT_RULES, Allowance, Purpose
from chat_server.domain.contact import Contact, Identity, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.greeting import Greeting, greet
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.touch import TouchStep

from .access import VisitorCaller, contact_of
from .exposures import varied
from .meetings import arrived_by, meet
from .memory import allowance_of, remember, usable_facts
from .merges import merge, remember_before
from .proactive import taken_up
from .secret_box import SecretBox
from .signed_identity import LEEWAY, verified
from .snapshots import snapshot

# Nobody asks by the second when somebody was last here, and a write costs more than all the rest.
_SEEN_WITHIN = timedelta(minutes=1)
_NEWEST = 50


@dataclass(frozen=True)
class Arrival:
    """What a visitor says when connecting; `page` has url, title and referrer."""

    inbox_key: str
    token: str | None = None
    identity: str | None = None
    locale: str | None = None
    element: str | None = None
    origin: str | None = None
    page: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Admitted:
    """Who came, before anything was read for them; nothing can be there of whom nobody knows yet."""

    caller: VisitorCaller
    token: str
    inbox: Inbox
    contact: Contact
    is_new: bool = False


@dataclass(frozen=True)
class Session:
    """What a visitor is welcomed with; `token` is empty when the browser keeps the one it has."""

    caller: VisitorCaller
    token: str
    inbox: Inbox
    contact: Contact
    conversation: Snapshot | None
    messages: list[Message]
    greeting: Greeting
    consent: dict[str, bool]
    asks_consent: list[Purpose]
    agents_online: bool
    is_open: bool = True
    opens_at: datetime | None = None


class VisitorIdentity:
    """Opens visitors' sessions; the hub's own pages may use every inbox. In production `*` is no website."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        box: SecretBox,
        own_origins: frozenset[str],
        *,
        wildcard: bool = True,
    ) -> None:
        self._store = store
        self._clock = clock
        self._box = box
        self._own_origins = own_origins
        self._wildcard = wildcard

    async def inbox_for(self, origin: str | None) -> str:
        """The first inbox a page on `origin` may use, for channels that name none."""
        async with self._store.read() as tx:
            for inbox in await tx.inboxes.all():
                if inbox.archived_at is None and self._allows(inbox, origin):
                    return inbox.key
        raise NotAllowed("This website is not allowed to use any inbox.")

    async def admit(self, arrival: Arrival) -> Admitted:
        """Raises NotFound for an unknown inbox, NotAllowed for origin, token or identity."""
        if arrival.token is not None and arrival.identity is None:
            async with self._store.read() as tx:
                admitted = await self._unchanged(tx, arrival, arrival.token)
            if admitted is not None:
                return admitted
        async with self._store.begin() as tx:
            return await self._admit(tx, arrival)

    async def open(self, arrival: Arrival) -> Session:
        """As `admit`, and what they are welcomed with."""
        async with self._store.begin() as tx:
            return await self._session(tx, await self._admit(tx, arrival))

    async def _unchanged(self, tx: Transaction, arrival: Arrival, token: str) -> Admitted | None:
        """Who comes back with nothing that would have to be written."""
        inbox = await self._inbox(tx, arrival)
        visitor, contact = await self._by_token(tx, inbox, token)
        await _require_served(tx, inbox, contact)
        same = (
            self._clock() - contact.last_seen_at < _SEEN_WITHIN
            and arrival.locale in {None, contact.locale}
            and arrival.page in ({}, visitor.page)
            and arrival.element in {None, visitor.element_code}
        )
        return (
            Admitted(VisitorCaller(visitor.id, inbox.id), token, inbox, contact) if same else None
        )

    async def _inbox(self, tx: Transaction, arrival: Arrival) -> Inbox:
        inbox = await tx.inboxes.by_key(arrival.inbox_key)
        if inbox is None:
            raise NotFound("There is no such inbox.")
        if not self._allows(inbox, arrival.origin):
            raise NotAllowed("This website is not allowed to use the inbox.")
        return inbox

    async def _admit(self, tx: Transaction, arrival: Arrival) -> Admitted:
        inbox = await self._inbox(tx, arrival)
        claims = (
            verified(arrival.identity, inbox, self._box, self._clock())
            if arrival.identity
            else None
        )
        found_by = await arrived_by(tx, arrival.element, arrival.page.get("url"))
        element = found_by.code if found_by else None
        if arrival.token is None:
            contact = await self._new_contact(tx, inbox, arrival.locale)
            visitor, token = await self._new_visitor(tx, contact, arrival.page, element)
        else:
            visitor, contact = await self._by_token(tx, inbox, arrival.token)
            token = arrival.token
        if claims is not None:
            found = visitor, contact
            visitor, contact, token = await self._recognise(tx, inbox, found, token, claims)
        await _require_served(tx, inbox, contact)
        contact.last_seen_at = self._clock()
        contact.locale = arrival.locale or contact.locale
        visitor.page = arrival.page or visitor.page
        visitor.element_code = element or visitor.element_code
        await tx.flush()
        if found_by is not None:
            await meet(tx, found_by, contact, TouchStep.SHOWN, self._clock())
        is_new = arrival.token is None and claims is None
        return Admitted(VisitorCaller(visitor.id, inbox.id), token, inbox, contact, is_new)

    async def identify(self, caller: VisitorCaller, identity: str) -> Session:
        """The shop vouches for a visitor who is connected already."""
        async with self._store.begin() as tx:
            inbox = await tx.inboxes.get(caller.inbox_id)
            found = await tx.contacts.behind(caller.visitor_id)
            if inbox is None or found is None:
                raise NotAllowed("This session is over; connect again.")
            claims = verified(identity, inbox, self._box, self._clock())
            visitor, contact, token = await self._recognise(tx, inbox, found, "", claims)
            await tx.flush()
            return await self._session(
                tx, Admitted(VisitorCaller(visitor.id, inbox.id), token, inbox, contact)
            )

    async def session(self, admitted: Admitted) -> Session:
        """Read once the visitor hears live events, so that nothing said meanwhile is missed."""
        async with self._store.read() as tx:
            if not admitted.is_new:
                contact = await contact_of(tx, admitted.caller)
                admitted = replace(admitted, contact=contact)
            return await self._session(tx, admitted)

    async def caller(self, token: str, origin: str | None = None) -> VisitorCaller:
        """Whose token this is; a token counts on its own inbox's websites only."""
        async with self._store.read() as tx:
            found = await tx.contacts.by_token(token_digest(token))
            inbox = await tx.inboxes.get(found[0].inbox_id) if found else None
        if found is None or inbox is None or not self._allows(inbox, origin):
            raise NotAllowed("This token is not known here.")
        return VisitorCaller(found[0].id, inbox.id)

    async def contact(self, caller: VisitorCaller) -> Contact:
        """The person behind the caller."""
        async with self._store.read() as tx:
            return await contact_of(tx, caller)

    def _allows(self, inbox: Inbox, origin: str | None) -> bool:
        return origin in self._own_origins or inbox.allows(origin, wildcard=self._wildcard)

    # ---------------------------------------------------------------- tokens

    @staticmethod
    async def _by_token(tx: Transaction, inbox: Inbox, token: str) -> tuple[Visitor, Contact]:
        found = await tx.contacts.by_token(token_digest(token))
        if found is None or found[0].inbox_id != inbox.id:
            raise NotAllowed("This token is not known here.")
        return found

    async def _new_contact(self, tx: Transaction, inbox: Inbox, locale: str | None) -> Contact:
        now = self._clock()
        contact = Contact(new_id(), inbox.id, now, now, locale=locale)
        tx.add(contact)
        await tx.flush()
        return contact

    async def _new_visitor(
        self, tx: Transaction, contact: Contact, page: dict[str, str], element: str | None
    ) -> tuple[Visitor, str]:
        token = new_token()
        visitor = Visitor(
            id=new_id(),
            inbox_id=contact.inbox_id,
            contact_id=contact.id,
            token_digest=token_digest(token),
            created_at=self._clock(),
            element_code=element,
            page=page,
        )
        tx.add(visitor)
        await tx.flush()
        return visitor, token

    # -------------------------------------------------------------- identity

    async def _recognise(
        self,
        tx: Transaction,
        inbox: Inbox,
        found: tuple[Visitor, Contact],
        token: str,
        claims: Identity,
    ) -> tuple[Visitor, Contact, str]:
        """Binds the browser to the person; a browser of somebody else begins anew."""
        visitor, contact = found
        digest = token_digest(f"{inbox.id}:{claims.token_id}")
        known = await tx.contacts.by_external_id(inbox.id, claims.subject)
        if contact.identified and contact.external_id != claims.subject:
            contact = known or await self._new_contact(tx, inbox, claims.locale)
            visitor, token = await self._new_visitor(tx, contact, {}, None)
        elif known is not None and known.id != contact.id:
            if await tx.merges.was_undone(contact.id, known.id):
                # Somebody said that these are two; the browser may have both, one after the other.
                visitor, token = await self._new_visitor(tx, known, {}, None)
            else:
                await merge(tx, visitor, contact, known, digest, self._clock())
            contact = known
        elif known is None:
            await remember_before(tx, visitor, contact, digest, self._clock())
        # Kept as long as the token is accepted, or it could be used again in its last seconds.
        until = claims.expires_at + LEEWAY
        if not await tx.contacts.claim_identity(digest, visitor.id, until, self._clock()):
            raise NotAllowed("This identity was used in another browser.")
        await self._learn(tx, contact, claims)
        return visitor, contact, token

    async def _learn(self, tx: Transaction, contact: Contact, claims: Identity) -> None:
        contact.external_id = claims.subject
        contact.name = claims.name or contact.name
        contact.email = claims.email or contact.email
        contact.phone = claims.phone or contact.phone
        contact.locale = claims.locale or contact.locale
        await tx.flush()
        said = {"name": claims.name, "email": claims.email, "phone": claims.phone}
        statements = [Statement(key, value, 1.0) for key, value in said.items() if value]
        author = Author(AuthorKind.SYSTEM)
        await remember(
            tx, contact, statements, source=FactSource.IDENTITY, by=author, clock=self._clock
        )
        await tx.flush()

    async def _session(self, tx: Transaction, admitted: Admitted) -> Session:
        inbox, contact = admitted.inbox, admitted.contact
        conversation: Conversation | None = None
        messages: list[Message] = []
        facts: list[Fact] = []
        allowance = Allowance(rules={**DEFAULT_RULES, **inbox.consent})
        if not admitted.is_new:
            conversation = await tx.conversations.latest_open(contact.id)
            allowance = await allowance_of(tx, contact)
            facts = await usable_facts(tx, contact.id, self._clock())
        if conversation is not None:
            messages = await tx.messages.newest(conversation.id, _NEWEST, public=True)
        greeting = greet(inbox, facts, contact.locale)
        if conversation is None:
            visitor = await tx.contacts.visitor(admitted.caller.visitor_id)
            code = visitor.element_code if visitor else None
            taken = await taken_up(tx, code, inbox, contact, allowance, facts, self._clock)
            greeting = taken or await varied(tx, inbox, contact, allowance, greeting)
        return Session(
            caller=admitted.caller,
            token=admitted.token,
            inbox=inbox,
            contact=contact,
            conversation=await snapshot(tx, conversation) if conversation else None,
            messages=messages,
            greeting=greeting,
            consent=allowance.consent,
            asks_consent=[one for one in Purpose if allowance.awaits(one)],
            agents_online=await tx.agents.any_online(),
            is_open=inbox.is_open(self._clock()),
            opens_at=inbox.opens_at(self._clock()),
        )


async def _require_served(tx: Transaction, inbox: Inbox, contact: Contact) -> None:
    """In an archived inbox, those whose dialogue is still open."""
    if inbox.archived_at is not None and await tx.conversations.latest_open(contact.id) is None:
        raise NotAllowed("This chat is closed.")
