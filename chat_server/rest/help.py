"""The shop's help pages, for everybody: `/help/{language}` lists and searches, `/help/{language}/{slug}` is one."""

from __future__ import annotations

from aiohttp import web

from chat_server.domain.errors import NotFound, RateLimited
from chat_server.domain.message import clean_text
from chat_server.services.help_pages import Help
from chat_server.services.rate_limits import LINKS, RateLimits

from .help_html import article_page, list_page, sorry_page
from .help_words import words_in
from .peer import PEER

_HEADERS = {
    # Words and one sheet of style; nothing runs.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}
_MOST_ASKED = 200


def help_routes(pages: Help, limits: RateLimits) -> list[web.RouteDef]:
    """Needs no account."""

    async def begin(request: web.Request) -> web.StreamResponse:
        preferred = request.headers.get("Accept-Language", "").partition(",")[0].partition(";")[0]
        try:
            language = await pages.nearest(preferred.strip())
        except NotFound:
            return _html(sorry_page(preferred, words_in(preferred).gone), 404)
        return web.Response(status=302, headers={"Location": f"/help/{language}"})

    async def listed(request: web.Request) -> web.StreamResponse:
        asked = clean_text(request.query.get("q", ""))[:_MOST_ASKED]
        wanted = request.match_info["language"]
        try:
            if asked:
                limits.spend(LINKS, request.app[PEER].of(request))
            found = await pages.listed(wanted, asked)
        except NotFound:
            return await _not_there(pages, wanted)
        except RateLimited:
            return _html(sorry_page(wanted, words_in(wanted).too_often), 429)
        return _html(list_page(found, asked))

    async def one(request: web.Request) -> web.StreamResponse:
        wanted = request.match_info["language"]
        try:
            article, languages = await pages.article(wanted, request.match_info["slug"])
        except NotFound:
            return await _not_there(pages, wanted)
        return _html(article_page(article, languages))

    return [
        web.get("/help", begin),
        web.get("/help/{language}", listed),
        web.get("/help/{language}/{slug}", one),
    ]


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)


async def _not_there(pages: Help, wanted: str) -> web.Response:
    try:
        language = await pages.nearest(wanted)
    except NotFound:
        language = wanted
    return _html(sorry_page(language, words_in(language).gone), 404)
