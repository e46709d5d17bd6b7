"""What a bot turn leaves behind: its replies and what it understood, or a person and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.bot_turn import Answer, BotTurn
from chat_server.domain.conversation import Conversation, Step
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.kinds import holds
from chat_server.domain.files.answer import answer_to_file, was_answered
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.live import MessageUnderstood, TypingChanged
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Transaction

from .bot_offers import offered_by_bot, refused_by_visitor
from .help_answers import about_pages, with_address
from .memory import asked_again, forget, remember
from .offline import hand_over
from .snapshots import Changed, all_changes

_LATELY = 20
# Who says no to what is known is rightly asked for what it is instead.
_OPENS_ANEW = frozenset({"deny", "forget_fact"})


class BotAnswers:
    """Writes outcomes into a transaction that holds the dialogue's lock; `mail` as in `offline`.

    `site` is where visitors find the help pages.
    """

    def __init__(self, clock: Clock, *, mail: bool, site: str) -> None:
        self._clock = clock
        self._mail = mail
        self._site = site

    async def speak(
        self, tx: Transaction, turn: BotTurn, conversation: Conversation, answer: Answer
    ) -> None:
        """The whole answer, and the human it asks for."""
        now, author, former = self._clock(), bot_of(conversation), conversation.owner
        # Before anything is learned: what the answer ends or forgets did shape its words, and is a fact now.
        used = [await _in_use(tx, conversation, reply.used_facts, now) for reply in answer.replies]
        step = await self._understood(tx, turn, conversation, answer)
        gone = set(await self._forgotten(tx, conversation, answer))
        for number, reply in enumerate(answer.replies):
            content = with_address(reply, self._site)
            said = conversation.say(author, content, f"{turn.id}:{number}", now)
            message = said.messages[0]
            message.used_facts = [fact_id for fact_id in used[number] if fact_id not in gone]
            if message.used_facts:
                said.events.append(log_lines.used_facts(conversation, message, now))
            if reply.asks_about is not None:
                said.events.append(log_lines.asked_back(conversation, reply.asks_about, now))
            if reply.help is not None:
                said.events.append(
                    log_lines.help_shown(conversation, message, reply.help, turn.id, now)
                )
            if reply.offer is not None:
                said.events += await offered_by_bot(tx, conversation, reply.offer, now)
            if answer.intent not in _OPENS_ANEW:
                said.events += await asked_again(tx, conversation, message, now)
            step = step.then(said)
        if answer.handoff_reason is not None:
            handoff = Handoff(_reason(answer.handoff_reason), answer.handoff_summary)
            staffed = await tx.agents.any_online()
            step = step.then(await self._handed_off(tx, conversation, handoff, staffed=staffed))
        await _save(tx, [Changed(conversation, former, step)])

    async def answer_file(self, tx: Transaction, turn: BotTurn, conversation: Conversation) -> None:
        """To what was sent without words; the bot is not asked, and nothing is said twice."""
        if was_answered(await tx.messages.newest(conversation.id, _LATELY, public=True)):
            return
        former = conversation.owner
        content = answer_to_file(conversation.locale)
        step = conversation.say(bot_of(conversation), content, f"{turn.id}:0", self._clock())
        await _save(tx, [Changed(conversation, former, step)])

    async def hand_off(
        self, tx: Transaction, given_up: Sequence[tuple[Conversation, HandoffReason]]
    ) -> None:
        """A person for each, because the bot gave no answer."""
        if not given_up:
            return
        staffed = await tx.agents.any_online()
        changed = []
        for conversation, reason in given_up:
            former = conversation.owner
            step = await self._handed_off(tx, conversation, Handoff(reason), staffed=staffed)
            changed.append(Changed(conversation, former, step))
        await _save(tx, changed)

    async def _handed_off(
        self, tx: Transaction, conversation: Conversation, handoff: Handoff, *, staffed: bool
    ) -> Step:
        bot, now = bot_of(conversation), self._clock()
        return await hand_over(
            tx, conversation, handoff, bot, now=now, staffed=staffed, mail=self._mail
        )

    async def _forgotten(
        self, tx: Transaction, conversation: Conversation, answer: Answer
    ) -> list[str]:
        """Deletes what the visitor told the bot to forget; the ids."""
        contact = await tx.contacts.get(conversation.contact_id) if answer.forget else None
        gone = []
        for fact_id in answer.forget:
            fact = await tx.facts.get(fact_id)
            if contact is not None and fact is not None and fact.contact_id == contact.id:
                gone.append(fact.id)
                await forget(tx, contact, fact, self._clock())
        return gone

    async def _understood(
        self, tx: Transaction, turn: BotTurn, conversation: Conversation, answer: Answer
    ) -> Step:
        """What the bot made of the question, and the facts it heard in it."""
        message = await tx.messages.at(conversation.id, turn.message_seq)
        contact = await tx.contacts.get(conversation.contact_id)
        if message is None or contact is None:
            return Step()
        understood: dict[str, object] = {
            "intent": answer.intent,
            "confidence": answer.confidence,
            "entities": list(answer.entities),
        }
        if answer.form is not None:
            understood["form"] = answer.form
        conversation.amend(message, understood=understood)
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
            conversation,
            message,
            answer.intent,
            answer.confidence,
            now,
            language=answer.language,
        )
        pages = await about_pages(tx, conversation, message, answer, now)
        refused = await refused_by_visitor(tx, conversation, message, answer, now)
        return Step(events=[event, *pages, *refused])


def bot_of(conversation: Conversation) -> Author:
    """The bot as author; its name while it owns the dialogue."""
    name = conversation.owner.name if conversation.owner.kind is OwnerKind.BOT else None
    return Author(AuthorKind.BOT, None, name)


async def _save(tx: Transaction, changed: Sequence[Changed]) -> None:
    await tx.save(Step.of(one.step for one in changed))
    await tx.flush()
    for one in changed:
        bot = Author(AuthorKind.BOT, None, one.former.name)
        tx.tell(TypingChanged(one.conversation, bot, on=False))
    tx.tell(*await all_changes(tx, changed))


async def _in_use(
    tx: Transaction, conversation: Conversation, fact_ids: tuple[str, ...], now: datetime
) -> list[str]:
    """Only facts of this contact that hold can have shaped the reply."""
    kept = []
    for fact_id in dict.fromkeys(fact_ids):
        fact = await tx.facts.get(fact_id)
        if fact is not None and fact.contact_id == conversation.contact_id and holds(fact, now):
            kept.append(fact_id)
    return kept


def _reason(word: str) -> HandoffReason:
    try:
        return HandoffReason(word)
    except ValueError:
        return HandoffReason.NEEDS_HUMAN
