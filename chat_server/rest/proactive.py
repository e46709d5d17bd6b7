"""Greetings that come up by themselves: marketers' half, and what websites ask for.

`/widget/greet-{inbox}.js` is what the widget's loader asks for on every page: nothing at all where the inbox has no
such greeting, else what watches for their time.
"""

from __future__ import annotations

import json
from contextlib import suppress

from aiohttp import web

from chat_server.clock import utc_now
from chat_server.domain.errors import SamtalError
from chat_server.domain.opener import Opener
from chat_server.domain.proactive import ProactiveGreeting, Said
from chat_server.services.elements import Elements
from chat_server.services.proactive import ProactiveGreetings
from chat_server.services.rate_limits import LINKS, RateLimits
from chat_server.wire import proactive as w

from .call import Call, known_id
from .peer import PEER

_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    # Another page of the same visit need not ask again.
    "Cache-Control": "public, max-age=60",
}
_NONE = "export{};"


async def one(call: Call) -> w.GreetingRuleView:
    """When a greeting element comes up by itself, and for whom."""
    return _view(*await call.services.greetings.one(call.agent, call.path("code")))


async def put(call: Call) -> w.GreetingRuleView:
    """The whole of it anew."""
    body: w.GreetingBody = call.body
    made = ProactiveGreeting(
        code=call.path("code"),
        text=body.text,
        changed_at=utc_now(),
        replies=list(body.replies),
        page=body.page,
        after_seconds=body.after_seconds,
        scroll_percent=body.scroll_percent,
        leaving=body.leaving,
        visits=body.visits,
        fact_key=body.fact.key if body.fact else None,
        fact_value=body.fact.value if body.fact else None,
        segment_id=body.segment_id,
        active=body.active,
        translations={
            language: Said(said.text, tuple(said.replies)).written()
            for language, said in body.translations.items()
        },
    )
    return _view(await call.services.greetings.put(call.agent, made, body.inbox), body.inbox)


async def remove(call: Call) -> None:
    """It comes up no more; the element stays."""
    await call.services.greetings.remove(call.agent, call.path("code"))


async def own(call: Call) -> w.OwnGreetings:
    """Greetings that may come up for this visitor."""
    visitor = call.contact_browser
    call.services.limits.spend(LINKS, visitor.visitor_id)
    return _own(await call.services.greetings.for_visitor(visitor))


def greeting_routes(
    greetings: ProactiveGreetings, elements: Elements, limits: RateLimits
) -> list[web.RouteDef]:
    """Need no account, as the widget does not."""

    async def watch(request: web.Request) -> web.Response:
        try:
            key = known_id(request.match_info["inbox"])
            here = await greetings.here(key)
        except SamtalError:
            return web.Response(text=_NONE, content_type="text/javascript", headers=_HEADERS)
        text = _watching(key, here) if here else _NONE
        return web.Response(text=text, content_type="text/javascript", headers=_HEADERS)

    async def came_up(request: web.Request) -> web.Response:
        """Counted as the opening of a link is: a browser once a day, robots apart."""
        with suppress(SamtalError):
            opener = Opener(
                address=request.app[PEER].of(request),
                agent=request.headers.get("User-Agent", ""),
                language=request.headers.get("Accept-Language", ""),
                purpose="",
                looks_only=False,
            )
            limits.spend(LINKS, opener.address)
            code = known_id(request.match_info["code"])
            if (await elements.link(code)).kind == "greeting":
                await elements.open(code, opener)
        return web.Response(status=204, headers={"Access-Control-Allow-Origin": "*"})

    return [
        web.get(r"/widget/greet-{inbox}.js", watch),
        web.post("/r/{code}", came_up),
    ]


def _watching(key: str, here: list[ProactiveGreeting]) -> str:
    """Nothing of those that ask who it is leaves the hub unasked."""
    found = _own([one for one in here if not one.asks_who])
    given = json.dumps({"inbox": key, "items": [one.model_dump() for one in found.items]})
    # Static beside it; `<` cannot end the script it may be put into by somebody's proxy.
    return f'import{{watch}}from"./watch.js";watch({given.replace("<", chr(92) + "u003c")});'


def _own(found: list[ProactiveGreeting]) -> w.OwnGreetings:
    return w.OwnGreetings(items=[_shown(one) for one in found])


def _shown(found: ProactiveGreeting) -> w.OwnGreeting:
    return w.OwnGreeting(
        code=found.code,
        text=found.text,
        texts={language: found.said(language).text for language in found.translations},
        page=found.page,
        after_seconds=found.after_seconds,
        scroll_percent=found.scroll_percent,
        leaving=found.leaving,
        visits=found.visits,
    )


def _view(found: ProactiveGreeting, inbox: str | None) -> w.GreetingRuleView:
    fact = found.fact_key and w.FactAskedView(key=found.fact_key, value=found.fact_value)
    return w.GreetingRuleView(
        code=found.code,
        text=found.text,
        replies=found.replies,
        page=found.page,
        after_seconds=found.after_seconds,
        scroll_percent=found.scroll_percent,
        leaving=found.leaving,
        visits=found.visits,
        fact=fact or None,
        segment_id=found.segment_id,
        inbox=inbox,
        active=found.active,
        translations={
            language: w.SaidView.model_validate(Said.read(said))
            for language, said in found.translations.items()
        },
        changed_at=found.changed_at,
    )
