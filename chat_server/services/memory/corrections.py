"""What people say about facts themselves: it is right, it is wrong, it is this; and what agents select."""

from __future__ import annotations

from dataclasses import dataclass, replace

from chat_server.domain.consent import DIALOGUE
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Conflict, Invalid, NotFound, TooLarge
from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Changes, Closing, Origin
from chat_server.domain.facts.fact import OPEN, Fact, FactReason, FactSource, FactState, folded
from chat_server.domain.facts.kinds import FACT_KINDS, clean_subject, clean_value
from chat_server.domain.facts.statement import Statement
from chat_server.domain.facts.values import MAX_RAW
from chat_server.domain.ids import new_id
from chat_server.domain.message import Author, AuthorKind, Message, MessageKind
from chat_server.domain.ports import Clock, Transaction

from .allowance import allowance_of
from .hearing import keep, remember
from .undoing import note_touches


@dataclass(frozen=True)
class Selection:
    """Words of a message, by their characters; `quote` are those words as the agent saw them."""

    message_id: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None


def acceptable(key: str, value: str | None, subject: str | None = None) -> str:
    """The value as kept; raises what a form can show."""
    kind = FACT_KINDS.get(key)
    if kind is None:
        raise Invalid("There is no such kind of fact.", {"key": ", ".join(FACT_KINDS)})
    if value is not None and len(value) > MAX_RAW:
        raise TooLarge(f"A fact has {MAX_RAW} characters at most.", {"value": kind.label})
    cleaned = clean_value(key, value) if value is not None else None
    if cleaned is None:
        raise Invalid(f"This cannot be kept as {kind.label}.", {"value": kind.label})
    if subject is not None and clean_subject(kind, subject) is None:
        raise Invalid(f"{kind.label} is not about this.", {"subject": kind.about or "none"})
    return cleaned


async def correct(
    tx: Transaction, contact: Contact, fact: Fact, value: str, visitor_id: str, clock: Clock
) -> Fact:
    """What the visitor says is right supersedes what we had; the old value stays on record as corrected."""
    cleaned = acceptable(fact.key, value)
    allowance, purpose = await allowance_of(tx, contact), FACT_KINDS[fact.key].purpose
    if not allowance.hears(purpose, in_dialogue=fact.conversation_id is not None):
        raise Invalid("You asked us to remember nothing; allow it first.")
    if fact.state is FactState.CURRENT and fact.value == cleaned:
        return fact
    if fact.state not in OPEN:
        raise Conflict("This was replaced already; look again.")
    now = clock()
    origin = Origin(
        contact_id=contact.id,
        source=FactSource.VISITOR,
        at=now,
        ref=new_id(),
        consent=allowance.basis(purpose),
        # Kept for a dialogue only, it goes with it.
        conversation_id=fact.conversation_id if allowance.awaits(purpose) else None,
        language=contact.locale,
    )
    changes = ledger.correct(await tx.facts.open(contact.id), fact, cleaned, origin)
    await note_touches(tx, changes, origin)
    await keep(tx, contact, changes, by=_visitor(visitor_id, contact), now=now)
    return await _held(tx, contact, fact.key, cleaned, fact.subject)


async def confirm(
    tx: Transaction, contact: Contact, fact: Fact, visitor_id: str, clock: Clock
) -> Fact:
    """It was right; what is sure already stays as it is."""
    if fact.state is FactState.CURRENT:
        return fact
    _require_open(fact)
    statement = Statement(
        fact.key, fact.value, 1.0, subject=fact.subject, valid_from=fact.valid_from
    )
    home = None
    if fact.consent == DIALOGUE and fact.conversation_id is not None:
        home = await tx.conversations.get(fact.conversation_id)
    await remember(
        tx,
        contact,
        [statement],
        source=FactSource.VISITOR,
        by=_visitor(visitor_id, contact),
        clock=clock,
        conversation=home,
    )
    return await _held(tx, contact, fact.key, fact.value, fact.subject)


async def deny(
    tx: Transaction, contact: Contact, fact: Fact, visitor_id: str, clock: Clock
) -> Fact:
    """It was never right or is so no longer; it stays on record, and is not used."""
    _require_open(fact)
    now = clock()
    changes = Changes(closings=[Closing(fact, FactState.ENDED, FactReason.WITHDRAWN, now)])
    await note_touches(tx, changes, Origin(contact.id, FactSource.VISITOR, now, new_id()))
    await keep(tx, contact, changes, by=_visitor(visitor_id, contact), now=now)
    return fact


async def add(
    tx: Transaction,
    contact: Contact,
    statement: Statement,
    conversation: Conversation | None,
    selection: Selection | None,
    by: Author,
    clock: Clock,
) -> Fact:
    """What an agent knows of a contact, with the words of the message that say it where some were selected."""
    cleaned = acceptable(statement.key, statement.value, statement.subject)
    allowance, purpose = await allowance_of(tx, contact), FACT_KINDS[statement.key].purpose
    in_dialogue = selection is not None or conversation is not None
    if not allowance.hears(purpose, in_dialogue=in_dialogue):
        raise Invalid("This contact does not want anything to be remembered.")
    message = None
    if selection is not None:
        message, conversation = await _selected(tx, contact, selection, conversation)
        statement = replace(statement, start=selection.start, end=selection.end)
    await remember(
        tx,
        contact,
        [statement],
        source=FactSource.AGENT,
        by=by,
        clock=clock,
        conversation=conversation,
        message=message,
    )
    subject = clean_subject(FACT_KINDS[statement.key], statement.subject)
    return await _held(tx, contact, statement.key, cleaned, subject)


async def _selected(
    tx: Transaction, contact: Contact, selection: Selection, conversation: Conversation | None
) -> tuple[Message, Conversation]:
    """The message, when it is of this contact and does say there what was selected."""
    message = await tx.messages.get(selection.message_id)
    home = await tx.conversations.get(message.conversation_id) if message else None
    if (
        message is None
        or home is None
        or home.contact_id != contact.id
        or message.kind is not MessageKind.MESSAGE
        or (conversation is not None and conversation.id != home.id)
    ):
        raise NotFound("There is no such message of this contact.")
    start, end = selection.start, selection.end
    if start is None and end is None and selection.quote is None:
        return message, home
    if start is None or end is None or not 0 <= start < end <= len(message.text):
        raise Invalid("The message has no such place.", {"start": "characters of the message"})
    words = message.text[start:end]
    if not words.strip() or (selection.quote is not None and selection.quote != words):
        raise Invalid("The message does not say this there.", {"quote": "words of the message"})
    return message, home


async def _held(
    tx: Transaction, contact: Contact, key: str, value: str, subject: str | None
) -> Fact:
    """The current fact that says this."""
    alike = [
        fact
        for fact in await tx.facts.current(contact.id)
        if fact.key == key and folded(fact.value) == folded(value)
    ]
    if not alike:
        raise Conflict("Something newer is known; look again.")
    return next((fact for fact in alike if fact.subject == subject), alike[-1])


def _require_open(fact: Fact) -> None:
    if fact.state not in OPEN:
        raise Conflict("This was replaced already; look again.")


def _visitor(visitor_id: str, contact: Contact) -> Author:
    return Author(AuthorKind.VISITOR, visitor_id, contact.name)
