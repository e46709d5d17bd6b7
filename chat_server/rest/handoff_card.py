"""The handoff card."""

from __future__ import annotations

from chat_server.domain.handoff_card import Attempt, HandoffCard
from chat_server.wire import card as w
from chat_server.wire.views import Reader, contact_view, fact_view

from .call import Call
from .shop import order_view


async def card(call: Call) -> w.HandoffCardView:
    """What an agent should know before typing."""
    found = await call.services.handoff_cards.of(call.agent, call.path("id"))
    made, conversation = found.card, found.card.conversation
    return w.HandoffCardView(
        conversation_id=conversation.id,
        last_seq=conversation.last_seq,
        reason=conversation.handoff_reason,
        summary=conversation.handoff_summary,
        note=conversation.return_note,
        waiting_since=conversation.queued_at,
        waiting_seconds=made.waiting_seconds,
        contact=contact_view(found.contact, Reader.AGENT),
        attempts=[_attempt(attempt) for attempt in made.attempts],
        misses=made.misses,
        facts=[fact_view(item.fact, item.quote, call.locale) for item in found.facts],
        known=[w.KnownView.model_validate(known) for known in made.known],
        open_orders=[order_view(order, customer) for order, customer in made.open_orders],
        earlier=[w.EarlierView.model_validate(row) for row in made.earlier],
        mood=w.MoodView(
            level=made.mood.level.value,
            signs=[w.SignView.model_validate(sign) for sign in made.mood.signs],
        ),
        came_from=_came_from(made),
    )


def _attempt(attempt: Attempt) -> w.AttemptView:
    return w.AttemptView(
        seq=attempt.seq,
        said=attempt.said,
        intent=attempt.intent,
        confidence=attempt.confidence,
        missed=attempt.missed,
        form=attempt.form,
        heard=[w.HeardView(entity=entity, value=value) for entity, value in attempt.entities],
        answers=list(attempt.answers),
    )


def _came_from(made: HandoffCard) -> w.CameFromView:
    conversation, element, campaign = made.conversation, made.element, made.campaign
    return w.CameFromView(
        page_url=conversation.page_url,
        page_title=conversation.page_title,
        referrer=conversation.referrer,
        element=conversation.element,
        element_kind=element.kind if element else None,
        element_name=element.name if element else None,
        campaign=campaign.name if campaign else None,
        variant=conversation.variant,
    )
