"""Segments."""

from __future__ import annotations

from chat_server.domain.segments.rule import Segment
from chat_server.wire import segments as w
from chat_server.wire.rest import PageOf

from .call import Call


async def segments(call: Call) -> PageOf[w.SegmentView]:
    """All of them, by name."""
    found = await call.services.segments.all(call.agent)
    return PageOf[w.SegmentView](items=[_view(one) for one in found], next=None)


async def fields(call: Call) -> w.SegmentFields:
    """What a rule may ask about, and the words that are known."""
    found, choices = await call.services.segments.fields(call.agent)
    return w.SegmentFields(
        fields=[
            w.SegmentFieldView(
                name=field.name,
                kind=field.kind.value,
                tests=list(field.hows),
                windowed=field.windowed,
            )
            for field in found
        ],
        choices=[w.SegmentChoiceView.model_validate(choice) for choice in choices],
    )


async def preview(call: Call) -> w.SegmentPreview:
    """Who would belong to a rule."""
    body = call.body
    made = await call.services.segments.preview(call.agent, body.rule, quick=body.quick)
    return w.SegmentPreview.model_validate(made)


async def count(call: Call) -> w.SegmentCount:
    """How many belong to a rule; of many contacts it takes a while, and is kept ready."""
    belong, contacts = await call.services.segments.count(call.agent, call.body.rule)
    return w.SegmentCount(count=belong, contacts=contacts)


async def add(call: Call) -> w.SegmentView:
    """A new segment."""
    return _view(await call.services.segments.add(call.agent, call.body.name, call.body.rule))


async def change(call: Call) -> w.SegmentView:
    """Another name or rule."""
    body = call.body
    return _view(
        await call.services.segments.change(call.agent, call.path("id"), body.name, body.rule)
    )


async def remove(call: Call) -> None:
    """Remove a segment; its contacts stay."""
    await call.services.segments.remove(call.agent, call.path("id"))


def _view(segment: Segment) -> w.SegmentView:
    return w.SegmentView.model_validate(segment)
