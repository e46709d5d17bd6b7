"""What is said becomes facts: the ledger decides, this fetches what it needs and keeps what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.consent import Allowance
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Changes, Origin
from chat_server.domain.facts.fact import STANDING, Fact, FactSource, FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement
from chat_server.domain.ids import new_id
from chat_server.domain.live import FactsChanged
from chat_server.domain.message import Author, Message
from chat_server.domain.ports import Clock, Transaction

from .allowance import allowance_of
from .undoing import note_touches

# What they say has the time of their message; who repeats it for them says it now.
_IN_PERSON = frozenset({FactSource.VISITOR, FactSource.FORM})


async def remember(  # noqa: PLR0913 - statements, and where they come from, each by name
    tx: Transaction,
    contact: Contact,
    statements: Sequence[Statement],
    *,
    source: FactSource,
    by: Author,
    clock: Clock,
    conversation: Conversation | None = None,
    message: Message | None = None,
) -> Changes:
    """Keeps what was stated, as far as the contact allows it; the same again changes nothing."""
    if not statements:
        return Changes()
    # Until the commit they cannot take back what is read here.
    await tx.contacts.hold([contact.id])
    allowance = await allowance_of(tx, contact)
    known = allowed(statements, allowance, in_dialogue=conversation is not None)
    if not known:
        return Changes()
    await tx.flush()
    in_person = message is not None and source in _IN_PERSON
    origin = Origin(
        contact_id=contact.id,
        source=source,
        at=message.created_at if message is not None and in_person else clock(),
        ref=message.id if message is not None and in_person else new_id(),
        consent=allowance.basis(FACT_KINDS[known[0].key].purpose),
        conversation_id=conversation.id if conversation else None,
        message_id=message.id if message else None,
        language=conversation.locale if conversation else contact.locale,
    )
    keys = {one.key for one in known}
    held = await held_for(tx, origin, keys)
    forgotten = await tx.facts.forgotten(contact.id, keys)
    changes = ledger.hear(held, known, origin, forgotten)
    await note_touches(tx, changes, origin, known)
    await keep(tx, contact, changes, by=by, now=clock(), conversation=conversation)
    return changes


def allowed(
    statements: Sequence[Statement], allowance: Allowance, *, in_dialogue: bool
) -> list[Statement]:
    """Those that may be kept, if only until the dialogue ends."""
    return [
        one
        for one in statements
        if one.key in FACT_KINDS
        and allowance.hears(FACT_KINDS[one.key].purpose, in_dialogue=in_dialogue)
    ]


async def held_for(tx: Transaction, origin: Origin, keys: set[str]) -> list[Fact]:
    """What the ledger has to see to judge statements of this origin."""
    held = {fact.id: fact for fact in await tx.facts.held_since(origin.contact_id, origin.at)}
    if origin.source in STANDING:
        for fact in await tx.facts.said_by(origin.contact_id, origin.source, keys):
            held.setdefault(fact.id, fact)
    return list(held.values())


async def keep(
    tx: Transaction,
    contact: Contact,
    changes: Changes,
    *,
    by: Author,
    now: datetime,
    conversation: Conversation | None = None,
) -> None:
    """Writes changes, with their lines in the log of the dialogue they come from."""
    changes.apply()
    await keep_all(tx, [Kept(contact, changes, by, now, conversation)])


@dataclass
class Kept:
    """Changes that are made already, and by what."""

    contact: Contact
    changes: Changes
    by: Author
    now: datetime
    conversation: Conversation | None = None
    # Now: what is kept after it may end them again.
    learned: list[Fact] = field(init=False)

    def __post_init__(self) -> None:
        added = [fact for fact in self.changes.added if fact.state is FactState.CURRENT]
        self.learned = [*added, *(fact for fact, _ in self.changes.confirmed)]

    @property
    def names(self) -> bool:
        """Whether they may be called otherwise now."""
        touched = [*self.learned, *self.changes.superseded, *self.changes.ended]
        touched += [fact for fact, _ in self.changes.doubted]
        return not self.contact.identified and any(fact.key == "name" for fact in touched)


async def keep_all(tx: Transaction, kept: Sequence[Kept]) -> None:
    """In as few statements as for one."""
    kept = [one for one in kept if one.changes]
    if not kept:
        return
    tx.add(*(fact for one in kept for fact in one.changes.new))
    await tx.flush()
    await tx.record(
        [
            log_lines.learned(one.conversation, fact.id, fact.key, one.by, one.now)
            for one in kept
            if one.conversation is not None
            for fact in one.learned
        ]
    )
    for contact in {one.contact.id: one.contact for one in kept if one.names}.values():
        await take_name(tx, contact)
    tx.tell(*(FactsChanged(one) for one in dict.fromkeys(one.contact.id for one in kept)))


async def take_name(tx: Transaction, contact: Contact) -> None:
    """Somebody for whom the shop does not vouch is called what they say."""
    facts = await tx.facts.current(contact.id)
    contact.name = next((fact.value for fact in facts if fact.key == "name"), None)
