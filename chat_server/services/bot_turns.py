"""One bot turn from the durable queue to its outcome: replies, or a human and a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

import structlog

from chat_server.domain import log_lines
from chat_server.domain.bot_turn import Answer, BotState, BotTurn, Question, TurnState
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation, Status, Step
from chat_server.domain.fact import FactSource
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.live import MessageUnderstood, TypingChanged
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Bot, BotError, Clock, Store, Transaction

from .memory import remember, usable_facts
from .offline import tell_if_nobody_is_there
from .snapshots import changes

_log = structlog.get_logger(__name__)
# A turn that has run this long lost its hub: no answer takes longer than the bot's deadline.
STALE = timedelta(seconds=12)
# The bot answers a repeated turn id alike, so one more try cannot speak twice.
ATTEMPTS = 2
_STARTING = "bot_starting"
_LATELY = 20


@dataclass(frozen=True)
class _Claimed:
    turn: BotTurn
    question: Question
    conversation: Conversation


class BotTurns:
    """Asks the bot outside any transaction; commits its answer if the bot still owns the dialogue."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        bot: Bot,
        start_patience: timedelta,
        *,
        alone: bool = False,
        mail: bool = False,
    ) -> None:
        self._mail = mail
        self._store = store
        self._alone = alone
        self._clock = clock
        self._bot = bot
        self._began = clock()
        self._patience = start_patience

    async def run_next(self) -> bool:
        """Takes one turn to its end; False when none can run now."""
        if self._bot.state() is BotState.STARTING and self._patient():
            await self._say_starting()
            return False
        claimed = await self._claim()
        if claimed is None:
            return False
        if isinstance(claimed, _Claimed):
            await self._answer(claimed)
        return True

    def _patient(self) -> bool:
        return self._clock() - self._began < self._patience

    # ----------------------------------------------------------------- claim

    async def _claim(self) -> _Claimed | BotTurn | None:
        """A turn to ask about, a turn that was dropped, or none."""
        now = self._clock()
        async with self._store.begin() as tx:
            # Alone, whatever ran before we began lost its hub with the crash that we follow.
            stale = max(now - STALE, self._began) if self._alone else now - STALE
            turn = await tx.turns.claim(now, stale)
            if turn is None:
                return None
            conversation = await tx.conversations.lock(turn.conversation_id)
            message = await tx.messages.at(turn.conversation_id, turn.message_seq)
            contact = await tx.contacts.get(conversation.contact_id) if conversation else None
            if conversation is None or message is None or contact is None:
                return self._finish(turn, TurnState.DROPPED, "gone")
            if _taken_over(conversation, turn):
                return self._finish(turn, TurnState.DROPPED, "taken_over")
            if turn.attempts > ATTEMPTS:
                reason = HandoffReason.BOT_FAILED
                self._finish(turn, TurnState.FAILED, reason)
                await self._hand_off(tx, conversation, Handoff(reason))
                return turn
            question = await self._question(tx, turn, conversation, contact, message)
            tx.tell(TypingChanged(conversation, _bot(conversation), on=True))
            return _Claimed(turn, question, conversation)

    async def _question(
        self,
        tx: Transaction,
        turn: BotTurn,
        conversation: Conversation,
        contact: Contact,
        message: Message,
    ) -> Question:
        facts = await usable_facts(tx, contact.id)
        lately = await tx.messages.newest(conversation.id, _LATELY, public=True)
        inbox = await tx.inboxes.get(conversation.inbox_id)
        context: dict[str, object] = {
            "inbox": inbox.key if inbox else "",
            "page_url": conversation.page_url,
            "element": conversation.element,
            "campaign": conversation.campaign,
            "returned_from_agent": _just_returned(lately),
            "note": conversation.return_note,
        }
        return Question(
            turn_id=turn.id,
            conversation_id=conversation.id,
            seq=message.seq,
            text=_asked(message, lately),
            locale=conversation.locale,
            first_turn=not any(m.author.kind is AuthorKind.BOT for m in lately),
            contact_id=contact.id,
            identified=contact.identified,
            facts=tuple(
                {
                    "id": fact.id,
                    "key": fact.key,
                    "value": fact.value,
                    "observed_at": fact.observed_at.isoformat(),
                }
                for fact in facts
            ),
            context={key: value for key, value in context.items() if value is not None},
        )

    # ---------------------------------------------------------------- answer

    async def _answer(self, claimed: _Claimed) -> None:
        try:
            answer = await self._bot.ask(claimed.question)
        except BotError as error:
            await self._commit(claimed.turn, error)
        except Exception:  # noqa: BLE001 - whatever it is, the visitor gets a person
            # Nobody would answer until the turn is stale: a person is better than silence.
            _log.exception("bot_turn_failed", turn_id=claimed.turn.id)
            await self._commit(claimed.turn, BotError(HandoffReason.BOT_FAILED, "unexpected error"))
        else:
            await self._commit(claimed.turn, answer)

    async def _commit(self, claimed: BotTurn, outcome: Answer | BotError) -> None:
        async with self._store.begin() as tx:
            turn = await tx.turns.get(claimed.id)
            conversation = await tx.conversations.lock(claimed.conversation_id)
            if turn is None or conversation is None:
                return
            if turn.state is not TurnState.RUNNING:
                return
            if _taken_over(conversation, turn):
                self._finish(turn, TurnState.DROPPED, "taken_over")
                return
            match outcome:
                case BotError():
                    self._finish(turn, TurnState.FAILED, outcome.reason)
                    await self._hand_off(tx, conversation, Handoff(outcome.reason))
                case Answer():
                    self._finish(turn, TurnState.DONE, outcome.intent)
                    await self._speak(tx, turn, conversation, outcome)
                case _:
                    assert_never(outcome)

    async def _speak(
        self, tx: Transaction, turn: BotTurn, conversation: Conversation, answer: Answer
    ) -> None:
        now, author, former = self._clock(), _bot(conversation), conversation.owner
        step = await self._understood(tx, turn, conversation, answer)
        for number, reply in enumerate(answer.replies):
            said = conversation.say(author, reply.content, f"{turn.id}:{number}", now)
            message = said.messages[0]
            message.used_facts = await self._known(tx, conversation, reply.used_facts)
            if message.used_facts:
                said.events.append(log_lines.used_facts(conversation, message, now))
            step = step.then(said)
        if answer.handoff_reason is not None:
            reason = _reason(answer.handoff_reason)
            step = step.then(
                conversation.hand_off(Handoff(reason, answer.handoff_summary), author, now)
            )
            step = step.then(await tell_if_nobody_is_there(tx, conversation, now, mail=self._mail))
        await tx.save(step)
        await tx.flush()
        tx.tell(TypingChanged(conversation, author, on=False))
        tx.tell(*await changes(tx, conversation, former, step.messages))

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

    @staticmethod
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

    async def _hand_off(
        self, tx: Transaction, conversation: Conversation, handoff: Handoff
    ) -> None:
        former, author = conversation.owner, _bot(conversation)
        now = self._clock()
        step = conversation.hand_off(handoff, author, now)
        step = step.then(await tell_if_nobody_is_there(tx, conversation, now, mail=self._mail))
        await tx.save(step)
        await tx.flush()
        tx.tell(TypingChanged(conversation, author, on=False))
        tx.tell(*await changes(tx, conversation, former, step.messages))

    # -------------------------------------------------------------- starting

    async def _say_starting(self) -> None:
        """Visitors who wait for a bot that is still loading are told so, once."""
        async with self._store.begin() as tx:
            for turn in await tx.turns.pending():
                conversation = await tx.conversations.lock(turn.conversation_id)
                if conversation is None or _taken_over(conversation, turn):
                    continue
                client_id = conversation.announcement_id(_STARTING)
                if await tx.messages.by_client_id(conversation.id, "system", client_id):
                    continue
                name = conversation.owner.name or "The assistant"
                text = (
                    f"{name} is still starting and will answer in a moment. "
                    "You can also ask for a person."
                )
                step = conversation.announce(_STARTING, text, self._clock())
                await tx.save(step)
                await tx.flush()
                tx.tell(*await changes(tx, conversation, conversation.owner, step.messages))

    def _finish(self, turn: BotTurn, state: TurnState, outcome: str) -> BotTurn:
        turn.state, turn.outcome, turn.finished_at = state, outcome[:64], self._clock()
        return turn


