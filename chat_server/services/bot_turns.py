"""One bot turn from the durable queue to its outcome: replies, or a human and a reason."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

import structlog

from chat_server.domain.bot_turn import DEADLINE, Answer, BotState, BotTurn, Question, TurnState
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.errors import Unavailable
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.live import TypingChanged
from chat_server.domain.message import is_upload, words_in
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Bot, BotError, Clock, Ears, Store, Transaction
from chat_server.metrics import BOT_SECONDS, BOT_TURNS

from .bot_answers import BotAnswers, bot_of
from .bot_questions import question_of
from .memory import Listening
from .snapshots import changes

_log = structlog.get_logger(__name__)
# A turn that has run this long lost its hub: no answer takes longer than the bot's deadline.
STALE = timedelta(seconds=10)
# With less time left than this the bot is not asked: it could only be cut short.
_LEAST = 0.2
_AFTER_STALE = 0.2
# What is decided without the bot shares commits, and does not hold the writers' lock for long.
_AT_ONCE = 32
_STARTING = "bot_starting"
# How late we notice that the bot is ready, and that it has room or is stuck; the latter asks no database.
_LOOK_AT_START, _LOOK_FOR_ROOM = 1.0, 0.05
_PAUSES = (0.1, 0.2, 0.5, 1.0, 1.0, 2.0, 2.0)


@dataclass(frozen=True)
class Claimed:
    """A turn that is ours; `again` when it has run before, elsewhere or before a crash."""

    turn: BotTurn
    question: Question
    again: bool


class _NewLanguageError(Exception):
    """Of the question; undoes the transaction that found it."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class BotTurns:
    """Asks the bot outside any transaction; commits its answer if the bot still owns the dialogue."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        bot: Bot,
        ears: Ears,
        answers: BotAnswers,
        start_patience: timedelta,
        *,
        alone: bool = False,
    ) -> None:
        self._store = store
        self._answers = answers
        self._listening = Listening(ears, clock)
        self._alone = alone
        self._clock = clock
        self._bot = bot
        self._began = self._serving_since = clock()
        self._patience = start_patience
        self._told: set[str] = set()
        self._look_again: float | None = None
        self._at_once = 1

    async def run_next(self) -> bool:
        """Takes one turn to its end; False when none can run now."""
        taken = await self.take()
        if isinstance(taken, Claimed):
            await self.answer(taken)
        return taken is not None

    def look_again(self) -> float | None:
        """Seconds after which there may be a turn though nobody told of one; None when that was all."""
        return self._look_again

    # ------------------------------------------------------------------ take

    async def take(self) -> Claimed | BotTurn | None:
        """A turn to be answered, a turn that was decided without the bot, or none."""
        if self._is_starting():
            self._serving_since = self._clock()
            await self._say_starting()
            return None
        # What is left in the queue has not been sent, so that no crash can make it doubtful.
        if not self._bot.has_room():
            self._look_again = _LOOK_FOR_ROOM
            return None
        self._look_again = None
        try:
            return await self._claim()
        except _NewLanguageError as new:
            await self._listening.learn(new.language)
            # Nobody could be answered meanwhile.
            self._serving_since = self._clock()
            return await self.take()

    def _is_starting(self) -> bool:
        patient = self._clock() - self._began < self._patience
        return patient and self._bot.state() is BotState.STARTING

    async def _claim(self) -> Claimed | BotTurn | None:
        """The next turn that has to be asked; what needs no bot is decided on the way, many in one commit."""
        now = self._clock()
        async with self._store.begin() as tx:
            # Alone, whatever ran before we began lost its hub with the crash that we follow.
            stale = max(now - STALE, self._began) if self._alone else now - STALE
            turns = await tx.turns.runnable(stale, self._at_once)
            if not turns:
                self._look_again = await self._until_stale(tx, now)
                return None
            claimed = await self._look_at(tx, turns, now)
        # One, so that other hubs find the rest; but where one needed no bot, the next ones hardly will.
        self._at_once = 1 if claimed is not None else _AT_ONCE
        return claimed or turns[-1]

    async def _until_stale(self, tx: Transaction, now: datetime) -> float | None:
        """Seconds until what runs has lost its hub, if it has; nobody may be left to tell."""
        since = await tx.turns.running_since()
        if since is None:
            return None
        # One that is stale and cannot be claimed is being claimed at this moment.
        return max((since + STALE - now).total_seconds(), 0.0) + _AFTER_STALE

    async def _look_at(
        self, tx: Transaction, turns: Sequence[BotTurn], now: datetime
    ) -> Claimed | None:
        """The first that has to be asked, with which the look ends; those before it are decided without the bot."""
        dialogues = await tx.conversations.lock_all({turn.conversation_id for turn in turns})
        finished = await tx.turns.last_finished(dialogues)
        given_up: list[tuple[Conversation, HandoffReason]] = []
        claimed = None
        for turn in turns:
            turn.begin(now)
            conversation = dialogues.get(turn.conversation_id)
            if conversation is None:
                self._finish(turn, TurnState.DROPPED, "gone")
                continue
            if _taken_over(conversation, turn):
                self._finish(turn, TurnState.DROPPED, "taken_over")
                continue
            within = self._time_left(turn, finished.get(conversation.id), now)
            reason = self._why_unasked(turn, within)
            if reason is not None:
                self._finish(turn, TurnState.FAILED, reason)
                given_up.append((conversation, reason))
                continue
            claimed = await self._ask_about(tx, turn, conversation, within, now)
            if claimed is not None:
                break
        await self._answers.hand_off(tx, given_up)
        return claimed

    def _time_left(self, turn: BotTurn, before: datetime | None, now: datetime) -> float:
        """Seconds; it could not be asked while nobody served, nor while its dialogue's turn `before` ran."""
        if turn.attempts > 1:
            return DEADLINE
        since = max(turn.created_at, self._serving_since, before or turn.created_at)
        return DEADLINE - max((now - since).total_seconds(), 0.0)

    def _why_unasked(self, turn: BotTurn, within: float) -> HandoffReason | None:
        if self._bot.state() is BotState.AWAY:
            return HandoffReason.BOT_LOST if turn.attempts > 1 else HandoffReason.BOT_UNAVAILABLE
        return HandoffReason.BOT_BUSY if within < _LEAST else None

    async def _ask_about(
        self,
        tx: Transaction,
        turn: BotTurn,
        conversation: Conversation,
        within: float,
        now: datetime,
    ) -> Claimed | None:
        message = await tx.messages.at(turn.conversation_id, turn.message_seq)
        contact = await tx.contacts.get(conversation.contact_id)
        if message is None or contact is None:
            self._finish(turn, TurnState.DROPPED, "gone")
            return None
        if is_upload(message.content) and not words_in(message.content, message.text):
            await self._answers.answer_file(tx, turn, conversation)
            self._finish(turn, TurnState.DONE, "file")
            return None
        language = self._listening.unknown(message, conversation.locale)
        if language is not None:
            raise _NewLanguageError(language)
        question = await question_of(
            tx,
            self._listening,
            turn,
            conversation,
            contact,
            message,
            within=within,
            now=now,
        )
        tx.tell(TypingChanged(conversation, bot_of(conversation), on=True))
        return Claimed(turn, question, turn.attempts > 1)

    # ---------------------------------------------------------------- answer

    async def answer(self, claimed: Claimed) -> None:
        """Asks, and commits whatever came of it."""
        outcome = await self._outcome(claimed)
        for pause in _PAUSES:
            try:
                return await self._commit(claimed.turn, outcome)
            except Unavailable:
                # The answer is here and the database is not: it is not to be asked for again.
                await asyncio.sleep(pause)
        return await self._commit(claimed.turn, outcome)

    async def _outcome(self, claimed: Claimed) -> Answer | BotError:
        try:
            if claimed.again:
                # It may have run: its answer is looked up, and nobody asks the bot twice.
                return await self._bot.recall(claimed.question)
            return await self._bot.ask(claimed.question)
        except BotError as error:
            _log.info("bot_turn_failed", turn_id=claimed.turn.id, reason=error.reason)
            return error
        except Exception:  # noqa: BLE001 - whatever it is, the visitor gets a person
            # Nobody would answer until the turn is stale: a person is better than silence.
            _log.exception("bot_turn_failed", turn_id=claimed.turn.id)
            return BotError(HandoffReason.BOT_FAILED, "unexpected error")

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
                    await self._answers.hand_off(tx, [(conversation, outcome.reason)])
                case Answer():
                    self._finish(turn, TurnState.DONE, outcome.intent)
                    await self._answers.speak(tx, turn, conversation, outcome)
                case _:
                    assert_never(outcome)

    # -------------------------------------------------------------- starting

    async def _say_starting(self) -> None:
        """Visitors who wait for a bot that is still loading are told so, once."""
        async with self._store.read() as tx:
            pending = await tx.turns.pending()
            running = await tx.turns.running_since()
        # Those that ran when a hub was killed wait for the bot like the others.
        self._look_again = _LOOK_AT_START if pending or running else None
        for turn in pending:
            if turn.conversation_id in self._told:
                continue
            self._told.add(turn.conversation_id)
            await self._say_starting_in(turn)

    async def _say_starting_in(self, turn: BotTurn) -> None:
        async with self._store.begin() as tx:
            conversation = await tx.conversations.lock(turn.conversation_id)
            if conversation is None or _taken_over(conversation, turn):
                return
            client_id = conversation.announcement_id(_STARTING)
            if await tx.messages.by_client_id(conversation.id, "system", client_id):
                return
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
        now = self._clock()
        turn.state, turn.outcome, turn.finished_at = state, outcome[:64], now
        BOT_TURNS.labels("answered" if state is TurnState.DONE else outcome).inc()
        BOT_SECONDS.observe(max((now - turn.created_at).total_seconds(), 0.0))
        return turn


def _taken_over(conversation: Conversation, turn: BotTurn) -> bool:
    bot_owns = conversation.owner.kind is OwnerKind.BOT and conversation.owner.epoch == turn.epoch
    return not bot_owns or conversation.status is Status.RESOLVED
