"""Pictures and files: sent as raw bytes, opened as what they are and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import quote

from aiohttp import web
from pydantic import Field

from chat_server.domain.errors import Invalid
from chat_server.services.files import Opened, Sending
from chat_server.services.rate_limits import FILES, FILES_OF_INBOX, MESSAGES
from chat_server.wire.acks import SendResult
from chat_server.wire.base import Identifier, Inbound, LongText, ShortText
from chat_server.wire.rest import FileLinkView

from .call import Call
from .dispatch import PREFIX

# A phone in a tunnel; who sends less than a piece in this time holds a connection for nothing.
_PIECE_WITHIN = 60.0
# Whatever it is, it runs nothing, asks for nothing and is shown in nobody's frame.
_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"


class FileQuery(Inbound):
    """The body is the file itself; `text` is a caption."""

    client_id: Identifier
    name: Annotated[LongText, Field(max_length=1_000)] = "file"
    text: ShortText = ""

    def sending(self, call: Call) -> Sending:
        """With the size that the client announces."""
        return Sending(self.client_id, self.name, self.text, call.request.content_length)


class VisitorFileQuery(FileQuery):
    """No `conversation_id` opens one."""

    conversation_id: Identifier | None = None


class AgentFileQuery(FileQuery):
    """`epoch` as of the conversation that the agent sees."""

    epoch: Annotated[int, Field(ge=0, le=2**31 - 1)]


class KeyQuery(Inbound):
    """As the link has them."""

    until: Annotated[int, Field(ge=0, le=2**53)]
    key: Annotated[str, Field(max_length=100, pattern=r"^[0-9a-f]+$")]


async def send_as_visitor(call: Call) -> SendResult:
    """Send a picture or file, as the body; it is a message of the visitor's."""
    visitor, limits = call.contact_browser, call.services.limits
    await limits.spend_shared(FILES, visitor.visitor_id)
    await limits.spend_shared(FILES_OF_INBOX, visitor.inbox_id)
    sent = await call.services.files.send_as_visitor(
        visitor, call.query.conversation_id, call.query.sending(call), _pieces(call.request)
    )
    return SendResult(
        conversation_id=sent.conversation_id, message_id=sent.message_id, seq=sent.seq
    )


async def send_as_agent(call: Call) -> SendResult:
    """Send a picture or file, as the body; it is a reply of the agent's."""
    await call.services.limits.spend_shared(MESSAGES, call.agent.agent_id)
    sent = await call.services.files.send_as_agent(
        call.agent,
        call.path("id"),
        call.query.epoch,
        call.query.sending(call),
        _pieces(call.request),
    )
    return SendResult(
        conversation_id=sent.conversation_id, message_id=sent.message_id, seq=sent.seq
    )


async def bytes_for_account(call: Call) -> web.StreamResponse:
    """A file of a dialogue, for accounts that may read contacts."""
    return _response(await call.services.files.open_as_agent(call.agent, call.path("id")))


async def link(call: Call) -> FileLinkView:
    """Where the visitor's browser finds a file of the visitor's own, for some minutes."""
    found = await call.services.files.link(call.contact_browser, call.path("id"))
    query = f"until={int(found.until.timestamp())}&key={found.key}"
    url = f"{PREFIX}/visitor/files/{found.file_id}/bytes?{query}"
    return FileLinkView(url=url, until=found.until)


async def bytes_by_key(call: Call) -> web.StreamResponse:
    """The file behind a link."""
    query = call.query
    opened = await call.services.files.open_by_key(call.path("id"), query.until, query.key)
    response = _response(opened)
    # The widget shows it on the shop's page; the key in the address is the proof.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


async def _pieces(request: web.Request) -> AsyncIterator[bytes]:
    while True:
        try:
            async with asyncio.timeout(_PIECE_WITHIN):
                piece = await request.content.readany()
        except TimeoutError as error:
            raise Invalid("The file stopped coming.", {"file": "incomplete"}) from error
        if not piece:
            return
        yield piece


def _response(opened: Opened) -> web.FileResponse:
    """With ranges and an ETag, as aiohttp sends files."""
    file = opened.file
    kind = "inline" if file.is_picture else "attachment"
    media_type = "text/plain; charset=utf-8" if file.media_type == "text/plain" else file.media_type
    return web.FileResponse(
        opened.path,
        headers={
            "Content-Type": media_type,
            "Content-Disposition": f"{kind}; {_named(file.name)}",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": _POLICY,
            "Cache-Control": "private, no-cache",
            "Referrer-Policy": "no-referrer",
        },
    )


def _named(name: str) -> str:
    """RFC 6266, for old readers and new ones."""
    plain = "".join(one if one.isascii() and one not in '"\\%' else "_" for one in name)
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
