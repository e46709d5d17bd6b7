"""What is kept, for what purpose, how long, and when what was older went."""

from __future__ import annotations

from chat_server.wire import retention as w
from chat_server.wire.rest import PageOf

from .call import Call


async def kept(call: Call) -> PageOf[w.KeptView]:
    """By purpose."""
    found = await call.services.kept.all(call.agent)
    return PageOf[w.KeptView](
        items=[
            w.KeptView(
                purpose=one.purpose.value,
                days=one.days,
                before=one.last.before if one.last else None,
                swept_at=one.last.swept_at if one.last else None,
                gone=one.last.gone if one.last else 0,
            )
            for one in found
        ],
        next=None,
    )
