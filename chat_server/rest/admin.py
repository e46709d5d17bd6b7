"""Inboxes, canned replies, and the processes of the bot."""

from __future__ import annotations

from datetime import timedelta

from chat_server.domain.inbox import Inbox
from chat_server.wire.rest import (
    BotProcessView,
    CannedReplyView,
    InboxSettings,
    NewInbox,
    PageOf,
    RotatedSecret,
)

from .call import Call


async def inboxes(call: Call) -> PageOf[InboxSettings]:
    """Inboxes without their secrets."""
    found = await call.services.inboxes.all(call.agent)
    return PageOf[InboxSettings](items=[_view(call, each) for each in found], next=None)


async def inbox(call: Call) -> InboxSettings:
    """One inbox without its secrets."""
    found = await call.services.inboxes.one(call.agent, call.path("id"))
    return _view(call, found)


async def add_inbox(call: Call) -> NewInbox:
    """A new inbox; its secret is told this once."""
    body = call.body
    made, secret = await call.services.administration.add_inbox(
        call.agent,
        body.key,
        body.name,
        body.allowed_origins,
        locale=body.locale,
        timezone=body.timezone,
    )
    return NewInbox(**_view(call, made).model_dump(), secret=secret)


async def change_inbox(call: Call) -> InboxSettings:
    """Sets what is given: how conversations are routed, opening hours, e-mail and idle times."""
    changes = call.body.model_dump(mode="json", exclude_unset=True)
    changed = await call.services.inboxes.change(call.agent, call.path("id"), changes)
    return _view(call, changed)


async def archive_inbox(call: Call) -> InboxSettings:
    """No new dialogues in it from now on, or again."""
    changed = await call.services.administration.archive_inbox(
        call.agent, call.path("id"), archived=call.body.archived
    )
    return _view(call, changed)


async def rotate_secret(call: Call) -> RotatedSecret:
    """A new secret for signed identities; the old one stays valid for some hours."""
    inbox, secret, until = await call.services.administration.rotate_secret(
        call.agent, call.path("id"), timedelta(hours=call.body.overlap_hours)
    )
    return RotatedSecret(kid=inbox.key, secret=secret, old_until=until)


async def canned_replies(call: Call) -> PageOf[CannedReplyView]:
    """Texts agents insert by `/`."""
    found = await call.services.canned_replies.all(call.agent)
    views = [CannedReplyView.model_validate(reply) for reply in found]
    return PageOf[CannedReplyView](items=views, next=None)


async def add_canned_reply(call: Call) -> CannedReplyView:
    """A new canned reply."""
    made = await call.services.canned_replies.add(call.agent, call.body.shortcut, call.body.text)
    return CannedReplyView.model_validate(made)


async def change_canned_reply(call: Call) -> CannedReplyView:
    """Its shortcut, its text, or both."""
    changed = await call.services.canned_replies.change(
        call.agent, call.path("id"), shortcut=call.body.shortcut, text=call.body.text
    )
    return CannedReplyView.model_validate(changed)


async def remove_canned_reply(call: Call) -> None:
    """Messages that were sent with it stay."""
    await call.services.canned_replies.remove(call.agent, call.path("id"))


async def bots(call: Call) -> PageOf[BotProcessView]:
    """The processes of the bot with their health and model, as the hub that is asked sees them."""
    found = await call.services.bots.processes(call.agent)
    views = [BotProcessView.model_validate(process) for process in found]
    return PageOf[BotProcessView](items=views, next=None)


def _view(call: Call, inbox: Inbox) -> InboxSettings:
    mail = call.services.letters.can_send
    return InboxSettings.model_validate(inbox).model_copy(update={"mail": mail})
