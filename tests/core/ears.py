"""Ears in a country whose language they do not know yet."""

from __future__ import annotations

from chat_server.domain.bot_turn import DEADLINE
from chat_server.hearing.ears import RuleEars
from tests.core.core import Core


class Abroad(RuleEars):
    """Knows no language yet, and takes its time to learn one."""

    def __init__(self, core: Core) -> None:
        super().__init__()
        self.learned: list[str] = []
        self._core = core

    def unknown(self, text: str, *, language: str | None) -> str | None:
        code = "en" if text.isascii() else "ru"
        return None if code in self.learned else code

    async def learn(self, code: str) -> None:
        # Others are free to write.
        async with self._core.store.begin():
            self._core.clock.forward(seconds=DEADLINE)
        self.learned.append(code)
