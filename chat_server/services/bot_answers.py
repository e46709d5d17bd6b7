"""What a bot turn leaves behind: its replies and what it understood, or a person and why."""

from __future__ import annotations

from chat_server.domain import log_lines
from chat_server.domain.bot_turn import Answer, BotTurn
from chat_server.domain.conversation import Conversation, Step
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.live import MessageUnderstood, TypingChanged
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ownership import Owner, OwnerKind
from chat_server.domain.ports import Clock, Transaction

from .memory import remember
from .offline import hand_over
from .snapshots import changes


class BotAnswers:
    """Writes outcomes into a transaction that holds the dialogue's lock; `mail` as in `offline`."""

    def __init__(self, clock: Clock, *, mail: bool) -> None:
        self._clock = clock
        self._mail = mail

    async def speak(
        self, tx: Transaction, turn: BotTurn, conversation: Conversation, answer: Answer
    ) -> None:
        """The whole answer, and the human it asks for."""
        now, author, former = self._clock(), bot_of(conversation), conversation.owner
        step = await self._understood(tx, turn, conversation, answer)
        for number, reply in enumerate(answer.replies):
            said = conversation.say(author, reply.content, f"{turn.id}:{number}", now)
            message = said.messages[0]
            message.used_facts = await _known(tx, conversation, reply.used_facts)
            if message.used_facts:
                said.events.append(log_lines.used_facts(conversation, message, now))
            step = step.then(said)
        if answer.handoff_reason is not None:
            handoff = Handoff(_reason(answer.handoff_reason), answer.handoff_summary)
            step = step.then(await self._handed_off(tx, conversation, handoff))
        await _save(tx, conversation, former, step)

    async def hand_off(self, tx: Transaction, conversation: Conversation, handoff: Handoff) -> None:
        """A person, because the bot gave no answer."""
        former = conversation.owner
        await _save(tx, conversation, former, await self._handed_off(tx, conversation, handoff))

    async def _handed_off(
        self, tx: Transaction, conversation: Conversation, handoff: Handoff
    ) -> Step:
        bot, now = bot_of(conversation), self._clock()
        return await hand_over(tx, conversation, handoff, bot, now=now, mail=self._mail)

    async def _understood(
        self, tx: Transaction, turn: BotTurn, conversation: Conversation, answer: Answer
    ) -> Step:
        """What the bot made of the question, and the facts it heard in it."""
        message = await tx.messages.at(conversation.id, turn.message_seq)
        contact = await tx.contacts.get(conversation.contact_id)
        if message is None or contact is None:
            return Step()
        message.understood = {
            "intent": answer.intent,
            "confidence": answer.confidence,
            "entities": list(answer.entities),
        }
        if answer.form is not None:
            message.understood = {**message.understood, "form": answer.form}
        tx.tell(MessageUnderstood(message, conversation))
        await remember(
            tx,
            contact,
            answer.statements,
            source=FactSource.VISITOR,
            by=message.author,
            clock=self._clock,
            conversation=conversation,
            message=message,
        )
        now = self._clock()
        event = log_lines.understood(
            conversation, message.seq, answer.intent, answer.confidence, now
        )
        return Step(events=[event])


def bot_of(conversation: Conversation) -> Author:
    """The bot as author; its name while it owns the dialogue."""
    name = conversation.owner.name if conversation.owner.kind is OwnerKind.BOT else None
    return Author(AuthorKind.BOT, None, name)


async def _save(tx: Transaction, conversation: Conversation, former: Owner, step: Step) -> None:
    await tx.save(step)
    await tx.flush()
    tx.tell(TypingChanged(conversation, Author(AuthorKind.BOT, None, former.name), on=False))
    tx.tell(*await changes(tx, conversation, former, step.messages))


async def _known(
    tx: Transaction, conversation: Conversation, fact_ids: tuple[str, ...]
) -> list[str]:
    """Only facts of this contact can have shaped the reply."""
    kept = []
    for fact_id in dict.fromkeys(fact_ids):
        fact = await tx.facts.get(fact_id)
        if fact is not None and fact.contact_id == conversation.contact_id:
            kept.append(fact_id)
    return kept


def _reason(word: str) -> HandoffReason:
    try:
        return HandoffReason(word)
    except ValueError:
        return HandoffReason.NEEDS_HUMAN
