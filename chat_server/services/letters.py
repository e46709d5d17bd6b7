"""What visitors ask to get by e-mail: answers to come, and the transcript of what was said."""

from __future__ import annotations

from datetime import timedelta

from chat_server.domain.errors import Invalid, RateLimited, Unavailable
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.kinds import clean_value
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ids import token_digest
from chat_server.domain.live import DeliveryPromised, Snapshot
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.outbox import Delivery, DeliveryKind
from chat_server.domain.ports import Clock, Store

from .access import VisitorCaller, contact_of, own_conversation
from .memory import remember
from .offline import address_of
from .snapshots import changes, snapshot

# Anybody can name anybody's address: nobody shall be flooded through us.
_TRANSCRIPTS_A_DAY = 5


class Letters:
    """`mail` says whether this hub can send e-mails at all."""

    def __init__(self, store: Store, clock: Clock, *, mail: bool) -> None:
        self._store = store
        self._clock = clock
        self._mail = mail

    @property
    def can_send(self) -> bool:
        """Whether asking makes sense."""
        return self._mail

    async def leave_address(
        self, caller: VisitorCaller, conversation_id: str, email: str
    ) -> Snapshot:
        """Answers in this dialogue also go there; remembered beyond it as far as the contact agreed."""
        address = _address(email)
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            conversation = await own_conversation(tx, contact, conversation_id, lock=True)
            if conversation.reply_to != address:
                conversation.reply_to = address
                now = self._clock()
                client_id = f"reply_to:{conversation.last_seq + 1}"
                step = conversation.tell("reply_to", "Your e-mail was noted.", client_id, now)
                await remember(
                    tx,
                    contact,
                    [Statement("email", address, 1.0)],
                    source=FactSource.FORM,
                    by=Author(AuthorKind.VISITOR, caller.visitor_id, contact.name),
                    clock=self._clock,
                    conversation=conversation,
                )
                await tx.save(step)
                await tx.flush()
                owner = conversation.owner
                tx.tell(*await changes(tx, conversation, owner, step.messages, with_place=True))
            return await snapshot(tx, conversation)

    async def send_transcript(
        self, caller: VisitorCaller, conversation_id: str, email: str | None
    ) -> str:
        """Promises it to the address given or known, which is returned; asking again changes nothing."""
        now = self._clock()
        async with self._store.begin() as tx:
            contact = await contact_of(tx, caller)
            conversation = await own_conversation(tx, contact, conversation_id, lock=True)
            if not self._mail:
                raise Unavailable("This website cannot send e-mails.")
            address = _address(email) if email else await address_of(tx, conversation, now)
            if address is None:
                raise Invalid("Where shall it go?", {"email": "an e-mail address"})
            kind = DeliveryKind.TRANSCRIPT_MAIL
            until = conversation.last_public_seq
            promise = Delivery.promise(
                kind,
                conversation.id,
                f"{until}:{token_digest(address)[:16]}",
                now=now,
                payload={"until_seq": until},
            )
            if not await tx.outbox.is_promised(promise.source, kind):
                a_day_ago = now - timedelta(days=1)
                if await tx.outbox.count_to(address, kind, a_day_ago) >= _TRANSCRIPTS_A_DAY:
                    raise RateLimited("This address got enough transcripts for today.")
                promise.recipient = address
                tx.add(promise)
                tx.tell(DeliveryPromised(promise.due_at))
            return address


def _address(email: str) -> str:
    address = clean_value("email", email)
    if address is None or not address.isascii():
        raise Invalid("This is no e-mail address.", {"email": "name@example.com"})
    return address
