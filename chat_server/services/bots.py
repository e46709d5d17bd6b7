"""The processes that answer first: for administrators to see while models change and machines come and go."""

from __future__ import annotations

from chat_server.domain.bot_turn import BotProcess
from chat_server.domain.ports import Bot

from .access import AgentCaller, Permission, require


class Bots:
    """As this hub sees them."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def processes(self, caller: AgentCaller) -> list[BotProcess]:
        """All of them, well or not."""
        require(caller, Permission.MANAGE)
        return self._bot.processes()
