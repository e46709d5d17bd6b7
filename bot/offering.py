"""The next best offer: said when somebody asks what we recommend, or once an order question is answered and they thank for it.

Whether anything may be offered, and what, is the hub's to say: it knows what was bought, what they consent to, what went wrong
and what was offered already.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from rasa.shared.core.events import ActionExecuted, BotUttered

from actions.offer_words import offered_words
from known_facts import Visitor
from phrases import phrases_for
from replies import offer_reply
from shop import ShopUnavailable

if TYPE_CHECKING:
    from rasa.shared.core.trackers import DialogueStateTracker

    from collector import TurnCollector
    from shop import Shop

logger = logging.getLogger(__name__)

# Nobody waits for what they did not ask for.
PATIENCE = 0.4
_SURE = 0.6
_ANSWERED = "action_order_status"


async def offer_after_an_answer(
    shop: Shop, collector: TurnCollector, tracker: DialogueStateTracker
) -> None:
    """Add it behind "you're welcome"; an offer that cannot be had in time is none."""
    if not _is_fitting(collector, tracker):
        return
    try:
        offer = await asyncio.wait_for(
            shop.next_offer(str(tracker.sender_id), asked=False), PATIENCE
        )
    except (ShopUnavailable, TimeoutError) as error:
        logger.info("no offer: the hub gave none (%s)", type(error).__name__)
        return
    if offer is not None:
        visitor = Visitor.from_slot(tracker.get_slot("visitor"))
        words = phrases_for(visitor.locale)
        made = offer_reply(*offered_words(offer, words, asked=False))
        collector.replies.append(made)


def _is_fitting(collector: TurnCollector, tracker: DialogueStateTracker) -> bool:
    intent = tracker.latest_message.intent
    if intent.get("name") != "thanks" or float(intent.get("confidence") or 0.0) < _SURE:
        return False
    if collector.handoff or collector.pending or collector.forgotten or tracker.active_loop_name:
        return False
    return bool(collector.replies) and _order_was_told(tracker)


def _order_was_told(tracker: DialogueStateTracker) -> bool:
    """Whether the last question about an order was answered with the order."""
    answering = told = False
    for event in tracker.events:
        if isinstance(event, ActionExecuted):
            answering = event.action_name == _ANSWERED
        elif answering and isinstance(event, BotUttered):
            content = (event.data.get("custom") or {}).get("content") or {}
            told = content.get("type") == "card"
    return told
