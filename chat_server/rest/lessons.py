"""What the bot did not understand, and what people make of it."""

from __future__ import annotations

from aiohttp import web

from chat_server.domain.lessons.heard import Certainty
from chat_server.services.lessons import Line, Queue, Reviewed, Wanted
from chat_server.wire import lessons as k
from chat_server.wire.base import Locale, ShortText
from chat_server.wire.rest import PageOf

from .call import Call
from .marketing import period
from .paging import Period


class LinesQuery(Period):
    """Which lines; `certainty` is how sure the bot was of them."""

    language: Locale | None = None
    certainty: k.Certainty = "missed"
    q: ShortText = ""


async def lines(call: Call) -> k.LineQueue:
    """Lines that nobody has reviewed, those that mean alike together."""
    since, until = period(call)
    asked = call.query
    wanted = Wanted(since, until, Certainty(asked.certainty), asked.language, asked.q)
    return queue_view(await call.services.lessons.queue(call.agent, wanted))


async def intents(call: Call) -> PageOf[k.IntentView]:
    """What a line can be assigned to."""
    found = await call.services.lessons.intents(call.agent)
    views = [k.IntentView.model_validate(one) for one in found]
    return PageOf[k.IntentView](items=views, next=None)


async def reviewed(call: Call) -> PageOf[k.LessonView]:
    """Reviewed lines, the last one first."""
    found = await call.services.lessons.reviewed(call.agent)
    return PageOf[k.LessonView](items=[lesson_view(one) for one in found], next=None)


async def review(call: Call) -> PageOf[k.LessonView]:
    """Says what lines should have been understood as."""
    body = call.body
    made = await call.services.lessons.review(
        call.agent, body.message_ids, body.intent, wording=body.wording, language=body.language
    )
    return PageOf[k.LessonView](items=[lesson_view(one) for one in made], next=None)


async def undo(call: Call) -> None:
    """Takes a review back; the line waits again."""
    await call.services.lessons.undo(call.agent, call.path("id"))


async def changes(call: Call) -> web.Response:
    """What the reviewed lines change in the bot's examples, as a patch."""
    text = await call.services.lessons.changes(call.agent)
    return web.Response(
        text=text,
        content_type="text/x-diff",
        headers={"Content-Disposition": 'attachment; filename="reviewed-examples.diff"'},
    )


async def add_intent(call: Call) -> k.IntentView:
    """A new intent, to which lines can be assigned; it is heard once a model has learned it."""
    body = call.body
    made = await call.services.own_intents.add(call.agent, body.name, body.topic, body.answers)
    return k.IntentView(name=made.name, topic=made.topic, examples={}, answers=made.answers)


async def remove_intent(call: Call) -> None:
    """Takes away an intent that was made here; lines assigned to it teach nothing any more."""
    await call.services.own_intents.remove(call.agent, call.path("id"))


def queue_view(queue: Queue) -> k.LineQueue:
    """With the words."""
    return k.LineQueue(
        from_=queue.since,
        to=queue.until,
        language=queue.language,
        languages=[k.LanguageTally.model_validate(one) for one in queue.tallies],
        groups=[[line_view(line) for line in group] for group in queue.groups],
        total=queue.total,
        capped=queue.capped,
        ungrouped=queue.ungrouped,
    )


def line_view(line: Line) -> k.LineView:
    """One line."""
    heard = line.heard
    return k.LineView(
        message_id=heard.message_id,
        conversation_id=heard.conversation_id,
        seq=line.seq,
        language=heard.language,
        text=line.text,
        intent=heard.intent,
        confidence=heard.confidence,
        at=heard.at,
    )


def lesson_view(one: Reviewed) -> k.LessonView:
    """With the words it is about."""
    names = set(k.LessonView.model_fields) - {"seq", "text", "example", "held_out"}
    return k.LessonView(
        seq=one.seq,
        text=one.text,
        example=one.example,
        held_out=one.held_out,
        **{name: getattr(one.lesson, name) for name in names},
    )
