"""The log's line of a change of a campaign."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.ports import Transaction


async def campaign_changed(
    tx: Transaction, campaign_id: str, agent_id: str, state: str, at: datetime
) -> None:
    """Who did what stays, also when the campaign does not."""
    inbox = (await tx.inboxes.all())[0]
    await tx.flush()
    await tx.record(
        [
            Event(
                id=event_id("campaign", new_id()),
                type=EventType.CAMPAIGN_CHANGED,
                at=at,
                inbox_id=inbox.id,
                actor_kind="agent",
                actor_id=agent_id,
                data={"campaign": campaign_id, "state": state},
            )
        ]
    )
