"""Who a visitor is: tokens of anonymous browsers, signed identities of customers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import jwt

from chat_server.domain.consent import current_consent
from chat_server.domain.contact import Contact, Identity, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import NotAllowed, NotFound
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.statement import Statement
from chat_server.domain.greeting import Greeting, greet
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import Snapshot
from chat_server.domain.message import Author, AuthorKind, Message, clean_text
from chat_server.domain.ports import Clock, Store, Transaction

from .access import VisitorCaller, contact_of
from .memory import remember, settle, usable_facts
from .secret_box import SecretBox
from .snapshots import snapshot

IDENTITY_LIFETIME = timedelta(minutes=10)
_LEEWAY = 5
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
    """Who came, before anything was read for them."""

    caller: VisitorCaller
    token: str
    inbox: Inbox
    contact_id: str


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
                if self._allows(inbox, origin):
                    return inbox.key
        raise NotAllowed("This website is not allowed to use any inbox.")

    async def admit(self, arrival: Arrival) -> Admitted:
        """Raises NotFound for an unknown inbox, NotAllowed for origin, token or identity."""
        async with self._store.begin() as tx:
            inbox, visitor, token = await self._admit(tx, arrival)
            return Admitted(VisitorCaller(visitor.id, inbox.id), token, inbox, visitor.contact_id)

    async def open(self, arrival: Arrival) -> Session:
        """As `admit`, and what they are welcomed with."""
        async with self._store.begin() as tx:
            inbox, visitor, token = await self._admit(tx, arrival)
            return await self._session(tx, inbox, visitor, token)

    async def _admit(self, tx: Transaction, arrival: Arrival) -> tuple[Inbox, Visitor, str]:
        inbox = await tx.inboxes.by_key(arrival.inbox_key)
        if inbox is None:
            raise NotFound("There is no such inbox.")
        if not self._allows(inbox, arrival.origin):
            raise NotAllowed("This website is not allowed to use the inbox.")
        claims = self._verify(inbox, arrival.identity) if arrival.identity else None
        visitor, token = await self._visitor(tx, inbox, arrival)
        if claims is not None:
            visitor, token = await self._recognise(tx, inbox, visitor, token, claims)
        contact = await tx.contacts.get(visitor.contact_id)
        if contact is None:
            raise NotAllowed("This session is over; connect again without a token.")
        contact.last_seen_at = self._clock()
        contact.locale = arrival.locale or contact.locale
        visitor.page = arrival.page or visitor.page
        visitor.element_code = await _known_element(tx, arrival.element) or visitor.element_code
        await tx.flush()
        return inbox, visitor, token

    async def identify(self, caller: VisitorCaller, identity: str) -> Session:
        """The shop vouches for a visitor who is connected already."""
        async with self._store.begin() as tx:
            inbox = await tx.inboxes.get(caller.inbox_id)
            visitor = await tx.contacts.visitor(caller.visitor_id)
            if inbox is None or visitor is None:
                raise NotAllowed("This session is over; connect again.")
            claims = self._verify(inbox, identity)
            visitor, token = await self._recognise(tx, inbox, visitor, "", claims)
            await tx.flush()
            return await self._session(tx, inbox, visitor, token)

    async def session(self, admitted: Admitted) -> Session:
        """Read once the visitor hears live events, so that nothing said meanwhile is missed."""
        async with self._store.read() as tx:
            visitor = await tx.contacts.visitor(admitted.caller.visitor_id)
            if visitor is None:
                raise NotAllowed("This session is over; connect again.")
            return await self._session(tx, admitted.inbox, visitor, admitted.token)

    async def caller(self, token: str, origin: str | None = None) -> VisitorCaller:
        """Whose token this is; a token counts on its own inbox's websites only."""
        async with self._store.read() as tx:
            visitor = await tx.contacts.visitor_by_digest(token_digest(token))
            inbox = await tx.inboxes.get(visitor.inbox_id) if visitor else None
        if visitor is None or inbox is None or not self._allows(inbox, origin):
            raise NotAllowed("This token is not known here.")
        return VisitorCaller(visitor.id, visitor.inbox_id)

    async def contact(self, caller: VisitorCaller) -> Contact:
        """The person behind the caller."""
        async with self._store.read() as tx:
            return await contact_of(tx, caller)

    def _allows(self, inbox: Inbox, origin: str | None) -> bool:
        return origin in self._own_origins or inbox.allows(origin, wildcard=self._wildcard)

    # ---------------------------------------------------------------- tokens

    async def _visitor(
        self, tx: Transaction, inbox: Inbox, arrival: Arrival
    ) -> tuple[Visitor, str]:
        if arrival.token is not None:
            visitor = await tx.contacts.visitor_by_digest(token_digest(arrival.token))
            if visitor is None or visitor.inbox_id != inbox.id:
                raise NotAllowed("This token is not known here.")
            return visitor, arrival.token
        return await self._new_visitor(
            tx, inbox, await self._new_contact(tx, inbox, arrival.locale)
        )

    async def _new_contact(self, tx: Transaction, inbox: Inbox, locale: str | None) -> Contact:
        now = self._clock()
        contact = Contact(new_id(), inbox.id, now, now, locale=locale)
        tx.add(contact)
        await tx.flush()
        return contact

    async def _new_visitor(
        self, tx: Transaction, inbox: Inbox, contact: Contact
    ) -> tuple[Visitor, str]:
        token = new_token()
        visitor = Visitor(new_id(), inbox.id, contact.id, token_digest(token), self._clock())
        tx.add(visitor)
        await tx.flush()
        return visitor, token

    # -------------------------------------------------------------- identity

    def _verify(self, inbox: Inbox, token: str) -> Identity:
        """HS256 by the inbox's secret that `kid` names; at most ten minutes ahead."""
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            secret = inbox.secrets.get(str(kid)) if kid else _only(inbox.secrets)
            if secret is None:
                raise NotAllowed("The identity names no key of this inbox.")
            claims = jwt.decode(
                token,
                self._box.open(secret),
                algorithms=["HS256"],
                leeway=_LEEWAY,
                options={"require": ["sub", "exp", "jti"], "verify_aud": False},
            )
            expires = datetime.fromtimestamp(int(claims["exp"]), UTC)
        except (jwt.PyJWTError, ValueError, OverflowError, OSError) as error:
            # The last three: text that cannot be encoded, and times beyond any calendar.
            raise NotAllowed("The identity is forged, expired or incomplete.") from error
        subject = str(claims["sub"])
        # Cleaned or cut, two people could become one.
        if not subject or subject != _claim(claims, "sub"):
            raise NotAllowed("The identity's subject is blank, too long or not plain text.")
        if expires - self._clock() > IDENTITY_LIFETIME + timedelta(seconds=_LEEWAY):
            raise NotAllowed("An identity may be valid for ten minutes at most.")
        return Identity(
            subject=subject,
            token_id=str(claims["jti"]),
            expires_at=expires,
            name=_claim(claims, "name"),
            email=_claim(claims, "email"),
            phone=_claim(claims, "phone"),
            locale=_claim(claims, "locale"),
        )

    async def _recognise(
        self, tx: Transaction, inbox: Inbox, visitor: Visitor, token: str, claims: Identity
    ) -> tuple[Visitor, str]:
        """Binds the browser to the person; a browser of somebody else begins anew."""
        contact = await tx.contacts.get(visitor.contact_id)
        known = await tx.contacts.by_external_id(inbox.id, claims.subject)
        if contact is None or (contact.identified and contact.external_id != claims.subject):
            fresh = known or await self._new_contact(tx, inbox, claims.locale)
            visitor, token = await self._new_visitor(tx, inbox, fresh)
            contact = fresh
        elif known is not None and known.id != contact.id:
            visitor.contact_id = known.id
            await tx.flush()
            await tx.contacts.move(visitor.id, contact.id, known.id)
            await settle(tx, known.id)
            contact = known
        digest = token_digest(f"{inbox.id}:{claims.token_id}")
        # Kept as long as the token is accepted, or it could be used again in its last seconds.
        until = claims.expires_at + timedelta(seconds=_LEEWAY)
        if not await tx.contacts.claim_identity(digest, visitor.id, until, self._clock()):
            raise NotAllowed("This identity was used in another browser.")
        await self._learn(tx, contact, claims)
        return visitor, token

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

    async def _session(
        self, tx: Transaction, inbox: Inbox, visitor: Visitor, token: str
    ) -> Session:
        caller = VisitorCaller(visitor.id, inbox.id)
        contact = await contact_of(tx, caller)
        conversation: Conversation | None = await tx.conversations.latest_open(contact.id)
        messages: list[Message] = []
        if conversation is not None:
            messages = await tx.messages.newest(conversation.id, _NEWEST, public=True)
        return Session(
            caller=caller,
            token=token,
            inbox=inbox,
            contact=contact,
            conversation=await snapshot(tx, conversation) if conversation else None,
            messages=messages,
            greeting=greet(inbox, await usable_facts(tx, contact.id, self._clock())),
            consent=current_consent(await tx.contacts.consents(contact.id)),
            agents_online=await tx.agents.any_online(),
            is_open=inbox.is_open(self._clock()),
            opens_at=inbox.opens_at(self._clock()),
        )


def _only(secrets: dict[str, str]) -> str | None:
    return next(iter(secrets.values())) if len(secrets) == 1 else None


def _claim(claims: dict[str, object], name: str) -> str | None:
    value = claims.get(name)
    return clean_text(value)[:200] or None if isinstance(value, str) else None


async def _known_element(tx: Transaction, code: str | None) -> str | None:
    return code if code and await tx.elements.get(code) else None