def _taken_over(conversation: Conversation, turn: BotTurn) -> bool:
    bot_owns = conversation.owner.kind is OwnerKind.BOT and conversation.owner.epoch == turn.epoch
    return not bot_owns or conversation.status is Status.RESOLVED


def _asked(message: Message, lately: list[Message]) -> str:
    """The words, or the payload of a choice that the bot did offer.

    A leading slash is the bot's own language for intents; who types one freely means the character.
    """
    said = str(message.content.get("payload", message.text))
    return said if said in _offered(lately) else said.lstrip("/") or said


def _just_returned(lately: list[Message]) -> bool:
    """Whether the bot has not spoken since a person gave the dialogue back."""
    for message in reversed(lately):
        if message.author.kind is AuthorKind.BOT:
            return False
        if message.content.get("code") == "returned_to_bot":
            return True
    return False


def _offered(lately: list[Message]) -> set[str]:
    offered: set[str] = set()
    for message in lately:
        if message.author.kind is not AuthorKind.BOT:
            continue
        choices = message.content.get("choices")
        cards = message.content.get("cards")
        buttons = list(choices) if isinstance(choices, list) else []
        for card in cards if isinstance(cards, list) else []:
            buttons += card.get("actions", [])
        offered |= {str(button["payload"]) for button in buttons if button.get("payload")}
    return offered


def _bot(conversation: Conversation) -> Author:
    name = conversation.owner.name if conversation.owner.kind is OwnerKind.BOT else None
    return Author(AuthorKind.BOT, None, name)


def _reason(word: str) -> HandoffReason:
    try:
        return HandoffReason(word)
    except ValueError:
        return HandoffReason.NEEDS_HUMAN
