"""A bot that follows a script: deterministic, for tests of everything but the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from chat_server.domain.bot_turn import Answer, BotProcess, BotState, Question, Reply
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ports import BotError

Script = Callable[[Question], Answer]


def echo(question: Question) -> Answer:
    """Says what was said; asks for a human when the text has the word."""
    reply = Reply({"type": "text", "text": f"You said: {question.text}"})
    wants_human = "human" in question.text.lower()
    return Answer((reply,), "echo", 1.0, handoff_reason="visitor_asked" if wants_human else None)


class ScriptedBot:
    """Keeps the questions it was asked; the script may raise BotError."""

    def __init__(self, script: Script = echo, state: BotState = BotState.READY) -> None:
        self.script = script
        self.current_state = state
        self.questions: list[Question] = []
        self.forgotten: list[str] = []
        self.full = False
        self.takes = 0.0
        self.answered: dict[str, Answer] = {}

    def state(self) -> BotState:
        """As set."""
        return self.current_state

    async def ask(self, question: Question) -> Answer:
        """By the script."""
        self.questions.append(question)
        answer = self.script(question)
        # As a model would: the answer is known there before it is here.
        self.answered[question.turn_id] = answer
        await asyncio.sleep(self.takes)
        return answer

    def processes(self) -> list[BotProcess]:
        """It runs in the hub."""
        return []

    async def recall(self, question: Question) -> Answer:
        """What `ask` returned."""
        if question.turn_id not in self.answered:
            raise BotError(HandoffReason.BOT_LOST, "never answered")
        return self.answered[question.turn_id]

    def has_room(self) -> bool:
        """As set."""
        return not self.full

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Remembers that it was told to."""
        self.forgotten += conversation_ids
