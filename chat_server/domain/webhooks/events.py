"""What a webhook can be told of: a choice of the log's lines, under names of their own that stay as they are.

A line holds no words of anybody; which of its data leave is written here, key by key.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from chat_server.domain.events import EventType

if TYPE_CHECKING:
    from collections.abc import Mapping


class WebhookEvent(StrEnum):
    """`PING` is sent by hand only."""

    CONVERSATION_OPENED = "conversation_opened"
    MESSAGE_CREATED = "message_created"
    CONVERSATION_HANDED_OFF = "conversation_handed_off"
    CONVERSATION_QUEUED = "conversation_queued"
    CONVERSATION_ASSIGNED = "conversation_assigned"
    CONVERSATION_RETURNED_TO_BOT = "conversation_returned_to_bot"
    CONVERSATION_RESOLVED = "conversation_resolved"
    CONVERSATION_REOPENED = "conversation_reopened"
    CONVERSATION_RATED = "conversation_rated"
    FACT_LEARNED = "fact_learned"
    COUPON_ISSUED = "coupon_issued"
    COUPON_REDEEMED = "coupon_redeemed"
    POINTS_CHANGED = "points_changed"
    CONTACT_UNSUBSCRIBED = "contact_unsubscribed"
    PING = "ping"


CHOOSABLE: Final = frozenset(WebhookEvent) - {WebhookEvent.PING}

OF_LINES: Final[Mapping[EventType, WebhookEvent]] = {
    EventType.CONVERSATION_OPENED: WebhookEvent.CONVERSATION_OPENED,
    EventType.VISITOR_SPOKE: WebhookEvent.MESSAGE_CREATED,
    EventType.BOT_SPOKE: WebhookEvent.MESSAGE_CREATED,
    EventType.AGENT_SPOKE: WebhookEvent.MESSAGE_CREATED,
    EventType.SYSTEM_SPOKE: WebhookEvent.MESSAGE_CREATED,
    EventType.HANDED_OFF: WebhookEvent.CONVERSATION_HANDED_OFF,
    EventType.QUEUED: WebhookEvent.CONVERSATION_QUEUED,
    EventType.ASSIGNED: WebhookEvent.CONVERSATION_ASSIGNED,
    EventType.RETURNED_TO_BOT: WebhookEvent.CONVERSATION_RETURNED_TO_BOT,
    EventType.RESOLVED: WebhookEvent.CONVERSATION_RESOLVED,
    EventType.REOPENED: WebhookEvent.CONVERSATION_REOPENED,
    EventType.RATED: WebhookEvent.CONVERSATION_RATED,
    EventType.FACT_LEARNED: WebhookEvent.FACT_LEARNED,
    EventType.COUPON_MINTED: WebhookEvent.COUPON_ISSUED,
    EventType.COUPON_REDEEMED: WebhookEvent.COUPON_REDEEMED,
    EventType.POINTS_CHANGED: WebhookEvent.POINTS_CHANGED,
    EventType.UNSUBSCRIBED: WebhookEvent.CONTACT_UNSUBSCRIBED,
}

_COUPON = ("coupon", "incentive", "kind", "campaign")
# Of a line's data, what leaves; everything else stays.
TOLD: Final[Mapping[WebhookEvent, tuple[str, ...]]] = {
    WebhookEvent.CONVERSATION_OPENED: ("element", "channel", "campaign", "variant", "language"),
    WebhookEvent.MESSAGE_CREATED: (),
    WebhookEvent.CONVERSATION_HANDED_OFF: ("reason",),
    WebhookEvent.CONVERSATION_QUEUED: ("reason", "team"),
    WebhookEvent.CONVERSATION_ASSIGNED: ("reason", "team"),
    WebhookEvent.CONVERSATION_RETURNED_TO_BOT: (),
    WebhookEvent.CONVERSATION_RESOLVED: ("reason",),
    WebhookEvent.CONVERSATION_REOPENED: (),
    WebhookEvent.CONVERSATION_RATED: ("score",),
    WebhookEvent.FACT_LEARNED: ("fact_id", "key"),
    WebhookEvent.COUPON_ISSUED: _COUPON,
    WebhookEvent.COUPON_REDEEMED: (*_COUPON, "discount_cents", "total_cents", "sku"),
    WebhookEvent.POINTS_CHANGED: ("change",),
    WebhookEvent.CONTACT_UNSUBSCRIBED: ("campaign", "element"),
    WebhookEvent.PING: (),
}
