"""A bot that follows a script: deterministic, for tests of everything but the bot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chat_server.domain.bot_turn import Answer, BotState, Question, Reply

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

    def state(self) -> BotState:
        """As set."""
        return self.current_state

    async def ask(self, question: Question) -> Answer:
        """By the script."""
        self.questions.append(question)
        return self.script(question)

    async def forget(self, conversation_ids: Sequence[str]) -> None:
        """Remembers that it was told to."""
        self.forgotten += conversation_ids
