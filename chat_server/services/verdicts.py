"""How a dialogue went, as the person who answered sees it; the visitor's own rating is theirs."""

from __future__ import annotations

from chat_server.domain.errors import Conflict
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, any_conversation, require


class Verdicts:
    """For who answers."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def rate(
        self, caller: AgentCaller, conversation_id: str, score: int, comment: str | None
    ) -> None:
        """Only by somebody who had it; the latest counts."""
        require(caller, Permission.ANSWER)
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id)
            row = await tx.log.response_event(conversation_id)
            if row is None or caller.agent_id not in row.agents:
                raise Conflict("Only who answered in this dialogue rates it.")
            data: dict[str, object] = {"score": score}
            if comment:
                data["comment"] = comment
            await tx.record(
                [
                    Event(
                        id=event_id("agent_rated", new_id()),
                        type=EventType.AGENT_RATED,
                        at=self._clock(),
                        inbox_id=conversation.inbox_id,
                        actor_kind="agent",
                        actor_id=caller.agent_id,
                        conversation_id=conversation.id,
                        contact_id=conversation.contact_id,
                        data=data,
                    )
                ]
            )
