"""The widget without sockets."""

from __future__ import annotations

from pydantic import JsonValue, TypeAdapter

from chat_server.domain.bot_turn import BotState
from chat_server.domain.errors import NotFound
from chat_server.services.consents import Holdings
from chat_server.services.identity import Arrival
from chat_server.services.rate_limits import (
    MESSAGES,
    MESSAGES_OF_INBOX,
    OPENINGS,
    OPENINGS_OF_INBOX,
)
from chat_server.wire.acks import (
    ConsentResult,
    FactsResult,
    ForgottenResult,
    Nothing,
    ResumeResult,
    SendResult,
)
from chat_server.wire.base import Identifier
from chat_server.wire.nouns import FactView
from chat_server.wire.rest import VisitorExport, VisitorSession
from chat_server.wire.views import (
    Reader,
    contact_view,
    conversation_view,
    fact_view,
    facts_result,
    greeting_view,
    inbox_view,
    message_view,
    receipt_view,
)

from .call import Call
from .contact_history import note_view
from .incentives import coupon_view, points_view
from .paging import AfterQuery
from .peer import PEER

_ME = Reader.VISITOR


class OwnMessagesQuery(AfterQuery):
    """Without `conversation_id` the newest open one."""

    conversation_id: Identifier | None = None


async def session(call: Call) -> VisitorSession:
    """Open or continue a visitor's session."""
    body = call.body
    if body.token is None:
        limits = call.services.limits
        await limits.spend_shared(OPENINGS, call.request.app[PEER].of(call.request))
        await limits.spend_shared(OPENINGS_OF_INBOX, body.inbox)
    opened = await call.services.identity.open(
        Arrival(
            inbox_key=body.inbox,
            token=body.token,
            identity=body.identity,
            locale=body.locale,
            element=body.element,
            page=body.page.model_dump(exclude_none=True) if body.page else {},
            origin=call.request.headers.get("Origin"),
        )
    )
    return VisitorSession(
        token=opened.token,
        inbox=inbox_view(
            opened.inbox,
            bot_ready=call.services.bot_state() is BotState.READY,
            agents_online=opened.agents_online,
            is_open=opened.is_open,
            opens_at=opened.opens_at,
            mail=call.services.letters.can_send,
            file_bytes=call.services.files.most_bytes,
        ),
        contact=contact_view(opened.contact, _ME),
        conversation=conversation_view(opened.conversation, _ME) if opened.conversation else None,
        messages=[message_view(message, _ME) for message in opened.messages],
        greeting=greeting_view(opened.greeting),
        consent=opened.consent,
    )


async def send(call: Call) -> SendResult:
    """Send a message; the answer is fetched with GET."""
    visitor = call.contact_browser
    await call.services.limits.spend_shared(MESSAGES, visitor.visitor_id)
    await call.services.limits.spend_shared(MESSAGES_OF_INBOX, visitor.inbox_id)
    sent = await call.services.visitor_messages.send(
        visitor, call.body.conversation_id, call.body.client_id, call.body.content.stored()
    )
    return SendResult(
        conversation_id=sent.conversation_id, message_id=sent.message_id, seq=sent.seq
    )


async def greeting_seen(call: Call) -> Nothing:
    """The greeting was on the visitor's screen; `shown` came with it."""
    await call.services.exposures.seen(call.contact_browser, call.body.shown)
    return Nothing()


async def messages(call: Call) -> ResumeResult:
    """Messages after a seq."""
    visitor = call.contact_browser
    conversation_id = call.query.conversation_id
    if conversation_id is None:
        conversation_id = await call.services.visitor_messages.open_conversation_id(visitor)
    if conversation_id is None:
        raise NotFound("There is no open conversation.")
    found = await call.services.visitor_messages.resume(visitor, conversation_id, call.query.last)
    return ResumeResult(
        messages=[message_view(message, _ME) for message in found.messages],
        conversation=conversation_view(found.snapshot, _ME),
        more=found.more,
    )


async def facts(call: Call) -> FactsResult:
    """What is remembered about the visitor."""
    items, consent = await call.services.memory.own_facts(call.contact_browser)
    return facts_result([(one.fact, one.quote, one.locale) for one in items], consent)


async def correct_fact(call: Call) -> FactView:
    """What the visitor says is right."""
    visitor, fact_id = call.contact_browser, call.path("id")
    item = await call.services.memory.correct(visitor, fact_id, call.body.value)
    return fact_view(item.fact, item.quote, item.locale)


async def confirm_fact(call: Call) -> FactView:
    """Whether what we believe is so."""
    visitor, fact_id = call.contact_browser, call.path("id")
    item = await call.services.memory.confirm(visitor, fact_id, right=call.body.right)
    return fact_view(item.fact, item.quote, item.locale)


async def forget_fact(call: Call) -> ForgottenResult:
    """Forget one fact and the values before it."""
    receipt = await call.services.memory.forget(call.contact_browser, call.path("id"))
    return ForgottenResult(receipt=receipt_view(receipt))


async def set_consent(call: Call) -> ConsentResult:
    """Give or withdraw consent; what a withdrawn one covered is deleted."""
    consent, receipt = await call.services.consents.set(
        call.contact_browser, call.body.purpose, granted=call.body.granted
    )
    return ConsentResult(consent=consent, receipt=receipt_view(receipt) if receipt else None)


async def export(call: Call) -> VisitorExport:
    """Everything held about the visitor."""
    return export_view(await call.services.consents.export(call.contact_browser))


async def erase(call: Call) -> ForgottenResult:
    """Forget the visitor; the token ends with it."""
    receipt = await call.services.consents.forget_me(call.contact_browser)
    return ForgottenResult(receipt=receipt_view(receipt))


def export_view(held: Holdings) -> VisitorExport:
    """The person's own copy."""
    return VisitorExport(
        contact=contact_view(held.contact, _ME),
        consent=held.consent,
        facts=[fact_view(item.fact, item.quote, item.locale) for item in held.facts],
        conversations=[conversation_view(snapshot, _ME) for snapshot in held.conversations],
        messages=[message_view(message, _ME) for message in held.messages],
        coupons=[coupon_view(one) for one in held.coupons],
        points=points_view(held.points),
        call_notes=[note_view(one) for one in held.call_notes],
        records={
            table: [{name: _plain(value) for name, value in row.items()} for row in rows]
            for table, rows in held.records.items()
        },
    )


def _plain(value: object) -> JsonValue:
    """As JSON writes it."""
    plain: JsonValue = TypeAdapter(object).dump_python(value, mode="json")
    return plain
