"""The append-only log: what happened, never what was said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class EventType(StrEnum):
    """Every line the log can hold."""

    ELEMENT_OPENED = "element_opened"
    ELEMENT_FETCHED = "element_fetched"
    ELEMENT_SHOWN = "element_shown"
    ELEMENT_SEEN = "element_seen"
    ELEMENT_NAMED = "element_named"
    CONVERSATION_OPENED = "conversation_opened"
    VISITOR_SPOKE = "visitor_spoke"
    BOT_SPOKE = "bot_spoke"
    AGENT_SPOKE = "agent_spoke"
    SYSTEM_SPOKE = "system_spoke"
    UNDERSTOOD = "understood"
    HANDED_OFF = "handed_off"
    QUEUED = "queued"
    WAIT_ESTIMATED = "wait_estimated"
    ASSIGNED = "assigned"
    RETURNED_TO_BOT = "returned_to_bot"
    RESOLVED = "resolved"
    REOPENED = "reopened"
    RATED = "rated"
    AGENT_RATED = "agent_rated"
    FACT_LEARNED = "fact_learned"
    FACT_USED = "fact_used"
    ASKED_AGAIN = "asked_again"
    ASKED_BACK = "asked_back"
    CODES_LISTED = "codes_listed"
    COUPON_MINTED = "coupon_minted"
    COUPON_REDEEMED = "coupon_redeemed"
    GUARANTEE_USED = "guarantee_used"
    POINTS_CHANGED = "points_changed"
    CALL_NOTED = "call_noted"
    OFFER_MADE = "offer_made"
    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    HELP_SHOWN = "help_shown"
    HELP_JUDGED = "help_judged"
    HELP_MISSED = "help_missed"
    LINE_REVIEWED = "line_reviewed"
    REVIEW_UNDONE = "review_undone"
    EXPOSED = "exposed"
    CAMPAIGN_CHANGED = "campaign_changed"
    MAIL_SENT = "mail_sent"
    MAIL_BOUNCED = "mail_bounced"
    MAIL_DELAYED = "mail_delayed"
    MAIL_OPENED = "mail_opened"
    MAIL_CLICKED = "mail_clicked"
    UNSUBSCRIBED = "unsubscribed"
    INTENT_ADDED = "intent_added"
    INTENT_REMOVED = "intent_removed"
    BOT_JOB_ASKED = "bot_job_asked"
    BOT_JOB_ENDED = "bot_job_ended"


@dataclass
class Event:
    """`id` is derived from what it records; `position` is given by the store and only rises."""

    id: str
    type: EventType
    at: datetime
    inbox_id: str
    actor_kind: str
    conversation_id: str | None = None
    contact_id: str | None = None
    actor_id: str | None = None
    data: dict[str, object] = field(default_factory=dict)
    position: int | None = None
